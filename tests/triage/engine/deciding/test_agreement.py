"""The engine agrees with a deliberately plain second reading of the rules, and with its own proof."""

from __future__ import annotations

from random import Random

import pytest

from tests.triage.engine import naive
from tests.triage.engine.walks import random_walk, walk
from triage.engine.deciding.decision import see
from triage.engine.explaining.evaluation import evaluate
from triage.engine.model import Questionnaire
from triage.engine.proof import Proof, complete

# Thousands of evaluations, which reach no branch that the other tests do not.
pytestmark = pytest.mark.uncounted


@pytest.mark.parametrize("seed", range(8))
def test_thousands_of_random_answers_come_to_what_the_plain_reading_says(career_help: Questionnaire, seed: int) -> None:
    random = Random(seed)
    compared = 0
    while compared < 500:
        answers = random_walk(career_help, random)
        plain = naive.decide_openly(answers)
        if plain is not None:
            decision = see(career_help, answers).decision
            assert (decision.outcome.id, {rule.outcome for rule in decision.possible}) == plain, answers
            compared += 1


def test_the_levels_of_random_answers_are_those_of_the_plain_reading(career_help: Questionnaire) -> None:
    random = Random("levels")
    for _ in range(1000):
        answers = random_walk(career_help, random)
        levels = see(career_help, answers).levels
        expected = naive.possible_levels(answers)
        assert {signal: set(levels[signal]) for signal in expected} == expected, answers


def test_complete_answers_come_to_the_rule_of_the_plain_reading(career_help: Questionnaire) -> None:
    random = Random("rules")
    for _ in range(1000):
        answers = walk(
            career_help,
            lambda field: (
                field.choices[0]
                if field.page.kind == "consent"
                else (random.choice(field.choices[:-1]),)
                if field.several
                else random.choice(field.choices)
            ),
        )
        level = {signal: levels.pop() for signal, levels in naive.possible_levels(answers).items()}
        assert see(career_help, answers).decision.rule.id == naive.decide(level)[0], answers


@pytest.mark.parametrize("kind", ["questions", "choices", "rules", "outcomes", "advice"])
def test_everything_has_a_witness(career_help_proof: Proof, career_help: Questionnaire, kind: str) -> None:
    everything = {
        "questions": [page.id for page in career_help.questions],
        "choices": [f"{field.id}.{choice}" for field in career_help.field.values() for choice in field.choices],
        "rules": [rule.id for rule in career_help.rules],
        "outcomes": [outcome.id for outcome in career_help.outcomes],
        "advice": [piece.id for piece in career_help.advice],
    }
    assert list(career_help_proof.witnesses[kind]) == everything[kind]


def test_the_witness_of_each_rule_and_outcome_comes_to_it(career_help_proof: Proof, career_help: Questionnaire) -> None:
    for kind in ("rules", "outcomes"):
        for name, filled in career_help_proof.witnesses[kind].items():
            seen = evaluate(career_help, complete(career_help, filled))
            assert name in (seen.rule.id, seen.outcome.id)


def test_the_witness_of_each_piece_of_advice_gets_it(career_help_proof: Proof, career_help: Questionnaire) -> None:
    for name, filled in career_help_proof.witnesses["advice"].items():
        assert name in {piece.id for piece in evaluate(career_help, complete(career_help, filled)).advice}


def test_the_levels_of_every_witness_agree_with_the_plain_reading(
    career_help_proof: Proof, career_help: Questionnaire
) -> None:
    for each in career_help_proof.witnesses.values():
        for filled in each.values():
            answers = complete(career_help, filled)
            levels = see(career_help, answers).levels
            expected = naive.possible_levels(answers)
            assert {signal: set(levels[signal]) for signal in expected} == expected
