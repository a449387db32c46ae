"""What skipped questions leave open, and which answers would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from triage.engine.deciding.clusters import Cluster
from triage.engine.deciding.combinations import Option, Way, deciding, sweep
from triage.engine.deciding.decision import Seen
from triage.engine.deciding.diagram import Possible, diagram, rule_signals
from triage.engine.deciding.feeding import speaks_of_danger
from triage.engine.deciding.path import Path
from triage.engine.deciding.states import Combination, Filled
from triage.engine.explaining.reasons import answers_behind
from triage.engine.model import Questionnaire, Signal


@dataclass(frozen=True)
class Settlement:
    """Answers to open questions, as few as will do, after which this outcome would be certain to follow.

    They go on top of the answers on the path. Where consent was refused, giving it is among them.
    """

    outcome: str
    answers: Filled


@dataclass(frozen=True)
class OpenOutcomes:
    """The outcomes still possible (as in the questionnaire's order), and how each could be settled.

    `silent` are signals whose silence does not decide, although an answer could have.
    """

    outcomes: tuple[str, ...]
    signals: tuple[str, ...]
    silent: tuple[str, ...]
    settlements: tuple[Settlement, ...]


def open_outcomes(questionnaire: Questionnaire, seen: Seen) -> OpenOutcomes:
    """What could still come out, given the levels that are possible."""
    read = rule_signals(questionnaire)
    silent = silent_signals(questionnaire, seen)
    places = diagram(questionnaire).rules(as_if_spoken(questionnaire, seen))
    reachable = {questionnaire.rules[place].outcome for place in places if place is not None}
    others = {rule.outcome for rule in seen.decision.possible} - {seen.decision.outcome.id}
    return OpenOutcomes(
        outcomes=tuple(outcome.id for outcome in questionnaire.outcomes if outcome.id in reachable),
        signals=tuple(signal for signal in read if len(seen.levels[signal]) > 1),
        silent=silent,
        settlements=_settlements(questionnaire, seen) if others else (),
    )


def silent_signals(questionnaire: Questionnaire, seen: Seen) -> tuple[str, ...]:
    """The signals whose silence does not decide, although an answer could."""
    read = rule_signals(questionnaire)
    return tuple(name for name in read if _is_silent(questionnaire, questionnaire.signal[name], seen))


def as_if_spoken(questionnaire: Questionnaire, seen: Seen) -> Possible:
    """What is possible if silence that means a level could still be broken."""
    silent = silent_signals(questionnaire, seen)
    return {cluster: _spoken(cluster, silent, combinations) for cluster, combinations in seen.possible.items()}


def _spoken(cluster: Cluster, silent: tuple[str, ...], combinations: frozenset[Combination]) -> frozenset[Combination]:
    """The combinations, as if an answer could have given each silent signal any level."""
    signals = cluster.signals

    def ways(levels: Combination) -> Iterator[Combination]:
        every = (range(len(s.levels)) if s.id in silent else (level,) for s, level in zip(signals, levels, strict=True))
        return product(*every)

    return frozenset(spoken for levels in combinations for spoken in ways(levels))


def _is_silent(questionnaire: Questionnaire, signal: Signal, seen: Seen) -> bool:
    """Whether silence decides nothing here, and the signal was left at silence."""
    if signal.when_unanswered == "open":
        return False
    silence = {signal.levels.index(signal.when_unanswered)}
    return seen.levels[signal.id] == silence and bool(answers_behind(questionnaire, seen, signal.id)[1])


def _settlements(questionnaire: Questionnaire, seen: Seen) -> tuple[Settlement, ...]:
    """For each other outcome that answers could make certain, the fewest answers that do."""
    rules = diagram(questionnaire)
    options = {cluster: _options(questionnaire, cluster, seen) for cluster in rules.clusters}
    cheapest: dict[str, Way] = {}
    for nodes, found in sweep(rules, options).items():
        left = {questionnaire.rules[place].outcome for place in deciding(rules, nodes) if place is not None}
        for outcome in left if len(left) == 1 else ():
            if outcome not in cheapest or found.cost < cheapest[outcome].cost:
                cheapest[outcome] = found
    return tuple(
        Settlement(outcome.id, _agreed(questionnaire, seen.path, cheapest[outcome.id].answers))
        for outcome in questionnaire.outcomes
        if outcome.id in cheapest and outcome.id != seen.decision.outcome.id
    )


def _options(questionnaire: Questionnaire, cluster: Cluster, seen: Seen) -> list[Option]:
    """Leave the cluster as it is, or answer what is open so that one combination of levels is certain."""
    options = [Option(seen.possible[cluster], (), 0)]
    if len(seen.possible[cluster]) > 1:
        shortest: dict[Combination, Filled] = {}
        for state, filled in seen.walks[cluster].states.items():
            # Nobody is told to speak of danger, and that would decide by itself.
            if any(speaks_of_danger(questionnaire, *answer) for answer in filled):
                continue
            if state.levels not in shortest or len(filled) < len(shortest[state.levels]):
                shortest[state.levels] = filled
        options += [Option(frozenset({levels}), filled, len(filled)) for levels, filled in shortest.items()]
    return options


def _agreed(questionnaire: Questionnaire, path: Path, filled: Filled) -> Filled:
    """The answers, led by the consents without which they would not count."""
    withheld = {field.id: page for page in path.withheld for field in questionnaire.fields_of(page)}
    needed = {questionnaire.part[withheld[name].part].consent for name, _ in filled if name in withheld}
    consents = [page for page in questionnaire.questions if page.id in needed]
    return (*((page.id, page.choices[0].id) for page in consents), *filled)
