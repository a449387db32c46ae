"""Every set of possible levels that a signal can come to, over all answers and skips in its cone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from triage.engine.deciding.answers import Given
from triage.engine.deciding.combinations import Option, Way
from triage.engine.deciding.cone import Cone
from triage.engine.deciding.feeding import every_answer, speaks_of_danger
from triage.engine.deciding.states import Filled, Move, State
from triage.engine.model import Field, Question

Spread = frozenset[State]
"""The states in which a partly answered cone can be: all that the rest of the walk depends on."""

DEAR = 100
"""More than all the answers that a cone can have."""


class Twin(NamedTuple):
    """Two walks side by side, equal in all answers but at most one."""

    left: Spread
    right: Spread
    differ: bool


class Pair(NamedTuple):
    """Two ways of answering, as `Twin` ends them: level sets, answers and what they cost."""

    left: frozenset[int]
    right: frozenset[int]
    left_answers: Filled
    right_answers: Filled
    cost: int


class Table:
    """Walks one cone through every combination of answers."""

    def __init__(self, walked: Cone) -> None:
        self.cone = walked
        self._steps: dict[tuple[Spread, str, Given], Spread] = {}
        self._ends: dict[State, int] = {}
        self._pairs: dict[tuple[frozenset[str], bool], tuple[Pair, ...]] = {}
        self._different = {
            field.id: tuple(self._make_different(field)) for page in walked.pages for field in walked.fields[page.id]
        }

    def options(self) -> tuple[Option, ...]:
        """The level sets that can occur, each with the cheapest answers to it."""
        reached: dict[Spread, Way] = {frozenset({self.cone.start}): Way((), 0)}
        for page in self.cone.pages:
            following: dict[Spread, Way] = {}
            for spread, found in reached.items():
                for after, way in self._page(page, spread, found).items():
                    _keep_found(following, after, way)
            reached = following
        options: dict[frozenset[int], Way] = {}
        for spread, found in reached.items():
            _keep_found(options, self._levels(spread), found)
        return tuple(Option(levels, way.answers, way.cost) for levels, way in options.items())

    def _page(self, page: Question, spread: Spread, found: Way) -> dict[Spread, Way]:
        on, off = self._split(page, spread)
        now = {on: found}
        for field in self.cone.fields[page.id] if on else ():
            following: dict[Spread, Way] = {}
            for states, way in now.items():
                for given in (None, *self._different[field.id]) if not off else (None,):
                    step = Way(way.answers + _named(field, given), way.cost + self.cost(field, given))
                    _keep_found(following, self._answer(states, field, given), step)
            now = following
        return {self._leave(page, states) | off: way for states, way in now.items()}

    def pairs(self, fields: frozenset[str], *, skipped: bool) -> tuple[Pair, ...]:
        """Pairs of ways of answering that differ in one of these fields only.

        With `skipped`, the left one skips it and the right one answers; else they answer differently.
        Pages that only one side is asked may be answered in any way there.
        """
        if (fields, skipped) not in self._pairs:
            self._pairs[fields, skipped] = self._make_pairs(fields, skipped)
        return self._pairs[fields, skipped]

    def _make_pairs(self, fields: frozenset[str], skipped: bool) -> tuple[Pair, ...]:
        start = frozenset({self.cone.start})
        reached: dict[Twin, Pair] = {Twin(start, start, False): Pair(frozenset(), frozenset(), (), (), 0)}
        for page in self.cone.pages:
            reached = self._twin_page(page, reached, fields, skipped)
        found: dict[tuple[frozenset[int], frozenset[int]], Pair] = {}
        for twin, pair in reached.items():
            ends = self._levels(twin.left), self._levels(twin.right)
            if twin.differ and (ends not in found or pair.cost < found[ends].cost):
                found[ends] = pair._replace(left=ends[0], right=ends[1])
        return tuple(found.values())

    def _twin_page(
        self, page: Question, reached: dict[Twin, Pair], fields: frozenset[str], skipped: bool
    ) -> dict[Twin, Pair]:
        following: dict[Twin, Pair] = {}
        for twin, pair in reached.items():
            left_on, left_off = self._split(page, twin.left)
            right_on, right_off = self._split(page, twin.right)
            asked = (bool(left_on) and not left_off, bool(right_on) and not right_off)
            now = {Twin(left_on, right_on, twin.differ): pair}
            for field in self.cone.fields[page.id]:
                nexts: dict[Twin, Pair] = {}
                for each, way in now.items():
                    may = field.id in fields and not each.differ and all(asked)
                    for a, b, differs in self._two_ways(field, asked, may, skipped):
                        left, right = self._answer(each.left, field, a), self._answer(each.right, field, b)
                        _keep_pair(nexts, Twin(left, right, each.differ or differs), self._longer(way, field, a, b))
                now = nexts
            for each, way in now.items():
                ends = self._leave(page, each.left) | left_off, self._leave(page, each.right) | right_off
                _keep_pair(following, Twin(*ends, each.differ), way)
        return following

    def _two_ways(
        self, field: Field, asked: tuple[bool, bool], may_differ: bool, skipped: bool
    ) -> Iterator[tuple[Given, Given, bool]]:
        answers = (None, *self._different[field.id])
        if all(asked):
            yield from ((given, given, False) for given in answers)
            lefts: tuple[Given, ...] = (None,) if skipped else answers
            yield from ((a, b, True) for a in lefts for b in answers if may_differ and a != b)
            return
        # Where one side is not asked, the other may say anything: their answers cannot agree.
        for a in answers if asked[0] else (None,):
            for b in answers if asked[1] else (None,):
                yield a, b, False

    def _longer(self, pair: Pair, field: Field, left: Given, right: Given) -> Pair:
        return pair._replace(
            left_answers=pair.left_answers + _named(field, left),
            right_answers=pair.right_answers + _named(field, right),
            cost=pair.cost + self.cost(field, left) + self.cost(field, right),
        )

    def _make_different(self, field: Field) -> Iterator[Given]:
        """Answers that make a difference here, one of those that make the same."""
        seen: set[Move] = set()
        for given in every_answer(field):
            move = self.cone.move(field, given)
            if move not in seen:
                seen.add(move)
                yield given

    def cost(self, field: Field, given: Given) -> int:
        """One for an answer. One that also speaks of danger is dear: it would decide by itself."""
        if given is None:
            return 0
        return DEAR if speaks_of_danger(self.cone.questionnaire, field.id, given) else 1

    def _split(self, page: Question, spread: Spread) -> tuple[Spread, Spread]:
        on = frozenset(state for state in spread if self.cone.leads_to(page, state))
        return on, spread - on

    def _leave(self, page: Question, spread: Spread) -> Spread:
        return frozenset(self.cone.leave(dict.fromkeys(spread, ()), page)) if page.when else spread

    def _answer(self, spread: Spread, field: Field, given: Given) -> Spread:
        key = (spread, field.id, given)
        if key not in self._steps:
            self._steps[key] = frozenset(self.cone.answer(dict.fromkeys(spread, ()), field, given))
        return self._steps[key]

    def _levels(self, spread: Spread) -> frozenset[int]:
        for state in spread:
            if state not in self._ends:
                self._ends[state] = self.cone.level(state)
        return frozenset(self._ends[state] for state in spread)


K = TypeVar("K")


def _keep_found(kept: dict[K, Way], key: K, way: Way) -> None:
    """Keep the cheapest way."""
    if key not in kept or way.cost < kept[key].cost:
        kept[key] = way


def _keep_pair(kept: dict[Twin, Pair], twin: Twin, pair: Pair) -> None:
    """Keep the cheapest pair."""
    if twin not in kept or pair.cost < kept[twin].cost:
        kept[twin] = pair


def _named(field: Field, given: Given) -> Filled:
    return () if given is None else ((field.id, given),)
