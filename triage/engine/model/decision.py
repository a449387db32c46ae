"""Signals, rules, outcomes, advice and promises."""

from __future__ import annotations

from typing import Literal

from pydantic import Field as Setting

from triage.engine.model.base import Content, FrozenMap, Id, Text
from triage.engine.model.conditions import Condition
from triage.engine.model.questions import Cut


class Signal(Content):
    """One thing that the answers say about a person's situation.

    A signal has ordered `levels`, lowest first, or `tags`, of which several can be given.
    Its level is the highest that an answer gives it, or, with `bands`, read from the sum of points.
    `when_unanswered` is what silence means: any level ("open"), or the one named.
    `counts_from` is the level from which it weighs by itself, `said` a sentence for each level.
    """

    id: Id
    name: Text
    about: Text
    side: Literal["safety", "clinical", "execution", "context", "practical"]
    levels: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    bands: tuple[Cut, ...] = ()
    when_unanswered: Id = "open"
    counts_from: Id | None = None
    said: FrozenMap[Id, Text] = Setting(default={}, validate_default=True)
    source: Text


class Group(Content):
    """Signals that rules speak of together."""

    id: Id
    name: Text
    signals: tuple[Id, ...] = Setting(min_length=1)


class Outcome(Content):
    """What is recommended. A higher `care` is more careful; equal care may differ in timing.

    `offers_changes` says whether the answers that would alter it are shown.
    """

    id: Id
    care: int = Setting(ge=0)
    service: Literal["coaching", "counseling", "therapy"]
    name: Text
    headline: Text
    summary: Text
    urgent: bool = False
    offers_changes: bool = True


class Rule(Content):
    """The outcome when the condition holds and no earlier rule's does.

    `sentence` says the rule to the public, `told` to the person it applies to. The signals of
    `because` are shown as reasons along with those that the condition names.
    """

    id: Id
    outcome: Id
    when: Condition = ()
    sentence: Text
    told: Text
    because: tuple[Id, ...] = ()


class Advice(Content):
    """A piece of the plan, shown when its condition holds. `topic` is its place on the page."""

    id: Id
    topic: Literal["first", "plan", "later", "watch", "ways", "money", "insurance", "call", "vetting"]
    title: Text
    text: Text
    when: Condition = ()


class Promise(Content):
    """Something that holds over every possible set of answers; `kind` names how it is proved."""

    id: Id
    kind: Literal[
        "safety_first",
        "never",
        "never_less_care",
        "never_more_care",
        "never_matters",
        "skipping_never_lowers",
        "total_and_alive",
        "explained",
        "pinned",
    ]
    title: Text
    text: Text
    signals: tuple[Id, ...] = ()
    when: Condition = ()
    outcomes: tuple[Id, ...] = ()
