"""Which pages a set of answers leads through: replayed from the start, with no stored place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from triage.engine.model import Field, Gate, Question, Questionnaire

Given = str | tuple[str, ...] | None
"""A choice, several choices, or None for a field that was skipped."""

Answers = Mapping[str, Given]
"""Answers under their fields' ids. A field that is missing has not been asked yet."""


class UnknownAnswers(ValueError):
    """Answers that do not belong to the questionnaire; `faults` has one line for each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Path:
    """The pages that apply, in order, and where a person is on them.

    `next` is the page to show: help before anything else, else the first page not yet dealt with.
    `answers` holds what counts: answers to pages of the path. `withheld` are the pages that are
    not asked because consent was refused.
    """

    pages: tuple[Question, ...]
    next: Question | None
    answers: Answers
    withheld: tuple[Question, ...]


def replay(questionnaire: Questionnaire, answers: Answers) -> Path:
    """Walk the pages in order and keep those that the answers lead to."""
    pages: list[Question] = []
    withheld: list[Question] = []
    following: Question | None = None
    counted: dict[str, Given] = {}
    for page, field_ids in _pages(questionnaire):
        if page.when and not gates_hold(questionnaire, page, counted):
            continue
        if is_withheld(questionnaire, page, counted):
            withheld.append(page)
            continue
        pages.append(page)
        done = True
        for field_id in field_ids:
            if field_id in answers:
                counted[field_id] = answers[field_id]
            else:
                done = False
        if not done and (following is None or (page.kind == "help" and following.kind != "help")):
            following = page
    return Path(tuple(pages), following, counted, tuple(withheld))


@cache
def _pages(questionnaire: Questionnaire) -> tuple[tuple[Question, tuple[str, ...]], ...]:
    """The pages in order, each with the ids that its answers are kept under."""
    return tuple((page, tuple(field.id for field in questionnaire.fields_of(page))) for page in questionnaire.questions)


def is_withheld(questionnaire: Questionnaire, page: Question, answers: Answers) -> bool:
    """Whether the page is left out because its part's consent was asked for and not given."""
    consent = questionnaire.part[page.part].consent
    if consent is None or consent not in answers or page.always or page.kind == "help":
        return False
    # A consent page's first choice agrees; the reader makes sure that there are two. Silence is not consent.
    return answers[consent] != questionnaire.question[consent].choices[0].id


def gates_hold(questionnaire: Questionnaire, page: Question, answers: Answers) -> bool:
    """Whether what was answered is enough to put the page on the path."""
    if not page.when:
        return True
    return any(all(_gate_holds(questionnaire, gate, answers) for gate in gates) for gates in page.when)


def _gate_holds(questionnaire: Questionnaire, gate: Gate, answers: Answers) -> bool:
    if gate.question is not None:
        return any(choice in gate.any_of for choice in chosen(answers.get(gate.question)))
    return sum(value or 0 for value in known_values(questionnaire, gate.scale, answers)) >= gate.at_least


def known_values(questionnaire: Questionnaire, scale_id: str | None, answers: Answers) -> tuple[int | None, ...]:
    """The values (in points) of a scale's items in order; None where an item has no answer."""
    values = questionnaire.values
    given = ((item, answers.get(item)) for item in questionnaire.items_of(scale_id))
    return tuple(values[item][answer] if isinstance(answer, str) else None for item, answer in given)


def chosen(given: Given) -> tuple[str, ...]:
    """The choices in an answer, however many."""
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else given


def check_answers(questionnaire: Questionnaire, answers: Mapping[str, object]) -> Answers:
    """The answers in their own types. Raises `UnknownAnswers` naming every fault."""
    faults: list[str] = []
    checked: dict[str, Given] = {}
    for field_id, value in answers.items():
        field = questionnaire.field.get(field_id)
        if field is None:
            faults.append(f"{field_id}: there is no such question")
            continue
        checked[field_id], found = _several(field, value) if field.several else _one(field, value)
        faults += [f"{field_id}: {fault}" for fault in found]
    if faults:
        raise UnknownAnswers(faults)
    return checked


def _one(field: Field, value: object) -> tuple[Given, list[str]]:
    """The answer to a field with one choice, and what is wrong with it."""
    if value is None:
        return None, []
    if not isinstance(value, str):
        return None, ["give one choice as text, or null for a skipped question"]
    return value, list(_unknown(field, (value,)))


def _several(field: Field, value: object) -> tuple[Given, list[str]]:
    """The answer to a field with several choices, and what is wrong with it."""
    if value is None:
        return None, []
    listed = value if isinstance(value, (list, tuple)) else ()
    given = tuple(choice for choice in listed if isinstance(choice, str))
    if not isinstance(value, (list, tuple)) or len(given) < len(value):
        return None, ["give a list of choices, or null for a skipped question"]
    faults = list(_unknown(field, given))
    if not given:
        faults.append("the list is empty; give null for a skipped question")
    if len(set(given)) < len(given):
        faults.append("a choice is given twice")
    if field.page.most is not None and len(given) > field.page.most:
        faults.append(f"at most {field.page.most} choices can be given")
    if len(given) > 1 and field.exclusive.intersection(given):
        faults.append("one of these choices can only be given alone")
    return given, faults


def _unknown(field: Field, given: tuple[str, ...]) -> Iterator[str]:
    for choice in given:
        if choice not in field.choices:
            yield f"there is no choice “{choice}”; there are: {', '.join(field.choices)}"
