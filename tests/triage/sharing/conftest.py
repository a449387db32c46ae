from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from triage.sharing import tokens


@pytest.fixture(autouse=True)
def hashing_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases are slow on purpose; one test of its own looks at how slow."""
    monkeypatch.setattr(tokens, "_SLOW", {**tokens._SLOW, "n": 2**4, "p": 1})


class Clock:
    """The time of day, as everything that asks Django for it sees it."""

    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2026-11-22T12:00:00+00:00")

    def forward(self, **by: int) -> None:
        """Let time pass."""
        self.now += timedelta(**by)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock
