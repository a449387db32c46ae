"""Which pages a set of answers leads through: replayed from the start, with no stored place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from triage.engine.deciding.answers import Answers, Given, chosen
from triage.engine.model import Field, Gate, Question, Questionnaire
from triage.engine.model.conditions import Gates


@dataclass(frozen=True)
class Path:
    """The pages that apply, in order, and where a person is on them.

    `fields` are what each page (by its id) asks of this person. `next` is the page to show: help before anything
    else, else the first page not yet dealt with. `answers` holds what counts: answers to pages of the path.
    `withheld` are the pages that are not asked because consent was refused.
    """

    pages: tuple[Question, ...]
    fields: Mapping[str, tuple[Field, ...]]
    next: Question | None
    answers: Answers
    withheld: tuple[Question, ...]


def replay(questionnaire: Questionnaire, answers: Answers) -> Path:
    """Walk the pages in order and keep those that the answers lead to."""
    asked: dict[str, tuple[Field, ...]] = {}
    pages: list[Question] = []
    withheld: list[Question] = []
    following: Question | None = None
    counted: dict[str, Given] = {}
    for page, fields, has_own_gates in _pages(questionnaire):
        if page.when and not gates_hold(questionnaire, page.when, counted):
            continue
        if has_own_gates:
            fields = tuple(field for field in fields if gates_hold(questionnaire, field.when, counted))
            if not fields:
                continue
        if is_withheld(questionnaire, page, counted):
            withheld.append(page)
            continue
        pages.append(page)
        asked[page.id] = fields
        done = True
        for field in fields:
            if field.id in answers:
                counted[field.id] = answers[field.id]
            else:
                done = False
        if not done and (following is None or (page.kind == "help" and following.kind != "help")):
            following = page
    return Path(tuple(pages), asked, following, counted, tuple(withheld))


@cache
def _pages(questionnaire: Questionnaire) -> tuple[tuple[Question, tuple[Field, ...], bool], ...]:
    """The pages in order, each with what it can ask, and whether some of that has gates of its own."""
    pages = ((page, questionnaire.fields_of(page)) for page in questionnaire.questions)
    return tuple((page, fields, any(field.when for field in fields)) for page, fields in pages)


def is_withheld(questionnaire: Questionnaire, page: Question, answers: Answers) -> bool:
    """Whether the page is left out because its part's consent was asked for and not given."""
    consent = questionnaire.part[page.part].consent
    if consent is None or consent not in answers or page.always or page.kind == "help":
        return False
    # The last choice of a page of consent refuses; the reader sees to that. Silence is not consent.
    given = answers[consent]
    return given is None or given == questionnaire.question[consent].choices[-1].id


def gates_hold(questionnaire: Questionnaire, when: Gates, answers: Answers) -> bool:
    """Whether what was answered is enough to open one of the alternatives, or there are none."""
    return not when or any(all(_gate_holds(questionnaire, gate, answers) for gate in gates) for gates in when)


def _gate_holds(questionnaire: Questionnaire, gate: Gate, answers: Answers) -> bool:
    if gate.question is not None:
        given = chosen(answers.get(gate.question))
        return any(choice in gate.any_of for choice in given) or (
            bool(gate.none_of) and not any(choice in gate.none_of for choice in given)
        )
    return sum(value or 0 for value in known_values(questionnaire, gate.scale, answers)) >= gate.at_least


def known_values(questionnaire: Questionnaire, scale_id: str | None, answers: Answers) -> tuple[int | None, ...]:
    """The values (in points) of a scale's items in order; None where an item has no answer."""
    values = questionnaire.values
    given = ((item, answers.get(item)) for item in questionnaire.items_of(scale_id))
    return tuple(values[item][answer] if isinstance(answer, str) else None for item, answer in given)
