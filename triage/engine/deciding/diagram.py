"""Conditions as a decision diagram: what they still need to know, cluster after cluster.

The diagram has a layer for each cluster with a signal that the conditions read. A node of a layer is what is
left of the conditions once the earlier clusters are known; two ways of getting to the same remainder share a
node. A path from the top to the bottom is one combination of levels, and ends at the first condition that
holds, so that all combinations can be looked at together by following *sets* of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from triage.engine.deciding.clusters import Cluster, clusters
from triage.engine.deciding.states import Combination
from triage.engine.model import Criterion, Questionnaire
from triage.engine.model.conditions import Condition

E = TypeVar("E")
Possible = Mapping[Cluster, frozenset[Combination]]
"""The combinations of levels that are possible of each cluster."""


class Need(NamedTuple):
    """A criterion not yet decided: so many (`least`) of these signals must lie between their two levels."""

    bounds: tuple[tuple[str, int, int], ...]
    least: int

    @property
    def signals(self) -> tuple[str, ...]:
        """The signals that it is about."""
        return tuple(signal for signal, _, _ in self.bounds)

    def could_hold(self, signal: str, levels: Iterable[int]) -> bool:
        """Whether one of these levels of the signal lies between its two."""
        lowest, highest = self._between(signal)
        return any(lowest <= level <= highest for level in levels)

    def must_hold(self, signal: str, levels: Iterable[int]) -> bool:
        """Whether all of these levels of the signal lie between its two."""
        lowest, highest = self._between(signal)
        return all(lowest <= level <= highest for level in levels)

    def _between(self, signal: str) -> tuple[int, int]:
        return next((lowest, highest) for name, lowest, highest in self.bounds if name == signal)


Alternatives = frozenset[frozenset[Need]]
Remainder = tuple[tuple[int, Alternatives], ...]
"""Conditions (by their place) that can still be the first to hold, each with what it still needs."""


@dataclass(frozen=True)
class Diagram(Generic[E]):
    """`steps[layer][node][combination]` is the node in the next layer; `deciding[node]` what the last one comes to."""

    clusters: tuple[Cluster, ...]
    steps: tuple[tuple[Mapping[Combination, int], ...], ...]
    deciding: tuple[E, ...]

    def follow(self, layer: int, nodes: Iterable[int], combinations: Iterable[Combination]) -> frozenset[int]:
        """The nodes of the next layer that these nodes lead to at these combinations."""
        steps = self.steps[layer]
        return frozenset([steps[node][levels] for node in nodes for levels in combinations])

    def rules(self, possible: Possible) -> frozenset[E]:
        """What can come out if each cluster has one of its possible combinations."""
        nodes = {0}
        # As `follow` does, but a call for each layer would take most of the time of finding what changes the outcome.
        for steps, cluster in zip(self.steps, self.clusters, strict=True):
            nodes = {steps[node][levels] for node in nodes for levels in possible[cluster]}
        return frozenset([self.deciding[node] for node in nodes])


@cache
def diagram(questionnaire: Questionnaire) -> Diagram[int | None]:
    """The diagram of a questionnaire's rules, by their places in the table; None where no rule holds."""
    return diagram_of(questionnaire, [rule.when for rule in questionnaire.rules])


def diagram_of(questionnaire: Questionnaire, conditions: Sequence[Condition]) -> Diagram[int | None]:
    """Which of these conditions on levels (by their places) is the first that holds; None for none of them."""
    read = signals_read(questionnaire, conditions)
    layers = [each for each in clusters(questionnaire) if any(signal.id in read for signal in each.signals)]
    layer: dict[Remainder, int] = {remainder_of(questionnaire, conditions): 0}
    steps: list[tuple[Mapping[Combination, int], ...]] = []
    for cluster in layers:
        below: dict[Remainder, int] = {}
        steps.append(tuple(_steps(node, cluster, read, below) for node in layer))
        layer = below
    return Diagram(tuple(layers), tuple(steps), tuple(node[0][0] if node else None for node in layer))


