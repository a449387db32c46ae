"""The quick exit: the answers are gone at once, another site is shown, and Back does not bring them again."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.walking import answer, begin
from tests.people import WELL

ELSEWHERE = "https://www.wikipedia.org/"


@pytest.fixture
def leaver(either_page: Page, site: str, known_hosts: set[str]) -> Page:
    """A page with two answers given, in a browser where the other site is ours."""
    known_hosts.add("www.wikipedia.org")
    either_page.context.route(
        f"{ELSEWHERE}**", lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html")
    )
    begin(either_page, site, WELL)
    answer(either_page, WELL)
    answer(either_page, WELL)
    return either_page


def _cookies(context: BrowserContext) -> set[str]:
    return {cookie["name"] for cookie in context.cookies()}


def test_it_ends_on_the_other_site_and_forgets(leaver: Page) -> None:
    assert "answers-quiz" in _cookies(leaver.context)
    leaver.get_by_role("button", name="Leave this site").click()
    expect(leaver).to_have_title("Elsewhere")
    assert leaver.url == ELSEWHERE
    assert "answers-quiz" not in _cookies(leaver.context)


def test_back_does_not_show_the_answers(leaver: Page) -> None:
    leaver.get_by_role("button", name="Leave this site").click()
    expect(leaver).to_have_title("Elsewhere")
    leaver.go_back()
    expect(leaver.get_by_role("button", name="Begin")).to_be_visible()
    expect(leaver.locator("#step")).to_have_count(0)
    expect(leaver.get_by_text("You have answers from earlier")).to_have_count(0)


def test_escape_twice_leaves(page: Page, site: str, known_hosts: set[str]) -> None:
    known_hosts.add("www.wikipedia.org")
    page.context.route(
        f"{ELSEWHERE}**", lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html")
    )
    begin(page, site, WELL)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page).to_have_title("Elsewhere")
    assert "answers-quiz" not in _cookies(page.context)


def test_escape_once_stays(page: Page, site: str) -> None:
    begin(page, site, WELL)
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    expect(page.locator("input:checked")).to_have_value("pivot")
