"""A sixth question is one more record in one file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coaches.models.claims import HasMeeting
from coaches.models.coach import Coach
from coaches.models.vetting_question import QUESTION_OF, VettingQuestion

ROOT = Path(__file__).parents[3]
FILE = "coaches/models/vetting_question.py"
SIXTH = """    INSURANCE = (
        "insurance",
        Record(
            asked="Are they insured?",
            looked_at="We read the policy.",
            form_hint="Tell us who insures you.",
            call=FirstCall("Who insures you?", "Names a company.", "Changes the subject."),
        ),
        "Insurance",
    )
"""


@pytest.fixture
def with_six(tmp_path: Path) -> Path:
    """The project with one more record, and nothing else."""
    for name in ("coaches", "triage", "tests", "templates", "static"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    file = tmp_path / FILE
    before, new, after = file.read_text().partition("    def __new__")
    file.write_text(f"{before}{SIXTH}\n{new}{after}")
    return tmp_path


def test_a_sixth_question_is_told_and_asked_everywhere(with_six: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.coaches.models.with_a_sixth_question"],
        cwd=with_six,
        env={**environment, "DJANGO_SETTINGS_MODULE": "tests.settings", "EXPECTED_DATABASE": "sqlite"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.mark.parametrize("question", VettingQuestion)
def test_the_claims_of_a_question_are_fields_of_a_listing_and_of_no_other_question(question: VettingQuestion) -> None:
    assert question.claims
    for name in question.claims:
        assert Coach._meta.get_field(name) is not None
        assert QUESTION_OF[name] is question


def test_nobody_vouches_for_how_to_meet_a_coach() -> None:
    assert not {field.name for field in HasMeeting._meta.local_fields} & set(QUESTION_OF)
