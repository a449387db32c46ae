"""Help comes at once when an answer calls for it, in the person's own country, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import BY_NAME, answer, asked, carry, walk, walk_until
from tests.people import WELL

LINES = {
    "US": ("tel:911", "tel:988", "sms:988", "sms:741741?body=HOME"),
    "GB": ("tel:999", "tel:116123", "sms:85258?body=SHOUT"),
}


def _ways(page: Page) -> list[str | None]:
    return [link.get_attribute("href") for link in page.locator(".help a.call").all()]


@pytest.mark.parametrize("country", LINES)
def test_the_answer_leads_at_once_to_the_lines_of_the_country(either_page: Page, site: str, country: str) -> None:
    answers = {**BY_NAME["thoughts of harm"].answers, "country": country}
    walk_until(either_page, site, answers, "safety")
    answer(either_page, answers)
    assert asked(either_page) == "help_after_safety"
    assert set(LINES[country]) <= set(_ways(either_page))


def test_the_ninth_row_leads_there_too(either_page: Page, site: str) -> None:
    answers = BY_NAME["thoughts of harm in the ninth item"].answers
    walk_until(either_page, site, answers, "mood_more")
    answer(either_page, answers)
    assert asked(either_page) == "help_after_mood"


def test_a_person_can_go_on_from_there(page: Page, site: str) -> None:
    met = list(walk(page, site, BY_NAME["thoughts of harm"].answers))
    assert met[met.index("help_after_safety") + 1] == "worry_two"


def test_help_comes_first_on_the_result(page: Page, site: str) -> None:
    carry(page.context, site, BY_NAME["thoughts of harm"].answers)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site}/quiz/result/")
    assert set(LINES["US"]) <= set(_ways(page))
    expect(page.locator("a.call").first).to_be_in_viewport()


@pytest.mark.parametrize("country", LINES)
def test_help_is_one_action_away_from_any_question(either_page: Page, site: str, country: str) -> None:
    carry(either_page.context, site, {**WELL, "country": country})
    either_page.goto(f"{site}/quiz/4/")
    either_page.get_by_role("link", name="Crisis help").click()
    assert set(LINES[country]) <= set(_ways(either_page))


def test_another_country_can_be_chosen_there(either_page: Page, site: str) -> None:
    either_page.goto(f"{site}/help/")
    either_page.get_by_role("link", name="United Kingdom").click()
    assert set(LINES["GB"]) <= set(_ways(either_page))
