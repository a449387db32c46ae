from __future__ import annotations

from django import template

from triage.infrastructure.crisis_numbers import CRISIS_NUMBERS, ELSEWHERE

register = template.Library()


@register.inclusion_tag("errors/crisis_numbers.html")
def crisis_numbers() -> dict[str, object]:
    """A line and an emergency number for each country that has them, for pages that must not need the content."""
    return {"numbers": CRISIS_NUMBERS, "elsewhere": ELSEWHERE}
