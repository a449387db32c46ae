"""Realistic people get what a careful clinician would say."""

from __future__ import annotations

import pytest

from tests.casts import CASTS
from tests.people import Person
from triage.engine.explaining.evaluation import Evaluation, evaluate
from triage.engine.proof import complete
from triage.questionnaires import registry

CAST = [(guide, person) for guide, cast in CASTS.items() for person in cast]


@pytest.fixture(params=CAST, ids=lambda entry: f"{entry[0]}: {entry[1].name}")
def walked(request: pytest.FixtureRequest) -> tuple[Person, Evaluation]:
    guide, person = request.param
    questionnaire = registry.read_unproved(guide)
    return person, evaluate(questionnaire, complete(questionnaire, tuple(person.answers.items())))


@pytest.fixture
def person(walked: tuple[Person, Evaluation]) -> Person:
    return walked[0]


@pytest.fixture
def result(walked: tuple[Person, Evaluation]) -> Evaluation:
    return walked[1]


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


def test_agendas_fit_the_time_that_they_have(result: Evaluation) -> None:
    questionnaire = result.questionnaire
    for section in questionnaire.sections:
        if section.layout == "agenda":
            place = questionnaire.signal[section.length or ""].levels.index(result.signals["minutes"].levels[0])
            assert sum(result.minutes.values()) == section.minutes[place]


def test_every_cast_meets_every_outcome() -> None:
    for guide, cast in CASTS.items():
        assert {person.outcome for person in cast} == set(registry.read_unproved(guide).outcome)
