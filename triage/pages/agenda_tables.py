"""Agendas as tables: what is asked, and for how long at each length of the talk."""

from __future__ import annotations

from dataclasses import dataclass

from triage.engine.model import Advice, Outcome, Questionnaire


@dataclass(frozen=True)
class AgendaTable:
    """The agenda of an outcome: a row for each piece, with its minutes at each of the lengths."""

    outcome: Outcome
    lengths: tuple[int, ...]
    rows: tuple[tuple[Advice, tuple[int, ...]], ...]


def agenda_tables(questionnaire: Questionnaire) -> tuple[AgendaTable, ...]:
    """The agendas in their order."""
    return tuple(
        AgendaTable(
            questionnaire.outcome[agenda.outcome],
            questionnaire.section[agenda.section].minutes,
            tuple((questionnaire.advice_by_id[slot.advice], slot.minutes) for slot in agenda.slots),
        )
        for agenda in questionnaire.agendas
    )
