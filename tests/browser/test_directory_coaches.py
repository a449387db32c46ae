"""A coach applies, confirms, edits, confirms openings and pauses, by the links that the letters bring."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.core import mail
from playwright.sync_api import Page, expect

from coaches.models.coach import Coach
from coaches.vetting.lifecycle import mark_ready, publish, take_up
from tests.browser.conftest import Forgive
from tests.browser.judging import barriers, sideways, small_targets
from tests.coaches.cast import REQUIRED, asked_of, cora, in_days, listed, meet, rosa

TYPED = {
    "Your name, or the name": "Noor Haddad",
    "One line about your work": "Calm preparation for pay talks",
    "In your own words": "I work with people who put a talk off.",
    "E-mail for letters": "noor@coaches.example",
    "How an engagement goes": "We agree on one goal, and meet every two weeks.",
    "A session, from": "180",
    "What is paid back": "Unused sessions are paid back.",
    "How a session is called off": "Until the day before.",
    "What is outside your scope": "I do not coach someone in a depression: I name two clinicians, and we pause.",
    "To whom you refer": "Licensed therapists nearby.",
    "Website": "https://noor.example",
}
CHOSEN = ("Pay, or weighing up an offer", "Mid-career", "Depression", "English", "Video")


def link_in_the_last_letter(site: str) -> str:
    """Where its link leads on this site: where that is in truth, is for the settings to say."""
    found = re.findall(r"https?://\S+", str(mail.outbox[-1].body))
    return f"{site}{urlsplit(found[0]).path}"


def published(coach: Coach) -> Coach:
    """What Rosa and Cora do in between."""
    take_up(coach=coach, by=rosa())
    for question in REQUIRED:
        meet(coach, question)
    mark_ready(coach=coach, by=rosa())
    publish(coach=coach, by=cora())
    return Coach.objects.get(pk=coach.pk)


def open_listing(page: Page, site: str, email: str) -> None:
    """From asking for a link to the coach's page."""
    page.goto(f"{site}/coaches/mine/")
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_role("button", name="Mail me a link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mail")
    page.goto(link_in_the_last_letter(site))
    page.get_by_role("button", name="Open").click()


def test_a_coach_applies_confirms_edits_and_pauses(storing_site: str, either_page: Page, forgive: Forgive) -> None:
    page, site = either_page, storing_site
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site}/coaches/apply/")
    for label, words in TYPED.items():
        page.get_by_label(label).fill(words)
    page.get_by_label("Credential", exact=True).select_option("icf_acc")
    page.get_by_label("Last day of the credential").fill(in_days(400).isoformat())
    page.get_by_role("button", name="Send the application").click()
    wrong = page.get_by_role("alert")
    expect(wrong).to_be_focused()
    expect(wrong.get_by_role("listitem")).to_have_count(7)
    wrong.get_by_role("link", name="Number of the credential").click()
    expect(page.get_by_label("Number of the credential")).to_be_focused()
    page.get_by_label("Number of the credential").fill("0012345")
    for name in CHOSEN:
        page.get_by_role("checkbox", name=name, exact=True).check()
    page.get_by_role("checkbox", name="I agree that Whichway lists me").check()
    expect(page.get_by_label("In your own words")).to_have_value(TYPED["In your own words"])
    page.get_by_role("button", name="Send the application").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mail")
    forgive(422)

    page.goto(link_in_the_last_letter(site))
    page.get_by_role("button", name="I agree, and apply").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your application")

    coach = published(Coach.objects.get())
    open_listing(page, site, "Noor@coaches.example")
    expect(page.get_by_text("Your listing is shown.")).to_be_visible()
    page.get_by_role("link", name="Change your listing").click()
    page.get_by_label("Telephone").fill("+1 555 010 0100")
    page.get_by_label("A session, from").fill("190")
    page.get_by_role("button", name="Send the changes").click()
    expect(page.get_by_role("status")).to_contain_text("the rest waits")
    expect(page.get_by_role("listitem").filter(has_text="A session, from")).to_be_visible()
    page.get_by_role("button", name="I take new clients").click()
    expect(page.get_by_text("You take new clients, confirmed on")).to_be_visible()
    page.get_by_role("button", name="Pause my listing").click()
    expect(page.get_by_role("button", name="Resume my listing")).to_be_visible()

    coach.refresh_from_db()
    assert (coach.status, coach.phone, coach.session_fee_low, coach.accepting) == (
        "paused",
        "+1 555 010 0100",
        180,
        True,
    )


def test_no_page_of_a_coach_has_a_barrier(storing_site: str, page: Page, forgive: Forgive) -> None:
    site, coach = storing_site, listed(email="noor@coaches.example")
    asked_of(coach)
    page.set_viewport_size({"width": 320, "height": 640})
    found: list[tuple[str, str]] = []

    def look() -> None:
        title = page.title()
        found.extend((title, each) for each in [*barriers(page), *sideways(page), *small_targets(page)])

    page.goto(f"{site}/coaches/apply/")
    page.get_by_label("In your own words").fill("A job in 30 days, guaranteed.")
    page.get_by_role("button", name="Send the application").click()
    expect(page.get_by_text("can be read as the promise of an outcome")).to_be_visible()
    look()
    for path in ("apply/sent/?read=again", "confirm/x/", "mine/"):
        page.goto(f"{site}/coaches/{path}")
        look()
    open_listing(page, site, coach.email)
    look()
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_role("alert")).to_have_text("Write your answer.")
    look()
    page.goto(f"{site}/coaches/mine/")
    page.locator("summary").click()
    page.get_by_role("button", name="Take my listing down").click()
    look()
    open_listing(page, site, coach.email)
    page.get_by_role("button", name="Apply again").click()
    expect(page.get_by_role("alert")).to_contain_text("Your agreement is missing")
    look()
    assert found == []
    forgive(422)
