from __future__ import annotations

from django.contrib.auth.models import User
from playwright.sync_api import Page, expect


def test_log_in_to_the_admin(storing_site: str, page: Page) -> None:
    User.objects.create_superuser("someone", password="a password of the tests")
    page.goto(f"{storing_site}/admin/")
    page.get_by_label("Username").fill("someone")
    page.get_by_label("Password").fill("a password of the tests")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="What waits")).to_be_visible()


def test_what_the_policy_forbids_is_heard(storing_site: str, page: Page, complaints: list[str]) -> None:
    page.goto(f"{storing_site}/admin/login/")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))")
    page.wait_for_function("document.scripts.length > 0")
    assert any("Content Security Policy" in complaint for complaint in complaints)
    complaints.clear()
