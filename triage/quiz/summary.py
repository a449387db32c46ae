"""The answers in the words that were chosen, part by part, for looking them over."""

from __future__ import annotations

from dataclasses import dataclass

from triage.engine.model import Question, Questionnaire
from triage.engine.replay import Path, chosen
from triage.quiz.rendering import address


@dataclass(frozen=True)
class Line:
    """One answer: what was asked and what was chosen (nothing if it was skipped)."""

    asked: str
    chosen: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One page of the path, with its address."""

    address: str
    page: Question
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class PartEntries:
    """A part's title and its pages."""

    title: str
    entries: tuple[Entry, ...]


def summarise(questionnaire: Questionnaire, path: Path) -> tuple[PartEntries, ...]:
    """The pages of the path with their answers. Pages of help hold none."""
    entries = [
        Entry(address(number), page, tuple(_lines(questionnaire, path, page)))
        for number, page in enumerate(path.pages, start=1)
        if page.kind != "help"
    ]
    return tuple(
        PartEntries(part.title, own)
        for part in questionnaire.parts
        if (own := tuple(entry for entry in entries if entry.page.part == part.id))
    )


def _lines(questionnaire: Questionnaire, path: Path, page: Question) -> list[Line]:
    return [
        Line(field.text, tuple(questionnaire.choice(field, one).text for one in chosen(path.answers.get(field.id))))
        for field in questionnaire.fields_of(page)
    ]
