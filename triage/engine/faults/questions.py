"""Questions are complete, stand in order, and depend on earlier ones only."""

from __future__ import annotations

from collections.abc import Iterator

from triage.engine.faults.fault import FaultAt, Place
from triage.engine.model import Question, Questionnaire


def question_faults(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    """Faults of single questions and of their order."""
    for number, question in enumerate(questionnaire.questions):
        place: Place = ("questions", number)
        yield from _complete(place, question)
        yield from _after_its_gates(questionnaire, place, number)
    yield from _order_of_parts(questionnaire)
    yield from _consent(questionnaire)


def _complete(place: Place, question: Question) -> Iterator[FaultAt]:
    if not question.why and question.kind != "help":
        yield FaultAt((*place, "why"), "say why this is asked")
    rows = question.kind == "instrument"
    if rows and (question.instrument is None or not question.items):
        yield FaultAt((*place, "items"), "a page of an instrument names the instrument and its items")
    if rows and question.choices:
        yield FaultAt((*place, "choices"), "an instrument brings its own answers")
    if not rows and (question.instrument or question.items or question.item_effects):
        yield FaultAt(
            (*place, "kind"), "only a question of kind “instrument” has an instrument, items and item_effects"
        )
    fitting = {"one": (2, 9), "several": (2, 15), "consent": (2, 2), "help": (1, 1)}
    if question.kind in fitting:
        fewest, most = fitting[question.kind]
        if not fewest <= len(question.choices) <= most:
            wanted = str(fewest) if fewest == most else f"{fewest} to {most}"
            yield FaultAt((*place, "choices"), f"a question of kind “{question.kind}” has {wanted} choices")
    if question.kind != "several":
        if question.most is not None:
            yield FaultAt((*place, "most"), "only a question of kind “several” can limit the ticks")
        if any(choice.exclusive for choice in question.choices):
            yield FaultAt((*place, "choices"), "only a question of kind “several” has exclusive choices")
    elif any(choice.unanswered and not choice.exclusive for choice in question.choices):
        yield FaultAt((*place, "choices"), "a choice that counts as skipped is exclusive")


def _after_its_gates(questionnaire: Questionnaire, place: Place, number: int) -> Iterator[FaultAt]:
    earlier = {
        field
        for question in questionnaire.questions[:number]
        for field in (question.items if question.kind == "instrument" else (question.id,))
    }
    skips = {(q.id, choice.id) for q in questionnaire.questions for choice in q.choices if choice.unanswered}
    for gate in (gate for gates in questionnaire.questions[number].when for gate in gates):
        if gate.question in questionnaire.field_ids and gate.question not in earlier:
            yield FaultAt((*place, "when"), f"“{gate.question}” is not asked before this question")
        for choice in gate.any_of:
            if (gate.question, choice) in skips:
                yield FaultAt((*place, "when"), f"“{choice}” counts as skipped, so it leads to no question")
        if not earlier.issuperset(questionnaire.items_of(gate.scale)):
            yield FaultAt((*place, "when"), f"the items of “{gate.scale}” are not all asked before this question")


def _order_of_parts(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    order = [part.id for part in questionnaire.parts]
    places = [order.index(question.part) if question.part in order else -1 for question in questionnaire.questions]
    for number in range(1, len(places)):
        if -1 < places[number] < places[number - 1]:
            yield FaultAt(("questions", number, "part"), "its part is over: parts come one after the other")


def _consent(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    order = [question.id for question in questionnaire.questions]
    for number, part in enumerate(questionnaire.parts):
        if part.consent is None or part.consent not in order:
            continue
        page = questionnaire.question[part.consent]
        if page.kind != "consent":
            yield FaultAt(("parts", number, "consent"), f"“{part.consent}” is not of kind “consent”")
        elsewhere = questionnaire.part.get(page.part)
        if page.when or (elsewhere is not None and elsewhere.consent not in (None, page.id)):
            yield FaultAt(("parts", number, "consent"), f"“{part.consent}” is not asked of everyone")
        for asked in order[: order.index(part.consent)]:
            if questionnaire.question[asked].part == part.id:
                where = ("questions", order.index(asked), "part")
                yield FaultAt(where, f"it needs the consent of “{part.consent}”, which is asked later")
    for number, question in enumerate(questionnaire.questions):
        in_consented = question.part in questionnaire.part and questionnaire.part[question.part].consent is not None
        if question.always and not in_consented:
            yield FaultAt(("questions", number, "always"), "its part needs no consent, so this says nothing")
