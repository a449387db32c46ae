"""Promises: what holds over every possible set of answers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field as Setting

from triage.engine.model.base import Content, Id, Text, Topic
from triage.engine.model.conditions import Condition


class Promise(Content):
    """Something that holds over every possible set of answers; `kind` names how it is proved.

    Most speak of where `when` holds (and `unless` does not) and of `outcomes`, the others of `signals`. `topics` are
    those of a page of help. `sections`, `advice` and `words` belong to promises on what is said; a word that ends
    in * stands for all that begin so.
    """

    id: Id
    kind: Literal[
        "safety_first",
        "help_next",
        "exactly",
        "always",
        "only_if",
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
        "says_only_if",
    ]
    title: Text
    text: Text
    signals: tuple[Id, ...] = ()
    when: Condition = ()
    unless: Condition = ()
    outcomes: tuple[Id, ...] = ()
    topics: tuple[Topic, ...] = ()
    sections: tuple[Id, ...] = ()
    advice: tuple[Id, ...] = ()
    words: tuple[Text, ...] = ()


class IdleEdits(Content):
    """Edits of the rule table that change no outcome (by their names, see `proof.edits`), and why it is written so."""

    edits: tuple[Text, ...] = Setting(min_length=1)
    because: Text
