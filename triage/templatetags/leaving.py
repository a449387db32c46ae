from __future__ import annotations

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def elsewhere() -> str:
    """Where the quick exit leads."""
    url: str = settings.QUICK_EXIT_URL
    return url
