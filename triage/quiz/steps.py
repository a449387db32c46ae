"""Where a person is on the path, and what a page shows: all from the answers, with no stored place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from triage.engine.deciding.answers import Answers, Given, chosen
from triage.engine.deciding.path import Path, replay
from triage.engine.model import Choice, Field, Question, Questionnaire
from triage.engine.model.instruments import Answer


@dataclass(frozen=True)
class Row:
    """One field of a page with what was chosen so far and what is wrong with it."""

    field: Field
    chosen: tuple[str, ...]
    error: str


@dataclass(frozen=True)
class Step:
    """One page of the path. `number` is its position, from 1, and all that its address says."""

    number: int
    page: Question
    rows: tuple[Row, ...]
    options: tuple[Choice, ...] | tuple[Answer, ...]
    part_number: int
    part_title: str
    parts: int
    done: int
    of: int
    stem: str

    @property
    def back(self) -> int | None:
        """The position before this one; the first question is asked on the start page."""
        return self.number - 1 if self.number > 2 else None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is chosen and nothing is wrong, so that the page is the same for everyone."""
        return not any(row.chosen or row.error for row in self.rows)

    @property
    def errors(self) -> tuple[Row, ...]:
        """The rows with something to put right."""
        return tuple(row for row in self.rows if row.error)


def make_step(
    questionnaire: Questionnaire,
    path: Path,
    number: int,
    *,
    typed: Mapping[str, Given] | None = None,
    errors: Mapping[str, str] | None = None,
) -> Step:
    """The page at a position (from 1) of the path, with what was typed if it has to be put right."""
    page = path.pages[number - 1]
    given: Answers = typed if typed is not None else path.answers
    rows = tuple(
        Row(field, chosen(given.get(field.id)), (errors or {}).get(field.id, "")) for field in path.fields[page.id]
    )
    order = [part.id for part in questionnaire.parts]
    instrument = questionnaire.instrument[page.instrument] if page.instrument else None
    return Step(
        number=number,
        page=page,
        rows=rows,
        options=instrument.answers_of(rows[0].field.id) if instrument else page.choices,
        part_number=order.index(page.part) + 1,
        part_title=questionnaire.part[page.part].title,
        parts=len(order),
        # By the place among all questions, so that extra pages do not show as a jump.
        done=_places(questionnaire)[page.id],
        of=len(questionnaire.questions),
        stem=instrument.stem if instrument else page.note,
    )


@cache
def _places(questionnaire: Questionnaire) -> Mapping[str, int]:
    """Where each page stands among all questions, from 0, under its id."""
    return {page.id: place for place, page in enumerate(questionnaire.questions)}


def position(path: Path, page: Question) -> int:
    """The position (from 1) of a page on the path."""
    return next(number for number, each in enumerate(path.pages, start=1) if each.id == page.id)


def may_answer(path: Path, progress: Answers, page: Question, fields: Iterable[Field]) -> bool:
    """Whether the page was shown: it is no further than the first open one, or was answered before.

    A page answered before may be off the path by now, because of another tab.
    """
    shown = {each.id for each in path.pages[: reachable(path)]}
    return page.id in shown or any(field.id in progress for field in fields)


def reachable(path: Path) -> int:
    """The last position that may be shown: the first page not yet dealt with, or the end."""
    return position(path, path.next) if path.next is not None else len(path.pages)


def after(path: Path, page: Question, *, checking: bool) -> int | None:
    """The position that follows an answered page; None when all is answered and the check page is next.

    Help goes before everything. From the check page only what is newly needed is asked.
    """
    if path.next is not None and (path.next.kind == "help" or checking):
        return position(path, path.next)
    if checking:
        return None
    on_path = any(each.id == page.id for each in path.pages)
    following = position(path, page) + 1 if on_path else len(path.pages) + 1
    if following > len(path.pages):
        return position(path, path.next) if path.next is not None else None
    return min(following, reachable(path))


def take_over(
    questionnaire: Questionnaire, path: Path, answers: Answers, page: Question, new: Answers
) -> dict[str, Given]:
    """All answers with the page's own replaced; `path` is where they led before.

    A page that is off the path because consent was refused is not taken over; other pages off the
    path are kept for undoing. Refusing consent takes away what was answered under it. A changed
    answer about safety brings the page of help again.
    """
    if any(each.id == page.id for each in path.withheld):
        return dict(answers)
    merged = {**answers, **new}
    gone: set[str] = set()
    if page.kind == "consent":
        withheld = replay(questionnaire, merged).withheld
        gone = {field.id for each in withheld for field in questionnaire.fields_of(each)}
    changed = {name for name in new if answers.get(name) != new[name]}
    gone |= {name for name, questions in _helped(questionnaire).items() if not changed.isdisjoint(questions)}
    return {name: given for name, given in merged.items() if name not in gone}


@cache
def _helped(questionnaire: Questionnaire) -> Mapping[str, frozenset[str]]:
    """The pages of help, each with the questions that it follows."""
    return {
        page.id: frozenset(gate.question for gates in page.when for gate in gates if gate.question is not None)
        for page in questionnaire.questions
        if page.kind == "help"
    }
