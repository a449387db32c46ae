"""Promises that compare two sets of answers: worse, readier, skipped, or answered in any other way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from triage.engine.deciding.clusters import Cluster, cluster_of
from triage.engine.deciding.feeding import fields_behind
from triage.engine.deciding.states import Combination
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
        cluster = cluster_of(space.walked, signal)
        pairs = [
            Pair(low.combinations, high.combinations, low.answers, high.answers, low.cost + high.cost)
            for low in space.options[cluster]
            for high in space.options[cluster]
            if _risen(low.combinations, high.combinations, cluster.place(signal))
        ]
        verdicts.append(_compared(space, promise, cluster, pairs, breaks, message))
    return joined(verdicts, promise.id)


def _risen(low: frozenset[Combination], high: frozenset[Combination], place: int) -> bool:
    """Whether the signal at this place has risen, and the others of its cluster are as they were."""
    below, above = _by_others(low, place), _by_others(high, place)
    return (
        low != high
        and below.keys() == above.keys()
        and all(
            min(levels) <= min(above[others]) and max(levels) <= max(above[others]) for others, levels in below.items()
        )
    )


def _by_others(combinations: frozenset[Combination], place: int) -> dict[Combination, list[int]]:
    """The levels at this place for each combination of the others."""
    found: dict[Combination, list[int]] = {}
    for levels in combinations:
        found.setdefault((*levels[:place], *levels[place + 1 :]), []).append(levels[place])
    return found


def _twins(
    space: Space, promise: Promise, fields: frozenset[str], skipped: bool, breaks: Breaks, message: str
) -> Verdict:
    verdicts = []
    for cluster in space.diagram.clusters:
        if any(field.id in fields for kept in cluster.fields.values() for field in kept):
            pairs = space.tables[cluster].pairs(fields, skipped=skipped)
            if skipped:
                pairs = tuple(pair for pair in pairs if _safety(cluster, pair.left) == _safety(cluster, pair.right))
            verdicts.append(_compared(space, promise, cluster, pairs, breaks, message))
    return joined(verdicts, promise.id)


def _safety(cluster: Cluster, combinations: frozenset[Combination]) -> frozenset[Combination]:
    """What is possible of the signals of safety, whose silence does not decide."""
    places = [place for place, signal in enumerate(cluster.signals) if signal.side == "safety"]
    return frozenset(tuple(levels[place] for place in places) for levels in combinations)


def _compared(
    space: Space, promise: Promise, cluster: Cluster, pairs: Sequence[Pair], breaks: Breaks, message: str
) -> Verdict:
    """The verdict if no such pair may come to outcomes that break the promise."""
    if cluster not in space.diagram.clusters:
        return Verdict(promise.id, 0)
    named = ", ".join(signal.id for signal in cluster.signals)
    compared = list(space.compare(cluster, pairs))
    broken = (
        Counterexample(
            promise.id,
            f"{message}: {left.id} becomes {right.id} by a change of “{named}”",
            found.answers + pair.left_answers,
            found.answers + pair.right_answers,
            cost(pair, found),
        )
        for left, right, pair, found in compared
        if breaks(left, right)
    )
    return verdict(promise.id, len(compared), broken)
