"""Managers and people who need support walk through their guides, on screens, on paper, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.judging import barriers, sideways, small_targets
from tests.browser.test_print import ONE_PAGE
from tests.browser.walking import BY_NAME, INPUTS, carry, press, walk, walk_to_result
from tests.casts import CASTS
from tests.people import Person
from triage.questionnaires import registry

PHONE = ViewportSize(width=320, height=640)
TALK, STEPS = "career_conversation", "work_support"
EVERYONE = [(guide, person) for guide in (TALK, STEPS) for person in CASTS[guide]]
NAMED = {person.name: (guide, person) for guide, person in EVERYONE}
ONE_OF_EACH = {person.outcome: (guide, person) for guide, person in reversed(EVERYONE)}.values()
FEW = ("a missed promotion", "an analyst without a direction", "learns by being shown", "back after a long illness")


def shows_the_plan(page: Page, guide: str, person: Person) -> None:
    questionnaire = registry.questionnaire(guide)
    expect(page.get_by_role("heading", level=1)).to_have_text(questionnaire.outcome[person.outcome].headline)
    expect(page.locator(".limits")).to_contain_text(f"rule {person.rule}")


def go_to(page: Page, site: str, name: str, place: str) -> None:
    """With a person's answers, to a page of their guide."""
    guide, person = NAMED[name]
    carry(page.context, site, person.answers, guide)
    page.goto(f"{site}/{registry.questionnaire(guide).prefix}/{place}")


@pytest.mark.parametrize(
    ("guide", "person"), ONE_OF_EACH, ids=lambda each: each if isinstance(each, str) else each.name
)
def test_the_way_leads_from_the_start_to_the_right_plan(page: Page, site: str, guide: str, person: Person) -> None:
    walk_to_result(page, site, person.answers, guide)
    shows_the_plan(page, guide, person)


@pytest.mark.parametrize("name", FEW)
def test_the_same_with_scripts_off(plain_page: Page, site: str, name: str) -> None:
    guide, person = NAMED[name]
    walk_to_result(plain_page, site, person.answers, guide)
    shows_the_plan(plain_page, guide, person)


@pytest.mark.parametrize("name", ["a missed promotion", "learns by being shown"])
def test_no_page_on_the_way_has_a_barrier(page: Page, site: str, name: str) -> None:
    guide, person = NAMED[name]
    found = [finding for _ in walk(page, site, person.answers, guide) for finding in barriers(page)]
    assert found + barriers(page) == []


@pytest.mark.parametrize("name", FEW)
def test_no_plan_has_a_barrier_or_scrolls_sideways_or_has_targets_too_small(page: Page, site: str, name: str) -> None:
    page.set_viewport_size(PHONE)
    go_to(page, site, name, "result/")
    assert [*barriers(page), *sideways(page), *small_targets(page)] == []


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("a missed promotion", "sheet"),
        ("a missed promotion", "agenda"),
        ("learns by being shown", "week"),
        ("learns by being shown", "employer"),
    ],
)
def test_no_part_has_a_barrier_or_scrolls_sideways(page: Page, site: str, name: str, part: str) -> None:
    page.set_viewport_size(PHONE)
    go_to(page, site, name, f"result/part/{part}/")
    assert [*barriers(page), *sideways(page), *small_targets(page)] == []


@pytest.mark.parametrize("person", CASTS[TALK], ids=lambda person: person.name)
def test_a_conversation_prints_on_two_pages(page: Page, site: str, person: Person) -> None:
    go_to(page, site, person.name, "result/")
    pages = {paper: len(ONE_PAGE.findall(page.pdf(format=paper))) for paper in ("Letter", "A4")}
    assert pages == {"Letter": 2, "A4": 2}


def test_the_sheet_for_the_employee_prints_on_one_page(page: Page, site: str) -> None:
    go_to(page, site, "a missed promotion", "result/part/sheet/")
    assert [len(ONE_PAGE.findall(page.pdf(format=paper))) for paper in ("Letter", "A4")] == [1, 1]


