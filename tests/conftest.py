"""What holds for every test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone

from coaches.later import attempt
from tests.clock import Clock

HERE = Path(__file__).parent
BROWSER_TESTS = HERE / "browser"
ENGINE_TESTS = [
    *(HERE / "triage" / name for name in ("engine", "commands")),
    *(HERE / "triage" / "questionnaires" / name for name in ("test_content.py", "test_instruments.py")),
]


class AtOnce:
    """In place of the thread that does what is to be done later."""

    def submit(self, _with_connections_of_its_own: object, work: Callable[[], object]) -> None:
        """Do it now, with the connection that the test has."""
        attempt(work)


@pytest.fixture(autouse=True)
def later_is_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done after an answer is done when a test looks for it. One test of its own waits instead."""
    monkeypatch.setattr("coaches.later._worker", AtOnce())


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What Django says of the time of day."""
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker(pytest.mark.browser)
        if any(item.path.is_relative_to(place) for place in ENGINE_TESTS):
            item.add_marker(pytest.mark.engine)
    # Last, since the browser leaves an event loop running, in which Django refuses the other tests' queries.
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
