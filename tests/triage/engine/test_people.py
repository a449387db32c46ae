"""Realistic people get what a careful clinician would say."""

from __future__ import annotations

import pytest

from tests.people import PEOPLE, Person
from triage.engine.evaluation import Evaluation, evaluate
from triage.engine.model import Questionnaire
from triage.engine.proof import complete


@pytest.fixture(params=PEOPLE, ids=lambda person: person.name)
def person(request: pytest.FixtureRequest) -> Person:
    given: Person = request.param
    return given


@pytest.fixture
def result(career_help: Questionnaire, person: Person) -> Evaluation:
    return evaluate(career_help, complete(career_help, tuple(person.answers.items())))


def test_they_are_led_to_the_right_help(result: Evaluation, person: Person) -> None:
    assert (result.rule.id, result.outcome.id) == (person.rule, person.outcome)


def test_they_get_the_advice_that_fits(result: Evaluation, person: Person) -> None:
    assert set(person.advice) <= {piece.id for piece in result.advice}


def test_they_get_no_advice_that_does_not_fit(result: Evaluation, person: Person) -> None:
    assert not set(person.not_advice) & {piece.id for piece in result.advice}


def test_their_signals_are_read_rightly(result: Evaluation, person: Person) -> None:
    assert {name: result.signals[name].level for name in person.signals} == dict(person.signals)


def test_every_answer_they_give_counts(result: Evaluation, person: Person) -> None:
    assert person.answers.items() <= result.path.answers.items()


def test_they_are_told_why(result: Evaluation) -> None:
    assert result.reasons
    assert all(reason.answers or reason.open for reason in result.reasons)
