"""From possible levels to one outcome: the most careful of those that are possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from triage.engine.deciding.answers import Answers
from triage.engine.deciding.clusters import Cluster, clusters
from triage.engine.deciding.diagram import Possible, diagram
from triage.engine.deciding.path import Path, replay
from triage.engine.deciding.states import Walk
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


Walks = Mapping[Cluster, Walk]
"""The end of each cluster's walk."""


@dataclass(frozen=True)
class Seen:
    """The path of a set of answers, what its signals can be together and each by itself, and what was decided."""

    path: Path
    walks: Walks
    possible: Possible
    levels: Levels
    decision: Decision


def see(questionnaire: Questionnaire, answers: Answers) -> Seen:
    """Replay the answers and decide. Raises `NoRule` as `decide` does."""
    path = replay(questionnaire, answers)
    walks = {cluster: cluster.walk(path.answers) for cluster in clusters(questionnaire)}
    possible = {cluster: frozenset(state.levels for state in walk.states) for cluster, walk in walks.items()}
    return Seen(path, walks, possible, each_by_itself(possible), decide(questionnaire, possible))


def each_by_itself(possible: Possible) -> Levels:
    """The possible levels of every signal that has levels."""
    return {
        signal.id: frozenset(levels[place] for levels in combinations)
        for cluster, combinations in possible.items()
        for place, signal in enumerate(cluster.signals)
    }


def decide(questionnaire: Questionnaire, possible: Possible) -> Decision:
    """The most careful outcome over all ways in which open questions could turn out.

    Raises `NoRule` if no rule holds in one of those ways.
    """
    return decide_among(questionnaire, diagram(questionnaire).rules(possible))


def decide_among(questionnaire: Questionnaire, places: Iterable[int | None]) -> Decision:
    """The most careful of these rules (places in the table); of equally careful ones, the first."""
    possible: list[Rule] = []
    for place in sorted(places, key=lambda p: -1 if p is None else p):
        if place is None:
            raise NoRule("no rule holds for these answers")
        possible.append(questionnaire.rules[place])
    rule = max(possible, key=lambda rule: questionnaire.outcome[rule.outcome].care)
    return Decision(rule, questionnaire.outcome[rule.outcome], tuple(possible))
