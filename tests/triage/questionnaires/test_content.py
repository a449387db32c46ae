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
from triage.engine.proof.prover import PROOFS
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


def edit_last(path: Path, old: str, new: str) -> None:
    before, found, after = path.read_text().rpartition(old)
    assert found
    path.write_text(before + new + after)


def change_a_word(folder: Path) -> None:
    """Another word in a question, as an author would change it; whichever question it is."""
    text = registry.read_unproved("career_help").questions[0].text
    edit(folder / "career_help" / "questions.toml", text, f"{text} (in other words)")


def found() -> list[str]:
    return [message.id or "" for message in messages()]


def messages() -> list[CheckMessage]:
    return check_content(None)


def test_the_content_is_proved_and_without_fault() -> None:
    assert messages() == []


def test_every_kind_of_promise_has_its_proof() -> None:
    # One kind was accepted by the reader once while nothing proved it. This one is proved with the witnesses.
    assert set(get_args(Promise.model_fields["kind"].annotation)) == {*PROOFS, "total_and_alive"}


def test_changed_content_is_refused_under_its_old_version(copied: Path) -> None:
    version = registry.questionnaire().version
    registry.questionnaire.cache_clear()
    change_a_word(copied)
    with pytest.raises(registry.NotProved, match=f"changed under version {version}"):
        registry.questionnaire()


def test_changed_content_under_a_new_version_waits_for_its_proof(copied: Path) -> None:
    version = registry.read_unproved("career_help").version
    path = copied / "career_help" / "questionnaire.toml"
    change_a_word(copied)
    edit(path, f"version = {version}", f"version = {version + 1}")
    with path.open("a") as file:
        file.write(f'\n[[changes]]\nversion = {version + 1}\nday = "2026-11-23"\ntext = "A change."\n')
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
    guide = registry.read_unproved("career_help")
    last, rule = guide.questions[-1], guide.rules[0]
    edit_last(copied / "career_help" / "questions.toml", f'part = "{last.part}"', 'part = "nowhere"')
    named = f'id = "{rule.id}"\noutcome = '
    edit(copied / "career_help" / "rules.toml", f'{named}"{rule.outcome}"', f'{named}"nowhere"')
    edit(copied / "signposts" / "countries" / "us.toml", 'code = "US"', 'code = "XX1"')
    said = [message.msg for message in messages()]
    assert any(f"questions.toml: questions[{last.id}].part" in line for line in said)
    assert any(f"rules.toml: rules[{rule.id}].outcome" in line for line in said)
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


@pytest.mark.parametrize("prefix", ["help", "about", "privacy", "accessibility", "admin", "coaches", "leave", "static"])
def test_a_questionnaire_that_would_take_another_page_away_is_a_fault(copied: Path, prefix: str) -> None:
    edit(copied / "work_support" / "questionnaire.toml", 'prefix = "steps"', f'prefix = "{prefix}"')
    said = f"work_support: prefix: “{prefix}” belongs to another page"
    assert said in [message.msg for message in messages() if message.id == "triage.E004"]


def test_a_site_does_not_start_on_a_questionnaire_that_takes_a_page_away(monkeypatch: pytest.MonkeyPatch) -> None:
    greedy = registry.questionnaire("work_support").model_copy(update={"prefix": "help"})
    known = [each for each in registry.all_questionnaires() if each.id != "work_support"]
    monkeypatch.setattr(registry, "all_questionnaires", lambda: [*known, greedy])
    with pytest.raises(registry.NotProved, match="the prefix “help” belongs to another page"):
        registry.load_all()


def test_help_that_was_checked_long_ago_is_a_warning(copied: Path) -> None:
    old = f'checked = "{date.today().year - 2}-01-01"'
    edit(copied / "signposts" / "services.toml", 'checked = "2026-11-25"', old)
    assert found() == ["triage.W001"]


def test_a_server_does_not_start_on_content_that_is_not_proved(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    for name in ("triage", "templates", "static", "coaches"):
        shutil.copytree(root / name, tmp_path / name)
    change_a_word(tmp_path / "triage" / "questionnaires")
    started = subprocess.run(
        [sys.executable, "-c", "import triage.wsgi"],
        cwd=tmp_path,
        env={"WHICHWAY_ENV": "demo", "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert started.returncode != 0
    assert "NotProved" in started.stderr
