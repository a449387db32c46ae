"""The code on the page with a new link, scanned from what the browser paints."""

from __future__ import annotations

import io
from typing import Literal

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import NewContext
from tests.browser.walking import carry
from tests.triage.sharing.people import MARA


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_phone_that_scans_the_code_gets_the_link(
    new_context: NewContext, storing_site: str, scheme: Literal["light", "dark"], width: int
) -> None:
    page = new_context(color_scheme=scheme, viewport={"width": width, "height": 800}).new_page()
    carry(page.context, storing_site, MARA)
    page.goto(f"{storing_site}/quiz/result/")
    page.get_by_role("button", name="Make my link").click()
    page.get_by_text("As a code to scan with a phone").click()
    expect(page.get_by_role("img", name="QR code of the link")).to_be_visible()
    # As a camera sees it: with all that is around it. Many phones read no code that is light on dark.
    seen = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    scanned = zxingcpp.read_barcodes(seen, try_invert=False)
    link = page.get_by_role("textbox", name="The link", exact=True).input_value()
    assert [code.text for code in scanned] == [link]
