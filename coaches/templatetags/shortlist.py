"""The shortlist on any page of the directory, read from the visitor's cookie without a query."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

from coaches.models.coach import Coach
from coaches.public.shortlist import read_slugs

register = template.Library()


@register.simple_tag(takes_context=True)
def shortlisted(context: RequestContext) -> tuple[str, ...]:
    """The keys on the shortlist."""
    return tuple(context["slugs"]) if "slugs" in context else read_slugs(context["request"])


@register.inclusion_tag("coaches/shortlist_button.html", takes_context=True)
def shortlist_button(context: RequestContext, coach: Coach) -> dict[str, Any]:
    """A form that puts a listing on the shortlist, or takes it off, and leads back to where it was."""
    request = context["request"]
    return {
        "coach": coach,
        "on": coach.slug in shortlisted(context),
        "back": request.get_full_path(),
        "csrf_token": context.get("csrf_token"),
    }
