"""The quick exit: the answers are gone at once, another site is shown, and Back does not bring them again."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.walking import INPUTS, answer, begin
from tests.people import WELL
from triage.questionnaires import registry

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


def _expect_forgotten(page: Page) -> None:
    """The request that forgets may still be on its way when the other site is there already."""
    for _ in range(50):
        if "answers-quiz" not in _cookies(page.context):
            return
        page.wait_for_timeout(100)
    raise AssertionError("the answers are still in the browser")


def test_it_ends_on_the_other_site_and_forgets(leaver: Page) -> None:
    assert "answers-quiz" in _cookies(leaver.context)
    leaver.get_by_role("button", name="Leave this site").click()
    expect(leaver).to_have_title("Elsewhere")
    assert leaver.url == ELSEWHERE
    _expect_forgotten(leaver)


def test_the_other_site_is_not_told_where_its_visitor_comes_from(leaver: Page) -> None:
    with leaver.expect_request(f"{ELSEWHERE}**") as asked:
        leaver.get_by_role("button", name="Leave this site").click()
    assert "referer" not in asked.value.all_headers()


def test_who_leaves_does_not_wait_for_a_slow_server(page: Page, site: str, known_hosts: set[str]) -> None:
    known_hosts.add("www.wikipedia.org")
    page.context.route(f"{ELSEWHERE}**", lambda route: route.fulfill(body="<title>Elsewhere</title>"))
    page.context.route("**/leave/", lambda route: None)
    begin(page, site, WELL)
    page.get_by_role("button", name="Leave this site").click()
    expect(page).to_have_title("Elsewhere")


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
    _expect_forgotten(page)


def test_escape_once_stays(page: Page, site: str) -> None:
    begin(page, site, WELL)
    page.keyboard.press("Escape")
    page.locator(INPUTS).first.focus()
    page.keyboard.press("2")
    expect(page.locator("input:checked")).to_have_value(registry.questionnaire().question["goal"].choices[1].id)
