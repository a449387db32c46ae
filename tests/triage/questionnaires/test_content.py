from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from django.core.checks import CheckMessage

from triage.engine.model import Promise
from triage.questionnaires import registry
from triage.questionnaires.system_checks import check_content


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The content in a folder of its own, to be broken."""
    folder = tmp_path / "questionnaires"
    shutil.copytree(registry.FOLDER, folder)
    monkeypatch.setattr(registry, "FOLDER", folder)
    for cached in (registry.questionnaire, registry.record, registry.signposts):
        cached.cache_clear()
    yield folder
    for cached in (registry.questionnaire, registry.record, registry.signposts):
        cached.cache_clear()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def found() -> list[str]:
    return [message.id or "" for message in messages()]


def messages() -> list[CheckMessage]:
    return check_content(None)


def test_the_content_is_proved_and_without_fault() -> None:
    assert messages() == []


def test_every_kind_of_promise_is_given() -> None:
    kinds = get_args(Promise.model_fields["kind"].annotation)
    given = {promise.kind for name in registry.names() for promise in registry.questionnaire(name).promises}
    assert given == set(kinds)


def test_changed_content_is_refused_under_its_old_version(copied: Path) -> None:
    edit(copied / "career_help" / "questions.toml", "Rarely", "Hardly ever")
    with pytest.raises(registry.NotProved, match="changed under version 1"):
        registry.questionnaire()


def test_changed_content_under_a_new_version_waits_for_its_proof(copied: Path) -> None:
    folder = copied / "career_help"
    edit(folder / "questionnaire.toml", "version = 1", "version = 2")
    with (folder / "questionnaire.toml").open("a") as file:
        file.write('\n[[changes]]\nversion = 2\nday = "2026-11-23"\ntext = "A change."\n')
    assert [m.msg for m in messages()] == [
        "career_help: the content has changed since it was proved; run “manage.py prove career_help”"
    ]


def test_content_without_a_record_is_refused(copied: Path) -> None:
    (copied / "career_help" / "proof.json").unlink()
    with pytest.raises(registry.NotProved, match="nothing is proved yet"):
        registry.load_all()


def test_a_record_that_cannot_be_read_is_a_fault(copied: Path) -> None:
    (copied / "career_help" / "proof.json").write_text("{}")
    assert found() == ["triage.E002"]


def test_every_fault_is_reported_with_file_and_key(copied: Path) -> None:
    edit(copied / "career_help" / "questions.toml", 'part = "practical"', 'part = "nowhere"')
    edit(copied / "career_help" / "rules.toml", 'outcome = "counseling"', 'outcome = "advice"')
    edit(copied / "signposts" / "countries" / "us.toml", 'code = "US"', 'code = "XX1"')
    said = [message.msg for message in messages()]
    assert any("questions.toml: questions[budget].part" in line for line in said)
    assert any("rules.toml: rules[R3].outcome" in line for line in said)
    assert any("signposts/us.toml" in line for line in said)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("work_support/questionnaire.toml", 'prefix = "steps"', 'prefix = "talk"', "has the prefix “talk” too"),
        ("work_support/questionnaire.toml", 'question = "goal"', 'question = "aim"', "there is no question “aim”"),
        ("work_support/questionnaire.toml", "record = ", "prison = ", "there is no choice “prison”"),
        ("work_support/questionnaire.toml", 'source = "career_help"', 'source = "help"', "no questionnaire “help”"),
        (
            "career_help/advice.toml",
            'questionnaire = "work_support"',
            'questionnaire = "support"',
            "no questionnaire “support”",
        ),
    ],
)
def test_a_way_between_questionnaires_that_is_broken_is_a_fault(
    copied: Path, file: str, old: str, new: str, said: str
) -> None:
    edit(copied / file, old, new)
    assert [message.id for message in messages() if said in message.msg] == ["triage.E003"]


def test_a_site_does_not_start_on_ways_that_lead_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [each for each in registry.all_questionnaires() if each.id != "work_support"]
    monkeypatch.setattr(registry, "all_questionnaires", lambda: known)
    with pytest.raises(registry.NotProved, match="no questionnaire “work_support”"):
        registry.load_all()


def test_help_that_was_checked_long_ago_is_a_warning(copied: Path) -> None:
    old = f'checked = "{date.today().year - 2}-01-01"'
    edit(copied / "signposts" / "services.toml", 'checked = "2026-11-25"', old)
    assert found() == ["triage.W001"]


def test_a_server_does_not_start_on_content_that_is_not_proved(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    for name in ("triage", "templates", "static", "coaches"):
        shutil.copytree(root / name, tmp_path / name)
    edit(tmp_path / "triage" / "questionnaires" / "career_help" / "questions.toml", "Rarely", "Hardly ever")
    started = subprocess.run(
        [sys.executable, "-c", "import triage.wsgi"],
        cwd=tmp_path,
        env={"WHICHWAY_ENV": "demo", "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert started.returncode != 0
    assert "NotProved" in started.stderr
