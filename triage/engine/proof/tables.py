"""Every set of combinations of levels that a cluster can come to, over all answers and skips in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import NamedTuple, TypeVar

from triage.engine.deciding.answers import Given
from triage.engine.deciding.clusters import Cluster
from triage.engine.deciding.combinations import Option, Way
from triage.engine.deciding.feeding import every_answer, speaks_of_danger
from triage.engine.deciding.states import Combination, Filled, Move, State
from triage.engine.model import Field, Question

Spread = frozenset[State]
"""The states in which a partly answered cluster can be: all that the rest of the walk depends on."""

Differing = Callable[[Field], Iterator[tuple[Given, Given]]]
"""The ways in which the two of a pair may answer a field differently."""

DEAR = 100
"""More than all the answers that a cluster can have."""


class Twin(NamedTuple):
    """Two walks side by side, equal in all answers but at most one."""

    left: Spread
    right: Spread
    differ: bool


class Pair(NamedTuple):
    """Two ways of answering, as `Twin` ends them: what stays possible, answers and what they cost."""

    left: frozenset[Combination]
    right: frozenset[Combination]
    left_answers: Filled
    right_answers: Filled
    cost: int


@dataclass
class Widening:
    """Whether a skipped question leaves at least everything open that any answer to it leaves, in all `seen` cases.

    What follows keeps it so: answers are taken state by state, and a page that fewer are sure to be asked is open to
    more. Only gates of several alternatives with “none of these” among them would need a closer look (`_mixes`).
    """

    holds: bool
    seen: int = 0

    def see(self, skipped: Spread, answered: Spread) -> None:
        """Look at one more case."""
        self.seen += 1
        self.holds = self.holds and answered <= skipped


class Table:
    """Walks one cluster through every combination of answers."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._steps: dict[tuple[Spread, str, Given], Spread] = {}
        self.widening = Widening(holds=False)
        self._asks: dict[tuple[Spread, str], bool] = {}
        self._pairs: dict[object, tuple[Pair, ...]] = {}
        self._different = {
            field.id: tuple(self._make_different(field)) for page in cluster.pages for field in cluster.fields[page.id]
        }

    def options(self) -> tuple[Option, ...]:
        """What can stay possible, with the cheapest answers to it. Sees on the way whether skips only widen that."""
        self.widening = Widening(
            holds=not any(_mixes(field) for fields in self.cluster.fields.values() for field in fields)
        )
        reached: dict[Spread, Way] = {frozenset({self.cluster.start}): Way((), 0)}
        for page in self.cluster.pages:
            for field in self.cluster.fields[page.id]:
                following: dict[Spread, Way] = {}
                for spread, way in reached.items():
                    for given in (None, *self._different[field.id]) if self._asked(spread, field) else (None,):
                        step = Way(way.answers + _named(field, given), way.cost + self.cost(field, given))
                        after = self._answer(spread, field, given)
                        self.widening.see(self._answer(spread, field, None), after)
                        _keep_found(following, after, step)
                reached = following
            left: dict[Spread, Way] = {}
            for spread, way in reached.items():
                _keep_found(left, self._leave(page, spread), way)
            reached = left
        options: dict[frozenset[Combination], Way] = {}
        for spread, way in reached.items():
            _keep_found(options, _combinations(spread), way)
        return tuple(Option(combinations, way.answers, way.cost) for combinations, way in options.items())

    def skips(self) -> tuple[Pair, ...]:
        """Pairs of ways of answering that differ in one field, which the left one skips and the right one answers.

        Pages that only one side is asked may be answered in any way there.
        """
        return self._pairs_by("skips", self._skipped)

    def others(self, fields: frozenset[str], signals: frozenset[str]) -> tuple[Pair, ...]:
        """As `skips`, of pairs that answer one of these fields differently.

        Only by what makes no difference by itself to other signals than these, which the same question may feed too.
        """
        return self._pairs_by((fields, signals), lambda field: self._otherwise(field, fields, signals))

    def _pairs_by(self, key: object, differing: Differing) -> tuple[Pair, ...]:
        # Edited rules ask for the same pairs again and again.
        if key not in self._pairs:
            self._pairs[key] = self._make_pairs(differing)
        return self._pairs[key]

    def _skipped(self, field: Field) -> Iterator[tuple[Given, Given]]:
        yield from ((None, given) for given in self._different[field.id])

    def _otherwise(
        self, field: Field, fields: frozenset[str], signals: frozenset[str]
    ) -> Iterator[tuple[Given, Given]]:
        if field.id not in fields:
            return
        answers = self._different[field.id]
        for one, other in permutations(answers, 2):
            if self._for_others(field, one, signals) == self._for_others(field, other, signals):
                yield one, other
        if not any(any(map(any, self._for_others(field, given, signals))) for given in answers):
            yield from ((None, given) for given in answers)
            yield from ((given, None) for given in answers)

    def _for_others(self, field: Field, given: Given, signals: frozenset[str]) -> tuple[tuple[int, ...], ...]:
        """What an answer gives the signals of the cluster but for these, and the scales."""
        move = self.cluster.move(field, given)
        places = [place for place, signal in enumerate(self.cluster.signals) if signal.id not in signals]
        return tuple(move.levels[each] for each in places), tuple(move.points[each] for each in places), move.totals

    def _make_pairs(self, differing: Differing) -> tuple[Pair, ...]:
        fields = [field for fields in self.cluster.fields.values() for field in fields]
        if not any(any(True for _ in differing(field)) for field in fields):
            return ()
        start = frozenset({self.cluster.start})
        reached: dict[Twin, Pair] = {Twin(start, start, False): Pair(frozenset(), frozenset(), (), (), 0)}
        for page in self.cluster.pages:
            reached = self._twin_page(page, reached, differing)
        found: dict[tuple[frozenset[Combination], frozenset[Combination]], Pair] = {}
        for twin, pair in reached.items():
            ends = _combinations(twin.left), _combinations(twin.right)
            if twin.differ and (ends not in found or pair.cost < found[ends].cost):
                found[ends] = pair._replace(left=ends[0], right=ends[1])
        return tuple(found.values())

    def _twin_page(self, page: Question, reached: dict[Twin, Pair], differing: Differing) -> dict[Twin, Pair]:
        for field in self.cluster.fields[page.id]:
            following: dict[Twin, Pair] = {}
            apart = tuple(differing(field))
            for each, way in reached.items():
                asked = self._asked(each.left, field), self._asked(each.right, field)
                for a, b, differs in self._two_ways(field, asked, apart if not each.differ else ()):
                    left, right = self._answer(each.left, field, a), self._answer(each.right, field, b)
                    _keep_pair(following, Twin(left, right, each.differ or differs), self._longer(way, field, a, b))
            reached = following
        left_behind: dict[Twin, Pair] = {}
        for each, way in reached.items():
            ends = self._leave(page, each.left), self._leave(page, each.right)
            _keep_pair(left_behind, Twin(*ends, each.differ), way)
        return left_behind

    def _two_ways(
        self, field: Field, asked: tuple[bool, bool], apart: tuple[tuple[Given, Given], ...]
    ) -> Iterator[tuple[Given, Given, bool]]:
        answers = (None, *self._different[field.id])
        if all(asked):
            yield from ((given, given, False) for given in answers)
            yield from ((a, b, True) for a, b in apart)
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
            move = self.cluster.move(field, given)
            if move not in seen:
                seen.add(move)
                yield given

    def cost(self, field: Field, given: Given) -> int:
        """One for an answer. One that also speaks of danger is dear: it would decide by itself."""
        if given is None:
            return 0
        return DEAR if speaks_of_danger(self.cluster.questionnaire, field.id, given) else 1

    def _asked(self, spread: Spread, field: Field) -> bool:
        key = (spread, field.id)
        if key not in self._asks:
            self._asks[key] = self.cluster.asked(field, spread)
        return self._asks[key]

    def _leave(self, page: Question, spread: Spread) -> Spread:
        return frozenset(self.cluster.leave(dict.fromkeys(spread, ()), page))

    def _answer(self, spread: Spread, field: Field, given: Given) -> Spread:
        key = (spread, field.id, given)
        if key not in self._steps:
            self._steps[key] = frozenset(self.cluster.answer(dict.fromkeys(spread, ()), field, given))
        return self._steps[key]


def _mixes(field: Field) -> bool:
    """Whether one of several alternatives asks that something was not chosen."""
    conditions = (field.page.when, field.when)
    return any(len(when) > 1 and any(gate.none_of for gates in when for gate in gates) for when in conditions)


def _combinations(spread: Spread) -> frozenset[Combination]:
    """The combinations of levels at the end of a walk."""
    return frozenset(state.levels for state in spread)


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
