"""The second press of a double click falls on the next page: it answers nothing there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import QUESTION, asked, stand_before


@pytest.mark.parametrize("pause", [60, 150, 300])
@pytest.mark.parametrize("button", ["go", "skip"])
def test_a_double_click_answers_one_question_only(page: Page, site: str, button: str, pause: int) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    stand_before(page, site, "clear_goal")
    if button == "go":
        page.locator("#step label input").first.check()
    box = page.locator(f"#step button[value={button}]").bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(*middle)
    page.wait_for_timeout(pause)
    page.mouse.move(*middle)
    page.mouse.down(click_count=2)
    page.mouse.up(click_count=2)
    expect(page.locator(QUESTION)).not_to_have_value("clear_goal")
    following = asked(page)
    page.wait_for_timeout(200)
    assert asked(page) == following
    assert page.locator("#step input:checked").count() == 0


def test_what_was_pressed_twice_on_one_page_counts(page: Page, site: str) -> None:
    stand_before(page, site, "situation")
    choice = page.locator("#step label.choice").first
    choice.dblclick()
    expect(choice.locator("input")).not_to_be_checked()


def test_a_held_digit_answers_one_row_only(page: Page, site: str) -> None:
    stand_before(page, site, "mood_two")
    page.locator("#step label input").first.focus()
    for _ in range(5):
        # Without a release in between, the browser sees one key held down.
        page.keyboard.down("1")
    assert page.locator("#step input:checked").count() == 1
