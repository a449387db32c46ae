"""Which answers make a difference to which signal."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from triage.engine.deciding.answers import Given, chosen
from triage.engine.model import Field, Gate, Question, Questionnaire, Score


def every_answer(field: Field) -> Iterator[Given]:
    """Every answer that a field can have, skipping apart."""
    allowed = [choice for choice in field.choices if choice not in field.unanswered]
    if not field.several:
        yield from allowed
        return
    together = [choice for choice in allowed if choice not in field.exclusive]
    yield from ((choice,) for choice in allowed if choice in field.exclusive)
    most = field.page.most or len(together)
    for size in range(1, most + 1):
        yield from combinations(together, size)


def is_open(field: Field, given: Given) -> bool:
    """Whether the field has no answer, or one that counts as none."""
    return given is None or (bool(field.unanswered) and not field.unanswered.isdisjoint(chosen(given)))


def scores_of(questionnaire: Questionnaire, signal_id: str) -> tuple[Score, ...]:
    """How totals become levels of the signal."""
    return tuple(score for score in questionnaire.scores if score.signal == signal_id)


def feeding_fields(questionnaire: Questionnaire, page: Question, signal_id: str) -> tuple[Field, ...]:
    """The page's fields whose answers by themselves make a difference to the signal."""
    fields = questionnaire.fields_of(page)
    if page.instrument is None:
        if any(each.signal == signal_id for each in page.together):
            return fields
        return tuple(f for f in fields if any(signal_id in questionnaire.effects(f, choice) for choice in f.choices))
    scored = {item for score in scores_of(questionnaire, signal_id) for item in questionnaire.items_of(score.scale)}
    scored |= {raised.item for raised in page.item_effects if raised.signal == signal_id}
    return tuple(field for field in fields if field.id in scored)


@cache
def fields_behind(questionnaire: Questionnaire, signal_id: str) -> tuple[Field, ...]:
    """All fields whose answers by themselves make a difference to the signal, in page order."""
    return tuple(field for page in questionnaire.questions for field in feeding_fields(questionnaire, page, signal_id))


@cache
def behind(questionnaire: Questionnaire, signal_id: str) -> tuple[Field, ...]:
    """All fields that the signal hangs on: those that feed it, and those that decide whether these are asked."""
    found = {field.id for field in fields_behind(questionnaire, signal_id)}
    waiting = list(found)
    while waiting:
        for name in _read_by(questionnaire, questionnaire.field[waiting.pop()]):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return tuple(field for field in questionnaire.field.values() if field.id in found)


def gates_of(field: Field) -> tuple[Gate, ...]:
    """The gates of the field's page, and its own."""
    return tuple(gate for when in (field.page.when, field.when) for gates in when for gate in gates)


def _read_by(questionnaire: Questionnaire, field: Field) -> Iterator[str]:
    """The fields that the field's gates read."""
    for gate in gates_of(field):
        named = (gate.question,) if gate.question is not None else questionnaire.items_of(gate.scale)
        yield from (name for name in named if name in questionnaire.field)


def gating(questionnaire: Questionnaire, page: Question) -> frozenset[str]:
    """The pages that decide, directly or not, whether this page or one of its rows is asked (withheld ones apart)."""
    found: set[str] = set()
    waiting = [page]
    while waiting:
        for field in questionnaire.fields_of(waiting.pop()):
            for source in (questionnaire.field[name].page for name in _read_by(questionnaire, field)):
                if source.id not in found:
                    found.add(source.id)
                    waiting.append(source)
    return frozenset(found)


@cache
def dangerous(questionnaire: Questionnaire) -> frozenset[tuple[str, str]]:
    """The choices (field and choice) that raise a signal of safety."""
    lowest = {
        signal.id: signal.levels[0] for signal in questionnaire.signals if signal.side == "safety" and signal.levels
    }
    found: set[tuple[str, str]] = set()
    for field in questionnaire.field.values():
        for choice in field.choices:
            given = questionnaire.effects(field, choice).items()
            if any(signal in lowest and level != lowest[signal] for signal, level in given):
                found.add((field.id, choice))
    for page in questionnaire.questions:
        for raised in (each for each in page.item_effects if lowest.get(each.signal, each.level) != each.level):
            values = questionnaire.values[raised.item].items()
            found |= {(raised.item, answer) for answer, value in values if value >= raised.start}
    return frozenset(found)


def speaks_of_danger(questionnaire: Questionnaire, field_id: str, given: Given) -> bool:
    """Whether an answer raises a signal of safety, whatever else it does."""
    return any((field_id, choice) in dangerous(questionnaire) for choice in chosen(given))
