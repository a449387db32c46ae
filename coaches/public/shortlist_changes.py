"""Putting listings on the shortlist, taking them off, and looking at it."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coaches.listing.findings import credential
from coaches.listing.readers import accepting, session_fee
from coaches.models.coach import Coach
from coaches.public.listing_page import not_there
from coaches.public.shortlist import GOOD, MOST, drop_gone, read_shortlist, read_slugs, write_slugs


@require_safe
@never_cache
def shortlist(request: HttpRequest) -> HttpResponse:
    """Who is on it, and what can be done with it."""
    return _page(request)


@require_POST
@never_cache
def shortlist_add(request: HttpRequest) -> HttpResponse:
    """Put a published listing on it; with five on it already, the page says which way out there is."""
    slugs = read_slugs(request)
    coach = Coach.objects.published().filter(slug=_posted_slug(request)).first()
    if coach is None:
        return not_there(request)
    if coach.slug in slugs:
        return _changed(request, coach, slugs)
    if len(slugs) >= MOST:
        return _changed(request, coach, slugs, full=True) if _swaps(request) else _page(request, sixth=coach)
    return _changed(request, coach, (*slugs, coach.slug))


@require_POST
@never_cache
def shortlist_remove(request: HttpRequest) -> HttpResponse:
    """Take a listing off it, one that is listed no more, too."""
    slug = _posted_slug(request)
    left = [each for each in read_slugs(request) if each != slug]
    coach = Coach.objects.published().filter(slug=slug).first() if _swaps(request) else None
    return _changed(request, coach, left)


@require_POST
@never_cache
def shortlist_clear(request: HttpRequest) -> HttpResponse:
    """Forget it."""
    response = _go(reverse("shortlist"))
    write_slugs(response, ())
    return response


def _page(request: HttpRequest, *, sixth: Coach | None = None) -> HttpResponse:
    chosen = read_shortlist(request)
    response = render(
        request,
        "coaches/shortlist.html",
        {
            "entries": [(each, credential(each), session_fee(each), accepting(each)) for each in chosen.coaches],
            "slugs": [each.slug for each in chosen.coaches],
            "gone": [slug.replace("-", " ") for slug in chosen.gone],
            "sixth": sixth,
            "few": 0 < len(chosen.coaches) < GOOD,
            "invented": any(each.invented for each in chosen.coaches),
        },
        status=409 if sixth else 200,
    )
    drop_gone(response, chosen)
    return response


def _changed(request: HttpRequest, coach: Coach | None, slugs: Sequence[str], *, full: bool = False) -> HttpResponse:
    back = _local(request)
    if not _swaps(request):
        response = _go(back)
    elif coach is None:
        # Somebody who is listed no more has no button to put in place.
        response = HttpResponse(headers={"HX-Redirect": back})
    else:
        shown = {"coach": coach, "slugs": slugs, "back": back, "full": full, "on": coach.slug in slugs}
        response = render(request, "coaches/shortlist_swap.html", shown)
    write_slugs(response, slugs)
    return response


def _posted_slug(request: HttpRequest) -> str:
    # PostgreSQL refuses a text with a zero byte.
    return request.POST.get("slug", "").replace("\x00", "")


def _swaps(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _local(request: HttpRequest) -> str:
    """Where the form came from, if that is a page of this site."""
    wished = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wished, allowed_hosts=None, require_https=request.is_secure())
    return wished if safe and wished.startswith("/") else reverse("shortlist")


def _go(address: str) -> HttpResponse:
    response = redirect(address)
    response.status_code = 303
    return response
