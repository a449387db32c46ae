"""What is wrong with a page as it stands, as a list of findings: for people with and without assistive technology."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["cat.color"]
SCRIPT = Axe().axe_script

SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const all = [...document.querySelectorAll("body *")];
  const wide = all.filter((one) => one.getBoundingClientRect().right > width + 0.5);
  return ["the page", ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 90))];
}"""

# Links within a sentence are exempt (WCAG 2.5.8), and what only a screen reader sees.
SMALL = """([least, selector]) => [...document.querySelectorAll(selector)].flatMap((one) => {
  const target = one.closest("label") ?? one;
  const box = target.getBoundingClientRect();
  const sentence = getComputedStyle(one).display === "inline" &&
    one.parentElement.textContent.trim() !== one.textContent.trim();
  const shown = target.checkVisibility() && box.right > 0;
  if (!shown || (one.matches("a") && sentence) || (box.width >= least && box.height >= least)) return [];
  return [`${Math.round(box.width)} x ${Math.round(box.height)}: ${one.outerHTML.slice(0, 90)}`];
})"""


def barriers(page: Page) -> list[str]:
    """What axe finds in light, and with the colors of dark; the color scheme is light afterwards."""
    # A page that is still coming in has paler letters.
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = _axe(page, "light", RULES)
    page.emulate_media(color_scheme="dark")
    found += _axe(page, "dark", COLORS)
    page.emulate_media(color_scheme="light")
    return found


def _axe(page: Page, scheme: str, tags: list[str]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    options = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    violations = page.evaluate("async options => (await axe.run(options)).violations", options)
    where = page.locator("h1").first.text_content()
    return [
        f"{scheme}, {where}: {violation['id']}: {node['failureSummary']} {node['html'][:150]}"
        for violation in violations
        for node in violation["nodes"]
    ]


def sideways(page: Page) -> list[str]:
    """What makes the page scroll sideways."""
    found: list[str] = page.evaluate(SIDEWAYS)
    return found


def small_targets(page: Page) -> list[str]:
    """What is smaller than a fingertip needs: 24 pixels each way, and 44 for answers."""
    found: list[str] = page.evaluate(SMALL, [24, "a, button, select, summary, input:not([type=hidden])"])
    answers: list[str] = page.evaluate(SMALL, [44, "fieldset input, button.go, .call"])
    return [*found, *answers]
