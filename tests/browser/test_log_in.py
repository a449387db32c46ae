from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer


@pytest.mark.django_db(transaction=True)
def test_log_in_to_the_admin(live_server: LiveServer, page: Page) -> None:
    User.objects.create_superuser("someone", password="a password of the tests")
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Username").fill("someone")
    page.get_by_label("Password").fill("a password of the tests")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Site administration")).to_be_visible()


@pytest.mark.django_db(transaction=True)
def test_what_the_policy_forbids_is_heard(live_server: LiveServer, page: Page, complaints: list[str]) -> None:
    page.goto(f"{live_server.url}/admin/login/")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))")
    page.wait_for_function("document.scripts.length > 0")
    assert any("Content Security Policy" in complaint for complaint in complaints)
    complaints.clear()
