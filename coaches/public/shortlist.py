"""The shortlist: up to five listings, in a cookie of the visitor's browser and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from coaches.models.coach import Coach

MOST = 5
"""How many a shortlist holds."""

GOOD = 3
"""From how many on comparing is worth it. Source: the career coaching guide, "three to five"."""

_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")
_BETWEEN = "."


@dataclass(frozen=True)
class Shortlist:
    """The listings on it, in the order in which they were put there, and the keys of those that are listed no more."""

    coaches: tuple[Coach, ...]
    gone: tuple[str, ...]


def read_slugs(request: HttpRequest) -> tuple[str, ...]:
    """The keys in the cookie, each once. The visitor can write anything there: what is no key is left out."""
    # Nothing of ours is longer: the rest of a stuffed cookie is not even looked at.
    written = request.COOKIES.get(settings.SHORTLIST_COOKIE_NAME, "")[: MOST * 81]
    slugs = [slug for slug in written.split(_BETWEEN) if _SLUG.fullmatch(slug)]
    return tuple(dict.fromkeys(slugs))[:MOST]


def write_slugs(response: HttpResponse, slugs: Sequence[str]) -> None:
    """Keep these until the browser is closed."""
    if not slugs:
        response.delete_cookie(settings.SHORTLIST_COOKIE_NAME, samesite="Lax")
        return
    response.set_cookie(
        settings.SHORTLIST_COOKIE_NAME,
        _BETWEEN.join(slugs),
        secure=settings.SHORTLIST_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def read_shortlist(request: HttpRequest) -> Shortlist:
    """The published listings on the shortlist with their checks: two queries, none for an empty one."""
    slugs = read_slugs(request)
    if not slugs:
        return Shortlist((), ())
    found = {each.slug: each for each in Coach.objects.published().filter(slug__in=slugs).prefetch_related("checks")}
    return Shortlist(
        tuple(found[slug] for slug in slugs if slug in found), tuple(slug for slug in slugs if slug not in found)
    )


def drop_gone(response: HttpResponse, shortlist: Shortlist) -> None:
    """Keep only those that are still listed."""
    if shortlist.gone:
        write_slugs(response, [coach.slug for coach in shortlist.coaches])
