"""Changing an answer from the check page comes back to it, and asks only what is newly needed."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.walking import answer, asked, carry
from tests.people import MOOD, MORE, NEVER, WELL


def _change(page: Page, site: str, label: str) -> None:
    carry(page.context, site, WELL)
    page.goto(f"{site}/quiz/check/")
    page.get_by_role("link", name=f"Change {label}", exact=True).click()


def _chosen(page: Page, label: str) -> str:
    entry = page.locator("dl > div").filter(has=page.get_by_text(label, exact=True))
    return entry.locator("dd").first.inner_text()


def test_a_changed_answer_comes_back_to_the_check_page(either_page: Page, site: str) -> None:
    _change(either_page, site, "Your goal")
    answer(either_page, {"clear_goal": "roughly"})
    expect(either_page).to_have_url(f"{site}/quiz/check/")
    assert _chosen(either_page, "Your goal") == "Roughly clear"


def test_only_what_is_newly_needed_is_asked(either_page: Page, site: str) -> None:
    _change(either_page, site, "Mood")
    answer(either_page, {"phq_interest": MORE, "phq_down": MORE})
    assert asked(either_page) == "mood_more"
    answer(either_page, {**dict.fromkeys(MOOD, NEVER), "phq_harm": NEVER})
    answer(either_page, {"phq_difficulty": "not_difficult"})
    expect(either_page).to_have_url(f"{site}/quiz/check/")


def test_an_answer_on_safety_leads_to_help_first_and_then_back(either_page: Page, site: str) -> None:
    _change(either_page, site, "Safety")
    answer(either_page, {"safety": "wish"})
    assert asked(either_page) == "help_after_safety"
    answer(either_page, {})
    expect(either_page).to_have_url(f"{site}/quiz/check/")


def test_looking_without_changing_leads_back(either_page: Page, site: str) -> None:
    _change(either_page, site, "Sleep")
    either_page.get_by_role("link", name="Back to your answers").click()
    expect(either_page).to_have_url(f"{site}/quiz/check/")
    assert _chosen(either_page, "Sleep") == "Well enough"


def test_withdrawing_consent_takes_the_answers_on_feelings_away(either_page: Page, site: str) -> None:
    _change(either_page, site, "Questions on feelings")
    answer(either_page, {"consent": "no"})
    expect(either_page).to_have_url(f"{site}/quiz/check/")
    expect(either_page.locator("section.answers").nth(1).locator("dt")).to_have_text(
        ["Questions on feelings", "Safety", "Being hurt or threatened"]
    )


def test_consent_given_again_asks_everything_again(either_page: Page, site: str) -> None:
    _change(either_page, site, "Questions on feelings")
    answer(either_page, {"consent": "no"})
    either_page.get_by_role("link", name="Change Questions on feelings").click()
    answer(either_page, {"consent": "yes"})
    assert asked(either_page) == "mood_two"
    expect(either_page.locator("input:checked")).to_have_count(0)
