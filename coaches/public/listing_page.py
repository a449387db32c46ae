"""A listing's page, and the page for a listing that is not there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from coaches.listing.facts import CONTACT, MEETING, tell
from coaches.listing.findings import credential, questions_shown
from coaches.listing.readers import session_fee
from coaches.models.coach import Coach


def find(slug: str) -> Coach | None:
    """The published listing with this key, its checks with it: two queries."""
    return Coach.objects.published().filter(slug=slug).prefetch_related("checks").first()


def not_there(request: HttpRequest, *, written: str = "") -> HttpResponse:
    """404, the same whether a listing is paused, lapsed, removed or never was. `written` is handed back."""
    return render(request, "coaches/not_there.html", {"written": written}, status=404)


@require_safe
@cache_control(private=True, no_cache=True)
def coach(request: HttpRequest, slug: str) -> HttpResponse:
    """One listing, as far as it is published."""
    listing = find(slug)
    if listing is None:
        return not_there(request)
    return render(
        request,
        "coaches/coach.html",
        {
            "coach": listing,
            "address": request.build_absolute_uri(listing.get_absolute_url()),
            "credential": credential(listing),
            "fee": session_fee(listing),
            "findings": questions_shown(listing),
            "meeting": tell(MEETING, listing),
            "contact": tell(CONTACT, listing),
        },
    )
