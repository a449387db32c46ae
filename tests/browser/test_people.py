"""People walk from the start page to the result, one of each outcome; four of them with scripts off.

Everybody walks in `tests.triage.quiz`, without a browser.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import BY_NAME, evaluation_of, walk_to_result
from tests.people import PEOPLE, Person
from triage.questionnaires import registry
from triage.results.letter import write_letter

ONE_OF_EACH = {person.outcome: person for person in reversed(PEOPLE)}.values()
WITHOUT_SCRIPTS = ("thoughts of harm", "burnt out", "skipped all feelings", "refused consent")


def _shows_what_the_engine_says(page: Page, person: Person) -> None:
    evaluation = evaluation_of(person)
    assert (evaluation.outcome.id, evaluation.rule.id) == (person.outcome, person.rule)
    letter = write_letter(evaluation, registry.signposts())
    assert letter.outcome is not None
    expect(page.get_by_role("heading", level=1)).to_have_text(letter.outcome.headline)
    expect(page.locator(".limits")).to_contain_text(f"rule {person.rule}")
    shown = letter.reasons if letter.settled else ()
    expect(page.locator(".reasons > li > b")).to_have_text(
        [reason.sentence if reason.certain else f"{reason.signal.name}:" for reason in shown]
    )


@pytest.mark.parametrize("person", ONE_OF_EACH, ids=lambda person: person.name)
def test_the_way_leads_from_the_start_to_the_right_result(page: Page, site: str, person: Person) -> None:
    walk_to_result(page, site, person.answers)
    _shows_what_the_engine_says(page, person)


@pytest.mark.parametrize("name", WITHOUT_SCRIPTS)
def test_the_same_with_scripts_off(plain_page: Page, site: str, name: str) -> None:
    person = BY_NAME[name]
    walk_to_result(plain_page, site, person.answers)
    _shows_what_the_engine_says(plain_page, person)
