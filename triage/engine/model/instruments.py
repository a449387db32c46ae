"""Published screening instruments: items and answers word for word, with citation and scoring."""

from __future__ import annotations

from pydantic import Field

from triage.engine.model.base import Content, Day, Id, Text


class Answer(Content):
    """One of the answers that every item of the instrument has, with its value."""

    id: Id
    text: Text
    value: int = Field(ge=0)
    loinc: str = ""


class Item(Content):
    """One row of the instrument, as published. Its id is what answers are kept under.

    An item that is published with `answers` of its own is part of no scale.
    """

    id: Id
    text: Text
    loinc: str = ""
    answers: tuple[Answer, ...] = ()


class Band(Content):
    """A name for the totals from `low` to `high` (points, both included)."""

    low: int = Field(ge=0)
    high: int = Field(ge=0)
    id: Id
    name: Text


class Example(Content):
    """Answers (values in the order of the scale's items) with the total and band that `source` gives."""

    values: tuple[int, ...]
    total: int
    band: Id
    source: Text


class Scale(Content):
    """Items that are summed, in published order, and the published bands of the sum.

    `supersedes` names the short scale whose items this one repeats: once all of this scale's items
    are asked, the short one no longer counts. `loinc` is the total's code, `panel` the form's.
    """

    id: Id
    name: Text
    items: tuple[Id, ...] = Field(min_length=1)
    bands: tuple[Band, ...] = Field(min_length=1)
    supersedes: Id | None = None
    panel: str = ""
    loinc: str = ""
    accuracy: Text
    examples: tuple[Example, ...] = Field(min_length=1)

    def band(self, total: int) -> Band:
        """The band that holds a total (in points)."""
        return next(band for band in self.bands if band.low <= total <= band.high)


class Instrument(Content):
    """A published questionnaire with its scales, used word for word."""

    id: Id
    name: Text
    stem: Text
    citation: Text
    permission: Text
    source: Text
    checked: Day
    answers: tuple[Answer, ...] = Field(min_length=2)
    items: tuple[Item, ...] = Field(min_length=1)
    scales: tuple[Scale, ...] = Field(min_length=1)

    def answers_of(self, item_id: str) -> tuple[Answer, ...]:
        """The answers that an item has: its own, or those of all."""
        return next((item.answers for item in self.items if item.id == item_id and item.answers), self.answers)

    def highest(self, scale: Scale) -> int:
        """The greatest total (in points) that the scale can reach."""
        return len(scale.items) * max(answer.value for answer in self.answers)
