"""Signals, rules, outcomes and promises."""

from __future__ import annotations

from typing import Literal

from pydantic import Field as Setting

from triage.engine.model.base import Content, FrozenMap, HelpId, Id, Text
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
    """What is recommended. A higher `care` is more careful; equal care may differ in timing or in kind.

    `service` is the help that it comes down to, if it is one of those that can be looked for.
    `offers_changes` says whether the answers that would alter it are shown.
    """

    id: Id
    care: int = Setting(default=0, ge=0)
    service: HelpId | None = None
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


class Promise(Content):
    """Something that holds over every possible set of answers; `kind` names how it is proved.

    `sections` and `words` belong to promises on what is said. A word that ends in * stands for all that begin so.
    """

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
        "fits",
        "never_says",
    ]
    title: Text
    text: Text
    signals: tuple[Id, ...] = ()
    when: Condition = ()
    outcomes: tuple[Id, ...] = ()
    sections: tuple[Id, ...] = ()
    words: tuple[Text, ...] = ()
