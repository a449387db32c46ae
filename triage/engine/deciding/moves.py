"""What each answer adds for a set of signals, silence included."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from triage.engine.deciding.answers import Given, chosen
from triage.engine.deciding.feeding import behind, every_answer, gates_of, scores_of, speaks_of_danger
from triage.engine.deciding.states import Move
from triage.engine.model import Field, Gate, Questionnaire, Signal

Slot = tuple[str, bool]
"""A scale that is summed; and whether silence is open there. Else it adds nothing, since it means a level itself."""


# One for each cluster of a questionnaire, so identity is equality.
@dataclass(frozen=True, eq=False)
class Moves:
    """What answers to these fields add to the states of a walk."""

    questionnaire: Questionnaire
    signals: tuple[Signal, ...]
    own_fields: tuple[Field, ...]

    @cached_property
    def gates(self) -> tuple[Gate, ...]:
        """The gates on the way."""
        return tuple(gate for field in self.own_fields for gate in gates_of(field))

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """What is summed on the way, for levels or for gates."""
        scored = {slot for signal in self.signals for slot in self.slots_of(signal)}
        return tuple(sorted(scored | {(gate.scale, True) for gate in self.gates if gate.scale is not None}))

    def slots_of(self, signal: Signal) -> tuple[Slot, ...]:
        """The sums that become levels of the signal."""
        return tuple(
            (score.scale, signal.when_unanswered == "open") for score in scores_of(self.questionnaire, signal.id)
        )

    @cached_property
    def _gate_choices(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (gate.question, choice) for gate in self.gates if gate.question is not None for choice in gate.choices
        )

    @cached_property
    def _behind(self) -> tuple[frozenset[str], ...]:
        """For each signal, the fields that it hangs on."""
        return tuple(frozenset(f.id for f in behind(self.questionnaire, signal.id)) for signal in self.signals)

    @cached_property
    def _moves(self) -> dict[tuple[str, Given], Move]:
        return {}

    def move(self, field: Field, given: Given) -> Move:
        """What an answer adds; several choices add up, their highest level counts."""
        key = (field.id, given)
        if key not in self._moves:
            self._moves[key] = self._move(field, chosen(given))
        return self._moves[key]

    def _move(self, field: Field, choices: tuple[str, ...]) -> Move:
        gives = [self._given(field, choices, signal) for signal in self.signals]
        value = self.questionnaire.values[field.id][choices[0]] if field.page.instrument is not None else 0
        scale = self.questionnaire.scale
        return Move(
            tuple(level for level, _ in gives),
            tuple(points for _, points in gives),
            tuple(value if field.id in scale[name].items else 0 for name, _ in self.slots),
            frozenset((field.id, choice) for choice in choices) & self._gate_choices,
        )

    def _given(self, field: Field, choices: tuple[str, ...], signal: Signal) -> tuple[int, int]:
        """The level and the points that these choices give the signal."""
        levels, points = [0], 0
        for choice in choices:
            effect = self.questionnaire.effects(field, choice).get(signal.id)
            if isinstance(effect, int):
                points += effect
            elif isinstance(effect, str):
                levels.append(signal.levels.index(effect))
            for raised in field.page.item_effects:
                if (raised.item, raised.signal) == (field.id, signal.id):
                    reached = self.questionnaire.values[field.id][choice] >= raised.start
                    levels.append(signal.levels.index(raised.level) if reached else 0)
        fitting = (each for each in field.page.together if each.signal == signal.id and each.fits(choices))
        if (first := next(fitting, None)) is not None:
            levels.append(signal.levels.index(first.level))
        return max(levels), points

    def matters(self, field: Field) -> bool:
        """Whether some answer to the field makes a difference here."""
        nothing = Move((0,) * len(self.signals), (0,) * len(self.signals), (0,) * len(self.slots), frozenset())
        return any(self.move(field, given) != nothing for given in every_answer(field))

    @cached_property
    def _open(self) -> dict[str, tuple[tuple[Move, Given], ...]]:
        return {}

    def open_moves(self, field: Field) -> tuple[tuple[Move, Given], ...]:
        """The different things that an answer could have added, each with such an answer."""
        if field.id not in self._open:
            moves: dict[Move, Given] = {}
            # Answers that speak of danger come first, so that others take their place where they do as well.
            ways = sorted(every_answer(field), key=lambda given: not self._dangerous(field, given))
            for given in ways:
                moves.pop(move := self._silent(field, self.move(field, given)), None)
                moves[move] = given
            self._open[field.id] = tuple(moves.items())
        return self._open[field.id]

    def _silent(self, field: Field, move: Move) -> Move:
        """What is left of an answer that was not given, where a signal's silence is not open but means a level."""
        if all(signal.when_unanswered == "open" for signal in self.signals):
            return move
        levels, points = list(move.levels), list(move.points)
        for place, signal in enumerate(self.signals):
            if signal.when_unanswered != "open" and field.id in self._behind[place]:
                levels[place], points[place] = signal.levels.index(signal.when_unanswered), 0
        totals = (total if is_open else 0 for (_, is_open), total in zip(self.slots, move.totals, strict=True))
        return Move(tuple(levels), tuple(points), tuple(totals), move.choices)

    def _dangerous(self, field: Field, given: Given) -> bool:
        return speaks_of_danger(self.questionnaire, field.id, given)
