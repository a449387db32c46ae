"""Makes the README's picture, a question and a result on a phone: `python -m tests.browser.picture`."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import django
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.services import chromium
from tests.services.site import site

PICTURE = Path(__file__).parents[2] / "static/triage/readme.png"
PHONE = ViewportSize(width=390, height=844)
SHEET = (
    '<body style="margin: 0; display: flex; gap: 24px; padding: 24px; background: #e4ddd0; width: max-content">'
    "{}</body>"
)
SCREEN = '<img style="border-radius: 18px; display: block" src="data:image/png;base64,{}">'


def _screens(browser: Browser, address: str) -> list[bytes]:
    """A question with an answer chosen, and the result that a person reaches after all of them."""
    # Read only now: they need the settings, which `main` sets up.
    from tests.browser.walking import BY_NAME, choose, walk

    page = browser.new_page(viewport=PHONE, color_scheme="light", reduced_motion="reduce")
    answers = BY_NAME["imposter feelings"].answers
    screens = []
    for question in walk(page, address, answers):
        if question == "tangled":
            choose(page, answers)
            page.locator("#step h1").focus()
            screens.append(page.screenshot())
    page.get_by_role("link", name="See what fits").first.click()
    page.locator("article.letter").wait_for()
    return [*screens, page.screenshot()]


def main() -> None:
    """Walk, take both screens, and set them side by side."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    with site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find_or_install(), args=chromium.launch_flags())
        screens = _screens(browser, address)
        sheet = browser.new_page(viewport={"width": 852, "height": 892})
        sheet.set_content(SHEET.format("".join(SCREEN.format(base64.b64encode(each).decode()) for each in screens)))
        sheet.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
