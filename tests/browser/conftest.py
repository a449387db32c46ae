"""A real browser for the tests in this folder; they fail when it complains, or asks anyone but this site."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connections
from playwright.sync_api import BrowserContext, Page, Response, expect

from tests.services import chromium
from tests.services.site import site as serve_site
from triage.infrastructure.headers import HEADERS

NewContext = Callable[..., BrowserContext]
Forgive = Callable[[int], None]

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session", autouse=True)
def queries_beside_the_browser() -> Iterator[None]:
    """Playwright runs an event loop in the tests' thread, where Django would refuse every query."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    # Even a page that asked for another host would not reach it.
    alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
    flags = [*chromium.launch_flags(), "--in-process-gpu", alone]
    chosen = {"executable_path": chromium.find_or_install(), "args": flags}
    return {**browser_type_launch_args, **chosen}


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the site, served without a database: nothing that these tests walk through needs one."""
    with serve_site() as address:
        yield address


@pytest.fixture
def storing_site(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of the site with the test database behind it, for what people ask to be kept."""
    # Each request has a thread of its own here, and nobody would close a connection that outlives it.
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    with serve_site() as address:
        yield address


@pytest.fixture
def complaints() -> list[str]:
    """What the console of any page said, and what else nobody wants. A test that provokes a message clears the list."""
    return []


@pytest.fixture
def known_hosts() -> set[str]:
    """The hosts that pages may ask. A test that lets a page go elsewhere answers for that host and adds it."""
    return {"localhost", "127.0.0.1"}


@pytest.fixture
def new_context(new_context: NewContext, complaints: list[str], known_hosts: set[str]) -> NewContext:
    """Contexts of the browser, all of them listened to."""

    def create(**options: Any) -> BrowserContext:
        context = new_context(**options)
        _listen(context, complaints, known_hosts)
        return context

    return create


def _listen(context: BrowserContext, complaints: list[str], known_hosts: set[str]) -> None:
    def check_host(address: str) -> None:
        if urlsplit(address).hostname not in known_hosts:
            complaints.append(f"asked another host: {address}")

    def check_policy(response: Response) -> None:
        own = urlsplit(response.url).hostname in {"localhost", "127.0.0.1"}
        if own and response.headers.get("content-security-policy") != HEADERS["Content-Security-Policy"]:
            complaints.append(f"without the policy: {response.url}")

    context.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    context.on("weberror", lambda error: complaints.append(f"uncaught: {error.error}"))
    context.on("request", lambda request: check_host(request.url))
    context.on("response", check_policy)


@pytest.fixture(autouse=True)
def silent_console(complaints: list[str]) -> Iterator[None]:
    yield
    assert complaints == []


@pytest.fixture
def forgive(complaints: list[str]) -> Forgive:
    """Drop the browser's remark that a page came with a status that the test asked for, and no other."""

    def forgive(status: int) -> None:
        assert [each for each in complaints if f"status of {status}" not in each] == []
        complaints.clear()

    return forgive


@pytest.fixture
def plain_page(new_context: NewContext) -> Page:
    """A page in a browser with scripts off."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture(params=["with scripts", "without scripts"])
def either_page(request: pytest.FixtureRequest, new_context: NewContext) -> Page:
    """A page with scripts and one without: what a test asks of it must hold for both."""
    return new_context(java_script_enabled=request.param == "with scripts").new_page()


@pytest.fixture
def plain_form_page(page: Page) -> Page:
    """A page whose forms are sent the plain way, since the site's scripts are empty; a test's own scripts run in it."""
    page.context.route(
        "**/*.js", lambda route: route.fulfill(body="", headers={**HEADERS, "Content-Type": "text/javascript"})
    )
    return page


@pytest.fixture(params=["after a swap", "after a plain form"])
def either_form_page(request: pytest.FixtureRequest, page: Page) -> Page:
    """A page of either kind, in which axe can run."""
    if request.param == "after a plain form":
        request.getfixturevalue("plain_form_page")
    return page
