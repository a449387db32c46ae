"""What a walk through the pages behind some signals gathers."""

from __future__ import annotations

from collections.abc import Mapping
from operator import add as plus
from typing import NamedTuple

from triage.engine.deciding.answers import Given

Combination = tuple[int, ...]
"""A level (its place among the signal's levels, lowest 0) for each signal of a cluster."""


class State(NamedTuple):
    """The least that the rest of the walk depends on: for each signal its level so far and its points,
    totals of scales, choices and pages that something later looks at."""

    levels: Combination
    points: tuple[int, ...]
    totals: tuple[int, ...]
    choices: frozenset[tuple[str, str]]
    asked: frozenset[str]


class Move(NamedTuple):
    """What one answer to one field adds to a state."""

    levels: Combination
    points: tuple[int, ...]
    totals: tuple[int, ...]
    choices: frozenset[tuple[str, str]]


Filled = tuple[tuple[str, Given], ...]
States = Mapping[State, Filled]
"""States, each with answers to open fields that lead to it."""


class Walk(NamedTuple):
    """The states at the end of a walk, and the fields without an answer that some way of answering leads to."""

    states: States
    open: frozenset[str]


def add(state: State, move: Move) -> State:
    """The state after the move."""
    return State(
        tuple(map(max, state.levels, move.levels)),
        tuple(map(plus, state.points, move.points)) if any(move.points) else state.points,
        tuple(map(plus, state.totals, move.totals)) if any(move.totals) else state.totals,
        state.choices | move.choices if move.choices else state.choices,
        state.asked,
    )
