"""axe looks at every kind of page along real journeys, in light and in dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.judging import barriers
from tests.browser.walking import BY_NAME, carry, walk

PUBLIC = (
    "/",
    "/talk/",
    "/steps/",
    "/help/",
    "/help/gb/",
    "/how-we-decide/",
    "/talk/how-we-decide/",
    "/steps/how-we-decide/",
    "/about/",
    "/privacy/",
    "/accessibility/",
)
RESULTS = (
    "laid off",
    "values",
    "panic before interviews",
    "thoughts of harm",
    "skipped all feelings",
    "refused consent",
)


def test_every_page_of_a_journey(page: Page, site: str) -> None:
    """This person meets every kind of page: one answer, several, consent, rows, help, and all of them at the end."""
    answers = BY_NAME["thoughts of harm in the ninth item"].answers
    found = [finding for _ in walk(page, site, answers) for finding in barriers(page)]
    assert found + barriers(page) == []


@pytest.mark.parametrize("name", RESULTS)
def test_every_kind_of_result(page: Page, site: str, name: str) -> None:
    carry(page.context, site, BY_NAME[name].answers)
    page.goto(f"{site}/quiz/result/")
    assert barriers(page) == []


@pytest.mark.parametrize("path", PUBLIC)
def test_every_public_page(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}{path}")
    assert barriers(page) == []


def test_the_start_page_when_there_is_something_to_go_on_with(page: Page, site: str) -> None:
    carry(page.context, site, BY_NAME["laid off"].answers)
    page.goto(f"{site}/")
    assert barriers(page) == []


def test_the_news_that_earlier_answers_have_ended(page: Page, site: str) -> None:
    page.context.add_cookies([{"name": "answers-quiz", "value": "not sealed by us", "url": site}])
    page.goto(f"{site}/")
    assert page.get_by_role("status").is_visible()
    assert barriers(page) == []
