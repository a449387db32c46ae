"""Promises that compare two sets of answers: worse, readier, skipped, or answered in any other way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from triage.engine.deciding.feeding import fields_behind
from triage.engine.model import Outcome, Promise
from triage.engine.proof.space import Space, cost
from triage.engine.proof.tables import Pair
from triage.engine.proof.verdict import Counterexample, Verdict, joined, verdict

Breaks = Callable[[Outcome, Outcome], bool]


def never_less_care(space: Space, promise: Promise) -> Verdict:
    """Raising a signal never lowers care."""
    return _ordered(space, promise, lambda low, high: high.care < low.care, "less care although it is worse")


def never_more_care(space: Space, promise: Promise) -> Verdict:
    """Raising a signal never raises care."""
    return _ordered(space, promise, lambda low, high: high.care > low.care, "more care although it is readier")


def never_matters(space: Space, promise: Promise) -> Verdict:
    """However questions on these signals are answered, the outcome is the same."""
    fields = {field.id for signal in promise.signals for field in fields_behind(space.questionnaire, signal)}
    found = _twins(space, promise, frozenset(fields), False, lambda a, b: a.id != b.id, "another outcome")
    # Where no rule's signal hangs on these questions, there are no two sets of answers that could be compared.
    return found if found.cases else Verdict(promise.id, 0, shown="structure")


def skipping_never_lowers(space: Space, promise: Promise) -> Verdict:
    """Skipping gives at least the care that any answer gives; signals of safety are apart."""
    fields = frozenset(space.questionnaire.field)
    return _twins(space, promise, fields, True, lambda a, b: a.care < b.care, "less care after skipping")


def _ordered(space: Space, promise: Promise, breaks: Breaks, message: str) -> Verdict:
    verdicts = []
    for signal in promise.signals:
        pairs = [
            Pair(low.levels, high.levels, low.answers, high.answers, low.cost + high.cost)
            for low in space.options[signal]
            for high in space.options[signal]
            if low.levels != high.levels and min(low.levels) <= min(high.levels) and max(low.levels) <= max(high.levels)
        ]
        verdicts.append(_compared(space, promise, signal, pairs, breaks, message))
    return joined(verdicts, promise.id)


def _twins(
    space: Space, promise: Promise, fields: frozenset[str], skipped: bool, breaks: Breaks, message: str
) -> Verdict:
    verdicts = []
    for signal in space.diagram.signals:
        if skipped and space.questionnaire.signal[signal].side == "safety":
            continue
        table = space.tables[signal]
        if any(field.id in fields for kept in table.cone.fields.values() for field in kept):
            pairs = table.pairs(fields, skipped=skipped)
            verdicts.append(_compared(space, promise, signal, pairs, breaks, message))
    return joined(verdicts, promise.id)


def _compared(
    space: Space, promise: Promise, signal: str, pairs: Sequence[Pair], breaks: Breaks, message: str
) -> Verdict:
    """The verdict if no such pair may come to outcomes that break the promise."""
    if signal not in space.diagram.signals:
        return Verdict(promise.id, 0)
    compared = list(space.compare(signal, pairs))
    broken = (
        Counterexample(
            promise.id,
            f"{message}: {left.id} becomes {right.id} by a change of “{signal}”",
            found.answers + pair.left_answers,
            found.answers + pair.right_answers,
            cost(pair, found),
        )
        for left, right, pair, found in compared
        if breaks(left, right)
    )
    return verdict(promise.id, len(compared), broken)
