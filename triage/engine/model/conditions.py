"""The conditions of rules, advice and pages: a small, closed vocabulary that can be analysed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from triage.engine.model.base import Content, Id


class Criterion(Content):
    """One thing that is true or false of an evaluation. It has one of these shapes:

    * ``signal`` with ``at_least`` and/or ``at_most``: the signal's level, both ends included
    * ``group`` with ``at_least`` and/or ``at_most``, and ``count``: so many signals of the group lie there
    * ``signal`` with ``has``: at least one of these tags was given
    * ``signal`` with ``lacks``: none of these tags was given
    * ``signal`` with ``unanswered``: nothing is known of the signal
    * ``outcome``: the outcome is one of these
    * ``settled``: whether open questions could no longer lead to less care

    Rules use the first two only, so that they can be decided over every way of answering.
    """

    signal: Id | None = None
    group: Id | None = None
    at_least: Id | None = None
    at_most: Id | None = None
    count: int = Field(default=1, ge=1)
    has: tuple[Id, ...] = ()
    lacks: tuple[Id, ...] = ()
    unanswered: bool = False
    outcome: tuple[Id, ...] = ()
    settled: bool | None = None

    @property
    def kind(self) -> Literal["level", "group", "tags", "unanswered", "outcome", "settled"]:
        """Which kind of thing this criterion looks at."""
        if self.outcome:
            return "outcome"
        if self.settled is not None:
            return "settled"
        if self.group is not None:
            return "group"
        if self.has or self.lacks:
            return "tags"
        return "unanswered" if self.unanswered else "level"

    @model_validator(mode="after")
    def _has_one_shape(self) -> Criterion:
        given = self.model_fields_set
        shapes: tuple[tuple[set[str], set[str]], ...] = (
            ({"signal", "at_least"}, {"at_most"}),
            ({"signal", "at_most"}, {"at_least"}),
            ({"group", "at_least"}, {"at_most", "count"}),
            ({"group", "at_most"}, {"at_least", "count"}),
            ({"signal", "has"}, set()),
            ({"signal", "lacks"}, set()),
            ({"signal", "unanswered"}, set()),
            ({"outcome"}, set()),
            ({"settled"}, set()),
        )
        if not any(needed <= given <= needed | optional for needed, optional in shapes):
            raise ValueError(
                "a criterion is one of: signal with at_least and/or at_most; group with at_least and/or at_most (and "
                "count); signal with has; signal with lacks; signal with unanswered; outcome; settled"
            )
        return self


class Gate(Content):
    """One thing that puts a page or a row on the path. It has one of these shapes:

    * ``question`` with ``any_of``: one of these choices was made there
    * ``question`` with ``none_of``: none of them was, be it because nothing was answered
    * ``scale`` with ``at_least``: the scale's total so far (in points)
    """

    question: Id | None = None
    any_of: tuple[Id, ...] = ()
    none_of: tuple[Id, ...] = ()
    scale: Id | None = None
    at_least: int = 0

    @model_validator(mode="after")
    def _has_one_shape(self) -> Gate:
        if self.model_fields_set not in ({"question", "any_of"}, {"question", "none_of"}, {"scale", "at_least"}):
            raise ValueError("a gate is one of: question with any_of; question with none_of; scale with at_least")
        return self

    @property
    def choices(self) -> tuple[str, ...]:
        """The choices that the gate looks for."""
        return self.any_of or self.none_of


Condition = tuple[tuple[Criterion, ...], ...]
"""Alternatives, each a list of criteria that must all hold. Without alternatives it always holds."""

Gates = tuple[tuple[Gate, ...], ...]
"""As `Condition`, of gates."""
