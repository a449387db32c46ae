"""Walking through the questions as a person does: reading which page it is, tapping, going on.

Everything here works the same with scripts and without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from django.http import HttpResponse
from playwright.sync_api import BrowserContext, Page, expect

from tests.people import PEOPLE, WELL, Given, Person
from triage.engine.explaining.evaluation import Evaluation, evaluate
from triage.engine.model import Questionnaire
from triage.engine.proof import complete
from triage.progress.cookie import Progress, cookie_name, write_progress
from triage.questionnaires import registry
from triage.questionnaires.converter import start_url

BY_NAME = {person.name: person for person in PEOPLE}
QUESTION = "#step input[name=page]"
INPUTS = "#step fieldset input"


def evaluation_of(person: Person) -> Evaluation:
    """What the engine says to the person."""
    questionnaire = registry.questionnaire()
    return evaluate(questionnaire, complete(questionnaire, tuple(person.answers.items())))


def begin(page: Page, site: str, answers: Mapping[str, Given], guide: str = registry.CAREER_HELP) -> None:
    """From the start page of a questionnaire to the first question."""
    page.goto(f"{site}{start_url(registry.questionnaire(guide))}")
    page.locator("select[name=country]").select_option(str(answers.get("country") or ""))
    page.locator("form.begin button").click()
    expect(page.locator(QUESTION)).to_have_count(1)
    # The question can be read before the script has run: a key pressed in between would be nobody's.
    page.wait_for_load_state()


def asked(page: Page) -> str:
    """The id of the question on the page."""
    return page.locator(QUESTION).input_value()


def choose(page: Page, answers: Mapping[str, Given]) -> bool:
    """Tick what the person would, and say whether that answers the whole page."""
    inputs: list[tuple[str, str]] = page.locator(INPUTS).evaluate_all("all => all.map(one => [one.name, one.value])")
    answered = True
    for name in dict.fromkeys(name for name, _ in inputs):
        given = answers.get(name)
        for value in (given,) if isinstance(given, str) else given or ():
            page.locator(f'{INPUTS}[name="{name}"][value="{value}"]').check()
        answered = answered and given is not None
    return answered


def press(page: Page, button: str) -> None:
    """Press Continue (`go`) or Skip (`skip`), and wait for the next page."""
    before = page.url
    page.locator(f"#step button[value={button}]").click()
    page.wait_for_url(lambda now: now != before, wait_until="domcontentloaded")


def answer(page: Page, answers: Mapping[str, Given]) -> None:
    """Answer the question on the page, or skip it, and go on."""
    press(page, "go" if choose(page, answers) else "skip")


def walk(page: Page, site: str, answers: Mapping[str, Given], guide: str = registry.CAREER_HELP) -> Iterator[str]:
    """Each question on the way, by its id, before it is answered. Ends on the check page."""
    begin(page, site, answers, guide)
    while not page.url.endswith("/check/"):
        yield asked(page)
        answer(page, answers)


def walk_until(page: Page, site: str, answers: Mapping[str, Given], question: str) -> None:
    """From the start page to a question, everything before it answered."""
    met = takewhile(lambda each: each != question, walk(page, site, answers))
    assert list(met), "no question was answered on the way"
    assert asked(page) == question


def walk_to_check(page: Page, site: str, answers: Mapping[str, Given], guide: str = registry.CAREER_HELP) -> None:
    """From the start page to the check page."""
    assert list(walk(page, site, answers, guide)), "no question was answered on the way"


def walk_to_result(page: Page, site: str, answers: Mapping[str, Given], guide: str = registry.CAREER_HELP) -> None:
    """From the start page to the result."""
    walk_to_check(page, site, answers, guide)
    page.get_by_role("link", name=registry.questionnaire(guide).words.finish).first.click()
    expect(page.locator("article.letter")).to_be_visible()


def carry(context: BrowserContext, site: str, answers: Mapping[str, Given], guide: str = registry.CAREER_HELP) -> None:
    """Put a person's answers into the browser's cookie, everything else skipped: for tests of single pages."""
    questionnaire = registry.questionnaire(guide)
    _carry(context, site, questionnaire, complete(questionnaire, tuple(answers.items())))


def stand_before(page: Page, site: str, question: str) -> None:
    """Open a question that is not answered yet, as someone whom nothing weighs on, without the way there."""
    questionnaire = registry.questionnaire()
    earlier = takewhile(lambda each: each.id != question, questionnaire.questions)
    fields = [field.id for each in earlier for field in questionnaire.fields_of(each)]
    _carry(page.context, site, questionnaire, {field: WELL.get(field) for field in fields})
    page.goto(f"{site}/quiz/99/")
    assert asked(page) == question


def _carry(context: BrowserContext, site: str, questionnaire: Questionnaire, answers: Mapping[str, Given]) -> None:
    sealed = HttpResponse()
    write_progress(sealed, questionnaire, Progress().with_answers(answers))
    name = cookie_name(questionnaire)
    context.add_cookies([{"name": name, "value": sealed.cookies[name].value, "url": site}])
