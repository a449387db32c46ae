"""The rules as a decision diagram: what they still need to know, signal after signal.

The diagram has a layer for each signal that the rules read. A node of a layer is what is left of
the rules once the earlier signals are known; two ways of getting to the same remainder share a
node. A path from the top to the bottom is one combination of levels, and ends at the rule that
decides it, so that all combinations can be looked at together by following *sets* of levels.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from triage.engine.model import Condition, Criterion, Questionnaire

E = TypeVar("E")


class Need(NamedTuple):
    """A criterion not yet decided: so many of these signals must lie between two levels."""

    signals: tuple[str, ...]
    lowest: int
    highest: int
    least: int

    def could_hold(self, levels: Iterable[int]) -> bool:
        """Whether one of these levels lies between the two."""
        return any(self.lowest <= level <= self.highest for level in levels)

    def must_hold(self, levels: Iterable[int]) -> bool:
        """Whether all of these levels lie between the two."""
        return all(self.lowest <= level <= self.highest for level in levels)


Alternatives = frozenset[frozenset[Need]]
Remainder = tuple[tuple[int, Alternatives], ...]
"""Rules (by their place in the table) that can still decide, each with what it still needs."""


@dataclass(frozen=True)
class Diagram(Generic[E]):
    """`steps[layer][node][level]` is the node in the next layer; `deciding[node]` what the last layer comes to."""

    signals: tuple[str, ...]
    steps: tuple[tuple[tuple[int, ...], ...], ...]
    deciding: tuple[E, ...]

    def follow(self, layer: int, nodes: Iterable[int], levels: Iterable[int]) -> frozenset[int]:
        """The nodes of the next layer that these nodes lead to at these levels."""
        steps = self.steps[layer]
        return frozenset([steps[node][level] for node in nodes for level in levels])

    def rules(self, levels: Mapping[str, Iterable[int]]) -> frozenset[E]:
        """What can decide if each signal has one of its possible levels."""
        nodes = {0}
        # As `follow` does, but a call for each layer would take most of the time of finding what changes the outcome.
        for steps, signal in zip(self.steps, self.signals, strict=True):
            nodes = {steps[node][level] for node in nodes for level in levels[signal]}
        return frozenset([self.deciding[node] for node in nodes])


@cache
def diagram(questionnaire: Questionnaire) -> Diagram[int | None]:
    """The diagram of a questionnaire's rules, by their places in the table; None where no rule holds."""
    return diagram_of(questionnaire, [rule.when for rule in questionnaire.rules])


def diagram_of(questionnaire: Questionnaire, conditions: Sequence[Condition]) -> Diagram[int | None]:
    """Which of these conditions on levels (by their places) is the first that holds; None for none of them."""
    signals = signals_read(questionnaire, conditions)
    layer: dict[Remainder, int] = {_remainder(questionnaire, conditions): 0}
    steps: list[tuple[tuple[int, ...], ...]] = []
    for signal in signals:
        below: dict[Remainder, int] = {}
        levels = range(len(questionnaire.signal[signal].levels))
        steps.append(
            tuple(
                tuple(below.setdefault(_learn(node, signal, level), len(below)) for level in levels) for node in layer
            )
        )
        layer = below
    return Diagram(signals, tuple(steps), tuple(node[0][0] if node else None for node in layer))


def rule_signals(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The signals that rules read, in the questionnaire's order."""
    return signals_read(questionnaire, [rule.when for rule in questionnaire.rules])


def signals_read(questionnaire: Questionnaire, conditions: Iterable[Condition]) -> tuple[str, ...]:
    """The signals that these conditions read, in the questionnaire's order."""
    criteria = [criterion for when in conditions for tests in when for criterion in tests]
    read = {signal for criterion in criteria for signal in criterion_signals(questionnaire, criterion)}
    return tuple(signal.id for signal in questionnaire.signals if signal.id in read)


def criterion_signals(questionnaire: Questionnaire, criterion: Criterion) -> tuple[str, ...]:
    """The signals that a criterion is about."""
    if criterion.group is not None:
        return questionnaire.group[criterion.group].signals
    return (criterion.signal,) if criterion.signal is not None else ()


def need(questionnaire: Questionnaire, criterion: Criterion) -> Need:
    """A criterion on levels, before anything is known."""
    signals = criterion_signals(questionnaire, criterion)
    # The signals of a group share a scale, of which some have only the lower part.
    levels = max((questionnaire.signal[signal].levels for signal in signals), key=len)
    lowest = levels.index(criterion.at_least) if criterion.at_least is not None else 0
    highest = levels.index(criterion.at_most) if criterion.at_most is not None else 99
    return Need(signals, lowest, highest, criterion.count)


def _remainder(questionnaire: Questionnaire, conditions: Sequence[Condition]) -> Remainder:
    return _tidy(
        (place, frozenset(frozenset(need(questionnaire, criterion) for criterion in tests) for tests in when or ((),)))
        for place, when in enumerate(conditions)
    )


def _learn(rules: Remainder, signal: str, level: int) -> Remainder:
    """What is left of the rules once the signal's level is known."""
    left: list[tuple[int, Alternatives]] = []
    for place, alternatives in rules:
        learned = (_settle(needs, signal, level) for needs in alternatives)
        left.append((place, frozenset(needs for needs in learned if needs is not None)))
    return _tidy(left)


def _settle(needs: frozenset[Need], signal: str, level: int) -> frozenset[Need] | None:
    """The needs that are left, or None if one can no longer be met."""
    left: set[Need] = set()
    for one in needs:
        if signal in one.signals:
            met = one.lowest <= level <= one.highest
            one = Need(tuple(s for s in one.signals if s != signal), one.lowest, one.highest, one.least - met)
            if one.least > len(one.signals):
                return None
        if one.least > 0:
            left.add(one)
    return frozenset(left)


def _tidy(rules: Iterable[tuple[int, Alternatives]]) -> Remainder:
    """Drop rules that cannot hold any more, and every rule after one that holds."""
    left: list[tuple[int, Alternatives]] = []
    for place, alternatives in rules:
        if frozenset() in alternatives:
            left.append((place, frozenset({frozenset()})))
            break
        if alternatives:
            left.append((place, frozenset(a for a in alternatives if not any(b < a for b in alternatives))))
    return tuple(left)
