"""What a new version changes for people: every kind of change of outcome, each with the smallest example.

Proved, not sampled: all combinations of what both versions make of the same person (`alike`) are followed through both
rule tables at once, and those that leave the same of both are looked at together, as in a proof of promises. It speaks
of people who answer every question; what a skipped one means is settled in each version by its own promises.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from triage.engine.deciding.diagram import Remainder, learn, remainder_of, rule_signals
from triage.engine.model import Questionnaire, Signal
from triage.engine.proof.alike import Joined, joined_clusters, renamed


class Standing(NamedTuple):
    """A signal's level before and after, where either stands out. None where that version lacks the signal."""

    signal: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Kind:
    """People for whom one outcome becomes another, with an example that differs least from somebody well and ready.

    `by_new_questions` says that it takes an answer to a question on something that the old version did not know of.
    """

    before: str
    after: str
    by_new_questions: bool
    example: tuple[Standing, ...]


@dataclass(frozen=True)
class Impact:
    """All kinds of change between two versions; there is no other. `cases` were looked at."""

    old: Questionnaire
    new: Questionnaire
    kinds: tuple[Kind, ...]
    unchanged: tuple[str, ...]
    cases: int


class _Reached(NamedTuple):
    """What is left of both rule tables, and whether something that only the new version knows of stands out."""

    old: Remainder
    new: Remainder
    by_new_questions: bool


class _Way(NamedTuple):
    cost: int
    example: tuple[Standing, ...]


def impact(old: Questionnaire, new: Questionnaire) -> Impact:
    """Compare two versions of a questionnaire, both of which decide in every case."""
    start = _Reached(_table(old), _table(new), False)
    reached: dict[_Reached, _Way] = {start: _Way(0, ())}
    comparing = _Comparing(old, new)
    for joined in joined_clusters(old, new):
        reached = comparing.followed(reached, joined)
    ends: dict[tuple[str, str], tuple[bool, _Way]] = {}
    for (before, after, by_new), way in reached.items():
        names = old.rules[before[0][0]].outcome, new.rules[after[0][0]].outcome
        # An example that needs no new question says more about the rules, so it is preferred.
        if names not in ends or (by_new, way.cost) < (ends[names][0], ends[names][1].cost):
            ends[names] = by_new, way
    order = {outcome.id: place for place, outcome in enumerate((*old.outcomes, *new.outcomes))}
    kinds = [Kind(*names, by_new, way.example) for names, (by_new, way) in ends.items() if names[0] != names[1]]
    return Impact(
        old,
        new,
        tuple(sorted(kinds, key=lambda kind: (kind.by_new_questions, order[kind.before], order[kind.after]))),
        tuple(sorted((before for before, after in ends if before == after), key=order.__getitem__)),
        len(reached),
    )


def _table(questionnaire: Questionnaire) -> Remainder:
    return remainder_of(questionnaire, [rule.when for rule in questionnaire.rules])


class _Comparing:
    """Follows what both versions make of the same person through both tables."""

    def __init__(self, old: Questionnaire, new: Questionnaire) -> None:
        self.ids = renamed(old, new)
        self.read = {False: rule_signals(old), True: rule_signals(new)}
        self.calm = {False: _calm(old), True: _calm(new)}
        self._learned: dict[tuple[Remainder, str, int], Remainder] = {}

    def followed(self, reached: Mapping[_Reached, _Way], joined: Joined) -> dict[_Reached, _Way]:
        """What can be reached once the levels of these clusters are known."""
        options = [(levels, unheard, self._way(joined, levels)) for levels, unheard in joined.levels]
        following: dict[_Reached, _Way] = {}
        for left, way in reached.items():
            for levels, unheard, (cost, example, by_new) in options:
                before, after = left.old, left.new
                for (is_new, signal), level in zip(joined.signals, levels, strict=True):
                    if is_new:
                        after = self._learn(after, signal.id, level)
                    else:
                        before = self._learn(before, signal.id, level)
                key = _Reached(before, after, left.by_new_questions or by_new or unheard)
                if key not in following or way.cost + cost < following[key].cost:
                    following[key] = _Way(way.cost + cost, way.example + example)
        return following

    def _learn(self, left: Remainder, signal: str, level: int) -> Remainder:
        key = (left, signal, level)
        if key not in self._learned:
            self._learned[key] = learn(left, signal, level)
        return self._learned[key]

    def _way(self, joined: Joined, levels: tuple[int, ...]) -> tuple[int, tuple[Standing, ...], bool]:
        """How far these levels are from somebody well and ready, what stands out, if only the new version sees it."""
        cost = 0
        known = set(self.ids.values())
        by_new = False
        stands: dict[str, dict[bool, str]] = {}
        out: set[str] = set()
        for (is_new, signal), level in zip(joined.signals, levels, strict=True):
            name = signal.id if is_new else self.ids.get(signal.id, signal.id)
            stands.setdefault(name, {})[is_new] = signal.levels[level]
            distance = abs(level - self.calm[is_new][signal.id]) if signal.id in self.read[is_new] else 0
            cost += distance
            if distance:
                out.add(name)
                by_new = by_new or (is_new and signal.id not in known)
        example = tuple(Standing(name, each.get(False), each.get(True)) for name, each in stands.items() if name in out)
        return cost, example, by_new


def _calm(questionnaire: Questionnaire) -> Mapping[str, int]:
    """The level of each signal of somebody who is well and ready: the highest of those that promise less care."""
    readier = {
        name for promise in questionnaire.promises if promise.kind == "never_more_care" for name in promise.signals
    }
    return {signal.id: _top(signal) if signal.id in readier else 0 for signal in questionnaire.signals}


def _top(signal: Signal) -> int:
    return len(signal.levels) - 1
