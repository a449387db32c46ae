"""Moving on by htmx: one request a step, and the browser's own buttons work as if pages were loaded."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.walking import BY_NAME, INPUTS, answer, asked, begin, carry, stand_before, walk
from tests.people import WELL
from triage.questionnaires import registry

CLEAR_GOAL = registry.questionnaire().question["clear_goal"].text


def _answer_three(page: Page, site: str) -> None:
    """Goal, situation and clear goal are answered; the obstacle is asked."""
    begin(page, site, WELL)
    for _ in range(3):
        answer(page, WELL)
    assert asked(page) == "obstacle"


def _back_to(page: Page, heading: str) -> None:
    page.go_back()
    # htmx keeps no pages, so the browser loads the one before again.
    expect(page.locator("#step h1")).to_have_text(heading)
    page.wait_for_load_state()


def test_a_step_is_one_request(page: Page, site: str) -> None:
    begin(page, site, WELL)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(f"{request.method} {urlsplit(request.url).path}"))
    answer(page, WELL)
    expect(page.locator("#step h1")).to_be_focused()
    # The browser asks for the tab's icon when it pleases.
    assert [request for request in requests if not request.endswith("icon.svg")] == ["POST /quiz/2/"]


def test_titles_and_addresses_are_positions_only(page: Page, site: str) -> None:
    for number, _ in enumerate(walk(page, site, BY_NAME["thoughts of harm"].answers), start=2):
        assert (page.url, page.title()) == (f"{site}/quiz/{number}/", f"Page {number} · Whichway")


def test_nothing_is_kept_in_the_browsers_storage(page: Page, site: str) -> None:
    _answer_three(page, site)
    _back_to(page, CLEAR_GOAL)
    answer(page, WELL)
    assert page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]


def test_no_script_can_read_the_answers(page: Page, site: str) -> None:
    _answer_three(page, site)
    assert page.evaluate("document.cookie") == ""


def test_the_browsers_back_shows_the_question_before(page: Page, site: str) -> None:
    _answer_three(page, site)
    _back_to(page, CLEAR_GOAL)
    expect(page.locator("input:checked")).to_have_value("yes")
    expect(page).to_have_title("Page 4 · Whichway")


def test_the_browsers_forward_shows_the_question_after(page: Page, site: str) -> None:
    _answer_three(page, site)
    _back_to(page, CLEAR_GOAL)
    page.go_forward()
    expect(page.locator("#step h1")).to_have_text(registry.questionnaire().question["obstacle"].text)
    expect(page).to_have_url(f"{site}/quiz/5/")


def test_a_step_works_after_the_browsers_back(page: Page, site: str) -> None:
    _answer_three(page, site)
    _back_to(page, CLEAR_GOAL)
    answer(page, WELL)
    assert asked(page) == "obstacle"


def test_the_back_link_shows_what_was_chosen(either_page: Page, site: str) -> None:
    _answer_three(either_page, site)
    either_page.get_by_role("link", name="Back").click()
    expect(either_page).to_have_url(f"{site}/quiz/4/")
    expect(either_page.locator("input:checked")).to_have_value("yes")


def test_reloading_keeps_the_page(either_page: Page, site: str) -> None:
    _answer_three(either_page, site)
    either_page.reload()
    assert asked(either_page) == "obstacle"
    expect(either_page).to_have_title("Page 5 · Whichway")


def test_in_two_tabs_the_last_answer_counts_and_none_is_lost(either_page: Page, site: str) -> None:
    stand_before(either_page, site, "clear_goal")
    other = either_page.context.new_page()
    other.goto(either_page.url)
    answer(either_page, {"clear_goal": "no"})
    answer(either_page, {"obstacle": ("people",)})
    answer(other, {"clear_goal": "roughly"})
    expect(other.locator("input:checked")).to_have_value("people")
    other.get_by_role("link", name="Back").click()
    expect(other.locator("input:checked")).to_have_value("roughly")


def test_without_a_connection_the_choice_stays_and_can_be_sent_later(
    page: Page, site: str, complaints: list[str]
) -> None:
    stand_before(page, site, "clear_goal")
    page.context.set_offline(True)
    page.locator("input[value=roughly]").check()
    page.locator("button[value=go]").click()
    expect(page.locator("#trouble")).to_be_visible()
    expect(page.locator("input[value=roughly]")).to_be_checked()
    # The browser says that there is no connection, and htmx that a request failed.
    expected = re.compile("error: (htmx:(afterRequest|sendError), .*|.*ERR_INTERNET_DISCONNECTED)")
    assert [complaint for complaint in complaints if not expected.fullmatch(complaint)] == []
    complaints.clear()
    page.context.set_offline(False)
    answer(page, {"clear_goal": "roughly"})
    expect(page.locator("#trouble")).to_be_hidden()
    assert asked(page) == "obstacle"


def test_answers_of_yesterday_lead_to_the_start(page: Page, site: str) -> None:
    carry(page.context, site, WELL)
    page.goto(f"{site}/quiz/4/")
    page.context.clear_cookies(name="answers-quiz")
    page.locator("button[value=go]").click()
    expect(page.get_by_role("button", name="Begin")).to_be_visible()


def test_skip_stays_skip_when_the_swap_fails(page: Page, site: str, complaints: list[str]) -> None:
    stand_before(page, site, "clear_goal")
    page.route(
        "**/quiz/*/",
        lambda route: route.fulfill(status=502) if "hx-request" in route.request.headers else route.continue_(),
    )
    page.locator(INPUTS).first.check()
    with page.expect_request(lambda request: request.method == "POST" and "hx-request" not in request.headers) as plain:
        page.get_by_role("button", name="Skip").click()
    expect(page.locator("#step h1")).not_to_have_text(CLEAR_GOAL)
    assert "do=skip" in (plain.value.post_data or "")
    # The browser and htmx each say that the swap failed, as it had to.
    complaints.clear()
