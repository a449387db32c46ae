"""What a walk may forget after each page, so that states which are the same to the rest of it become one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from triage.engine.deciding.feeding import fields_behind, gates_of, scores_of
from triage.engine.deciding.moves import Moves
from triage.engine.deciding.states import State
from triage.engine.model import Question, Score, Signal
from triage.engine.model.questions import level_for


@dataclass(frozen=True)
class Ending:
    """What of a signal is asked to the end after a page, and becomes its level: its points, its totals, or both.

    `scores` are the totals that end, each with its place and the pages of its items that not everyone is asked.
    """

    place: int
    signal: Signal
    points: bool
    scores: tuple[tuple[Score, int, frozenset[str]], ...]
    supersedes: Mapping[str, str | None]

    def level(self, state: State) -> int:
        """The signal's level at the end."""
        levels = [state.levels[self.place]]
        if self.points:
            levels.append(self.signal.levels.index(level_for(state.points[self.place], self.signal.bands)))
        in_use = [(score, slot) for score, slot, pages in self.scores if pages <= state.asked]
        replaced = {self.supersedes[score.scale] for score, _ in in_use}
        for score, slot in in_use:
            if score.scale not in replaced:
                levels.append(self.signal.levels.index(level_for(state.totals[slot], score.cuts)))
        return max(levels)


@dataclass(frozen=True)
class Forgetting:
    """After one page: the signals that end with it, and what of the rest is still looked at.

    For each total, `thresholds` are those of later gates, or None while the total itself is still needed.
    """

    endings: tuple[Ending, ...]
    thresholds: tuple[tuple[int, ...] | None, ...]
    choices: frozenset[tuple[str, str]]
    asked: frozenset[str]

    def applied(self, state: State) -> State:
        """The state without what nothing later looks at."""
        levels, points = state.levels, state.points
        for ending in self.endings:
            here = ending.place
            levels = (*levels[:here], ending.level(state), *levels[here + 1 :])
            if ending.points:
                points = (*points[:here], 0, *points[here + 1 :])
        return State(
            levels,
            points,
            tuple(
                total if steps is None else max((step for step in steps if step <= total), default=0)
                for total, steps in zip(state.totals, self.thresholds, strict=True)
            ),
            state.choices & self.choices,
            state.asked & self.asked,
        )


def forgetting(moves: Moves, pages: Sequence[Question]) -> Mapping[str, Forgetting]:
    """What is forgotten after each of the pages, which are all pages of a walk in order."""
    found: dict[str, Forgetting] = {}
    for number, page in enumerate(pages):
        later = {each.id for each in pages[number + 1 :]}
        gates = [gate for field in moves.own_fields if field.page.id in later for gate in gates_of(field)]
        scored = [_last_scored(moves, signal, pages) for signal in moves.signals]
        waiting = [_ending(moves, place, scores=True) for place, last in enumerate(scored) if last in later]
        summing = {slot for ending in waiting for _, slot, _ in ending.scores}
        ending_here = [
            _ending(moves, place, points=bool(signal.bands) and last == page.id, scores=scored[place] == page.id)
            for place, signal in enumerate(moves.signals)
            if page.id in (last := _last(moves, signal, pages), scored[place])
        ]
        found[page.id] = Forgetting(
            endings=tuple(ending_here),
            thresholds=tuple(
                None
                if slot in summing or _items_left(moves, scale, later)
                else tuple(gate.at_least for gate in gates if gate.scale == scale)
                for slot, (scale, _) in enumerate(moves.slots)
            ),
            choices=frozenset((gate.question or "", choice) for gate in gates for choice in gate.choices),
            asked=frozenset().union(*(pages for ending in waiting for _, _, pages in ending.scores)),
        )
    return found


def _feeds(moves: Moves, signal: Signal) -> set[str]:
    """The pages that feed the signal."""
    return {field.page.id for field in fields_behind(moves.questionnaire, signal.id)}


def _last(moves: Moves, signal: Signal, pages: Iterable[Question]) -> str | None:
    """The last page that feeds the signal."""
    feeding = [page.id for page in pages if page.id in _feeds(moves, signal)]
    return feeding[-1] if feeding else None


def _last_scored(moves: Moves, signal: Signal, pages: Iterable[Question]) -> str | None:
    """The last page with items of the signal's scales."""
    scales = [moves.questionnaire.scale[score.scale] for score in scores_of(moves.questionnaire, signal.id)]
    items = {item for scale in scales for item in scale.items}
    scoring = [page.id for page in pages if not items.isdisjoint(page.items)]
    return scoring[-1] if scoring else None


def _items_left(moves: Moves, scale: str, later: set[str]) -> bool:
    """Whether items of the scale are still to come."""
    items = moves.questionnaire.scale[scale].items
    return any(field.page.id in later for field in moves.own_fields if field.id in items)


def _ending(moves: Moves, place: int, *, points: bool = False, scores: bool = False) -> Ending:
    signal, field = moves.signals[place], moves.questionnaire.field
    totals = scores_of(moves.questionnaire, signal.id) if scores else ()
    return Ending(
        place,
        signal,
        points,
        tuple(
            (
                score,
                moves.slots.index((score.scale, signal.when_unanswered == "open")),
                frozenset(
                    field[item].page.id for item in moves.questionnaire.items_of(score.scale) if field[item].page.when
                ),
            )
            for score in totals
        ),
        {score.scale: moves.questionnaire.scale[score.scale].supersedes for score in totals},
    )