def test_the_week_prints_on_one_page(page: Page, site: str) -> None:
    go_to(page, site, "learns by being shown", "result/part/week/")
    assert [len(ONE_PAGE.findall(page.pdf(format=paper))) for paper in ("Letter", "A4")] == [1, 1]


def test_large_print_is_large_on_the_screen_and_on_paper(page: Page, site: str) -> None:
    go_to(page, site, "learns by being shown", "result/")
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    text = page.locator(".part-ask li").first
    small = text.evaluate(size)
    page.get_by_label("Large print").check()
    assert text.evaluate(size) >= 1.4 * small
    page.emulate_media(media="print")
    # 18 points, in pixels.
    assert text.evaluate(size) == 24


def test_large_print_needs_no_script(plain_page: Page, site: str) -> None:
    go_to(plain_page, site, "learns by being shown", "result/")
    before = plain_page.locator(".part-ask").bounding_box()
    plain_page.get_by_label("Large print").check()
    after = plain_page.locator(".part-ask").bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > 1.4 * before["height"]


def test_from_the_triage_to_the_support_plan_with_what_was_answered(either_page: Page, site: str) -> None:
    page = either_page
    walk_to_result(page, site, BY_NAME["job with support"].answers)
    page.get_by_role("link", name="A support plan for work").click()
    expect(page).to_have_url(f"{site}/steps/")
    offer = page.locator("form.resume")
    expect(offer).to_contain_text("What is in the way")
    offer.get_by_role("button", name="Begin with these").click()
    expect(page).to_have_url(f"{site}/steps/2/")
    press(page, "skip")
    press(page, "skip")
    # What was taken along is there to be looked at, and to be changed.
    expect(page.locator(f"{INPUTS}[value=body_mind]")).to_be_checked()


def test_the_offer_to_take_answers_along_has_no_barrier(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    carry(page.context, site, BY_NAME["job with support"].answers)
    page.goto(f"{site}/steps/")
    expect(page.locator("form.resume")).to_be_visible()
    assert [*barriers(page), *sideways(page), *small_targets(page)] == []


def test_five_people_say_whether_it_helped(storing_site: str, either_page: Page) -> None:
    page = either_page
    go_to(page, storing_site, "a missed promotion", "result/")
    page.get_by_role("button", name="Make the two links").click()
    handout = page.get_by_label("The link to hand out").input_value()
    reading = page.get_by_label("The link", exact=True).input_value()
    for score in ("4", "5", "3", "5"):
        page.goto(handout)
        page.get_by_label(score).check()
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("it is counted")
    page.goto(reading)
    page.get_by_role("button", name="Show the figures").click()
    expect(page.locator(".lead")).to_contain_text("fewer than 5 answers")
    page.goto(handout)
    page.get_by_label("3").check()
    page.get_by_role("button", name="Send").click()
    page.goto(reading)
    page.get_by_role("button", name="Show the figures").click()
    expect(page.locator(".lead")).to_have_text("On average 4.0 of 5, from 5 answers.")


def test_no_page_of_a_poll_has_a_barrier(storing_site: str, page: Page, complaints: list[str]) -> None:
    page.set_viewport_size(PHONE)
    go_to(page, storing_site, "a missed promotion", "result/")
    page.get_by_role("button", name="Make the two links").click()
    found = [*barriers(page), *sideways(page), *small_targets(page)]
    handout = page.get_by_label("The link to hand out").input_value()
    reading = page.get_by_label("The link", exact=True).input_value()
    page.goto(handout)
    found += [*barriers(page), *sideways(page), *small_targets(page)]
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_be_focused()
    found += [*barriers(page), *sideways(page)]
    page.get_by_label("5").check()
    page.get_by_role("button", name="Send").click()
    found += [*barriers(page), *sideways(page), *small_targets(page)]
    page.goto(reading)
    found += [*barriers(page), *sideways(page), *small_targets(page)]
    page.get_by_role("button", name="Show the figures").click()
    found += [*barriers(page), *sideways(page), *small_targets(page)]
    assert found == []
    complaints[:] = [complaint for complaint in complaints if "422" not in complaint]
