"""A result as plain data, in words and ids: what the result page shows, and what a kept result holds.

Nothing here points into the questionnaire, so that a kept result stays as it was issued. The form of
these classes is part of the stored format: see `triage.results.snapshot` before changing one.
"""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel, ConfigDict


class Plain(BaseModel):
    """A frozen value that can be written as JSON and read again; a key that it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(Plain):
    """Something with an id and a name, such as a signal."""

    id: str
    name: str


class OutcomeTold(Plain):
    """What is recommended, and the kind of help that it comes down to, if it is one that has a name (else empty)."""

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


class Fill(Plain):
    """A number that was chosen, and the question whose id in curly brackets stands for it; None: to be filled in."""

    blank: str
    number: int | None


class Piece(Plain):
    """A piece of advice. In an agenda it takes so many `minutes`; in a calendar it comes up after `days` or `months`.

    `guide` is the questionnaire that it leads to.
    """

    id: str
    title: str
    text: str
    example: str = ""
    first_step: str = ""
    minutes: int = 0
    days: int = 0
    months: int = 0
    guide: str = ""
    fills: tuple[Fill, ...] = ()

    @property
    def stop(self) -> str:
        """What ends the title where the text follows it on the same line."""
        return "" if self.title.endswith(("?", "”", ".", "…")) else "."


class Place(Plain):
    """Where to find a kind of help. `checked` is the day somebody last looked."""

    name: str
    url: str
    about: str
    checked: str


class SectionTold(Plain):
    """A stretch of the plan, see `triage.engine.model.plan.Section`."""

    id: str
    title: str
    note: str
    form: str
    topics: tuple[str, ...] = ()
    apart: bool = False
    pieces: tuple[Piece, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def template(self) -> str:
        """How it is shown."""
        return f"triage/sections/{self.form}.html"

    @property
    def is_shown(self) -> bool:
        """Whether there is something to show."""
        return self.form != "calendar" and bool(self.pieces or self.places or self.form == "services")


class Group(NamedTuple):
    """Sections under one title."""

    id: str
    title: str
    sections: tuple[SectionTold, ...]


class Letter(Plain):
    """All that the result page shows of a person. `country` is the code whose help lines are shown.

    Without an `outcome` it holds some sections only. `title` is the questionnaire's, `limits` what this is not.
    `told` is the deciding rule in words, or empty where other rules are possible. Where it is not `settled`, `possible`
    are the outcomes between which it is open, and `outcome` is the careful one of them, for the meantime.
    `plain` is the outcome in words that name nothing that was said, for copies that show no answer. `quiet` names the
    signs that are not there, on which it stands as well. Where no single practical answer would alter it, those of
    `together` would, at once; or none, if `only_clinical`.
    """

    questionnaire: str
    version: int
    title: str
    limits: str
    rule: str
    outcome: OutcomeTold | None
    told: str
    country: str
    settled: bool = True
    possible: tuple[OutcomeTold, ...] = ()
    plain: OutcomeTold | None = None
    reasons: tuple[ReasonTold, ...] = ()
    quiet: tuple[str, ...] = ()
    changes: tuple[ChangeTold, ...] = ()
    together: tuple[ChangeTold, ...] = ()
    only_clinical: bool = False
    left_out: tuple[str, ...] = ()
    silent: bool = False
    clinical: tuple[Bar, ...] = ()
    execution: tuple[Bar, ...] = ()
    scores: tuple[Score, ...] = ()
    sections: tuple[SectionTold, ...] = ()

    @property
    def is_changeable(self) -> bool:
        """Whether there is something to say on what would change it."""
        return bool(self.changes or self.together) or self.only_clinical

    @property
    def origin(self) -> tuple[str, str, int, str]:
        """What this is not, and the questionnaire, version and rule (if it is told) that it comes from."""
        return (self.limits, self.questionnaire, self.version, self.rule)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The sections to show, those without a title together with the one that they go on from.

        Sections that are apart stand by themselves: they are shown where nothing else is.
        """
        alone = self.outcome is None and all(section.apart for section in self.sections)
        groups: list[Group] = []
        for section in self.sections:
            if section.apart != alone:
                continue
            if section.title or not groups:
                groups.append(Group(section.id, section.title, ()))
            if section.is_shown:
                groups[-1] = groups[-1]._replace(sections=(*groups[-1].sections, section))
        return tuple(group for group in groups if group.sections)

    @property
    def due(self) -> tuple[Piece, ...]:
        """What comes up on a later day."""
        return tuple(piece for section in self.sections if section.form == "calendar" for piece in section.pieces)
