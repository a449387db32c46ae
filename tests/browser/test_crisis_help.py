"""Help comes at once when an answer calls for it, in the person's own country, with scripts and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.judging import barriers, sideways, small_targets
from tests.browser.walking import BY_NAME, answer, asked, carry, walk, walk_until
from tests.people import WELL
from triage.questionnaires import registry

LINES = {
    "US": ("tel:911", "tel:988", "sms:988", "sms:741741?body=HOME"),
    "GB": ("tel:999", "tel:116123", "sms:85258?body=SHOUT"),
}

SMALL_PHONE: ViewportSize = {"width": 320, "height": 568}


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
    assert met[met.index("help_after_safety") + 1] == "threat"


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


def test_the_one_filled_button_calls_and_is_on_the_first_screen_of_a_small_phone(either_page: Page, site: str) -> None:
    either_page.set_viewport_size(SMALL_PHONE)
    for country in (each.code.lower() for each in registry.signposts().countries if each.code != "other"):
        either_page.goto(f"{site}/help/{country}/")
        filled = either_page.locator(".filled, .go:not(.soft)")
        expect(filled).to_have_count(1)
        expect(filled).to_have_attribute("href", re.compile("^tel:"))
        expect(filled).to_be_in_viewport(ratio=1)
        expect(either_page.locator(".danger a.call").first).to_be_in_viewport(ratio=1)


def test_after_an_answer_the_call_is_on_the_first_screen_too(either_page: Page, site: str) -> None:
    answers = BY_NAME["thoughts of harm"].answers
    walk_until(either_page, site, answers, "safety")
    either_page.set_viewport_size(SMALL_PHONE)
    answer(either_page, answers)
    expect(either_page.locator(".filled, .go:not(.soft)")).to_have_count(1)
    expect(either_page.locator("a.call.filled")).to_be_in_viewport(ratio=1)


def test_without_a_country_numbers_come_at_once_and_each_country_unfolds(either_page: Page, site: str) -> None:
    answers = {**BY_NAME["thoughts of harm"].answers, "country": ""}
    walk_until(either_page, site, answers, "safety")
    either_page.set_viewport_size(SMALL_PHONE)
    answer(either_page, answers)
    expect(either_page.locator("a.call").first).to_be_in_viewport(ratio=1)
    spain = either_page.locator(".everywhere > li", has_text="Spain")
    expect(spain.get_by_role("link", name="Call 024")).to_be_visible()
    expect(spain.get_by_text("Teléfono de la Esperanza")).to_be_hidden()
    spain.get_by_text("Who answers, and more").click()
    expect(spain.get_by_role("heading", name="Teléfono de la Esperanza")).to_be_visible()
    assert asked(either_page) == "help_after_safety"


def test_every_topic_unfolds_without_a_script(either_page: Page, site: str) -> None:
    either_page.goto(f"{site}/help/gb/")
    either_page.get_by_text("Someone at home hurts or frightens you").click()
    expect(either_page.get_by_role("link", name="Call 0808 2000 247")).to_be_visible()
    expect(either_page.get_by_text("It cannot clear the browser's history")).to_be_visible()


@pytest.mark.parametrize("path", ["/help/us/", "/help/sg/", "/help/other/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_unfolded_pages_have_no_barriers_and_fit(page: Page, site: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{site}{path}")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert barriers(page) + sideways(page) + small_targets(page) == []
