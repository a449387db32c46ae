"""What a person has to put right, after a swap and after a plain form, and what the page says then."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Forgive
from tests.browser.judging import barriers, sideways, small_targets
from tests.browser.walking import answer, asked, stand_before
from tests.people import WELL

NOTHING_CHOSEN = ("goal", "clear_goal", "consent", "mood_two")
GO = "#step button[value=go]"


@pytest.mark.parametrize("question", NOTHING_CHOSEN)
def test_nothing_chosen_is_said_kindly_and_accessibly(
    either_form_page: Page, site: str, forgive: Forgive, question: str
) -> None:
    stand_before(either_form_page, site, question)
    either_form_page.set_viewport_size({"width": 320, "height": 640})
    either_form_page.locator(GO).click()
    expect(either_form_page.get_by_role("alert").filter(has_text="look again")).to_be_visible()
    assert either_form_page.title().startswith("Please look again")
    assert barriers(either_form_page) + sideways(either_form_page) + small_targets(either_form_page) == []
    forgive(422)


def test_a_row_left_open_is_named_and_the_others_are_kept(either_form_page: Page, site: str, forgive: Forgive) -> None:
    stand_before(either_form_page, site, "mood_two")
    either_form_page.locator("input[name=phq_interest][value=several_days]").check()
    either_form_page.locator(GO).click()
    expect(either_form_page.locator(".errors a")).to_have_count(1)
    expect(either_form_page.locator(".errors a")).to_contain_text("Feeling down, depressed, or hopeless")
    expect(either_form_page.locator("input[name=phq_interest][value=several_days]")).to_be_checked()
    assert barriers(either_form_page) == []
    forgive(422)


def test_the_link_of_an_error_leads_to_its_row(either_page: Page, site: str, forgive: Forgive) -> None:
    stand_before(either_page, site, "mood_two")
    either_page.locator("input[name=phq_interest][value=several_days]").check()
    either_page.locator(GO).click()
    either_page.locator(".errors a").click()
    expect(either_page.locator("input[name=phq_down]").first).to_be_focused()
    forgive(422)


def test_the_link_of_an_error_leaves_no_name_in_the_history(either_page: Page, site: str, forgive: Forgive) -> None:
    stand_before(either_page, site, "mood_two")
    either_page.locator(GO).click()
    either_page.locator(".errors a").last.click()
    expect(either_page).to_have_url(f"{site}/quiz/8/#row-2")
    forgive(422)


def test_focus_is_on_what_went_wrong(page: Page, site: str, forgive: Forgive) -> None:
    stand_before(page, site, "clear_goal")
    page.locator(GO).click()
    expect(page.locator(".errors")).to_be_focused()
    forgive(422)


def test_an_error_can_be_put_right(either_page: Page, site: str, forgive: Forgive) -> None:
    stand_before(either_page, site, "clear_goal")
    either_page.locator(GO).click()
    expect(either_page.locator(".errors")).to_be_visible()
    answer(either_page, WELL)
    expect(either_page.locator(".errors")).to_have_count(0)
    assert asked(either_page) == "obstacle"
    forgive(422)


def test_none_beside_others_is_an_error_with_scripts_off(plain_form_page: Page, site: str, forgive: Forgive) -> None:
    stand_before(plain_form_page, site, "situation")
    plain_form_page.locator("input[value=record]").check()
    plain_form_page.locator("input[value=nothing]").check()
    plain_form_page.locator(GO).click()
    expect(plain_form_page.locator("p.error")).to_contain_text("none of the others")
    expect(plain_form_page.locator("input:checked")).to_have_count(2)
    assert barriers(plain_form_page) == []
    forgive(422)


def test_none_takes_the_others_away_with_scripts(page: Page, site: str) -> None:
    stand_before(page, site, "situation")
    page.locator("input[value=record]").check()
    page.locator("input[value=nothing]").check()
    expect(page.locator("input[value=record]")).not_to_be_checked()


def test_too_many_choices_are_an_error(either_page: Page, site: str, forgive: Forgive) -> None:
    stand_before(either_page, site, "goal")
    for goal in ("pivot", "promotion", "values"):
        either_page.locator(f"input[value={goal}]").check()
    either_page.locator(GO).click()
    expect(either_page.locator("p.error")).to_contain_text("Choose 2 at most")
    forgive(422)
