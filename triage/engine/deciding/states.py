"""What a walk through the pages behind a signal gathers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from triage.engine.deciding.answers import Given


class State(NamedTuple):
    """What a walk through a cone has gathered: the least that the rest of the walk depends on."""

    level: int
    points: int
    totals: tuple[int, ...]
    choices: frozenset[tuple[str, str]]
    asked: frozenset[str]


class Move(NamedTuple):
    """What one answer to one field adds to a state."""

    level: int
    points: int
    totals: tuple[int, ...]
    choices: frozenset[tuple[str, str]]


Filled = tuple[tuple[str, Given], ...]
States = Mapping[State, Filled]
"""States, each with answers to open fields that lead to it."""


def add(state: State, move: Move) -> State:
    """The state after the move."""
    return State(
        max(state.level, move.level),
        state.points + move.points,
        tuple(a + b for a, b in zip(state.totals, move.totals, strict=True)),
        state.choices | move.choices,
        state.asked,
    )
