"""What holds for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

BROWSER_TESTS = Path(__file__).parent / "browser"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker(pytest.mark.browser)
    # Last, since the browser leaves an event loop running, in which Django refuses the other tests' queries.
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
