from __future__ import annotations

from django import template

from triage.quiz.leaving import AWAY

register = template.Library()


@register.simple_tag
def elsewhere() -> str:
    """Where the quick exit leads."""
    return AWAY
