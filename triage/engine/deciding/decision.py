"""From possible levels to one outcome: the most careful of those that are possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from triage.engine.deciding.answers import Answers
from triage.engine.deciding.cone import cone
from triage.engine.deciding.diagram import diagram
from triage.engine.deciding.path import Path, replay
from triage.engine.deciding.states import States
from triage.engine.model import Outcome, Questionnaire, Rule

Levels = Mapping[str, frozenset[int]]
"""The possible levels (places among the signal's levels, lowest 0) under each signal's id."""


class NoRule(ValueError):
    """The rules leave a case undecided, which the proof rules out for content that is in use."""


@dataclass(frozen=True)
class Decision:
    """The rule and outcome, and every rule that is possible given what was skipped (table order)."""

    rule: Rule
    outcome: Outcome
    possible: tuple[Rule, ...]


Walks = Mapping[str, States]
"""The states at the end of each signal's cone (see `levels`), under the signal's id."""


@dataclass(frozen=True)
class Seen:
    """The path of a set of answers, what its signals can be, and what was decided."""

    path: Path
    walks: Walks
    levels: Levels
    decision: Decision


def see(questionnaire: Questionnaire, answers: Answers) -> Seen:
    """Replay the answers and decide. Raises `NoRule` as `decide` does."""
    path = replay(questionnaire, answers)
    walks = walk_all(questionnaire, path.answers)
    levels = all_levels(questionnaire, walks)
    return Seen(path, walks, levels, decide(questionnaire, levels))


def walk_all(questionnaire: Questionnaire, counted: Answers) -> Walks:
    """Walk the cone of every signal that has levels, given the answers on the path."""
    return {
        signal.id: cone(questionnaire, signal.id).walk(counted) for signal in questionnaire.signals if signal.levels
    }


def all_levels(questionnaire: Questionnaire, walks: Walks) -> Levels:
    """The possible levels of every signal that has levels."""
    return {name: frozenset(map(cone(questionnaire, name).level, states)) for name, states in walks.items()}


def decide(questionnaire: Questionnaire, levels: Levels) -> Decision:
    """The most careful outcome over all ways in which open signals could turn out.

    Raises `NoRule` if no rule holds in one of those ways.
    """
    return decide_among(questionnaire, diagram(questionnaire).rules(levels))


def decide_among(questionnaire: Questionnaire, places: Iterable[int | None]) -> Decision:
    """The most careful of these rules (places in the table); of equally careful ones, the first."""
    possible: list[Rule] = []
    for place in sorted(places, key=lambda p: -1 if p is None else p):
        if place is None:
            raise NoRule("no rule holds for these answers")
        possible.append(questionnaire.rules[place])
    rule = max(possible, key=lambda rule: questionnaire.outcome[rule.outcome].care)
    return Decision(rule, questionnaire.outcome[rule.outcome], tuple(possible))
