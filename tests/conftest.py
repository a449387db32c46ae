"""What holds for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
BROWSER_TESTS = HERE / "browser"
ENGINE_TESTS = [
    *(HERE / "triage" / name for name in ("engine", "commands")),
    *(HERE / "triage" / "questionnaires" / name for name in ("test_content.py", "test_instruments.py")),
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker(pytest.mark.browser)
        if any(item.path.is_relative_to(place) for place in ENGINE_TESTS):
            item.add_marker(pytest.mark.engine)
    # Last, since the browser leaves an event loop running, in which Django refuses the other tests' queries.
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
