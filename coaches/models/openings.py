"""Whether a coach takes clients now."""

from __future__ import annotations

from datetime import date, timedelta

FRESH_DAYS = 60
"""For how many days a coach's word that they take clients is believed."""


def is_accepting(accepting: bool | None, confirmed_on: date | None, on: date) -> bool:
    """Whether a coach takes clients, as confirmed in the last `FRESH_DAYS` days."""
    return bool(accepting) and confirmed_on is not None and confirmed_on >= on - timedelta(days=FRESH_DAYS)
