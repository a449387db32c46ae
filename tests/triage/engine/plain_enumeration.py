"""The rules and the promises on outcomes once more, by plain enumeration of complete levels.

It shares no code with the engine, so that a slip there does not repeat here: no diagram, no states, no skipped
questions beyond what silence reads as. Its input are tables as `tomllib` reads them.

Signals that a group binds are enumerated together, every other by itself. Of each such block only the different ways
are kept in which all criteria that read it come out: no rule and no promise can tell more apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

Criterion = Mapping[str, Any]
Condition = Sequence[Sequence[Criterion]]
Atom = tuple[tuple[str, ...], int, int, int]
"""So many of these signals have a level between these two (places, both included): signals, low, high, count."""
Point = tuple[int, ...]
"""One class of each block."""


@dataclass(frozen=True)
class Table:
    """What is decided on: `levels` that signals have, `reached` those that some answer gives (places)."""

    levels: Mapping[str, Sequence[str]]
    reached: Mapping[str, Sequence[int]]
    silence: Mapping[str, str]
    groups: Mapping[str, Sequence[str]]
    care: Mapping[str, int]
    rules: Sequence[Mapping[str, Any]]
    promises: Sequence[Mapping[str, Any]]

    def atom(self, criterion: Criterion) -> Atom:
        """A criterion, ready to be counted out."""
        signals = tuple(self.groups[criterion["group"]]) if "group" in criterion else (criterion["signal"],)
        scale = max((self.levels[signal] for signal in signals), key=len)
        low = scale.index(criterion["at_least"]) if "at_least" in criterion else 0
        high = scale.index(criterion["at_most"]) if "at_most" in criterion else len(scale)
        return signals, low, high, criterion.get("count", 1)


class Enumeration:
    """Every combination of complete levels, as points, with the outcome of each."""

    def __init__(self, table: Table) -> None:
        self.table = table
        conditions = [rule.get("when", []) for rule in table.rules]
        conditions += [promise.get(key, []) for promise in table.promises for key in ("when", "unless")]
        read = {table.atom(criterion) for when in conditions for group in when for criterion in group}
        self.atoms = sorted(read)
        self.blocks = self._blocks()
        self._come_outs = [
            {levels: self._come_out(block, levels) for levels in self._level_sets(block)} for block in self.blocks
        ]
        self.classes = [sorted(set(come_outs.values())) for come_outs in self._come_outs]
        self.points = list(product(*(range(len(each)) for each in self.classes)))
        self.truths = {point: self._truth(point) for point in self.points}

    def _blocks(self) -> list[list[str]]:
        blocks: list[set[str]] = [{signal} for signal in self.table.levels]
        for signals, *_ in self.atoms:
            met = [block for block in blocks if block & set(signals)]
            blocks = [block for block in blocks if not block & set(signals)] + [set().union(*met)]
        return [[signal for signal in self.table.levels if signal in block] for block in blocks]

    def _level_sets(self, block: list[str]) -> Iterator[tuple[int, ...]]:
        return product(*(self.table.reached[signal] for signal in block))

    def _come_out(self, block: list[str], levels: tuple[int, ...]) -> int:
        """The criteria that hold, a bit each; only those that read the block."""
        level = dict(zip(block, levels, strict=True))
        bits = 0
        for place, (signals, low, high, count) in enumerate(self.atoms):
            if signals[0] in level and sum(low <= level[signal] <= high for signal in signals) >= count:
                bits |= 1 << place
        return bits

    def _truth(self, point: Point) -> int:
        bits = 0
        for classes, place in zip(self.classes, point, strict=True):
            bits |= classes[place]
        return bits

    def mask(self, condition: Condition) -> list[int]:
        """For each alternative the bits that it needs."""
        atoms = {atom: 1 << place for place, atom in enumerate(self.atoms)}
        return [sum({atoms[self.table.atom(criterion)] for criterion in group}) for group in condition]

    def raised(self, signal: str, *, only: tuple[int, int] | None = None) -> Iterator[tuple[Point, Point]]:
        """All two points that differ in a higher level of this signal (or in just these two levels of it)."""
        number = next(n for n, block in enumerate(self.blocks) if signal in block)
        place = self.blocks[number].index(signal)
        come_outs = self._come_outs[number]
        steps = {
            (before, come_outs[(*levels[:place], higher, *levels[place + 1 :])])
            for levels, before in come_outs.items()
            for higher in self.table.reached[signal]
            if higher > levels[place] and only in (None, (levels[place], higher))
        }
        index = self.classes[number].index
        for low, high in ((index(before), index(after)) for before, after in steps):
            for point in self.points:
                if point[number] == low:
                    yield point, (*point[:number], high, *point[number + 1 :])

    @cached_property
    def decided(self) -> Mapping[Point, str | None]:
        """The rule at each point; None where none holds."""
        rules = [(rule["id"], self.mask(rule.get("when", [])) or [0]) for rule in self.table.rules]
        return {
            point: next((name for name, masks in rules if any(truth & mask == mask for mask in masks)), None)
            for point, truth in self.truths.items()
        }

    @cached_property
    def outcomes(self) -> Mapping[Point, str]:
        """The outcome at each point; total tables only."""
        outcome = {rule["id"]: rule["outcome"] for rule in self.table.rules}
        return {point: outcome[rule] for point, rule in self.decided.items() if rule is not None}


def holds(table: Table) -> dict[str, bool]:
    """For each promise on outcomes whether it holds over all complete levels. The table must be total.

    A promise that some outcome comes only under a condition is empty where that outcome never comes.
    """
    everything = Enumeration(table)
    return {promise["id"]: _BY_KIND[promise["kind"]](everything, promise) for promise in table.promises}


def is_total(table: Table) -> bool:
    """Whether some rule holds at every combination of levels."""
    return None not in Enumeration(table).decided.values()


def outcome_changes(old: Table, new: Table) -> bool:
    """Whether two tables with the same signals come to another outcome anywhere."""
    # Both are looked at with the criteria of both, so that their points are the same.
    both = [*old.promises, *({"id": "-", "when": rule.get("when", [])} for rule in (*old.rules, *new.rules))]
    one, other = (
        Enumeration(Table(t.levels, t.reached, t.silence, t.groups, t.care, t.rules, both)) for t in (old, new)
    )
    return one.outcomes != other.outcomes


def _where(everything: Enumeration, promise: Mapping[str, Any]) -> Iterator[tuple[bool, bool]]:
    """At each point, whether the condition holds and whether the outcome is one of those named."""
    when = everything.mask(promise.get("when", [])) or [0]
    unless = everything.mask(promise.get("unless", []))
    for point, truth in everything.truths.items():
        held = any(truth & mask == mask for mask in when) and not any(truth & mask == mask for mask in unless)
        yield held, everything.outcomes[point] in promise["outcomes"]


def _never(everything: Enumeration, promise: Mapping[str, Any]) -> bool:
    return not any(held and named for held, named in _where(everything, promise))


def _always(everything: Enumeration, promise: Mapping[str, Any]) -> bool:
    return all(named for held, named in _where(everything, promise) if held)


def _only_if(everything: Enumeration, promise: Mapping[str, Any]) -> bool:
    cases = [held for held, named in _where(everything, promise) if named]
    return bool(cases) and all(cases)


def _exactly(everything: Enumeration, promise: Mapping[str, Any]) -> bool:
    return all(held == named for held, named in _where(everything, promise))


def _safety_first(everything: Enumeration, promise: Mapping[str, Any]) -> bool:
    signal = promise["signals"][0]
    return all(everything.outcomes[danger] in promise["outcomes"] for _, danger in everything.raised(signal))


def _ordered(fits: Callable[[int, int], bool]) -> Callable[[Enumeration, Mapping[str, Any]], bool]:
    def holds_for(everything: Enumeration, promise: Mapping[str, Any]) -> bool:
        care, outcomes = everything.table.care, everything.outcomes
        return all(
            fits(care[outcomes[low]], care[outcomes[high]])
            for signal in promise["signals"]
            for low, high in everything.raised(signal)
        )

    return holds_for


def _never_matters(everything: Enumeration, promise: Mapping[str, Any]) -> bool:
    return all(
        everything.outcomes[low] == everything.outcomes[high]
        for signal in promise["signals"]
        for low, high in everything.raised(signal)
    )


def _skipping(everything: Enumeration, promise: Mapping[str, Any]) -> bool:
    """Where silence is open, the most careful completion counts, which cannot be less; the rest is looked at.

    Silence about safety is apart: it decides nothing.
    """
    table = everything.table
    care, outcomes = table.care, everything.outcomes
    for signal, named in table.silence.items():
        if signal != "safety":
            silent = table.levels[signal].index(named)
            for level in table.reached[signal]:
                pairs = everything.raised(signal, only=(min(silent, level), max(silent, level)))
                for low, high in pairs:
                    skipped, answered = (low, high) if silent < level else (high, low)
                    if care[outcomes[skipped]] < care[outcomes[answered]]:
                        return False
    return True


def _alive(everything: Enumeration, promise: Mapping[str, Any]) -> bool:
    decided = set(everything.decided.values())
    outcomes = {rule["outcome"] for rule in everything.table.rules if rule["id"] in decided}
    return {rule["id"] for rule in everything.table.rules} <= decided and set(everything.table.care) <= outcomes


_BY_KIND: Mapping[str, Callable[[Enumeration, Mapping[str, Any]], bool]] = {
    "never": _never,
    "always": _always,
    "only_if": _only_if,
    "exactly": _exactly,
    "safety_first": _safety_first,
    "never_less_care": _ordered(lambda low, high: low <= high),
    "never_more_care": _ordered(lambda low, high: low >= high),
    "never_matters": _never_matters,
    "skipping_never_lowers": _skipping,
    "total_and_alive": _alive,
}
