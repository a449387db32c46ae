"""Help lines by topic, for templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from triage.engine.model.base import Topic
from triage.engine.model.entries import ELSEWHERE
from triage.engine.model.signposts import Country, HelpLine
from triage.questionnaires import registry

register = template.Library()

TITLES: dict[Topic, Promise] = {
    "violence": _("Someone at home hurts or frightens you"),
    "work_rights": _("Something at work is unfair, unsafe or against the law"),
    "substances": _("Alcohol or drugs"),
    "eating": _("Eating"),
    "highs": _("Far too much energy, hardly any sleep"),
    "unusual": _("Voices, or being watched or followed"),
    "new_parents": _("A baby, or one on the way"),
    "grief": _("Someone died"),
    "youth": _("Children and young people"),
    "lgbtq": _("LGBTQ+ people"),
    "veterans": _("People who served in the forces"),
}
"""What help there is besides that in a crisis, in the order in which it is shown."""


@dataclass(frozen=True)
class TopicLines:
    """A topic with the lines that a country has for it."""

    id: Topic
    title: Promise
    lines: tuple[HelpLine, ...]


@register.filter
def on(country: Country, topics: Sequence[Topic] | str) -> tuple[HelpLine, ...]:
    """The country's lines on these topics (in a string: with spaces between them).

    Where no topic is named or the country has no line on any, those for a crisis: they turn nobody away.
    """
    named = cast("list[Topic]", topics.split()) if isinstance(topics, str) else topics
    return country.lines_on(named) or country.lines_on(("crisis",))


@register.simple_tag
def topics_of(country: Country) -> list[TopicLines]:
    """Every topic but the crisis itself for which the country has lines."""
    found = (TopicLines(topic, title, country.lines_on([topic])) for topic, title in TITLES.items())
    return [each for each in found if each.lines]


@register.simple_tag
def own_countries() -> list[Country]:
    """The countries that have help of their own."""
    return [country for country in registry.signposts().countries if country.code != ELSEWHERE]
