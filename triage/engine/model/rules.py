"""Outcomes, and the rules that lead to them."""

from __future__ import annotations

from pydantic import Field as Setting

from triage.engine.model.base import Content, HelpId, Id, Text
from triage.engine.model.conditions import Condition


class Variant(Content):
    """Texts that take the place of an outcome's where the condition certainly holds."""

    when: Condition = Setting(min_length=1)
    name: str = ""
    headline: str = ""
    summary: str = ""


class Outcome(Content):
    """What is recommended. A higher `care` is more careful; equal care may differ in timing or in kind.

    `service` is the help that it comes down to, if it is one of those that can be looked for.
    `offers_changes` says whether the answers that would alter it are shown. The first of the `variants` that holds
    says it in words of its own.
    """

    id: Id
    care: int = Setting(default=0, ge=0)
    service: HelpId | None = None
    name: Text
    headline: Text
    summary: Text
    urgent: bool = False
    offers_changes: bool = True
    variants: tuple[Variant, ...] = ()


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
