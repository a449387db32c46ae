"""The type of request that the quiz's pages get from django-htmx's middleware."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class QuizRequest(HttpRequest):
    """A request that knows whether htmx sent it."""

    htmx: HtmxDetails


def wants_part(request: QuizRequest) -> bool:
    """Whether only the part that htmx swaps in is wanted, not a whole page."""
    return bool(request.htmx) and not request.htmx.boosted and not request.htmx.history_restore_request