def _steps(
    node: Remainder, cluster: Cluster, read: Iterable[str], below: dict[Remainder, int]
) -> Mapping[Combination, int]:
    """The node below for each combination of the cluster's levels; new ones join `below`."""
    found: dict[Combination, Remainder] = {(): node}
    learned: dict[tuple[Remainder, int, int], Remainder] = {}
    for place, signal in enumerate(cluster.signals):
        following: dict[Combination, Remainder] = {}
        for (levels, left), level in product(found.items(), range(len(signal.levels))):
            key = (left, place, level)
            if key not in learned:
                learned[key] = learn(left, signal.id, level) if signal.id in read else left
            following[(*levels, level)] = learned[key]
        found = following
    return {levels: below.setdefault(left, len(below)) for levels, left in found.items()}


def rule_signals(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The signals that rules read, in the questionnaire's order."""
    return signals_read(questionnaire, [rule.when for rule in questionnaire.rules])


def signals_read(questionnaire: Questionnaire, conditions: Iterable[Condition]) -> tuple[str, ...]:
    """The signals that conditions read, in the questionnaire's order."""
    criteria = [criterion for condition in conditions for tests in condition for criterion in tests]
    read = {signal for criterion in criteria for signal in criterion_signals(questionnaire, criterion)}
    return tuple(signal.id for signal in questionnaire.signals if signal.id in read)


def criterion_signals(questionnaire: Questionnaire, criterion: Criterion) -> tuple[str, ...]:
    """The signals that a criterion is about."""
    if criterion.group is not None:
        return questionnaire.group[criterion.group].signals
    return (criterion.signal,) if criterion.signal is not None else ()


def need(questionnaire: Questionnaire, criterion: Criterion) -> Need:
    """A criterion on levels, before anything is known."""
    names = criterion_signals(questionnaire, criterion)
    # Signals of a group may leave out levels of the longest scale among them, which gives the order.
    scale = max((questionnaire.signal[name].levels for name in names), key=len)
    lowest = scale.index(criterion.at_least) if criterion.at_least is not None else 0
    highest = scale.index(criterion.at_most) if criterion.at_most is not None else len(scale)
    bounds = []
    for name in names:
        places = [scale.index(level) for level in questionnaire.signal[name].levels]
        bounds.append((name, sum(place < lowest for place in places), sum(place <= highest for place in places) - 1))
    return Need(tuple(bounds), criterion.count)


def remainder_of(questionnaire: Questionnaire, conditions: Sequence[Condition]) -> Remainder:
    return _tidy(
        (place, frozenset(frozenset(need(questionnaire, criterion) for criterion in tests) for tests in when or ((),)))
        for place, when in enumerate(conditions)
    )


def learn(left_over: Remainder, signal: str, level: int) -> Remainder:
    """What is left of the conditions once the signal's level is known."""
    left: list[tuple[int, Alternatives]] = []
    for place, alternatives in left_over:
        learned = (_settle(needs, signal, level) for needs in alternatives)
        left.append((place, frozenset(needs for needs in learned if needs is not None)))
    return _tidy(left)


def _settle(needs: frozenset[Need], signal: str, level: int) -> frozenset[Need] | None:
    """The needs that are left, or None if one can no longer be met."""
    left: set[Need] = set()
    for one in needs:
        if signal in one.signals:
            others = tuple(bound for bound in one.bounds if bound[0] != signal)
            one = Need(others, one.least - one.must_hold(signal, (level,)))
            if one.least > len(others):
                return None
        if one.least > 0:
            left.add(one)
    return frozenset(left)


def _tidy(conditions: Iterable[tuple[int, Alternatives]]) -> Remainder:
    """Drop conditions that cannot hold any more, and every one after one that holds."""
    left: list[tuple[int, Alternatives]] = []
    for place, alternatives in conditions:
        if frozenset() in alternatives:
            left.append((place, frozenset({frozenset()})))
            break
        if alternatives:
            left.append((place, frozenset(a for a in alternatives if not any(b < a for b in alternatives))))
    return tuple(left)
