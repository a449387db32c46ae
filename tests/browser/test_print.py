"""On paper a result is two pages, or three where much is told."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.walking import carry
from tests.people import PEOPLE, Person

ONE_PAGE = re.compile(rb"/Type\s*/Page\b")


# Of each outcome the one who is told most: it is the length that could need a fourth page.
LONGEST = {person.outcome: person for person in sorted(PEOPLE, key=lambda person: len(person.answers))}.values()


@pytest.mark.parametrize("person", LONGEST, ids=lambda person: person.name)
def test_a_result_prints_on_two_or_three_pages(page: Page, site: str, person: Person) -> None:
    carry(page.context, site, person.answers)
    page.goto(f"{site}/quiz/result/")
    pages = {paper: len(ONE_PAGE.findall(page.pdf(format=paper))) for paper in ("Letter", "A4")}
    assert max(pages.values()) <= 3, pages
