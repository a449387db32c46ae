from __future__ import annotations

import pytest

from triage.sharing import tokens


@pytest.fixture(autouse=True)
def hashing_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases are slow on purpose; one test of its own looks at how slow."""
    monkeypatch.setattr(tokens, "_SLOW", {**tokens._SLOW, "n": 2**4, "p": 1})
