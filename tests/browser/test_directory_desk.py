"""The curator's desk in a real browser."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from coaches.models.coach import Coach
from coaches.models.report import Report
from coaches.vetting.permissions import make_groups
from coaches.vetting.red_flags import raise_red_flag
from coaches.vetting.revising import propose
from tests.browser.judging import SMALL, barriers, sideways
from tests.coaches.cast import ada, applied, checked, cora, in_days, listed, rosa
from tests.coaches.desk.desk import LIST, deciding

TARGETS = "a, button, select, summary, input:not([type=hidden])"


@pytest.fixture(autouse=True)
def groups(storing_site: str) -> None:
    """The groups, which the tests before took away with everything else in the tables."""
    make_groups()


def sign_in(page: Page, site: str, user: User) -> None:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])


def busy_listing() -> Coach:
    """A listing that has something of everything."""
    coach = checked(name="Priya Raman")
    propose(coach=coach, values={"session_fee_low": 150, "headline": "Another line"})
    Report.objects.create(coach=coach, reason="fees", text="They wanted more.")
    raise_red_flag(coach=coach, sign="guarantee", evidence="Their page promises a job.", by=rosa())
    return coach


def find(page: Page, question: str, finding: str = "met") -> None:
    """Fill in one question's form and send it."""
    form = page.locator(f"#check-{question}")
    form.get_by_label(finding, exact=True).check()
    form.get_by_label("Evidence").fill("Seen in writing.")
    form.get_by_label("What the public reads").fill("We read it.")
    form.get_by_role("button", name="Save this finding").click()


def test_from_an_application_to_a_public_page_and_away_again(
    storing_site: str, either_page: Page, complaints: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, site = either_page, storing_site
    coach = applied(name="Priya Raman", credential_expires_on=in_days(40))
    sign_in(page, site, rosa())
    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="Priya Raman").click()
    page.get_by_role("button", name="Take up").click()
    expect(page.get_by_text("Fees and terms are not met.")).to_be_visible()
    page.locator("#check-terms").get_by_label("What the public reads").fill("We read it.")
    page.locator("#check-terms").get_by_label("met", exact=True).check()
    page.locator("#check-terms").get_by_role("button", name="Save this finding").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Say what this finding rests on")
    expect(alert).to_be_focused()
    expect(page.locator("#check-terms").get_by_label("What the public reads")).to_have_value("We read it.")
    complaints[:] = [complaint for complaint in complaints if "status of 422" not in complaint]
    for question in ("terms", "credential", "refer_out"):
        find(page, question)
        expect(page.get_by_text("Saved.")).to_be_visible()
    page.get_by_role("button", name="Mark as ready to publish").click()
    expect(page.get_by_text("A curator publishes it.")).to_be_visible()

    sign_in(page, site, cora())
    page.goto(f"{site}/admin/")
    expect(page.get_by_text("You may publish it.")).to_be_visible()
    page.get_by_role("link", name="Priya Raman").first.click()
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("link", name="The public page").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Priya Raman")
    public = page.url

    move_days(monkeypatch, 41)
    response = page.goto(public)
    assert response is not None
    assert response.status == 404
    complaints[:] = [complaint for complaint in complaints if "status of 404" not in complaint]
    page.goto(f"{site}{deciding(coach)}")
    expect(page.get_by_text("The credential has run out, or its last day is not known.")).to_be_visible()


def move_days(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """Let the directory's today be another day."""
    now = timezone.now() + timedelta(days=days)
    monkeypatch.setattr("coaches.today.timezone", SimpleNamespace(now=lambda: now))


def test_the_desks_own_screens_have_no_barriers_and_fit(storing_site: str, page: Page) -> None:
    coach = busy_listing()
    listed(credential_expires_on=in_days(9))
    sign_in(page, storing_site, cora())
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for path in ("/admin/", deciding(coach), f"{LIST}{coach.pk}/history/"):
            page.goto(f"{storing_site}{path}")
            assert [path, *barriers(page), *sideways(page), *page.evaluate(SMALL, [24, TARGETS])] == [path]
        page.goto(f"{storing_site}{LIST}")
        assert barriers(page) == []


def test_the_deciding_screen_has_no_barriers_in_an_error_either(
    storing_site: str, page: Page, complaints: list[str]
) -> None:
    coach = busy_listing()
    sign_in(page, storing_site, cora())
    page.goto(f"{storing_site}{deciding(coach)}")
    page.locator("#check-terms").get_by_label("Evidence").fill("")
    page.locator("#check-terms").get_by_role("button", name="Save this finding").click()
    field = page.locator("#check-terms").get_by_label("Evidence")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert barriers(page) == []
    complaints[:] = [complaint for complaint in complaints if "status of 422" not in complaint]


def test_no_screen_of_the_admin_says_anything_in_the_console(
    storing_site: str, page: Page, complaints: list[str]
) -> None:
    coach = busy_listing()
    root = User.objects.create_superuser("root", password="root")
    Client().post("/admin/login/", {"username": "root", "password": "wrong"})
    sign_in(page, storing_site, root)
    paths = ["", "password_change/", f"coaches/coach/{coach.pk}/decide/", "coaches/coach/?q=nobody&language=de"]
    paths += ["coaches/coach/import/", "coaches/coach/export/"]
    for model in admin.site._registry:
        base = f"{model._meta.app_label}/{model._meta.model_name}/"
        first = model._default_manager.first()
        paths += [base, f"{base}add/"]
        paths += [f"{base}{first.pk}/{screen}/" for screen in ("change", "history", "delete")] if first else []
    seen = {}
    for path in paths:
        response = page.goto(f"{storing_site}/admin/{path}")
        assert response is not None
        seen[path] = response.status
        if response.status == 403:
            complaints[:] = [complaint for complaint in complaints if "status of 403" not in complaint]
        assert [path, *complaints] == [path]
    assert set(seen.values()) <= {200, 403}
    assert seen["auth/group/add/"] == seen["coaches/coach/add/"] == 200


def test_the_forms_own_helpers_work_under_the_policy(storing_site: str, page: Page) -> None:
    coach = applied()
    sign_in(page, storing_site, ada())
    page.goto(f"{storing_site}{LIST}{coach.pk}/change/")
    page.locator(".field-credential_expires_on .calendar-icon, .field-credential_expires_on .date-icon").first.click()
    expect(page.locator(".calendarbox").first).to_be_visible()
    page.get_by_role("button", name="Toggle theme").first.click()
    page.goto(f"{storing_site}{LIST}add/")
    page.get_by_label("Name:", exact=True).fill("Ana Lima")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Key:")).to_have_value("ana-lima")


def test_several_are_refused_with_one_reason(storing_site: str, either_page: Page) -> None:
    page = either_page
    coaches = [applied(name="Ana Lima"), applied(name="Bo Chen")]
    sign_in(page, storing_site, cora())
    page.goto(f"{storing_site}{LIST}?waits=applied")
    for coach in coaches:
        page.get_by_role("row", name=coach.name).get_by_role("checkbox").check()
    page.get_by_label("Action:").select_option("refuse")
    page.get_by_role("button", name="Go").click()
    page.get_by_role("textbox", name="Reason").fill("We could not reach you.")
    page.get_by_role("button", name="Refuse these applications").click()
    expect(page.get_by_text("Done for 2 listings.")).to_be_visible()
