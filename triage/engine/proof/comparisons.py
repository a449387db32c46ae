"""Promises that compare two sets of answers: worse, readier, skipped, or answered in any other way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

from triage.engine.deciding.clusters import Cluster, cluster_of
from triage.engine.deciding.combinations import Option
from triage.engine.deciding.diagram import rule_signals
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
    """However questions on these signals are answered, the outcome is the same.

    Where a question also feeds other signals, answers are compared that are the same to those.
    """
    signals = frozenset(promise.signals)
    fields = frozenset(field.id for signal in signals for field in fields_behind(space.questionnaire, signal))
    asking = [cluster for cluster in space.diagram.clusters if _has_one_of(cluster, fields)]
    # Where no rule's signal hangs on these questions, there are no two sets of answers that could be compared.
    if not asking:
        return Verdict(promise.id, 0, shown="structure")
    verdicts = []
    for cluster in asking:
        pairs = space.tables[cluster].others(fields, signals)
        verdicts.append(_compared(space, promise, cluster, pairs, lambda a, b: a.id != b.id, "another outcome"))
    return joined(verdicts, promise.id)


def _has_one_of(cluster: Cluster, fields: frozenset[str]) -> bool:
    return any(field.id in fields for kept in cluster.fields.values() for field in kept)


def skipping_never_lowers(space: Space, promise: Promise) -> Verdict:
    """Skipping gives at least the care that any answer gives; signals of safety are apart."""
    verdicts = []
    for cluster in space.diagram.clusters:
        widening = space.tables[cluster].widening
        if widening.holds:
            # Then whatever could come out after an answer still can after the skip, and the most careful counts.
            verdicts.append(Verdict(promise.id, widening.seen))
            continue
        skips = space.tables[cluster].skips()
        pairs = tuple(pair for pair in skips if _safety(cluster, pair.left) == _safety(cluster, pair.right))
        verdicts.append(
            _compared(space, promise, cluster, pairs, lambda a, b: a.care < b.care, "less care after skipping")
        )
    return joined(verdicts, promise.id)


def _ordered(space: Space, promise: Promise, breaks: Breaks, message: str) -> Verdict:
    verdicts = []
    for signal in promise.signals:
        cluster = cluster_of(space.questionnaire, signal)
        # What no rule reads of a cluster makes no difference, so it may differ as it likes.
        read = [each.id for each in cluster.signals if each.id in rule_signals(space.deciding_by)]
        if signal in read:
            pairs = tuple(_risen(space, cluster, read, read.index(signal)))
            verdicts.append(_compared(space, promise, cluster, pairs, breaks, message))
    return joined(verdicts, promise.id)


def _risen(space: Space, cluster: Cluster, read: Sequence[str], place: int) -> Iterator[Pair]:
    """Pairs in which the signal at this place (of those read) has risen, and the others are as they were."""
    places = [cluster.place(signal) for signal in read]
    by_others: dict[tuple[Combination, ...], list[tuple[list[tuple[int, int]], Option]]] = {}
    seen: set[frozenset[Combination]] = set()
    for option in sorted(space.options[cluster], key=lambda each: each.cost):
        narrowed = frozenset(tuple(levels[each] for each in places) for levels in option.combinations)
        if narrowed not in seen:
            seen.add(narrowed)
            bounds = _bounds(narrowed, place)
            others = tuple(sorted(bounds))
            by_others.setdefault(others, []).append(([bounds[each] for each in others], option))
    for group in by_others.values():
        for (low, left), (high, right) in permutations(group, 2):
            if all(a <= c and b <= d for (a, b), (c, d) in zip(low, high, strict=True)):
                cost_of_both = left.cost + right.cost
                yield Pair(left.combinations, right.combinations, left.answers, right.answers, cost_of_both)


def _bounds(combinations: frozenset[Combination], place: int) -> dict[Combination, tuple[int, int]]:
    """The lowest and the highest level at this place for each combination of the others."""
    found: dict[Combination, tuple[int, int]] = {}
    for levels in combinations:
        others, level = (*levels[:place], *levels[place + 1 :]), levels[place]
        low, high = found.get(others, (level, level))
        found[others] = min(low, level), max(high, level)
    return found


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
