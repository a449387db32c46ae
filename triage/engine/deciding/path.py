"""Which pages a set of answers leads through: replayed from the start, with no stored place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from triage.engine.deciding.answers import Answers, Given, chosen
from triage.engine.model import Gate, Question, Questionnaire


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
