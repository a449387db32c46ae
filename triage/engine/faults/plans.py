"""The plan is whole: sections, pieces, agendas, scopes and what is carried over fit together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from triage.engine.faults.fault import FaultAt, Place, repeated, unknown
from triage.engine.model import Advice, Agenda, Questionnaire, Section
from triage.engine.model.services import ServiceId

RECOMMENDED = (*get_args(ServiceId), "careers")
"""The three services, and careers services, which belong to counseling."""


def plan_faults(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    """Faults of the plan's parts."""
    for number, section in enumerate(questionnaire.sections):
        yield from _section(questionnaire, ("sections", number), section)
    for number, piece in enumerate(questionnaire.advice):
        yield from unknown(("advice", number, "section"), "section", piece.section, questionnaire.section)
        if piece.section in questionnaire.section:
            yield from _piece(questionnaire, ("advice", number), piece)
    for number, agenda in enumerate(questionnaire.agendas):
        yield from _agenda(questionnaire, ("agendas", number), agenda)
    outcomes = questionnaire.outcomes
    for number, scope in enumerate(questionnaire.scopes):
        for name in scope.sections:
            yield from unknown(("scopes", number, "sections"), "section", name, questionnaire.section)
        if bool(scope.sections) == (scope.depth == "everything"):
            yield FaultAt(("scopes", number, "sections"), "name the sections that are shown, or show everything")
        if scope.depth == "service" and any(outcome.service not in RECOMMENDED for outcome in outcomes):
            yield FaultAt(("scopes", number, "depth"), "not every outcome is a service that can be recommended")
    for number, carry in enumerate(questionnaire.carries):
        place: Place = ("carries", number)
        yield from unknown((*place, "to"), "question", carry.to, questionnaire.question)
        for choice in carry.choices.values() if carry.to in questionnaire.field_ids else ():
            yield from unknown((*place, "choices"), "choice", choice, questionnaire.field_ids[carry.to])
    for number, promise in enumerate(questionnaire.promises):
        for name in promise.sections:
            yield from unknown(("promises", number, "sections"), "section", name, questionnaire.section)
            named = questionnaire.section.get(name)
            if promise.kind == "fits" and named is not None and named.layout != "agenda":
                yield FaultAt(("promises", number, "sections"), f"“{name}” is no agenda")
        for name in promise.advice:
            yield from unknown(("promises", number, "advice"), "piece of advice", name, questionnaire.advice_by_id)


def _section(questionnaire: Questionnaire, place: Place, section: Section) -> Iterator[FaultAt]:
    if section.layout != "agenda":
        if section.length or section.minutes:
            yield FaultAt((*place, "length"), "only an agenda has a length")
        return
    signal = questionnaire.signal.get(section.length or "")
    if signal is None:
        yield from unknown((*place, "length"), "signal", section.length or "", questionnaire.signal)
    elif signal.when_unanswered == "open" or len(signal.levels) != len(section.minutes):
        yield FaultAt(
            (*place, "minutes"), f"give minutes for each level of “{signal.id}”, whose silence means one level"
        )


def _piece(questionnaire: Questionnaire, place: Place, piece: Advice) -> Iterator[FaultAt]:
    layout = questionnaire.section[piece.section].layout
    if (bool(piece.days) + bool(piece.months)) != (layout == "calendar"):
        yield FaultAt((*place, "days"), "a piece in a calendar, and no other, has either days or months")
    slots = {slot.advice for agenda in questionnaire.agendas for slot in agenda.slots}
    if layout == "agenda" and (piece.when or piece.id not in slots):
        yield FaultAt((*place, "when"), "a piece in an agenda stands in one of the agendas, which says when")
    for name in piece.blanks:
        yield from unknown((*place, "text"), "question", name, questionnaire.question)
        choices = questionnaire.question[name].choices if name in questionnaire.question else ()
        if any(choice.number is None and not choice.unanswered for choice in choices):
            yield FaultAt((*place, "text"), f"the choices of “{name}” are no numbers")


def _agenda(questionnaire: Questionnaire, place: Place, agenda: Agenda) -> Iterator[FaultAt]:
    yield from unknown((*place, "section"), "section", agenda.section, questionnaire.section)
    yield from unknown((*place, "outcome"), "outcome", agenda.outcome, questionnaire.outcome)
    yield from repeated((*place, "slots"), "piece", [slot.advice for slot in agenda.slots])
    section = questionnaire.section.get(agenda.section)
    own = [piece.id for piece in questionnaire.advice if piece.section == agenda.section]
    for number, slot in enumerate(agenda.slots):
        yield from unknown((*place, "slots", number, "advice"), "piece of this section", slot.advice, own)
        if section is not None and len(slot.minutes) != len(section.minutes):
            yield FaultAt((*place, "slots", number, "minutes"), f"give {len(section.minutes)} numbers of minutes")
