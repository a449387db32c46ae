"""A page whose rows share their choices asks only for the rows that earlier ticks led to."""

from __future__ import annotations

from copy import deepcopy

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string

from triage.engine.deciding.answers import Answers
from triage.engine.deciding.path import replay
from triage.engine.model import Questionnaire
from triage.quiz.form import read_form
from triage.quiz.review import summarise
from triage.quiz.steps import make_step

TEXT = {"part": "all", "why": "W"}
CONTENT = {
    "id": "rows",
    "prefix": "rows",
    "version": 1,
    "title": "R",
    "country": "ticks",
    "words": {"lead": "L", "time": "T", "finish": "F", "result": "R", "limits": "L"},
    "parts": [{"id": "all", "title": "A"}],
    "changes": [{"version": 1, "day": "2026-01-01", "text": "N"}],
    "signals": [
        {
            "id": "weight",
            "name": "Weight",
            "about": "W",
            "side": "clinical",
            "levels": ["none", "strong"],
            "said": {"none": "N", "strong": "S"},
            "source": "S",
        }
    ],
    "questions": [
        {
            **TEXT,
            "id": "ticks",
            "kind": "several",
            "label": "Ticks",
            "text": "Which?",
            "choices": [{"id": name, "text": name} for name in ("eating", "mood", "other")],
        },
        {
            **TEXT,
            "id": "care",
            "kind": "rows",
            "label": "Care",
            "text": "Which is nearest?",
            "note": "One answer for each.",
            "choices": [
                {"id": "wonder", "text": "I wonder"},
                {"id": "cared", "text": "Looked after", "effects": {"weight": "none"}},
            ],
            "rows": [
                {
                    "id": f"care_{name}",
                    "text": name.capitalize(),
                    "when": [[{"question": "ticks", "any_of": [name]}]],
                    "effects": {"wonder": {"weight": "strong"}},
                }
                for name in ("eating", "mood")
            ],
        },
    ],
    "outcomes": [{"id": "o", "name": "O", "headline": "H", "summary": "S"}],
    "rules": [{"id": "R", "outcome": "o", "sentence": "S", "told": "T", "because": ["weight"]}],
}


@pytest.fixture
def questionnaire() -> Questionnaire:
    return Questionnaire.model_validate(deepcopy(CONTENT))


def pages(questionnaire: Questionnaire, answers: Answers) -> list[str]:
    return [page.id for page in replay(questionnaire, answers).pages]


def test_a_page_is_left_out_where_no_row_is_led_to(questionnaire: Questionnaire) -> None:
    assert pages(questionnaire, {"ticks": ("other",)}) == ["ticks"]
    assert pages(questionnaire, {"ticks": ("other", "mood")}) == ["ticks", "care"]


def test_only_the_rows_that_are_led_to_are_shown(questionnaire: Questionnaire) -> None:
    step = make_step(questionnaire, replay(questionnaire, {"ticks": ("mood",)}), 2)
    shown = render_to_string("triage/question.html", {"step": step})
    assert [row.field.id for row in step.rows] == ["care_mood"]
    assert "Mood" in shown
    assert "Eating" not in shown
    assert shown.count('type="radio"') == 2
    assert "One answer for each." in shown


def test_each_open_row_has_its_own_error(questionnaire: Questionnaire) -> None:
    path = replay(questionnaire, {"ticks": ("eating", "mood")})
    submitted = read_form(questionnaire.question["care"], path.fields["care"], QueryDict("care_mood=cared"))
    assert set(submitted.errors) == {"care_eating"}


def test_rows_answered_before_leaving_the_rest_out_are_kept(questionnaire: Questionnaire) -> None:
    path = replay(questionnaire, {"ticks": ("eating", "mood")})
    form = QueryDict("care_mood=cared&do=skip")
    submitted = read_form(questionnaire.question["care"], path.fields["care"], form)
    assert (submitted.answers, submitted.errors) == ({"care_eating": None, "care_mood": "cared"}, {})


def test_skipping_the_only_row_skips_that_row(questionnaire: Questionnaire) -> None:
    path = replay(questionnaire, {"ticks": ("mood",)})
    submitted = read_form(questionnaire.question["care"], path.fields["care"], QueryDict("do=skip"))
    assert submitted.answers == {"care_mood": None}
    assert replay(questionnaire, {"ticks": ("mood",), **submitted.answers}).next is None


def test_the_review_lists_the_rows_that_were_asked(
    questionnaire: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("triage.quiz.review.step_url", lambda *given: "")
    path = replay(questionnaire, {"ticks": ("mood",), "care_mood": "cared"})
    lines = summarise(questionnaire, path)[0].entries[1].lines
    assert [(line.asked, line.chosen) for line in lines] == [("Mood", ("Looked after",))]
