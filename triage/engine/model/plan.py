"""The plan: its sections, the pieces that stand in them, agendas that fit a length of time, and who may see what."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from pydantic import Field as Setting

from triage.engine.model.base import Content, FrozenMap, HelpId, Id, Text, Topic
from triage.engine.model.conditions import Condition

_BLANK = re.compile(r"\{([a-zA-Z][a-zA-Z0-9_]*)\}")


class Section(Content):
    """A stretch of the plan. Without a `title` it goes on under the one before.

    `layout` is how its advice looks: `notes`, a `box`, numbered `steps`, `pairs` of heading and text, `lines` to write
    on, a `log` to fill in week by week, an `agenda`. `finders` and `services` bring what the signposts know of
    `service` (by default the outcome's); `help` also brings the country's help lines on its `topics`; what stands in
    a `calendar` is not printed, but goes into the calendar file. A section that is `apart` is printed by itself only.
    `length` names the signal on whose level an agenda's minutes depend, and `minutes` gives them for each level.
    """

    id: Id
    title: str = ""
    note: str = ""
    layout: Literal[
        "notes", "box", "steps", "pairs", "lines", "log", "agenda", "finders", "services", "help", "calendar"
    ] = "notes"
    service: HelpId | None = None
    topics: tuple[Topic, ...] = ()
    apart: bool = False
    length: Id | None = None
    minutes: tuple[int, ...] = ()


class Advice(Content):
    """A piece of the plan, shown when its condition holds. `section` is its place on the page.

    `example` and `first_step` make it concrete. A question's id in curly brackets stands for the number chosen there.
    In a calendar it comes up so many `days` or `months` later. `questionnaire` names the one that it leads to.
    """

    id: Id
    section: Id
    title: Text
    text: Text
    example: str = ""
    first_step: str = ""
    days: int = Setting(default=0, ge=0)
    months: int = Setting(default=0, ge=0)
    questionnaire: Id | None = None
    when: Condition = ()

    @cached_property
    def blanks(self) -> tuple[str, ...]:
        """The questions whose numbers the piece names."""
        return tuple(dict.fromkeys(_BLANK.findall(f"{self.title} {self.text} {self.example} {self.first_step}")))


class Slot(Content):
    """A piece with its minutes at each length that the agenda can have; at 0 it is left out."""

    advice: Id
    minutes: tuple[int, ...]


class Agenda(Content):
    """What stands in an agenda section, in this order, when the outcome is this one."""

    section: Id
    outcome: Id
    slots: tuple[Slot, ...] = Setting(min_length=1)


class Scope(Content):
    """What a shared copy may show. `told` says so to whoever opens it.

    `depth` is how much of the result: nothing but the `sections` named, also which `service` was
    recommended, the outcome with its `reasons` but without the answers behind them, or `everything`, with all sections.
    """

    id: Id = Setting(max_length=14)
    name: Text
    about: Text
    told: Text
    depth: Literal["sections", "service", "reasons", "everything"]
    sections: tuple[Id, ...] = ()


class Carry(Content):
    """An answer that another questionnaire has already had, offered here if the person agrees.

    `choices` gives the choice here for a choice there; choices that are not named are not carried over.
    """

    source: Id
    question: Id
    to: Id
    choices: FrozenMap[Id, Id] = Setting(min_length=1)
