"""Pages fit a small phone and large letters, and fingers hit what they aim at."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.judging import sideways, small_targets
from tests.browser.test_accessible import PUBLIC, RESULTS
from tests.browser.walking import BY_NAME, carry, walk

PHONE = ViewportSize(width=320, height=640)
ZOOMED = ViewportSize(width=640, height=400)
LONG = "thoughts of harm in the ninth item"


@pytest.fixture(params=["320 pixels", "200%"])
def narrow_page(request: pytest.FixtureRequest, page: Page) -> Page:
    """A phone; and a window of 1280 pixels at 200%, which has 640 of its own left, with letters twice as large."""
    page.set_viewport_size(PHONE if request.param == "320 pixels" else ZOOMED)
    if request.param == "200%":
        page.add_init_script(
            "addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = '200%')"
        )
    return page


def test_no_question_scrolls_sideways(narrow_page: Page, site: str) -> None:
    found = [finding for _ in walk(narrow_page, site, BY_NAME[LONG].answers) for finding in sideways(narrow_page)]
    assert found + sideways(narrow_page) == []


def test_every_target_on_the_way_is_large_enough(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    found = [finding for _ in walk(page, site, BY_NAME[LONG].answers) for finding in small_targets(page)]
    assert found + small_targets(page) == []


@pytest.mark.parametrize("name", RESULTS)
def test_no_result_scrolls_sideways(narrow_page: Page, site: str, name: str) -> None:
    carry(narrow_page.context, site, BY_NAME[name].answers)
    narrow_page.goto(f"{site}/quiz/result/")
    assert sideways(narrow_page) == []


@pytest.mark.parametrize("name", RESULTS)
def test_every_target_of_a_result_is_large_enough(page: Page, site: str, name: str) -> None:
    page.set_viewport_size(PHONE)
    carry(page.context, site, BY_NAME[name].answers)
    page.goto(f"{site}/quiz/result/")
    assert small_targets(page) == []


@pytest.mark.parametrize("path", PUBLIC)
def test_no_public_page_scrolls_sideways(narrow_page: Page, site: str, path: str) -> None:
    narrow_page.goto(f"{site}{path}")
    assert sideways(narrow_page) == []


@pytest.mark.parametrize("path", PUBLIC)
def test_every_target_of_a_public_page_is_large_enough(page: Page, site: str, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site}{path}")
    assert small_targets(page) == []


def test_questions_appear_without_movement_for_who_asked_for_that(page: Page, site: str) -> None:
    carry(page.context, site, BY_NAME["laid off"].answers)
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site}/quiz/3/")
    assert page.evaluate("document.getAnimations().length") == 0


def test_questions_come_in_gently_otherwise(page: Page, site: str) -> None:
    carry(page.context, site, BY_NAME["laid off"].answers)
    page.emulate_media(reduced_motion="no-preference")
    page.goto(f"{site}/quiz/3/")
    assert page.locator("#step").evaluate("step => getComputedStyle(step).animationName") == "come"


def test_the_picture_of_the_flow_is_drawn_as_meant(page: Page, site: str) -> None:
    page.goto(f"{site}/quiz/how-we-decide/flow.svg")
    ground = page.locator("rect").first
    assert ground.evaluate("ground => getComputedStyle(ground).fill") == "rgb(246, 248, 248)"
