"""Keeping, sharing and coming back, from the first press to the last, with scripts and without."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.walking import asked, carry, walk_to_check, walk_to_result, walk_until
from tests.triage.sharing.people import BETTER, MARA, headline_of

SERVICE = "Therapy was recommended."
"""What the narrowest link says instead."""


@pytest.fixture(params=["with scripts", "without scripts"])
def both(request: pytest.FixtureRequest, new_context: NewContext) -> tuple[Page, Page]:
    """Two people's browsers, both with scripts or both without."""
    scripts = request.param == "with scripts"
    mara, theo = (new_context(java_script_enabled=scripts).new_page() for _ in range(2))
    return mara, theo


def keep(page: Page, site: str) -> str:
    """From the answers in the browser to a kept result; its link."""
    carry(page.context, site, MARA)
    page.goto(f"{site}/quiz/result/")
    page.get_by_role("button", name="Make my link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your result is kept")
    return shown_link(page)


def shown_link(page: Page) -> str:
    return page.get_by_role("textbox", name="The link", exact=True).input_value()


def open_link(page: Page, link: str, passphrase: str = "") -> None:
    page.goto(link)
    expect(page).to_have_title("A private page")
    if passphrase:
        page.get_by_label("Passphrase").fill(passphrase)
    page.get_by_role("button", name="Open").click()


def share(page: Page, scope: str, passphrase: str = "", views: str = "") -> str:
    """On the owner's page: make a link; it."""
    page.get_by_label(scope).check()
    page.get_by_label("Passphrase").fill(passphrase)
    page.get_by_label("How often it opens").fill(views)
    page.get_by_role("button", name="Make the link").click()
    expect(page.get_by_role("heading", name="Here is the link to share")).to_be_visible()
    return shown_link(page)


@pytest.mark.parametrize(
    ("scope", "there", "absent"),
    [
        ("Only the recommendation", [], ["What led to it", "Step by step", "All answers"]),
        ("The recommendation and the reasons", ["What led to it"], ["Step by step", "All answers"]),
        ("Everything, for a doctor", ["What led to it", "Step by step", "All answers", "The published screens"], []),
    ],
)
def test_a_result_is_kept_and_shared_with_each_scope(
    storing_site: str, both: tuple[Page, Page], scope: str, there: list[str], absent: list[str]
) -> None:
    (page, theo), site = both, storing_site
    walk_to_result(page, site, MARA)
    page.get_by_role("button", name="Make my link").click()
    open_link(page, shown_link(page))
    expect(page.get_by_role("heading", level=1)).to_have_text(headline_of(MARA))
    shared = share(page, scope, passphrase="one of my own", views="1")

    open_link(theo, shared, "one of my own")
    expect(theo.get_by_role("heading", level=1)).to_have_text(re.compile(".+") if there else SERVICE)
    headings = theo.get_by_role("heading", level=2).all_text_contents()
    assert [title for title in there if title not in headings] == []
    assert [title for title in absent if title in headings] == []


@pytest.mark.parametrize("end", ["ended by its owner", "opened as often as it may", "everything deleted"])
def test_a_share_that_is_over_opens_no_more(
    storing_site: str, either_page: Page, new_context: NewContext, complaints: list[str], end: str
) -> None:
    page, site = either_page, storing_site
    open_link(page, keep(page, site))
    shared = share(page, "Only the recommendation", views="1")
    theo = new_context().new_page()
    match end:
        case "ended by its owner":
            page.get_by_role("button", name="End it").click()
            expect(page.get_by_role("status").filter(has_text="opens nothing any more")).to_be_visible()
        case "opened as often as it may":
            open_link(theo, shared)
            expect(theo.get_by_role("heading", level=1)).to_have_text(SERVICE)
        case _:
            page.locator("summary", has_text="Delete everything now").click()
            page.get_by_role("button", name="Delete everything now").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("It is deleted")
    assert complaints == []
    open_link(theo, shared)
    expect(theo.get_by_role("heading", level=1)).to_have_text("Nothing opens here")
    theo.get_by_role("link", name="Try again").click()
    expect(theo).to_have_title("A private page")
    complaints[:] = [complaint for complaint in complaints if "404" not in complaint]


def test_a_wrong_passphrase_and_a_forgotten_choice_can_be_put_right(
    storing_site: str, either_page: Page, complaints: list[str]
) -> None:
    page = either_page
    open_link(page, keep(page, storing_site))
    page.get_by_label("Passphrase").fill("short")
    page.get_by_label("How often it opens").fill("3")
    page.get_by_role("button", name="Make the link").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Choose what the link may show.")
    expect(alert).to_contain_text("Use at least 8 characters")
    expect(page.get_by_label("Passphrase")).to_have_value("short")
    expect(page.get_by_label("How often it opens")).to_have_value("3")
    shared = share(page, "Only the recommendation", passphrase="long enough")
    open_link(page, shared, "not the right one")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing opens here")
    open_link(page, shared, "long enough")
    expect(page.get_by_role("heading", level=1)).to_have_text(SERVICE)
    complaints[:] = [complaint for complaint in complaints if "422" not in complaint and "404" not in complaint]


def test_an_unfinished_quiz_goes_on_in_another_browser(
    storing_site: str, either_page: Page, new_context: NewContext
) -> None:
    walk_until(either_page, storing_site, MARA, "sleep")
    either_page.get_by_role("button", name="Save and come back later").click()
    later = new_context().new_page()
    open_link(later, shown_link(either_page))
    later.get_by_role("link", name="Go on where you were").click()
    assert asked(later) == "sleep"


def test_answering_again_shows_what_has_changed(storing_site: str, either_page: Page) -> None:
    page, site = either_page, storing_site
    link = keep(page, site)
    walk_to_check(page, site, BETTER)
    open_link(page, link)
    page.get_by_role("button", name="Compare with the answers in this browser").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Then and now")
    changed = page.locator("table.moved tr.counts").all_inner_texts()
    assert [re.split(r"\s+", row.strip())[0] for row in changed] == ["Daily", "Low"]
    page.get_by_role("button", name="Back to your kept result").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(headline_of(MARA))


def test_files_can_be_taken_along(storing_site: str, either_page: Page) -> None:
    page = either_page
    open_link(page, keep(page, storing_site))
    with page.expect_download() as dates:
        page.get_by_role("button", name="Dates for your calendar").click()
    assert Calendar.from_ical(Path(dates.value.path()).read_bytes()).walk("VEVENT")
    shared = share(page, "Everything, for a doctor", views="1")
    open_link(page, shared)
    with page.expect_download() as screens:
        page.get_by_role("button", name="Screens as a file (FHIR R4)").click()
    assert json.loads(Path(screens.value.path()).read_text())["resourceType"] == "Bundle"
    page.get_by_role("button", name="One-page clinical summary").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Clinical summary")


def test_the_link_is_copied_with_one_press(storing_site: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = keep(page, storing_site)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link


def test_nothing_of_a_link_goes_along_when_its_page_is_left(storing_site: str, page: Page) -> None:
    open_link(page, keep(page, storing_site))
    page.get_by_role("link", name="Privacy and health data").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Privacy and health data")
    referrer = page.evaluate("document.referrer")
    assert referrer == f"{storing_site}/"
