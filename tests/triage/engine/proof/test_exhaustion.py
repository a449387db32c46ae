"""On a tiny questionnaire the prover comes to what plain exhaustion over all answers comes to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.triage.engine.proof.exhaustion import BREAKS, cases, smallest
from tests.triage.engine.tiny import every_set, tiny
from triage.engine.model import Questionnaire
from triage.engine.proof import prove

GATED = 'when = [[{ scale = "short", at_least = 2 }]]'
SAFE = '[[{ signal = "safety", at_least = "yes" }]]'
LOW = '[[{ signal = "mood", at_least = "some" }]]\nsentence'
AIMLESS = '[[{ signal = "goal", at_most = "no" }]]'
MOOD_LEVELS = 'levels = ["none", "some", "strong"]'


def _with(condition: str, more: str) -> str:
    return condition.replace("}]]", "}, " + more + "]]")


BREAKAGES: dict[str, list[tuple[str, str]]] = {
    "nothing": [],
    "safety only counts with low mood": [(SAFE, _with(SAFE, '{ signal = "mood", at_least = "some" }'))],
    "safety is not urgent": [
        ('id = "R0"\noutcome = "urgent"', 'id = "R0"\noutcome = "therapy"'),
        ('id = "R1"\noutcome = "therapy"', 'id = "R1"\noutcome = "urgent"'),
    ],
    "only strong mood counts": [(LOW, LOW.replace("some", "strong"))],
    "only middling mood counts": [(LOW, LOW.replace('"some"', '"some", at_most = "some"'))],
    "a goal raises care": [(AIMLESS, '[[{ signal = "goal", at_least = "yes" }]]')],
    "a rule reads money": [(AIMLESS, '[[{ signal = "budget", at_most = "no" }]]')],
    "a rule reads money and mood": [(LOW, _with(LOW, '{ signal = "budget", at_least = "yes" }'))],
    "money opens the mood question": [(GATED, _with(GATED, '{ question = "budget", any_of = ["yes"] }'))],
    "silence about mood is none": [(MOOD_LEVELS, MOOD_LEVELS + '\nwhen_unanswered = "none"')],
    "silence about the goal is yes": [('name = "Goal"', 'when_unanswered = "yes"\nname = "Goal"')],
    "a rule never decides": [(LOW, _with(LOW, '{ signal = "mood", at_most = "none" }'))],
    "mood before safety": [
        (SAFE, LOW.removesuffix("\nsentence")),
        (LOW, SAFE + "\nsentence"),
        ('id = "R0"\noutcome = "urgent"', 'id = "R0"\noutcome = "therapy"'),
        ('id = "R1"\noutcome = "therapy"', 'id = "R1"\noutcome = "urgent"'),
    ],
}


@pytest.fixture(params=BREAKAGES)
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> Questionnaire:
    content = tiny(tmp_path)
    name: str = request.param
    for old, new in BREAKAGES[name]:
        content.replace("all.toml", old, new)
    return content.read()


def test_the_prover_agrees_with_exhaustion_on_each_promise(broken: Questionnaire) -> None:
    everything = cases(broken)
    by_exhaustion = {promise: smallest(broken, promise, everything) is None for promise in BREAKS}
    proved = {verdict.promise: verdict.holds for verdict in prove(broken).verdicts}
    assert {promise: proved[promise] for promise in BREAKS} == by_exhaustion


def test_the_counterexamples_are_as_small_as_exhaustion_finds(broken: Questionnaire) -> None:
    everything = cases(broken)
    found = {v.promise: v.counterexample.cost for v in prove(broken).verdicts if v.counterexample is not None}
    found = {name: size for name, size in found.items() if name in BREAKS}
    assert found == {name: size for name in BREAKS if (size := smallest(broken, name, everything)) is not None}


def test_the_prover_counts_every_set_of_answers(broken: Questionnaire) -> None:
    assert prove(broken).answer_sets == sum(1 for _ in every_set(broken))


def test_a_broken_promise_in_the_tiny_questionnaire_is_the_exception(tmp_path: Path) -> None:
    assert prove(tiny(tmp_path).read()).holds
