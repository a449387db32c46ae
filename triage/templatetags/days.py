from __future__ import annotations

from datetime import date

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter
def day(written: str) -> str:
    """A day of the content (ISO) as people write it where they live."""
    return date_format(date.fromisoformat(written))
