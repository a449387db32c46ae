"""What skipped questions leave open, and which answers would settle it."""

from __future__ import annotations

from dataclasses import dataclass

from triage.engine.deciding.combinations import Option, Way, deciding, sweep
from triage.engine.deciding.cone import cone
from triage.engine.deciding.decision import Seen
from triage.engine.deciding.diagram import diagram
from triage.engine.deciding.feeding import speaks_of_danger
from triage.engine.deciding.path import Path
from triage.engine.deciding.states import Filled
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
    rules, levels = diagram(questionnaire), seen.levels
    silent = tuple(name for name in rules.signals if _is_silent(questionnaire.signal[name], seen))
    spoken = dict(levels) | {name: frozenset(range(len(questionnaire.signal[name].levels))) for name in silent}
    reachable = {questionnaire.rules[place].outcome for place in rules.rules(spoken) if place is not None}
    others = {rule.outcome for rule in seen.decision.possible} - {seen.decision.outcome.id}
    return OpenOutcomes(
        outcomes=tuple(outcome.id for outcome in questionnaire.outcomes if outcome.id in reachable),
        signals=tuple(signal for signal in rules.signals if len(levels[signal]) > 1),
        silent=silent,
        settlements=_settlements(questionnaire, seen) if others else (),
    )


def _is_silent(signal: Signal, seen: Seen) -> bool:
    """Whether silence decides nothing here, and the signal was left at silence."""
    if signal.when_unanswered == "open":
        return False
    silence = {signal.levels.index(signal.when_unanswered)}
    return seen.levels[signal.id] == silence and any(seen.walks[signal.id].values())


def _settlements(questionnaire: Questionnaire, seen: Seen) -> tuple[Settlement, ...]:
    """For each other outcome that answers could make certain, the fewest answers that do."""
    rules = diagram(questionnaire)
    options = {signal: _options(questionnaire, signal, seen) for signal in rules.signals}
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


def _options(questionnaire: Questionnaire, signal: str, seen: Seen) -> list[Option]:
    """Leave the signal as it is, or answer what is open so that one level is certain."""
    levels = seen.levels[signal]
    options = [Option(levels, (), 0)]
    if len(levels) > 1:
        shortest: dict[int, Filled] = {}
        for state, filled in seen.walks[signal].items():
            # Nobody is told to speak of danger, and that would decide by itself.
            if any(speaks_of_danger(questionnaire, *answer) for answer in filled):
                continue
            level = cone(questionnaire, signal).level(state)
            if level not in shortest or len(filled) < len(shortest[level]):
                shortest[level] = filled
        options += [Option(frozenset({level}), filled, len(filled)) for level, filled in shortest.items()]
    return options


def _agreed(questionnaire: Questionnaire, path: Path, filled: Filled) -> Filled:
    """The answers, led by the consents without which they would not count."""
    withheld = {field.id: page for page in path.withheld for field in questionnaire.fields_of(page)}
    needed = {questionnaire.part[withheld[name].part].consent for name, _ in filled if name in withheld}
    consents = [page for page in questionnaire.questions if page.id in needed]
    return (*((page.id, page.choices[0].id) for page in consents), *filled)
