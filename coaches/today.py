"""The day by which everything lapses."""

from __future__ import annotations

from datetime import date

from django.utils import timezone


def today() -> date:
    """The day in UTC."""
    return timezone.now().date()
