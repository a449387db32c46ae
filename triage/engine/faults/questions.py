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
    fitting = {"one": (2, 16), "several": (2, 16), "rows": (2, 5), "consent": (2, 3), "help": (1, 1)}
    if question.kind in fitting:
        fewest, most = fitting[question.kind]
        if not fewest <= len(question.choices) <= most:
            wanted = str(fewest) if fewest == most else f"{fewest} to {most}"
            yield FaultAt((*place, "choices"), f"a question of kind “{question.kind}” has {wanted} choices")
    if question.topics and question.kind != "help":
        yield FaultAt((*place, "topics"), "only a question of kind “help” has topics")
    if bool(question.rows) != (question.kind == "rows"):
        yield FaultAt((*place, "rows"), "a question of kind “rows”, and no other, has rows")
    yield from _instrument(place, question)
    yield from _ticks(place, question)


def _instrument(place: Place, question: Question) -> Iterator[FaultAt]:
    rows = question.kind == "instrument"
    if rows and (question.instrument is None or not question.items):
        yield FaultAt((*place, "items"), "a page of an instrument names the instrument and its items")
    if rows and question.choices:
        yield FaultAt((*place, "choices"), "an instrument brings its own answers")
    if not rows and (question.instrument or question.items or question.item_effects):
        yield FaultAt((*place, "kind"), "only a question of kind “instrument” has an instrument, items, item_effects")


def _ticks(place: Place, question: Question) -> Iterator[FaultAt]:
    if question.kind != "several":
        if question.most is not None:
            yield FaultAt((*place, "most"), "only a question of kind “several” can limit the ticks")
        if any(choice.exclusive for choice in question.choices):
            yield FaultAt((*place, "choices"), "only a question of kind “several” has exclusive choices")
        if question.together:
            yield FaultAt((*place, "together"), "only a question of kind “several” has ticks that count together")
        return
    if any(choice.unanswered and not choice.exclusive for choice in question.choices):
        yield FaultAt((*place, "choices"), "a choice that counts as skipped is exclusive")
    last = {each.signal: number for number, each in enumerate(question.together)}
    for number, each in enumerate(question.together):
        where = (*place, "together", number)
        if each.only and each.any:
            yield FaultAt(where, "give one of “only” and “any”")
        if bool(each.only or each.any) == (last[each.signal] == number):
            yield FaultAt(where, f"the last entry on “{each.signal}”, and no other, fits whatever was ticked")
    for number, choice in enumerate(question.choices):
        for signal in last.keys() & choice.effects.keys():
            where = (*place, "choices", number, "effects", signal)
            yield FaultAt(where, f"“together” says what the ticks give “{signal}”")


def _after_its_gates(questionnaire: Questionnaire, place: Place, number: int) -> Iterator[FaultAt]:
    earlier = {name for question in questionnaire.questions[:number] for name in _field_ids(question)}
    skipped = {
        (name, choice.id)
        for question in questionnaire.questions
        for choice in question.choices
        if choice.unanswered
        for name in _field_ids(question)
    }
    question = questionnaire.questions[number]
    gates = [((*place, "when"), gate) for gates in question.when for gate in gates]
    for inner, row in enumerate(question.rows):
        gates += [((*place, "rows", inner, "when"), gate) for gates in row.when for gate in gates]
    for where, gate in gates:
        if gate.question in questionnaire.field_ids and gate.question not in earlier:
            yield FaultAt(where, f"“{gate.question}” is not asked before this question")
        for choice in gate.choices:
            if (gate.question, choice) in skipped:
                yield FaultAt(where, f"“{choice}” counts as skipped, so it leads to no question")
        if gate.none_of and set(gate.none_of) >= set(questionnaire.field_ids.get(gate.question or "", ("",))):
            yield FaultAt(where, f"every choice of “{gate.question}” is named, so only silence leads here")
        if not earlier.issuperset(questionnaire.items_of(gate.scale)):
            yield FaultAt(where, f"the items of “{gate.scale}” are not all asked before this question")


def _field_ids(question: Question) -> tuple[str, ...]:
    """The ids that the page's answers are kept under."""
    if question.kind == "rows":
        return tuple(row.id for row in question.rows)
    return question.items if question.kind == "instrument" else (question.id,)


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
