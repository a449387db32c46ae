"""The promises looked at the plain way: every set of answers, and every two of them that differ as they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

from tests.triage.engine.tiny import every_set, told
from triage.engine.deciding.answers import Given
from triage.engine.deciding.decision import see
from triage.engine.deciding.diagram import rule_signals
from triage.engine.model import Questionnaire
from triage.engine.proof.tables import DEAR

DANGER = {("safety", "yes"), ("harm", "some"), ("harm", "much")}


@dataclass(frozen=True)
class Case:
    """A complete set of answers and what it comes to. Answers that speak of danger make it bigger."""

    answers: Mapping[str, Given]
    levels: Mapping[str, frozenset[int]]
    rule: str
    outcome: str
    care: int
    size: int


Breaks = Callable[[Questionnaire, list[Case]], Iterator[int]]
"""The sizes of all counterexamples to a promise."""


def cases(questionnaire: Questionnaire) -> list[Case]:
    """Every complete set of answers."""
    found = []
    for answers in every_set(questionnaire):
        seen = see(questionnaire, answers)
        decision = seen.decision
        size = sum(DEAR if (name, given) in DANGER else 1 for name, given in told(questionnaire, answers))
        found.append(Case(answers, seen.levels, decision.rule.id, decision.outcome.id, decision.outcome.care, size))
    return found


def smallest(questionnaire: Questionnaire, promise: str, everything: list[Case]) -> int | None:
    """How big a smallest counterexample to a promise of the tiny questionnaire is, or None if it holds."""
    return min(BREAKS[promise](questionnaire, everything), default=None)


def _safety_first(questionnaire: Questionnaire, everything: list[Case]) -> Iterator[int]:
    return (case.size for case in everything if case.levels["safety"] == {1} and case.outcome != "urgent")


def _no_coaching(questionnaire: Questionnaire, everything: list[Case]) -> Iterator[int]:
    wrong = ("coaching", "counseling")
    return (case.size for case in everything if max(case.levels["mood"]) > 0 and case.outcome in wrong)


def _ordered(signals: Iterable[str], breaks: Callable[[int, int], bool]) -> Breaks:
    def broken(questionnaire: Questionnaire, everything: list[Case]) -> Iterator[int]:
        # A promise about signals that no rule reads covers nothing, which breaks it as well.
        if not set(signals) & set(rule_signals(questionnaire)):
            yield 0
        for signal in signals:
            others = [name for name in everything[0].levels if name != signal]
            for group in _grouped((tuple(case.levels[name] for name in others), case) for case in everything):
                # Of those with the same levels throughout, the smallest stands for all.
                ends: dict[frozenset[int], Case] = {}
                for case in sorted(group, key=lambda c: -c.size):
                    ends[case.levels[signal]] = case
                for low, high in permutations(ends.values(), 2):
                    a, b = low.levels[signal], high.levels[signal]
                    if min(a) <= min(b) and max(a) <= max(b) and breaks(low.care, high.care):
                        yield low.size + high.size

    return broken


def _differing(fields: Iterable[str], fits: Callable[[Case, Case, str], bool]) -> Breaks:
    """Two sets that differ in one of the fields, and in those that only one of them is asked."""

    def broken(questionnaire: Questionnaire, everything: list[Case]) -> Iterator[int]:
        everyone = [name for name, field in questionnaire.field.items() if not field.page.when]
        for field in fields:
            asked = [case for case in everything if field in case.answers]
            same = [name for name in everyone if name != field]
            for group in _grouped((tuple(case.answers.get(name) for name in same), case) for case in asked):
                for a, b in permutations(group, 2):
                    both = (a.answers.keys() & b.answers.keys()) - {field}
                    if all(a.answers[name] == b.answers[name] for name in both) and fits(a, b, field):
                        yield a.size + b.size

    return broken


def _grouped(keyed: Iterable[tuple[Hashable, Case]]) -> Iterable[list[Case]]:
    groups: dict[Hashable, list[Case]] = defaultdict(list)
    for key, case in keyed:
        groups[key].append(case)
    return groups.values()


def _dead(questionnaire: Questionnaire, everything: list[Case]) -> Iterator[int]:
    settled = [case for case in everything if all(len(levels) == 1 for levels in case.levels.values())]
    reached = {case.rule for case in settled}
    return (0 for rule in questionnaire.rules if rule.id not in reached)


def _skipped(a: Case, b: Case, field: str) -> bool:
    skipped = a.answers[field] in (None, "hush") and b.answers[field] not in (None, "hush")
    return skipped and a.levels["safety"] == b.levels["safety"] and a.care < b.care


BREAKS: Mapping[str, Breaks] = {
    "P1": _safety_first,
    "P2": _no_coaching,
    "P3": _ordered(("safety", "mood"), lambda low, high: high < low),
    "P4": _ordered(("goal",), lambda low, high: high > low),
    "P5": _differing(("budget",), lambda a, b, field: a.answers[field] != b.answers[field] and a.outcome != b.outcome),
    "P6": _differing(("goal", "budget", "down", "flat", "harm"), _skipped),
    "P7": _dead,
}
