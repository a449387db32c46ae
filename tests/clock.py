"""A clock that a test moves on."""

from __future__ import annotations

from datetime import datetime, timedelta


class Clock:
    """The time of day, as everything that asks Django for it sees it."""

    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2026-11-22T12:00:00+00:00")

    def forward(self, **by: int) -> None:
        """Let time pass."""
        self.now += timedelta(**by)
