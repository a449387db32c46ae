"""What the pages of a plan need: numbers filled in, and the ways to other questionnaires."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils.translation import gettext

from triage.questionnaires import registry
from triage.questionnaires.converter import start_url
from triage.results.letter_format import Fill

register = template.Library()

BLANK = "____"
"""Where a number was not chosen, there is room to write one."""


class Lead(NamedTuple):
    """The start of another questionnaire, and what it is called."""

    url: str
    title: str


@register.simple_tag
def filled(text: str, fills: Iterable[Fill]) -> str:
    """The text in the reader's language, with the numbers that were chosen."""
    words = gettext(text)
    for fill in fills:
        words = words.replace(f"{{{fill.blank}}}", BLANK if fill.number is None else str(fill.number))
    return words


@register.simple_tag
def lead(name: str) -> Lead:
    """The way to a questionnaire by its name."""
    questionnaire = registry.questionnaire(name)
    return Lead(start_url(questionnaire), questionnaire.title)


@register.simple_tag
def how_address(name: str) -> str:
    """Where it says how a questionnaire decides."""
    if name == registry.CAREER_HELP:
        return reverse("how_we_decide")
    return reverse("how_we_decide_in", args=[registry.questionnaire(name)])
