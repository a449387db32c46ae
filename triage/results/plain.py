"""A result as plain data, in words and ids: what the result page shows, and what a kept result holds.

Nothing here points into the questionnaire, so that a kept result stays as it was issued. The form of
these classes is part of the stored format: see `triage.sharing.snapshot` before changing one.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict


class Plain(BaseModel):
    """A frozen value that can be written as JSON and read again; a key that it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(Plain):
    """Something with an id and a name, such as a signal."""

    id: str
    name: str


class OutcomeTold(Plain):
    """What is recommended, and by which of the three services."""

    id: str
    service: str
    name: str
    headline: str
    summary: str
    urgent: bool


class Said(Plain):
    """A question and the words that were chosen, or None where it was left out."""

    asked: str
    chosen: str | None


class Score(Plain):
    """A scale's total with its highest possible one (points); None if rows were left out.

    `answered` of `items` rows have an answer. From `counts_from` points on it weighs by itself.
    """

    scale: Named
    total: int | None
    highest: int
    answered: int
    items: int
    counts_from: int


class ReasonTold(Plain):
    """One thing that led to the recommendation."""

    signal: Named
    sentence: str
    certain: bool
    answers: tuple[Said, ...]
    scores: tuple[Score, ...]


class ChangeTold(Plain):
    """Another answer to one question, and what would be recommended then."""

    asked: str
    answer: str
    outcome: OutcomeTold


class Settled(Plain):
    """The least careful outcome that is still possible, and answers after which it would be certain.

    `others` are the further outcomes that other answers could bring.
    """

    outcome: OutcomeTold
    answers: tuple[Said, ...]
    others: tuple[OutcomeTold, ...]


class Bar(Plain):
    """One signal: how far it reaches for certain, how far it could reach, and where it starts to count.

    `known`, `possible` and `line` are lengths in units of the drawing. `levels` says the same: the level,
    or the lowest and the highest possible one.
    """

    signal: Named
    known: float
    possible: float
    line: float | None
    levels: tuple[str, ...]
    counts: bool
    open: bool

    @property
    def span(self) -> float:
        """The length of what is open."""
        return self.possible - self.known


class Piece(Plain):
    """A piece of advice."""

    id: str
    title: str
    text: str


class Place(Plain):
    """Where to find the recommended service. `checked` is the day somebody last looked."""

    name: str
    url: str
    about: str
    checked: str


class Letter(Plain):
    """All that the result page shows of a person. `country` is the code whose help lines are shown."""

    questionnaire: str
    version: int
    rule: str
    outcome: OutcomeTold
    told: str
    certain: bool
    country: str
    reasons: tuple[ReasonTold, ...] = ()
    changes: tuple[ChangeTold, ...] = ()
    left_out: tuple[str, ...] = ()
    settled: Settled | None = None
    silent: bool = False
    clinical: tuple[Bar, ...] = ()
    execution: tuple[Bar, ...] = ()
    scores: tuple[Score, ...] = ()
    finders: tuple[Place, ...] = ()
    advice: Mapping[str, tuple[Piece, ...]] = {}

    @property
    def origin(self) -> tuple[int, str] | None:
        """The version and the rule that it comes from; nothing where the rule is not told."""
        return (self.version, self.rule) if self.rule else None
