"""What a person is asked, page by page, and how answers make levels."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from pydantic import Field as Setting

from triage.engine.model.base import Content, FrozenMap, Id, Text, Topic
from triage.engine.model.conditions import Gates


class Part(Content):
    """A named stretch of the journey. With `consent`, its questions wait for that page's yes."""

    id: Id
    title: Text
    consent: Id | None = None


class Choice(Content):
    """One answer. `effects` maps a signal to the level, points or tag that the answer gives it.

    `exclusive` unticks the others; `unanswered` makes the choice count as a skipped question. A `number`
    (of whatever the question counts) can be named in the plan.
    """

    id: Id
    text: Text
    hint: str = ""
    effects: FrozenMap[Id, str | int] = Setting(default={}, validate_default=True)
    exclusive: bool = False
    unanswered: bool = False
    number: int | None = None


class Together(Content):
    """The level that a whole set of ticks gives a signal.

    It fits where all ticks are among `only`, or at least one is among `any`; without either it always does.
    """

    signal: Id
    level: Id
    only: tuple[Id, ...] = ()
    any: tuple[Id, ...] = ()

    def fits(self, ticked: Collection[str]) -> bool:
        """Whether it says something of these ticks."""
        if self.only:
            return all(choice in self.only for choice in ticked)
        return not self.any or not set(self.any).isdisjoint(ticked)


class Row(Content):
    """One row of a page whose rows share their choices. Its id is what its answer is kept under.

    `when` puts it on the path. `effects` are this row's own for a choice, in the place of the choice's.
    """

    id: Id
    text: Text
    when: Gates = ()
    effects: FrozenMap[Id, FrozenMap[Id, str | int]] = Setting(default={}, validate_default=True)


class ItemEffect(Content):
    """An instrument's item that by itself raises a signal, from an answer's value upwards."""

    item: Id
    start: int = Setting(ge=1)
    signal: Id
    level: Id


class Question(Content):
    """One page: a question with choices, or rows that share theirs, or rows of an instrument, or a page of help.

    `always` keeps the page on the path of those who do not consent to the part's questions.
    `most` limits the ticks of a page with several choices. Of `together`, the first entry that fits the ticks gives
    the level of its signal. `topics` are what a page of help is about, most important first.
    """

    id: Id
    part: Id
    kind: Literal["one", "several", "rows", "instrument", "consent", "help"]
    text: Text
    why: str = ""
    note: str = ""
    label: Text
    choices: tuple[Choice, ...] = ()
    most: int | None = None
    together: tuple[Together, ...] = ()
    rows: tuple[Row, ...] = ()
    instrument: Id | None = None
    items: tuple[Id, ...] = ()
    item_effects: tuple[ItemEffect, ...] = ()
    when: Gates = ()
    always: bool = False
    topics: tuple[Topic, ...] = ()


class Cut(Content):
    """The level of a signal for the totals from `low` to `high` (points, both included)."""

    low: int = Setting(ge=0)
    high: int = Setting(ge=0)
    level: Id


class Score(Content):
    """How this questionnaire reads a scale's total as a level of a signal."""

    scale: Id
    signal: Id
    cuts: tuple[Cut, ...] = Setting(min_length=1)


def level_for(total: int, cuts: tuple[Cut, ...]) -> str:
    """The level that the cuts give a total (in points)."""
    return next(cut.level for cut in cuts if cut.low <= total <= cut.high)


@dataclass(frozen=True)
class Field:
    """What one answer is kept under: a question, a row, or one item of an instrument.

    `when` holds a row's own gates, which come on top of its page's. `unanswered` are choices that count as skipped.
    """

    id: str
    page: Question
    text: str
    choices: tuple[str, ...]
    several: bool
    exclusive: frozenset[str]
    unanswered: frozenset[str]
    when: Gates = ()
