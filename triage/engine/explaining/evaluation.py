"""Everything that can be said of a set of answers, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from triage.engine.deciding.answers import Answers, check_answers
from triage.engine.deciding.decision import see
from triage.engine.deciding.path import Path, known_values
from triage.engine.explaining.advice import advise, chosen_numbers
from triage.engine.explaining.agendas import timed
from triage.engine.explaining.changes import Changes, changes
from triage.engine.explaining.facts import facts
from triage.engine.explaining.open_outcomes import OpenOutcomes, open_outcomes
from triage.engine.explaining.outcome_texts import OutcomeTexts, outcome_texts
from triage.engine.explaining.reasons import Reason, answers_behind, reasons
from triage.engine.explaining.settling import settling
from triage.engine.model import Advice, Outcome, Questionnaire, Rule, Signal


@dataclass(frozen=True)
class Reading:
    """One signal: its possible levels (lowest first; one if nothing is open) or its tags.

    `answers` are the answers behind it, `open` the fields without one that could still matter.
    """

    signal: Signal
    levels: tuple[str, ...]
    tags: tuple[str, ...]
    answers: Answers
    open: tuple[str, ...]

    @property
    def level(self) -> str | None:
        """The level, if it is certain."""
        return self.levels[0] if len(self.levels) == 1 else None


@dataclass(frozen=True)
class Total:
    """A scale's total (in points) and published band, if every item was answered; else how many were."""

    scale: str
    total: int | None
    band: str | None
    answered: int
    items: int


@dataclass(frozen=True)
class Evaluation:
    """The path, the signals, what was decided and why, what would alter it, what is left open.

    `texts` say the outcome in words that fit the person: nobody reads the outcome's own. It is `certain` if nothing
    else is possible, and `settled` if nothing else that is possible has less care, or more. Where it is not settled,
    `possible` are the outcomes between which the answers leave open (the outcome is the careful one of them, for the
    meantime), and `settling` the one or two pages which, answered, would settle most.
    `minutes` says how long each piece of an agenda takes, `numbers` what was chosen where a number was asked.
    """

    questionnaire: Questionnaire
    path: Path
    signals: Mapping[str, Reading]
    totals: tuple[Total, ...]
    rule: Rule
    outcome: Outcome
    texts: OutcomeTexts
    certain: bool
    settled: bool
    possible: tuple[Outcome, ...]
    settling: tuple[str, ...]
    reasons: tuple[Reason, ...]
    advice: tuple[Advice, ...]
    minutes: Mapping[str, int]
    numbers: Mapping[str, int]
    changes: Changes
    open_outcomes: OpenOutcomes

    @property
    def complete(self) -> bool:
        """Whether every page of the path was answered or skipped."""
        return self.path.next is None


def evaluate(questionnaire: Questionnaire, answers: Mapping[str, object]) -> Evaluation:
    """Replay the answers, decide, and explain.

    Answers to pages off the path are ignored. Raises `UnknownAnswers` for ids and values that the
    questionnaire does not have.
    """
    checked = check_answers(questionnaire, answers)
    seen = see(questionnaire, checked)
    path, levels, decision = seen.path, seen.levels, seen.decision
    known = facts(questionnaire, seen)
    possible = {rule.outcome for rule in decision.possible}
    return Evaluation(
        questionnaire=questionnaire,
        path=path,
        signals={
            signal.id: Reading(
                signal,
                tuple(signal.levels[place] for place in sorted(levels.get(signal.id, ()))),
                known.tags.get(signal.id, ()),
                *answers_behind(questionnaire, seen, signal.id),
            )
            for signal in questionnaire.signals
        },
        totals=_totals(questionnaire, path),
        rule=decision.rule,
        outcome=decision.outcome,
        texts=outcome_texts(known),
        certain=len(possible) == 1,
        settled=known.settled,
        possible=tuple(outcome for outcome in questionnaire.outcomes if outcome.id in possible),
        settling=settling(questionnaire, seen),
        reasons=reasons(questionnaire, seen),
        advice=advise(known),
        minutes=timed(questionnaire, decision.outcome, levels),
        numbers=chosen_numbers(questionnaire, path.answers),
        changes=changes(questionnaire, seen),
        open_outcomes=open_outcomes(questionnaire, seen),
    )


def _totals(questionnaire: Questionnaire, path: Path) -> tuple[Total, ...]:
    """The scales whose items are all on the path."""
    on_path = {field.id for fields in path.fields.values() for field in fields}
    totals = []
    for score in questionnaire.scores:
        scale = questionnaire.scale[score.scale]
        if on_path.issuperset(scale.items):
            known = [value for value in known_values(questionnaire, scale.id, path.answers) if value is not None]
            total = sum(known) if len(known) == len(scale.items) else None
            band = None if total is None else scale.band(total).id
            totals.append(Total(scale.id, total, band, len(known), len(scale.items)))
    return tuple(totals)
