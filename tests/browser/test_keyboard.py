"""The whole way with the keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from tests.browser.walking import BY_NAME, INPUTS, asked, carry, stand_before
from tests.people import Given
from triage.questionnaires import registry

FOCUS_SHOWN = """() => {
  const shown = document.activeElement.closest("label") ?? document.activeElement;
  const style = getComputedStyle(shown);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""


def _tab_to(page: Page, target: Locator) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("target => target === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {target}")


def _answer(page: Page, answers: Mapping[str, Given]) -> None:
    inputs: list[tuple[str, str]] = page.locator(INPUTS).evaluate_all("all => all.map(one => [one.name, one.value])")
    before, skipped = page.url, False
    for name in dict.fromkeys(name for name, _ in inputs):
        choices = [value for own, value in inputs if own == name]
        given = answers.get(name)
        for value in (given,) if isinstance(given, str) else given or ():
            if choices.index(value) < 9:
                page.keyboard.press(str(choices.index(value) + 1))
            else:
                # Beyond the ninth choice there is no key of its own.
                _tab_to(page, page.locator(f'input[name="{name}"][value="{value}"]'))
                page.keyboard.press("Space")
        skipped = skipped or given is None
    if skipped:
        _tab_to(page, page.get_by_role("button", name="Skip"))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda now: now != before)


def test_the_whole_way_with_number_keys_and_enter(page: Page, site: str) -> None:
    person = BY_NAME["burnt out"]
    answers = {name: given for name, given in person.answers.items() if name not in ("condition", "in_care")}
    page.goto(f"{site}/")
    _tab_to(page, page.get_by_label("Which country are you in?"))
    page.keyboard.type("United S")
    _tab_to(page, page.get_by_role("button", name="Begin"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/quiz/2/")
    _tab_to(page, page.locator(INPUTS).first)
    while not page.url.endswith("/quiz/check/"):
        _answer(page, answers)
    _tab_to(page, page.get_by_role("link", name="See what fits").first)
    page.keyboard.press("Enter")
    expect(page.locator(".limits")).to_contain_text(f"rule {person.rule}")


def test_focus_goes_to_the_new_question(page: Page, site: str) -> None:
    stand_before(page, site, "clear_goal")
    page.locator(INPUTS).first.focus()
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name=registry.questionnaire().question["obstacle"].text)
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()


def test_focus_goes_to_the_question_before_after_back(page: Page, site: str) -> None:
    stand_before(page, site, "clear_goal")
    _tab_to(page, page.get_by_role("link", name="Back"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Does any of this apply to you?")).to_be_focused()


def test_a_number_answers_a_row_and_goes_to_the_next(page: Page, site: str) -> None:
    stand_before(page, site, "mood_two")
    page.locator(INPUTS).first.focus()
    page.keyboard.press("3")
    expect(page.locator("input[name=phq_interest][value=more_than_half]")).to_be_checked()
    expect(page.locator("input[name=phq_down]").first).to_be_focused()


def test_a_number_without_a_choice_does_nothing(page: Page, site: str) -> None:
    stand_before(page, site, "clear_goal")
    page.locator(INPUTS).first.focus()
    page.keyboard.press("9")
    page.keyboard.press("1")
    expect(page.locator("input:checked")).to_have_value("no")


def test_a_number_pressed_elsewhere_on_the_page_answers_nothing(page: Page, site: str) -> None:
    stand_before(page, site, "clear_goal")
    page.keyboard.press("2")
    page.get_by_role("link", name="Crisis help").focus()
    page.keyboard.press("3")
    expect(page.locator("input:checked")).to_have_count(0)


def test_holding_enter_goes_one_step_only(page: Page, site: str) -> None:
    carry(page.context, site, BY_NAME["laid off"].answers)
    page.goto(f"{site}/quiz/3/")
    page.locator(INPUTS).first.focus()
    page.keyboard.down("Enter")
    page.wait_for_url("**/quiz/4/")
    for _ in range(5):
        page.keyboard.down("Enter")
    expect(page.locator("#step h1")).to_be_focused()
    assert asked(page) == "clear_goal"


def test_the_skip_link_leads_past_the_header(page: Page, site: str) -> None:
    stand_before(page, site, "clear_goal")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(INPUTS).first).to_be_focused()


def test_focus_is_always_visible(page: Page, site: str) -> None:
    stand_before(page, site, "mood_two")
    stops = []
    for _ in range(14):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS_SHOWN))
    assert stops == [True] * 14
