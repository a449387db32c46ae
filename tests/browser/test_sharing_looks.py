"""Every page around links: for assistive technology, on a small phone, and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.judging import barriers, sideways, small_targets
from tests.browser.test_sharing_journeys import keep, open_link, share, shown_link
from tests.browser.walking import carry
from tests.triage.sharing.people import BETTER, MARA
from triage.sharing.tokens import new_token

PHONE: ViewportSize = {"width": 320, "height": 640}


def every_page(page: Page, site: str) -> Iterator[str]:
    """Stands on one page after the other, by its name."""
    link = keep(page, site)
    page.locator("summary").click()
    yield "the new link"
    page.goto(link)
    yield "the neutral page"
    open_link(page, link)
    yield "the owner's page"
    page.get_by_role("button", name="Make the link").click()
    yield "a form to put right"
    shared = [share(page, scope) for scope in ("Only the rec", "The recommendation and", "Everything, for")]
    yield "the owner's page with shares"
    carry(page.context, site, BETTER)
    page.get_by_role("button", name="Compare with the answers in this browser").click()
    yield "then and now"
    for each in shared:
        open_link(page, each)
        yield "a share"
    page.get_by_role("button", name="One-page clinical summary").click()
    yield "the clinical summary"
    open_link(page, f"{site}/r/{new_token()}/")
    yield "nothing to open"
    page.goto(f"{site}/quiz/5/")
    page.get_by_role("button", name="Save and come back later").click()
    saved = shown_link(page)
    yield "the link to come back"
    open_link(page, saved)
    yield "welcome back"
    page.locator("summary").click()
    page.get_by_role("button", name="Delete it now").click()
    yield "deleted"


def test_no_page_has_a_barrier(storing_site: str, page: Page, complaints: list[str]) -> None:
    found = [(name, barrier) for name in every_page(page, storing_site) for barrier in barriers(page)]
    assert found == []
    complaints[:] = [complaint for complaint in complaints if "422" not in complaint and "404" not in complaint]


def test_every_page_fits_a_small_phone(storing_site: str, page: Page, complaints: list[str]) -> None:
    page.set_viewport_size(PHONE)
    found = [
        (name, finding)
        for name in every_page(page, storing_site)
        for finding in (*sideways(page), *small_targets(page))
    ]
    assert found == []
    complaints[:] = [complaint for complaint in complaints if "422" not in complaint and "404" not in complaint]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("worst", [False, True])
def test_the_clinical_summary_fits_one_page(
    storing_site: str, page: Page, tmp_path: Path, paper: str, worst: bool
) -> None:
    long = dict.fromkeys(("gad_nervous", "gad_control"), "nearly_every_day")
    long |= dict.fromkeys(("gad_much", "gad_relax", "gad_restless", "gad_irritable", "gad_afraid"), "several_days")
    situation = ("disability", "record", "after_illness", "laid_off", "manager_open", "caring", "retired")
    answers = {**MARA, **long, "situation": situation} if worst else MARA
    carry(page.context, storing_site, answers)
    page.goto(f"{storing_site}/quiz/result/")
    page.get_by_role("button", name="Make my link").click()
    open_link(page, shown_link(page))
    page.get_by_role("button", name="One-page clinical summary").click()
    page.get_by_role("heading", name="Clinical summary").wait_for()
    printed = page.pdf(format=paper)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
