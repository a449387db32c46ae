from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from triage.questionnaires import registry

# Proving the longest questionnaire takes minutes, and three times as long while branches are counted. It is done once.
pytestmark = pytest.mark.uncounted

SMALL = "career_conversation"


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content in a folder of its own, and in it the questionnaire that is proved soonest, to be changed."""
    shutil.copytree(registry.FOLDER, tmp_path / "questionnaires")
    monkeypatch.setattr(registry, "FOLDER", tmp_path / "questionnaires")
    return tmp_path / "questionnaires" / SMALL


def proved(*names: str, **options: bool) -> str:
    out = io.StringIO()
    call_command("prove", *names, stdout=out, **options)
    return out.getvalue()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_each_record_is_what_proving_gives() -> None:
    said = proved(check=True)
    assert said.count("proof.json says so already.") == len(registry.names())
    promises = {promise.id for name in registry.names() for promise in registry.read_unproved(name).promises}
    assert all(f"  {promise}: holds" in said for promise in promises)


def test_a_broken_promise_prints_the_answers_that_break_it(copied: Path) -> None:
    edit(copied / "plan.toml", '"highs_lows", minutes = [5, 5, 6, 7]', '"highs_lows", minutes = [5, 5, 6, 8]')
    (copied / "proof.json").unlink()
    out = io.StringIO()
    with pytest.raises(CommandError, match="not every promise holds"):
        call_command("prove", SMALL, stdout=out)
    assert "M2: BROKEN" in out.getvalue()
    assert "minutes = m60" in out.getvalue()


def test_changed_content_needs_a_new_version(copied: Path) -> None:
    questionnaire = registry.read_unproved(SMALL)
    text = questionnaire.questions[0].text
    edit(copied / "questions.toml", text, f"{text} (in other words)")
    with pytest.raises(CommandError, match=f"give it version {questionnaire.version + 1}"):
        proved(SMALL)


def test_a_first_proof_is_recorded(copied: Path) -> None:
    (copied / "proof.json").unlink()
    with pytest.raises(CommandError, match="not what this proof gives"):
        proved(SMALL, check=True)
    assert "Recorded in proof.json." in proved(SMALL)


def test_faults_are_said_before_anything_is_proved(copied: Path) -> None:
    rule = registry.read_unproved(SMALL).rules[0]
    named = f'id = "{rule.id}"\noutcome = '
    edit(copied / "rules.toml", f'{named}"{rule.outcome}"', f'{named}"nowhere"')
    with pytest.raises(CommandError, match=rf"rules\[{rule.id}\].outcome"):
        proved(SMALL)


def test_an_unknown_questionnaire_is_named() -> None:
    with pytest.raises(CommandError, match="there is no questionnaire “horoscope”"):
        call_command("prove", "horoscope")
