"""Which answers make a difference to which signal."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from triage.engine.deciding.answers import Given, chosen
from triage.engine.model import Field, Question, Questionnaire


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


def feeding_fields(questionnaire: Questionnaire, page: Question, signal_id: str) -> tuple[Field, ...]:
    """The page's fields whose answers by themselves make a difference to the signal."""
    if page.instrument is None:
        fed = any(signal_id in choice.effects for choice in page.choices)
        return questionnaire.fields_of(page) if fed else ()
    scored = {
        item
        for score in questionnaire.scores
        if score.signal == signal_id
        for item in questionnaire.items_of(score.scale)
    }
    scored |= {raised.item for raised in page.item_effects if raised.signal == signal_id}
    return tuple(field for field in questionnaire.fields_of(page) if field.id in scored)


@cache
def fields_behind(questionnaire: Questionnaire, signal_id: str) -> tuple[Field, ...]:
    """All fields whose answers by themselves make a difference to the signal, in page order."""
    return tuple(field for page in questionnaire.questions for field in feeding_fields(questionnaire, page, signal_id))


def gating(questionnaire: Questionnaire, page: Question) -> frozenset[str]:
    """The pages that decide, directly or not, whether this page is asked (consent apart)."""
    found: set[str] = set()
    waiting = [page]
    while waiting:
        for source in _sources(questionnaire, waiting.pop()):
            if source.id not in found:
                found.add(source.id)
                waiting.append(source)
    return frozenset(found)


def _sources(questionnaire: Questionnaire, page: Question) -> Iterator[Question]:
    """The pages that the page's own gates read."""
    for gate in (gate for gates in page.when for gate in gates):
        named = (gate.question,) if gate.question is not None else questionnaire.items_of(gate.scale)
        yield from (questionnaire.field[name].page for name in named if name in questionnaire.field)


@cache
def dangerous(questionnaire: Questionnaire) -> frozenset[tuple[str, str]]:
    """The choices (field and choice) that raise a signal of safety."""
    lowest = {
        signal.id: signal.levels[0] for signal in questionnaire.signals if signal.side == "safety" and signal.levels
    }
    found: set[tuple[str, str]] = set()
    for page in questionnaire.questions:
        for choice in page.choices:
            if any(signal in lowest and level != lowest[signal] for signal, level in choice.effects.items()):
                found.add((page.id, choice.id))
        for raised in (each for each in page.item_effects if lowest.get(each.signal, each.level) != each.level):
            values = questionnaire.values[raised.item].items()
            found |= {(raised.item, answer) for answer, value in values if value >= raised.start}
    return frozenset(found)


def speaks_of_danger(questionnaire: Questionnaire, field_id: str, given: Given) -> bool:
    """Whether an answer raises a signal of safety, whatever else it does."""
    return any((field_id, choice) in dangerous(questionnaire) for choice in chosen(given))
