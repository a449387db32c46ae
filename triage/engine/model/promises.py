"""Promises: what holds over every possible set of answers."""

from __future__ import annotations

from typing import Literal

from triage.engine.model.base import Content, Id, Text
from triage.engine.model.conditions import Condition


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
