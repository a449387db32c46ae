"""Whatever goes wrong, and whatever else is missing at that moment, there is a page with crisis help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from pytest_django import DjangoDbBlocker, Settings

from triage.infrastructure import errors
from triage.infrastructure.crisis_numbers import CRISIS_NUMBERS, ELSEWHERE
from triage.infrastructure.errors import Failure, failure_page
from triage.questionnaires import registry
from triage.templatetags.once import rendered

FAILURES = [value for value in vars(errors).values() if isinstance(value, Failure)]


def has_crisis_help(page: str) -> bool:
    """Numbers to dial that need no script, and the way to the page with all of them."""
    dialled = [f'href="tel:{number}"' for each in CRISIS_NUMBERS for number in (each.dialled, each.emergency)]
    return all(link in page for link in (*dialled, ELSEWHERE, 'href="/help/"')) and "<script" not in page


@pytest.fixture
def static_files_away(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    settings.STATIC_ROOT = tmp_path
    rendered.cache_clear()
    yield
    rendered.cache_clear()


@pytest.fixture
def database_away(monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    connection.close()
    for key in ("NAME", "HOST"):
        monkeypatch.setitem(connection.settings_dict, key, "/no/such/place")
    with django_db_blocker.unblock():
        yield
        connection.close()


@pytest.fixture
def session_away(settings: Settings) -> None:
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.file"
    settings.SESSION_FILE_PATH = "/no/such/place"


@pytest.fixture
def content_away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    cached = (registry.questionnaire, registry.record, registry.signposts, registry._prefixes)
    monkeypatch.setattr(registry, "FOLDER", tmp_path)
    for each in cached:
        each.cache_clear()
    yield
    for each in cached:
        each.cache_clear()


@pytest.fixture
def translations_away(settings: Settings, tmp_path: Path) -> Iterator[None]:
    for locale in ("en", "en_US", "en_GB"):
        messages = tmp_path / locale / "LC_MESSAGES"
        messages.mkdir(parents=True)
        (messages / "django.mo").write_bytes(b"this is no catalog of messages")
    # Django's tests forget what was loaded when this setting changes.
    settings.LOCALE_PATHS = [tmp_path]
    rendered.cache_clear()
    yield
    rendered.cache_clear()


MISSING = {
    "static_files_away": "/",
    "database_away": "/coaches/",
    "session_away": "/admin/",
    "content_away": "/help/",
    "translations_away": "/about/",
}
"""Everything that can be missing, and a page that needs it."""


@pytest.fixture(params=MISSING)
def page_in_need(request: pytest.FixtureRequest) -> str:
    request.getfixturevalue(request.param)
    return MISSING[request.param]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.heading)
def test_every_page_of_a_failure_has_crisis_help(failure: Failure) -> None:
    page = failure_page(RequestFactory().get("/"), failure)
    assert page.status_code == failure.status
    assert '<link rel="stylesheet"' in page.content.decode()
    assert failure.heading in page.content.decode()
    assert has_crisis_help(page.content.decode())


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.heading)
@pytest.mark.usefixtures("page_in_need")
def test_it_has_so_whatever_is_missing(failure: Failure) -> None:
    page = failure_page(RequestFactory().get("/"), failure)
    assert page.status_code == failure.status
    assert failure.heading in page.content.decode()
    assert has_crisis_help(page.content.decode())


def test_a_page_that_cannot_be_made_for_want_of_something_says_so_with_crisis_help(page_in_need: str) -> None:
    visitor = Client(raise_request_exception=False)
    page = visitor.get(page_in_need)
    assert page.status_code in (500, 503)
    assert has_crisis_help(page.content.decode())


def test_a_page_that_is_not_there_is_found_so_whatever_is_missing(page_in_need: str) -> None:
    visitor = Client(raise_request_exception=False)
    visitor.cookies["sessionid"] = "of an earlier visit"
    page = visitor.get("/there/is/nothing/here/")
    assert page.status_code in (404, 500)
    assert has_crisis_help(page.content.decode())


@pytest.mark.usefixtures("database_away")
def test_without_a_database_the_page_says_so_and_when_to_come_back() -> None:
    page = Client(raise_request_exception=False).post("/admin/login/", {"username": "ada", "password": "a password"})
    assert (page.status_code, page["Retry-After"]) == (503, "60")
    assert "We cannot reach our records right now" in page.content.decode()


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("get", "/leave/", "POST"), ("post", "/about/", "GET, HEAD"), ("put", "/", "GET, HEAD")],
)
def test_a_method_that_a_page_does_not_have_is_explained(
    client: Client, method: str, path: str, allowed: str, caplog: pytest.LogCaptureFixture
) -> None:
    page = getattr(client, method)(path)
    assert (page.status_code, page["Allow"]) == (405, allowed)
    assert "This page works in another way" in page.content.decode()
    assert has_crisis_help(page.content.decode())
    assert len(caplog.records) == 1


def test_a_stale_form_loses_nothing_and_says_so() -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.get("/")
    response = strict.post("/quiz/", {"country": "US"})
    assert response.status_code == 403
    assert "Nothing is lost" in response.content.decode()


def test_a_browser_that_sends_no_cookies_is_told_so() -> None:
    response = Client(enforce_csrf_checks=True).post("/quiz/", {"country": "US"})
    assert response.status_code == 403
    assert "sent no cookies" in response.content.decode()


def test_a_wrong_host_is_refused_with_a_page(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["elsewhere.example"]
    page = client.get("/")
    assert page.status_code == 400
    assert has_crisis_help(page.content.decode())


def test_the_numbers_are_those_that_the_signposts_say_first() -> None:
    countries = [each for each in registry.signposts().countries if each.lines and each.lines[0].call]
    first = {each.name: (each.lines[0].name, each.lines[0].call, each.emergency[0]) for each in countries}
    assert {each.country: (each.line, each.number, each.emergency) for each in CRISIS_NUMBERS}.items() <= first.items()
    dialled = {each.name: each.lines[0].call_uri for each in countries}
    assert {each.country: each.dialled for each in CRISIS_NUMBERS}.items() <= dialled.items()
    web = {line.web for each in registry.signposts().countries for line in each.lines}
    assert ELSEWHERE in web
