"""`{% once "template" value %}`: what is said in the same words to many people is rendered for the first of them.

The template gets the value (as `it`) and nothing else, no request and no person, so that the same value always reads
the same. What was rendered stays in this process only, and the longest unused is dropped.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def once(template_name: str, it: Hashable = None) -> SafeString:
    """The template with this value (if it needs any), in the reader's language."""
    return rendered(template_name, it, get_language())


@lru_cache(maxsize=2000)
def rendered(template_name: str, it: Hashable, _language: str) -> SafeString:
    """The template, rendered once for each value and language."""
    return render_to_string(template_name, {"it": it})
