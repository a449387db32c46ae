"""An outcome's variants, and conditions on what is settled and on tags that were not given."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from tests.triage.quiz.test_rows import CONTENT
from triage.engine.deciding.answers import Answers
from triage.engine.explaining.evaluation import evaluate
from triage.engine.model import Questionnaire

PLACE = {"id": "place", "name": "P", "about": "P", "side": "practical", "tags": ["US", "GB"], "source": "S"}


def headline(answers: Answers, *variants: dict[str, Any]) -> str:
    content: dict[str, Any] = deepcopy(CONTENT)
    content["signals"].append(PLACE)
    content["questions"][0]["choices"][2]["effects"] = {"place": "US"}
    content["outcomes"].append({"id": "more", "care": 1, "name": "M", "headline": "More", "summary": "S"})
    strong = {"signal": "weight", "at_least": "strong"}
    content["rules"].insert(0, {"id": "R0", "outcome": "more", "when": [[strong]], "sentence": "S", "told": "T"})
    for outcome in content["outcomes"]:
        outcome["variants"] = list(variants)
    return evaluate(Questionnaire.model_validate(content), answers).texts.headline


@pytest.mark.parametrize(("ticks", "said"), [(("other",), "In the US"), (("mood",), "H")])
def test_a_variant_takes_the_place_of_the_headline_where_a_tag_was_given(ticks: tuple[str, ...], said: str) -> None:
    variant = {"when": [[{"signal": "place", "has": ["US"]}]], "headline": "In the US"}
    assert headline({"ticks": ticks, "care_mood": "cared"}, variant) == said


@pytest.mark.parametrize(("ticks", "said"), [(("other",), "H"), (("mood",), "Elsewhere"), (None, "Elsewhere")])
def test_a_tag_that_was_not_given_is_lacking(ticks: tuple[str, ...] | None, said: str) -> None:
    variant = {"when": [[{"signal": "place", "lacks": ["US"]}, {"outcome": ["o"]}]], "headline": "Elsewhere"}
    others = {"when": [[{"signal": "place", "lacks": ["US"]}]], "headline": "Elsewhere"}
    assert headline({"ticks": ticks, "care_mood": "cared"}, variant, others) == said


def test_the_first_variant_that_certainly_holds_counts() -> None:
    first = {"when": [[{"signal": "weight", "at_least": "strong"}]], "headline": "Strong"}
    second = {"when": [[{"signal": "weight", "at_most": "none"}]], "headline": "None"}
    assert headline({"ticks": ("mood",), "care_mood": "wonder"}, first, second) == "Strong"
    assert headline({"ticks": ("mood",), "care_mood": "cared"}, first, second) == "None"
    assert headline({"ticks": ("mood",), "care_mood": None}, first, second) == "More"


@pytest.mark.parametrize(("care", "said"), [("wonder", "More"), (None, "We cannot tell")])
def test_what_is_not_settled_can_be_said_in_other_words(care: str | None, said: str) -> None:
    unsettled = {"when": [[{"settled": False}]], "headline": "We cannot tell"}
    assert headline({"ticks": ("mood",), "care_mood": care}, unsettled) == said


def test_texts_that_a_variant_leaves_out_stay_the_outcomes_own() -> None:
    assert headline({"ticks": ("other",)}, {"when": [[{"outcome": ["o"]}]], "name": "Another"}) == "H"
