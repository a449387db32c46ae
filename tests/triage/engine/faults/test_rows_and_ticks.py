"""Faults of rows, of ticks that count together, of gates on what was not chosen, of variants."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from tests.triage.quiz.test_rows import CONTENT
from triage.engine.faults import find_faults
from triage.engine.faults.fault import key_of
from triage.engine.model import Questionnaire


def told(content: dict[str, Any]) -> dict[str, str]:
    """The message of each fault under its key."""
    questionnaire = Questionnaire.model_validate(content)
    return {key_of(fault.place, content): fault.message for fault in find_faults(questionnaire)}


@pytest.fixture
def content() -> dict[str, Any]:
    return deepcopy(CONTENT)


def test_the_content_before_it_is_broken_has_no_fault_of_questions(content: dict[str, Any]) -> None:
    assert not [key for key in told(content) if key.startswith("questions[care]")]


ROW = "questions[care].rows[care_eating]"
BROKEN = [
    ("rows", [], "questions[care].rows", "and no other, has rows"),
    ("rows.0.id", "ticks", "questions[care].rows[ticks].id", "is called “ticks” too"),
    ("rows.0.id", "care_mood", "questions[care].rows[care_mood]", "given twice"),
    ("rows.0.when.0.0.any_of", ["sport"], f"{ROW}.when", "no choice “sport”"),
    ("rows.0.when.0.0.question", "care_mood", f"{ROW}.when", "not asked before"),
    (
        "rows.0.effects",
        {"never": {"weight": "strong"}},
        "questions[care].rows[care_eating].effects",
        "no choice “never”",
    ),
    ("rows.0.effects.wonder", {"weight": "huge"}, f"{ROW}.effects.wonder.weight", "no level or tag “huge”"),
    ("rows.0.effects.wonder", {"height": "some"}, f"{ROW}.effects.wonder", "no signal “height”"),
    ("together", [{"signal": "weight", "level": "strong"}], "questions[care].together", "several"),
    ("topics", ["crisis"], "questions[care].topics", "only a question of kind “help”"),
]


def put(content: dict[str, Any], page: int, path: str, value: object) -> None:
    place: Any = content["questions"][page]
    *steps, last = path.split(".")
    for step in steps:
        place = place[int(step)] if step.isdigit() else place[step]
    place[last] = value


@pytest.mark.parametrize(("path", "value", "key", "message"), BROKEN, ids=lambda each: str(each)[:40])
def test_a_fault_of_rows_is_reported(content: dict[str, Any], path: str, value: object, key: str, message: str) -> None:
    put(content, 1, path, value)
    assert message in told(content)[key]


TOGETHER = [
    ([{"signal": "weight", "level": "none", "only": ["mood"]}], 0, "fits whatever was ticked"),
    ([{"signal": "weight", "level": "none"}, {"signal": "weight", "level": "none"}], 0, "fits whatever was ticked"),
    ([{"signal": "weight", "level": "none", "only": ["mood"], "any": ["mood"]}], 0, "one of “only” and “any”"),
    ([{"signal": "weight", "level": "none", "any": ["x"]}, {"signal": "weight", "level": "none"}], 0, "no choice “x”"),
]


@pytest.mark.parametrize(("together", "number", "message"), TOGETHER)
def test_a_fault_of_ticks_that_count_together_is_reported(
    content: dict[str, Any], together: object, number: int, message: str
) -> None:
    put(content, 0, "together", together)
    found = [fault for fault in find_faults(Questionnaire.model_validate(content)) if "together" in fault.place]
    assert any(message in fault.message for fault in found if fault.place[3] == number)


def test_ticks_that_count_together_have_no_effect_by_themselves(content: dict[str, Any]) -> None:
    put(content, 0, "together", [{"signal": "weight", "level": "none"}])
    put(content, 0, "choices.0.effects", {"weight": "strong"})
    assert "“together” says" in told(content)["questions[ticks].choices[eating].effects.weight"]


def test_a_gate_that_only_silence_opens_is_reported(content: dict[str, Any]) -> None:
    put(content, 1, "when", [[{"question": "ticks", "none_of": ["eating", "mood", "other"]}]])
    assert "only silence leads here" in told(content)["questions[care].when"]


def test_a_variant_that_names_what_there_is_not_is_reported(content: dict[str, Any]) -> None:
    content["outcomes"][0]["variants"] = [{"when": [[{"signal": "height", "at_least": "some"}]], "name": "N"}]
    assert "no signal “height”" in told(content)["outcomes[o].variants[0].when[0][0]"]


def test_a_page_before_settling_that_there_is_not_is_reported(content: dict[str, Any]) -> None:
    content["before_settling"] = ["safety"]
    assert "no question “safety”" in told(content)["before_settling"]
