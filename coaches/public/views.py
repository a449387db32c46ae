"""A listing's page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from coaches.listings.coach import Coach


@require_safe
def coach(request: HttpRequest, slug: str) -> HttpResponse:
    """One listing, as far as it is published."""
    found = get_object_or_404(Coach.objects.published(), slug=slug)
    return render(request, "coaches/coach.html", {"coach": found})
