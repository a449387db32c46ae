"""On small random questionnaires the engine says what a plain enumeration of all completions says."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from tests.triage.engine import small
from triage.engine.deciding.clusters import clusters
from triage.engine.deciding.decision import see
from triage.engine.deciding.path import replay
from triage.engine.explaining.evaluation import evaluate
from triage.engine.explaining.settling import settled_early
from triage.engine.model import Questionnaire

SEEDS = range(12)
EACH = 25


def invented(seed: int) -> list[tuple[small.Told, Questionnaire, Random]]:
    random = Random(seed)
    told = [small.invent(random) for _ in range(EACH)]
    return [(each, Questionnaire.model_validate(each), random) for each in told]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_decision_is_the_most_careful_over_all_completions(seed: int) -> None:
    for told, questionnaire, random in invented(seed):
        answers = small.answer(told, random, random.choice((0.0, 0.3, 0.8)))
        possible = {small.outcome(told, levels) for levels in small.completions(told, answers)}
        seen = see(questionnaire, answers)
        assert {rule.outcome for rule in seen.decision.possible} == possible, (told, answers)
        assert seen.decision.outcome.care == max(small.CARE[name] for name in possible)


@pytest.mark.parametrize("seed", SEEDS)
def test_combinations_of_levels_are_those_of_some_completion(seed: int) -> None:
    for told, questionnaire, random in invented(seed):
        answers = small.answer(told, random, 0.4)
        completions = list(small.completions(told, answers))
        for cluster, combinations in see(questionnaire, answers).possible.items():
            names = [signal.id for signal in cluster.signals]
            assert combinations == {tuple(levels[name] for name in names) for levels in completions}, (told, answers)


def test_some_of_these_questionnaires_have_signals_that_share_questions_and_some_have_not() -> None:
    sizes = Counter(len(clusters(questionnaire)) for seed in SEEDS for _, questionnaire, _ in invented(seed))
    assert len(sizes) > 1
    assert min(sizes) < len(small.LEVELS)


@pytest.mark.parametrize("seed", SEEDS)
def test_settled_means_that_every_completion_has_the_same_care(seed: int) -> None:
    for told, questionnaire, random in invented(seed):
        answers = small.answer(told, random, random.choice((0.0, 0.3, 0.8)))
        care = {small.CARE[small.outcome(told, levels)] for levels in small.completions(told, answers)}
        result = evaluate(questionnaire, answers)
        assert result.settled == (len(care) == 1), (told, answers)
        assert bool(result.settling) <= (not result.settled)


@pytest.mark.parametrize("seed", SEEDS)
def test_reasons_are_sufficient_and_none_can_be_left_out(seed: int) -> None:
    for told, questionnaire, random in invented(seed):
        answers = small.answer(told, random, 0.0)
        result = evaluate(questionnaire, answers)
        assert result.certain
        fixed = {reason.signal: small.LEVELS[reason.signal].index(reason.level) for reason in result.reasons}
        assert small.every_level(told, fixed) == {result.outcome.id}
        if len(fixed) > 1 or small.every_level(told, {}) != {result.outcome.id}:
            for name in fixed:
                fewer = {signal: level for signal, level in fixed.items() if signal != name}
                assert small.every_level(told, fewer) != {result.outcome.id}, (told, answers, name)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_said_to_change_the_outcome_does(seed: int) -> None:
    for told, questionnaire, random in invented(seed):
        answers = small.answer(told, random, random.choice((0.0, 0.3)))
        result = evaluate(questionnaire, answers)
        changes = result.changes
        for change in changes.single:
            changed = see(questionnaire, {**answers, change.field: change.answer}).decision.outcome.id
            assert changed == change.outcome != result.outcome.id
        if changes.together:
            together = {change.field: change.answer for change in changes.together}
            assert not changes.single
            assert len(together) == len(changes.together) > 1
            changed = see(questionnaire, {**answers, **together}).decision.outcome.id
            assert changed == changes.outcome != result.outcome.id


def test_nobody_is_told_too_early_that_all_is_settled() -> None:
    told_early = 0
    for seed in SEEDS:
        for told, questionnaire, random in invented(seed):
            answers = small.answer(told, random, 0.3)
            so_far: small.Answers = {}
            while (page := replay(questionnaire, so_far).next) is not None:
                if settled_early(questionnaire, so_far):
                    told_early += 1
                    assert "q0" in so_far
                    every = small.completions(told, so_far, broken_silence=True)
                    assert len({small.outcome(told, levels) for levels in every}) == 1, (told, so_far)
                asked = replay(questionnaire, so_far).fields[page.id]
                so_far |= {field.id: answers[field.id] for field in asked}
            assert not settled_early(questionnaire, so_far)
    assert told_early > 10
