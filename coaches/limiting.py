"""How often visitors may do something. Who counts is for the site to say, by `LIMIT_VISITORS`."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string


def allowed(request: HttpRequest, what: str, *, most: int, seconds: int) -> bool:
    """Count it, and say whether the visitor did it no more than `most` times in so many seconds."""
    count = cast("Callable[[HttpRequest, str, int, int], bool]", import_string(settings.LIMIT_VISITORS))
    return count(request, what, most, seconds)
