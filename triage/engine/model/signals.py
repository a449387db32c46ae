"""Signals: what the answers say of a person's situation."""

from __future__ import annotations

from typing import Literal

from pydantic import Field as Setting

from triage.engine.model.base import Content, FrozenMap, Id, Text
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


class SignalGroup(Content):
    """Signals that rules speak of together."""

    id: Id
    name: Text
    signals: tuple[Id, ...] = Setting(min_length=1)
