"""What level each signal can have, over every way the skipped questions could have been answered.

A signal's *cone* is the pages that feed it and the pages that decide whether those are asked. Only
these matter to it, and (the reader sees to it) no other signal that rules read depends on them,
the safety signal apart. So a set of answers is, to the rules, one set of possible levels a signal.

The pages of a cone are walked in order while *states* (what has been summed so far) are kept: one
if everything is answered, more where something is open. A person meets a page if every state leads
there; a page that only some states lead to is open as a whole in those states.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from triage.engine.deciding.answers import Answers, Given, chosen
from triage.engine.deciding.feeding import every_answer, feeding_fields, gating, speaks_of_danger
from triage.engine.deciding.states import Filled, Move, State, States, add
from triage.engine.model import Field, Gate, Question, Questionnaire, Score, Signal
from triage.engine.model.questions import level_for


# One cone a signal and questionnaire (see `cone`), so identity is equality.
@dataclass(frozen=True, eq=False)
class Cone:
    """Everything that one signal's level depends on."""

    questionnaire: Questionnaire
    signal: Signal
    pages: tuple[Question, ...]

    @cached_property
    def scores(self) -> tuple[Score, ...]:
        """How totals become this signal's level."""
        return tuple(score for score in self.questionnaire.scores if score.signal == self.signal.id)

    @cached_property
    def scales(self) -> tuple[str, ...]:
        """The scales that are summed on the way, for the level or for a gate."""
        gated = {gate.scale for page in self.pages for gates in page.when for gate in gates if gate.scale}
        return tuple(sorted(gated | {score.scale for score in self.scores}))

    @cached_property
    def fields(self) -> Mapping[str, tuple[Field, ...]]:
        """The fields of each page (by its id) that make any difference here."""
        return {
            page.id: tuple(field for field in self.questionnaire.fields_of(page) if self._matters(field))
            for page in self.pages
        }

    @cached_property
    def start(self) -> State:
        """Before anything is answered."""
        return State(0, 0, (0,) * len(self.scales), frozenset(), frozenset())

    @cached_property
    def _moves(self) -> Mapping[str, Mapping[str, Move]]:
        fields = [field for page in self.pages for field in self.questionnaire.fields_of(page)]
        return {field.id: {choice: self._move(field, choice) for choice in field.choices} for field in fields}

    @cached_property
    def _gate_choices(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (gate.question, choice)
            for page in self.pages
            for gates in page.when
            for gate in gates
            if gate.question is not None
            for choice in gate.any_of
        )

    def _matters(self, field: Field) -> bool:
        nothing = Move(0, 0, self.start.totals, frozenset())
        return any(move != nothing for move in self._moves[field.id].values())

    def _move(self, field: Field, choice_id: str) -> Move:
        """What the choice gives this signal, and what gates of this cone read from it."""
        level = points = 0
        value = 0
        choice = self.questionnaire.choice(field, choice_id)
        if field.page.instrument is None:
            effect = getattr(choice, "effects", {}).get(self.signal.id)
            if isinstance(effect, int):
                points = effect
            elif isinstance(effect, str):
                level = self.signal.levels.index(effect)
        else:
            value = getattr(choice, "value", 0)
            for raised in field.page.item_effects:
                if (raised.item, raised.signal) == (field.id, self.signal.id) and value >= raised.start:
                    level = self.signal.levels.index(raised.level)
        totals = tuple(value if field.id in self.questionnaire.scale[scale].items else 0 for scale in self.scales)
        choices = frozenset({(field.id, choice_id)}) & self._gate_choices
        return Move(level, points, totals, choices)

    def move(self, field: Field, given: Given) -> Move:
        """What an answer adds; several choices add up, their highest level counts."""
        moves = [self._moves[field.id][choice] for choice in chosen(given)]
        if len(moves) == 1:
            return moves[0]
        return Move(
            max(move.level for move in moves),
            sum(move.points for move in moves),
            tuple(map(sum, zip(*(move.totals for move in moves), strict=True))),
            frozenset().union(*(move.choices for move in moves)),
        )

    @cached_property
    def _open_moves(self) -> Mapping[str, tuple[tuple[Move, Given], ...]]:
        return {field.id: self._moves_of_silence(field) for page in self.pages for field in self.fields[page.id]}

    def _moves_of_silence(self, field: Field) -> tuple[tuple[Move, Given], ...]:
        """The different things that an answer could have added, each with such an answer."""
        moves: dict[Move, Given] = {}
        # Answers that speak of danger come first, so that others take their place where they do as well.
        for given in sorted(every_answer(field), key=lambda g: not self._dangerous(field, g)):
            moves.pop(move := self.move(field, given), None)
            moves[move] = given
        if self.signal.when_unanswered != "open":
            silence = self.signal.levels.index(self.signal.when_unanswered)
            moves = {self._silent(move, silence): given for move, given in moves.items()}
        return tuple(moves.items())

    def _silent(self, move: Move, silence: int) -> Move:
        """What silence adds where it is not open: the level named, and nothing to what makes the level."""
        scored = {score.scale for score in self.scores}
        totals = (0 if scale in scored else total for scale, total in zip(self.scales, move.totals, strict=True))
        return Move(silence, 0, tuple(totals), move.choices)

    def _dangerous(self, field: Field, given: Given) -> bool:
        return speaks_of_danger(self.questionnaire, field.id, given)

    def split(self, states: States, page: Question) -> tuple[dict[State, Filled], dict[State, Filled]]:
        """The states that lead to the page, and the others."""
        if not page.when:
            return dict(states), {}
        on: dict[State, Filled] = {}
        off: dict[State, Filled] = {}
        for state, filled in states.items():
            (on if self.leads_to(page, state) else off)[state] = filled
        return on, off

    def leads_to(self, page: Question, state: State) -> bool:
        """Whether the page is asked of someone in this state."""
        if not page.when:
            return True
        return any(all(self._gate_holds(gate, state) for gate in gates) for gates in page.when)

    def _gate_holds(self, gate: Gate, state: State) -> bool:
        if gate.scale is not None:
            return state.totals[self.scales.index(gate.scale)] >= gate.at_least
        return any((gate.question, choice) in state.choices for choice in gate.any_of)

    def answer(self, states: States, field: Field, given: Given) -> dict[State, Filled]:
        """The states after one field was answered, or left open (None)."""
        if given is None or field.unanswered.intersection(chosen(given)):
            return {
                add(state, move): (*filled, (field.id, could_be))
                for move, could_be in self._open_moves[field.id]
                for state, filled in states.items()
            }
        move = self.move(field, given)
        return {add(state, move): filled for state, filled in states.items()}

    def walk(self, answers: Answers) -> States:
        """The states at the end, given these answers; fields without one are open."""
        if all(answers.get(field) is None for field in self._asks):
            return self._silence
        return self._walk(answers)

    @cached_property
    def _asks(self) -> frozenset[str]:
        return frozenset(field.id for page in self.pages for field in self.fields[page.id])

    @cached_property
    def _silence(self) -> States:
        return self._walk({})

    def _walk(self, answers: Answers) -> States:
        states: dict[State, Filled] = {self.start: ()}
        for page in self.pages:
            on, off = self.split(states, page)
            for field in self.fields[page.id] if on else ():
                on = self.answer(on, field, None if off else answers.get(field.id))
            states = {**self.leave(on, page), **off}
        return states

    def leave(self, states: States, page: Question) -> dict[State, Filled]:
        """The states once the page has been dealt with."""
        if not page.when:
            return dict(states)
        return {state._replace(asked=state.asked | {page.id}): filled for state, filled in states.items()}

    def level(self, state: State) -> int:
        """The signal's level (its place among the levels) at the end of a walk."""
        levels = [state.level]
        if self.signal.bands:
            levels.append(self.signal.levels.index(level_for(state.points, self.signal.bands)))
        in_use = [score for score in self.scores if self._conditional[score.scale] <= state.asked]
        replaced = {self.questionnaire.scale[score.scale].supersedes for score in in_use}
        for score in in_use:
            if score.scale not in replaced:
                total = state.totals[self.scales.index(score.scale)]
                levels.append(self.signal.levels.index(level_for(total, score.cuts)))
        return max(levels)

    @cached_property
    def _conditional(self) -> Mapping[str, frozenset[str]]:
        """For each scale, the pages with its items that not everyone is asked."""
        field = self.questionnaire.field
        return {
            score.scale: frozenset(
                field[item].page.id for item in self.questionnaire.items_of(score.scale) if field[item].page.when
            )
            for score in self.scores
        }

    def levels(self, answers: Answers) -> frozenset[int]:
        """Every level that is possible, given these answers."""
        return frozenset(self.level(state) for state in self.walk(answers))


@cache
def cone(questionnaire: Questionnaire, signal_id: str) -> Cone:
    """The cone of a signal that has levels."""
    wanted: set[str] = set()
    for page in questionnaire.questions:
        if feeding_fields(questionnaire, page, signal_id):
            wanted |= gating(questionnaire, page) | {page.id}
    pages = tuple(page for page in questionnaire.questions if page.id in wanted)
    return Cone(questionnaire, questionnaire.signal[signal_id], pages)
