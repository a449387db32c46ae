"""The answers in the words that were chosen, part by part, for looking them over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from triage.engine.deciding.answers import chosen
from triage.engine.deciding.path import Path
from triage.engine.model import Question, Questionnaire
from triage.quiz.rendering import step_url


@dataclass(frozen=True)
class Line:
    """One answer: what was chosen (nothing if it was skipped), and what was asked if the page asked more."""

    asked: str
    chosen: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One page of the path, with its URL and what it is called here."""

    url: str
    label: str
    lines: tuple[Line, ...]

    @property
    def is_single(self) -> bool:
        """Whether it is one answer; many together say too much of one person to be kept in `once`."""
        return len(self.lines) == 1


@dataclass(frozen=True)
class PartEntries:
    """A part's title and its pages."""

    title: str
    entries: tuple[Entry, ...]


def summarise(questionnaire: Questionnaire, path: Path) -> tuple[PartEntries, ...]:
    """The pages of the path with their answers. Pages of help hold none."""
    entries = [
        (page.part, Entry(step_url(questionnaire, number), page.label, tuple(_lines(questionnaire, path, page))))
        for number, page in enumerate(path.pages, start=1)
        if page.kind != "help"
    ]
    return tuple(
        PartEntries(part.title, own)
        for part in questionnaire.parts
        if (own := tuple(entry for where, entry in entries if where == part.id))
    )


def _lines(questionnaire: Questionnaire, path: Path, page: Question) -> Iterator[Line]:
    fields = path.fields[page.id]
    for field in fields:
        words = (questionnaire.choice(field, one).text for one in chosen(path.answers.get(field.id)))
        yield Line(field.text if field.text != page.text else "", tuple(words))
