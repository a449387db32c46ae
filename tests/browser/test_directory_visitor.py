"""A visitor of the directory reads a listing, shortlists three, compares, prints, and reports a problem."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from coaches.models.report import Report
from coaches.vetting.permissions import make_groups
from tests.browser.conftest import Forgive
from tests.browser.judging import barriers, sideways, small_targets
from tests.browser.walking import BY_NAME, carry
from tests.coaches.public.people import ana, priya, tomas

SIZES = ViewportSize(width=320, height=640), ViewportSize(width=1280, height=800)
ONE_PAGE = re.compile(rb"/Type\s*/Page\b")
LONG = " ".join(["A long sentence that somebody wrote about how they go about it."] * 6)


@pytest.fixture
def directory(storing_site: str) -> str:
    """The directory's address, with three coaches in it."""
    # Between two tests of this kind the tables are emptied, and the groups with them.
    make_groups()
    ana(), tomas(), priya(method=LONG, refunds=LONG, website="https://a-rather-long-name-of-a-site.example/coaching")
    return f"{storing_site}/coaches/"


def shortlist(page: Page, directory: str, *slugs: str) -> None:
    for slug in slugs:
        page.goto(f"{directory}{slug}/")
        page.get_by_role("button", name="Put on the shortlist").click()
        expect(page.get_by_role("button", name="Take off the shortlist")).to_be_visible()


def test_a_visitor_shortlists_compares_exports_and_reports(
    directory: str, either_page: Page, forgive: Forgive, tmp_path: Path
) -> None:
    page = either_page
    shortlist(page, directory, "ana-lopez", "tomas-berg", "priya-raman")
    page.get_by_role("link", name="Shortlist (3)").click()
    page.get_by_role("link", name="Compare").click()
    expect(page.get_by_role("columnheader")).to_have_text(["Ana Lopez", "Tomas Berg", "Priya Raman"])
    same = page.get_by_role("row", name="To whom")
    expect(same).to_be_visible()
    page.get_by_label("Show only where they differ").check()
    expect(same).to_be_hidden()
    with page.expect_download() as download:
        page.get_by_role("link", name="As a file for a spreadsheet").click()
    download.value.save_as(tmp_path / "shortlist.csv")
    with Path(tmp_path, "shortlist.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [line["Name"] for line in csv.DictReader(file)] == ["Ana Lopez", "Tomas Berg", "Priya Raman"]
    page.get_by_role("link", name="Tomas Berg").click()
    page.get_by_role("link", name="Report a problem").click()
    page.get_by_label("What happened?").fill("He takes no clients.")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("link", name="Choose what it is about.").click()
    expect(page.locator("#id_reason_0")).to_be_focused()
    page.get_by_label("They take no clients").check()
    expect(page.get_by_label("What happened?")).to_have_value("He takes no clients.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your report has arrived")
    assert Report.objects.open().get().coach.slug == "tomas-berg"
    forgive(422)


def test_a_swap_keeps_the_place_and_the_focus_and_says_what_happened(directory: str, page: Page) -> None:
    page.goto(f"{directory}ana-lopez/")
    assert page.evaluate("JSON.stringify(sessionStorage)") == "{}"
    page.get_by_role("button", name="Put on the shortlist").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Ana Lopez is on your shortlist now. It holds 1.")
    expect(page.get_by_role("button", name="Take off the shortlist")).to_be_focused()
    expect(page.get_by_role("link", name="Shortlist (1)")).to_be_visible()
    assert page.evaluate("JSON.stringify(sessionStorage)") == "{}"
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Shortlist (0)")).to_be_visible()
    expect(page.get_by_role("button", name="Put on the shortlist")).to_be_focused()


def test_the_list_puts_coaches_on_the_shortlist_and_stays_where_it_is(directory: str, either_page: Page) -> None:
    page = either_page
    page.goto(f"{directory}?goal=pivot&sort=fee")
    page.get_by_role("button", name="Put on the shortlist Tomas Berg").click()
    expect(page.get_by_role("link", name="Shortlist (1)")).to_be_visible()
    expect(page.get_by_role("button", name="Take off the shortlist Tomas Berg")).to_be_visible()
    expect(page).to_have_url(f"{directory}?goal=pivot&sort=fee")
    page.get_by_role("button", name="Take off the shortlist Tomas Berg").click()
    expect(page.get_by_role("link", name="Shortlist (0)")).to_be_visible()


def every_page(page: Page, directory: str) -> Iterator[str]:
    """Stands on one page after the other, by its name."""
    page.goto(f"{directory}shortlist/")
    yield "an empty shortlist"
    shortlist(page, directory, "ana-lopez", "tomas-berg", "priya-raman")
    yield "a listing after a swap"
    for path in ("tomas-berg/", "ana-lopez/", "shortlist/", "compare/", "call-sheet/", "how-we-vet/", "nobody/"):
        page.goto(f"{directory}{path}")
        yield path
    page.goto(f"{directory}ana-lopez/report/")
    yield "the report"
    page.get_by_role("button", name="Send").click()
    page.locator(".errors").wait_for()
    yield "the report with errors"
    page.goto(f"{directory}report/thanks/")
    yield "thanks"


def test_no_page_has_a_barrier_or_scrolls_sideways(directory: str, page: Page, complaints: list[str]) -> None:
    found = []
    for name in every_page(page, directory):
        found += [(name, barrier) for barrier in barriers(page)]
        for size in SIZES:
            page.set_viewport_size(size)
            found += [(name, finding) for finding in (*sideways(page), *small_targets(page))]
    assert found == [], "\n".join(map(str, found))
    complaints[:] = [each for each in complaints if "status of 404" not in each and "status of 422" not in each]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_coach_has_one_sheet_of_paper(directory: str, page: Page, paper: str) -> None:
    shortlist(page, directory, "ana-lopez", "tomas-berg", "priya-raman")
    page.goto(f"{directory}call-sheet/")
    assert len(ONE_PAGE.findall(page.pdf(format=paper))) == 3


def test_a_result_leads_to_the_directory_with_what_stayed_ticked(directory: str, either_page: Page) -> None:
    site = directory.removesuffix("/coaches/")
    carry(either_page.context, site, BY_NAME["job with support"].answers)
    either_page.goto(f"{site}/quiz/result/")
    either_page.get_by_label("Sliding scale").uncheck()
    either_page.get_by_label("Phone").check()
    either_page.get_by_label("Where you are in working life").select_option("middle")
    either_page.get_by_role("button", name="Look for coaches").click()
    either_page.wait_for_url(f"{directory}?goal=supported_work&stage=middle&language=&meeting=phone")
