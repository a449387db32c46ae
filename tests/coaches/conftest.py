from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.fixture
def letters_at_once(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters wait until what they are about is stored, which within a test's own transaction would be never."""

    def at_once(send: Callable[[], object], *, robust: bool = False) -> None:
        send()

    monkeypatch.setattr("coaches.letters.transaction.on_commit", at_once)
