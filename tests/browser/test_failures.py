"""Pages for what goes wrong, provoked for real: in the style of the others, accessible, and with crisis help."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from django.db import connections
from playwright.sync_api import Page, expect
from pytest_django import DjangoDbBlocker

from tests.browser.conftest import Forgive
from tests.browser.judging import barriers, sideways
from tests.browser.walking import BY_NAME, asked, carry, stand_before
from tests.people import WELL
from triage.quiz import views as quiz
from triage.results import views as results

Provoke = Callable[[Page, str], None]


def no_such_page(page: Page, site: str) -> None:
    page.goto(f"{site}/no/such/page/")


def unreadable_request(page: Page, site: str) -> None:
    carry(page.context, site, WELL)
    page.goto(f"{site}/quiz/3/?" + "a=&" * 1100)


def form_that_is_too_old(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    # Another cookie stays: a browser that sends none at all is told something else.
    page.context.add_cookies([{"name": "another", "value": "cookie", "url": site}])
    page.context.clear_cookies(name="csrftoken")
    page.get_by_role("button", name="Begin").click()


def our_own_mistake(page: Page, site: str) -> None:
    carry(page.context, site, WELL)
    page.goto(f"{site}/quiz/result/")


def database_away(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/login/")
    page.get_by_label("Username").fill("someone")
    page.get_by_label("Password").fill("a password of the tests")
    page.get_by_role("button", name="Log in").click()


FAILURES: Mapping[int, tuple[Provoke, str]] = {
    400: (unreadable_request, "We could not read that request"),
    403: (form_that_is_too_old, "Your page was open for too long"),
    404: (no_such_page, "There is no page here"),
    500: (our_own_mistake, "Something went wrong on our side"),
    503: (database_away, "We cannot reach our records right now"),
}


def _fail(*_: object) -> None:
    raise ZeroDivisionError


@pytest.fixture(params=FAILURES)
def failure(
    request: pytest.FixtureRequest,
    page: Page,
    site: str,
    monkeypatch: pytest.MonkeyPatch,
    django_db_blocker: DjangoDbBlocker,
    forgive: Forgive,
) -> str:
    """A page that has failed with one of the statuses, and the heading that it should have."""
    status: int = request.param
    statuses: list[int] = []
    page.on("response", lambda response: statuses.append(response.status))
    monkeypatch.setattr(results, "write_letter", _fail)
    for key in ("NAME", "HOST"):
        monkeypatch.setitem(connections.settings["default"], key, "/no/such/place")
    provoke, heading = FAILURES[status]
    with django_db_blocker.unblock():
        provoke(page, site)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert status in statuses
    forgive(status)
    return heading


def test_a_failure_page_says_what_happened_and_offers_help(page: Page, failure: str) -> None:
    expect(page).to_have_title(f"{failure} · Whichway")
    page.get_by_role("main").get_by_role("link", name="crisis help").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help right now")


@pytest.mark.usefixtures("failure")
def test_a_failure_page_is_accessible_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert barriers(page) + sideways(page) == []


def test_a_failure_behind_a_swap_shows_its_whole_page(
    page: Page, site: str, monkeypatch: pytest.MonkeyPatch, complaints: list[str]
) -> None:
    stand_before(page, site, "clear_goal")
    with monkeypatch.context() as broken:
        broken.setattr(quiz, "take_over", _fail)
        page.locator("input[value=roughly]").check()
        page.locator("button[value=go]").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Something went wrong on our side")
    assert complaints
    complaints.clear()
    page.get_by_role("link", name="on where you were").click()
    page.get_by_role("link", name="Go on where you were").click()
    assert asked(page) == "clear_goal"


def test_a_form_that_is_too_old_loses_no_answer(page: Page, site: str, complaints: list[str]) -> None:
    carry(page.context, site, BY_NAME["laid off"].answers)
    page.goto(f"{site}/quiz/4/?checking=1")
    # Another cookie stays: a browser that sends none at all is told something else.
    page.context.add_cookies([{"name": "another", "value": "cookie", "url": site}])
    page.context.clear_cookies(name="csrftoken")
    page.locator("button[value=go]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your page was open for too long")
    complaints.clear()
    page.goto(f"{site}/quiz/result/")
    expect(page.get_by_role("heading", level=1)).to_have_text("A career coach is a good next step for you.")
