from __future__ import annotations

from typing import NoReturn

import pytest
from django.db import OperationalError
from django.http import HttpRequest
from django.test import Client, override_settings

from triage.infrastructure.errors import bad_request, forbidden


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Client:
    """A client for which the about page fails, as a server shows it."""
    return Client(raise_request_exception=False)


def fail_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(request: HttpRequest, template: str) -> NoReturn:
        raise error

    monkeypatch.setattr("triage.pages.views.render", fail)


def test_a_page_that_is_not_there_has_crisis_help(client: Client) -> None:
    response = client.get("/nothing/")
    assert (response.status_code, 'href="/help/"' in response.content.decode()) == (404, True)


def test_an_error_of_ours_has_crisis_help(failing: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, ValueError("a fault"))
    response = failing.get("/about/")
    assert (response.status_code, 'href="/help/"' in response.content.decode()) == (500, True)


def test_without_a_database_there_is_a_plain_page_with_crisis_help(
    failing: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(monkeypatch, OperationalError("connection refused"))
    response = failing.get("/about/")
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert 'href="/help/"' in response.content.decode()


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


@override_settings(ALLOWED_HOSTS=["elsewhere.example"])
def test_a_wrong_host_is_refused_with_a_page(client: Client) -> None:
    assert client.get("/").status_code == 400


@pytest.mark.parametrize(("page", "status"), [(bad_request, 400), (forbidden, 403)])
def test_every_refusal_has_crisis_help(page: object, status: int) -> None:
    request = HttpRequest()
    response = bad_request(request, Exception()) if page is bad_request else forbidden(request, Exception())
    assert (response.status_code, b'href="/help/"' in response.content) == (status, True)
