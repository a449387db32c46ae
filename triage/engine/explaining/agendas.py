"""Agendas: which pieces stand in one, in which order, and how long each takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from triage.engine.deciding.decision import Levels
from triage.engine.model import Advice, Agenda, Criterion, Outcome, Questionnaire, Section
from triage.engine.model.conditions import Condition


def in_agendas(questionnaire: Questionnaire) -> Iterator[tuple[Agenda, Section]]:
    """The agendas, each with the section it stands in."""
    yield from ((agenda, questionnaire.section[agenda.section]) for agenda in questionnaire.agendas)


@cache
def applies_when(questionnaire: Questionnaire, piece: Advice) -> Condition:
    """When a piece is shown. In an agenda that follows from its minutes, elsewhere it says so itself."""
    if questionnaire.section[piece.section].layout != "agenda":
        return piece.when
    return tuple(
        (
            Criterion(outcome=(agenda.outcome,)),
            Criterion(signal=section.length, at_least=level, at_most=level),
        )
        for agenda, section in in_agendas(questionnaire)
        for slot in agenda.slots
        if slot.advice == piece.id
        for level, minutes in zip(questionnaire.signal[section.length or ""].levels, slot.minutes, strict=True)
        if minutes
    )


def timed(questionnaire: Questionnaire, outcome: Outcome, levels: Levels) -> Mapping[str, int]:
    """The minutes of each piece of the outcome's agendas under its id, in the agendas' order."""
    return {
        slot.advice: minutes
        for agenda, section in in_agendas(questionnaire)
        if agenda.outcome == outcome.id
        for slot in agenda.slots
        # An agenda's length is always certain: the reader sees to it that silence means one.
        if (minutes := slot.minutes[max(levels[section.length or ""])])
    }
