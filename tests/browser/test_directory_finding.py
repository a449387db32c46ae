"""Finding a coach: by filters and words, with scripts and without, on a phone, by keyboard, and back again."""

from __future__ import annotations

import pytest
from django.db import models
from playwright.sync_api import Page, ViewportSize, expect

from coaches.models.change import note_change
from coaches.models.coach import Coach
from tests.benchmarks.invented.filling import fill
from tests.browser.judging import barriers, sideways, small_targets

PHONE = ViewportSize(width=320, height=640)
DESK = ViewportSize(width=1280, height=800)


@pytest.fixture
def directory(storing_site: str) -> str:
    """The address of a list of 45 coaches: all help with a pivot, one of them with values too."""
    fill(number=45)
    every: models.QuerySet[Coach] = models.QuerySet(Coach)
    every.update(goals=["pivot"], languages=["en"], stages=["early"])
    chosen = Coach.objects.earliest("pk")
    every.filter(pk=chosen.pk).update(goals=["pivot", "values"], name="Ana Harbor", headline="Work that matters")
    note_change()
    return f"{storing_site}/coaches/"


def _found(page: Page, words: str) -> None:
    expect(page.locator("#found")).to_have_text(words)


def _tick(page: Page, facet: str, value: str) -> None:
    box = page.locator(f'input[name="{facet}"][value="{value}"]')
    unfolded = box.evaluate("box => box.closest('.facet')?.open ?? true")
    if not unfolded:
        page.locator(f"#facet-{facet} > summary").click()
    box.check()


def test_with_scripts_each_choice_shows_at_once_and_back_takes_it_back(page: Page, directory: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(directory)
    _found(page, "45 coaches")
    page.locator("#facet-meeting > summary").click()
    _tick(page, "goal", "values")
    _found(page, "1 coach fits")
    expect(page).to_have_url(f"{directory}?goal=values")
    expect(page).to_have_title("Career coaches we checked: Work that means something again · Whichway")
    expect(page.locator("#said")).to_have_text("1 coach fits")
    expect(page.locator("#goal-values")).to_be_focused()
    assert page.locator("#facet-meeting").evaluate("facet => facet.open"), "it was unfolded before"
    assert barriers(page) == []
    _tick(page, "goal", "pivot")
    _found(page, "45 coaches fit")
    expect(page.locator(".rows h3").first).to_have_text("Ana Harbor")
    page.go_back()
    _found(page, "1 coach fits")
    expect(page.locator("#goal-pivot")).not_to_be_checked()
    expect(page.locator("#goal-values")).to_be_checked()
    page.go_forward()
    _found(page, "45 coaches fit")
    assert page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]


def test_without_scripts_a_button_does_the_same(plain_page: Page, directory: str) -> None:
    plain_page.set_viewport_size(PHONE)
    plain_page.goto(directory)
    plain_page.locator("#filters > summary").click()
    _tick(plain_page, "goal", "values")
    _tick(plain_page, "language", "en")
    plain_page.get_by_role("button", name="Show coaches").click()
    _found(plain_page, "1 coach fits")
    expect(plain_page.locator("#filters > summary")).to_contain_text("2 chosen")
    plain_page.get_by_role("link", name="Remove: Work that means something again").click()
    _found(plain_page, "45 coaches fit")
    plain_page.get_by_role("link", name="Next page").click()
    expect(plain_page.locator(".pages span")).to_have_text("Page 2 of 3")
    plain_page.get_by_role("link", name="Fee, lowest first").click()
    expect(plain_page.get_by_role("link", name="Fee, lowest first")).to_have_attribute("aria-current", "true")
    plain_page.get_by_role("link", name="Clear all").click()
    _found(plain_page, "45 coaches")


def test_a_search_forgives_a_slip_and_says_so(either_page: Page, directory: str) -> None:
    either_page.goto(directory)
    either_page.get_by_label("Search by name or words").fill("Harbro")
    either_page.keyboard.press("Enter")
    _found(either_page, "1 coach fits")
    expect(either_page.get_by_text("Showing results for harbor.")).to_be_visible()
    expect(either_page.get_by_label("Search by name or words")).to_have_value("Harbro")


def test_an_empty_result_leads_on(page: Page, directory: str) -> None:
    page.goto(f"{directory}?goal=values&language=pl")
    expect(page.get_by_text("then 1 coach fits")).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("link", name="Language", exact=True).click()
    _found(page, "1 coach fits")


def test_the_keyboard_alone_chooses_on_a_phone_and_nothing_is_too_small(page: Page, directory: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{directory}?goal=fame&page=9")
    expect(page.locator("#problems")).to_contain_text("“fame” is not a choice")
    page.locator("#filters > summary").focus()
    page.keyboard.press("Enter")
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator("#goal-pivot")).to_be_focused()
    page.keyboard.press("Space")
    _found(page, "45 coaches fit")
    expect(page.locator("#goal-pivot")).to_be_focused()
    assert page.locator("#filters").evaluate("filters => filters.open")
    assert barriers(page) + sideways(page) + small_targets(page) == []
    page.get_by_role("button", name="Show coaches").click()
    expect(page.locator("#found")).to_be_focused()


def test_a_lost_connection_keeps_the_choices(page: Page, directory: str, complaints: list[str]) -> None:
    page.set_viewport_size(DESK)
    page.goto(directory)
    page.context.set_offline(True)
    page.locator("#goal-values").check()
    expect(page.locator("#trouble")).to_be_visible()
    expect(page.locator("#goal-values")).to_be_checked()
    complaints.clear()
    page.context.set_offline(False)
    page.locator("#goal-pivot").check()
    _found(page, "45 coaches fit")
    expect(page.locator("#trouble")).to_be_hidden()
