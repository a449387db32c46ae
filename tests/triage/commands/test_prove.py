from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from triage.questionnaires import registry

# They prove the real content, which takes three times as long while branches are counted.
pytestmark = pytest.mark.uncounted


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content in a folder of its own, to be changed and proved."""
    shutil.copytree(registry.FOLDER, tmp_path / "questionnaires")
    monkeypatch.setattr(registry, "FOLDER", tmp_path / "questionnaires")
    return tmp_path / "questionnaires" / "career_help"


def proved(**options: bool) -> str:
    out = io.StringIO()
    call_command("prove", "career_help", stdout=out, **options)
    return out.getvalue()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_record_is_what_proving_gives() -> None:
    said = proved(check=True)
    assert "proof.json says so already." in said
    assert all(f"P{number}: holds" in said for number in range(1, 10))


def test_a_broken_promise_prints_the_answers_that_break_it(copied: Path) -> None:
    edit(copied / "signals.toml", 'id = "identity"', 'id = "identity"\nwhen_unanswered = "none"')
    (copied / "proof.json").unlink()
    out = io.StringIO()
    with pytest.raises(CommandError, match="not every promise holds"):
        call_command("prove", "career_help", stdout=out)
    assert "P6: BROKEN" in out.getvalue()
    assert "identity = " in out.getvalue()


def test_changed_content_needs_a_new_version(copied: Path) -> None:
    questionnaire = registry.read_unproved("career_help")
    text = questionnaire.questions[0].text
    edit(copied / "questions.toml", text, f"{text} (in other words)")
    with pytest.raises(CommandError, match=f"give it version {questionnaire.version + 1}"):
        proved()


def test_a_first_proof_is_recorded(copied: Path) -> None:
    (copied / "proof.json").unlink()
    with pytest.raises(CommandError, match="not what this proof gives"):
        proved(check=True)
    assert "Recorded in proof.json." in proved()


def test_faults_are_said_before_anything_is_proved(copied: Path) -> None:
    rule = registry.read_unproved("career_help").rules[0]
    named = f'id = "{rule.id}"\noutcome = '
    edit(copied / "rules.toml", f'{named}"{rule.outcome}"', f'{named}"nowhere"')
    with pytest.raises(CommandError, match=rf"rules\[{rule.id}\].outcome"):
        proved()


def test_an_unknown_questionnaire_is_named() -> None:
    with pytest.raises(CommandError, match="there is no questionnaire “horoscope”"):
        call_command("prove", "horoscope")
