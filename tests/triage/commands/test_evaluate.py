from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.people import PEOPLE, Person
from triage.engine.explaining.evaluation import evaluate
from triage.engine.proof import complete
from triage.questionnaires import registry


def evaluated(answers: object, tmp_path: Path, **options: bool) -> str:
    path = tmp_path / "answers.json"
    path.write_text(answers if isinstance(answers, str) else json.dumps(answers))
    out = io.StringIO()
    call_command("evaluate", "career_help", str(path), stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_each_persons_outcome_is_printed(person: Person, tmp_path: Path) -> None:
    printed = json.loads(evaluated(dict(person.answers), tmp_path))
    assert (printed["outcome"], printed["rule"]) == (person.outcome, person.rule)


def test_every_outcome_has_its_name(tmp_path: Path) -> None:
    record = registry.record()
    for outcome, answers in record.witnesses["outcomes"].items():
        given = complete(registry.questionnaire(), tuple(answers.items()))
        assert json.loads(evaluated(given, tmp_path))["outcome"] == outcome


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"safety": "thoughts"}'))
    out = io.StringIO()
    call_command("evaluate", "career_help", "-", stdout=out)
    assert json.loads(out.getvalue())["outcome"] == "therapy_urgent"


def test_unfinished_answers_name_the_next_page(tmp_path: Path) -> None:
    printed = json.loads(evaluated({"country": "US"}, tmp_path))
    assert (printed["complete"], printed["next"]) == (False, "goal")


def test_the_text_is_for_reading(tmp_path: Path) -> None:
    text = evaluated(dict(PEOPLE[0].answers), tmp_path, text=True)
    assert text.startswith("A coach, a counselor or a therapist?")
    assert "Outcome: Coaching (coaching), by rule R11" in text
    assert "Low mood: none" in text


def test_the_text_tells_what_is_open(tmp_path: Path) -> None:
    answers = {**PEOPLE[0].answers, "identity": None}
    possible = evaluate(registry.questionnaire(), answers).open_outcomes.outcomes
    names = [registry.questionnaire().outcome[outcome].name for outcome in possible]
    text = evaluated(answers, tmp_path, text=True)
    assert f"Left open by skipped questions: {', '.join(names)}" in text
    assert f"{names[0]}, if identity = " in text


def test_auditors_get_every_change_and_people_only_what_may_be_offered(tmp_path: Path) -> None:
    worse = {**PEOPLE[0].answers, "daily_life": "very"}
    printed = json.loads(evaluated(worse, tmp_path, all_changes=True))
    assert "daily_life" in {change["question"] for change in printed["all_changes"]}
    assert "daily_life" not in {change["question"] for change in printed["changes"]["single"]}
    assert "Every other answer that by itself would change it" in evaluated(
        worse, tmp_path, all_changes=True, text=True
    )


def test_what_is_not_settled_is_printed_with_the_questions_that_would_settle_it(tmp_path: Path) -> None:
    unsettled = {**PEOPLE[0].answers, "daily_life": None}
    printed = json.loads(evaluated(unsettled, tmp_path))
    assert (printed["settled"], printed["settling"]) == (False, ["daily_life"])
    assert "Not settled between" in evaluated(unsettled, tmp_path, text=True)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("{", "line 1, column 2"),
        ("[]", "one object"),
        ('{"sleep": "most", "sleep": "rarely"}', "sleep: answered twice"),
        ('{"mood": "low"}', "mood: there is no such question"),
        ('{"sleep": "hm"}', "sleep: there is no choice “hm”"),
        ('{"sleep": 3}', "sleep: give one choice as text"),
        ('{"goal": "pivot"}', "goal: give a list of choices"),
        ('{"goal": []}', "goal: the list is empty"),
        ('{"situation": ["nothing", "record"]}', "situation: one of these choices can only be given alone"),
    ],
)
def test_a_wrong_file_gets_a_clear_line(written: str, fault: str, tmp_path: Path) -> None:
    assert fault in faults(written, tmp_path)[0]


def test_each_fault_gets_its_own_line(tmp_path: Path) -> None:
    assert len(faults('{"mood": "low", "sleep": "hm", "goal": ["fame"]}', tmp_path)) == 3


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert faults(None, tmp_path) == [f"{tmp_path / 'answers.json'}: No such file or directory"]


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    assert "UTF-8" in faults(b"\xff\xfe\x00", tmp_path)[0]


def faults(written: str | bytes | None, tmp_path: Path) -> list[str]:
    """The lines that a file gets that cannot be evaluated."""
    path = tmp_path / "answers.json"
    if written is not None:
        path.write_bytes(written if isinstance(written, bytes) else written.encode())
    said = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("evaluate", "career_help", str(path), stderr=said)
    assert ended.value.code == 1
    return said.getvalue().splitlines()
