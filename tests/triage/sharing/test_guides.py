"""The same links keep and share the plans of the other guides, each with scopes of its own."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from icalendar import Calendar

from tests.casts import CASTS
from tests.people import Person
from tests.triage.sharing.people import ISSUED, open_it, share_form, shown_token
from tests.triage.visits import Visitor, visitor_like
from triage.engine.deciding.answers import chosen
from triage.engine.explaining.evaluation import evaluate
from triage.engine.proof import complete
from triage.questionnaires import registry
from triage.results.narrowing import narrow
from triage.results.papers.dates import calendar
from triage.results.snapshot import Snapshot, write_snapshot
from triage.results.snapshot_taking import take_snapshot
from triage.sharing.links import Link
from triage.sharing.sealing import unseal
from triage.sharing.tokens import secret

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answered

CLOCK = datetime(2026, 11, 22, 12, tzinfo=UTC)
MISSED = next(person for person in CASTS["career_conversation"] if person.name == "a missed promotion")
SHOWN = next(person for person in CASTS["work_support"] if person.name == "learns by being shown")
EVERYONE = [("career_conversation", MISSED), ("work_support", SHOWN)]
NARROW = [
    ("career_conversation", MISSED, "sheet"),
    ("career_conversation", MISSED, "agenda"),
    ("work_support", SHOWN, "week"),
    ("work_support", SHOWN, "employer"),
]


def snapshot_of(guide: str, person: Person) -> Snapshot:
    questionnaire = registry.questionnaire(guide)
    evaluation = evaluate(questionnaire, complete(questionnaire, tuple(person.answers.items())))
    return take_snapshot(evaluation, registry.signposts(), ISSUED)


def kept(client: Client, guide: str, person: Person) -> str:
    """Walk, and keep; the token of the owner's link."""
    visitor = visitor_like(client, person, guide)
    visitor.walk()
    return shown_token(client.post(f"{visitor.root}result/keep/"))


def triage_result(client: Client) -> Answered:
    """Somebody keeps a result of the triage."""
    Visitor(client).walk()
    return client.post("/quiz/result/keep/")


@pytest.mark.parametrize(("guide", "person", "scope"), NARROW)
def test_a_narrow_copy_holds_its_sections_and_nothing_else(guide: str, person: Person, scope: str) -> None:
    questionnaire = registry.questionnaire(guide)
    snapshot = snapshot_of(guide, person)
    inside = json.loads(write_snapshot(narrow(snapshot, questionnaire.scope[scope])))
    letter = inside.pop("letter")
    assert {section["id"] for section in letter.pop("sections")} == set(questionnaire.scope[scope].sections)
    # What is left is the same for everybody, but for the day.
    assert {value for value in letter.values() if value} == {
        questionnaire.id,
        questionnaire.version,
        questionnaire.title,
        questionnaire.words.limits,
        True,
    }
    assert [key for key in ("sentence", "signals", "answers", "screens") if inside[key]] == []


@pytest.mark.parametrize(("guide", "person", "scope"), NARROW)
def test_a_narrow_copy_holds_no_answer(guide: str, person: Person, scope: str) -> None:
    questionnaire = registry.questionnaire(guide)
    inside = write_snapshot(narrow(snapshot_of(guide, person), questionnaire.scope[scope])).decode()
    asked = {questionnaire.field[name].text for name in person.answers}
    situation = {"situation", "hurdles"} & set(person.answers)
    fields = [questionnaire.field[name] for name in situation]
    said = {questionnaire.choice(field, one).text for field in fields for one in chosen(person.answers[field.id])}
    assert [words for words in asked | said if words in inside] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("guide", "person"), EVERYONE)
def test_a_plan_is_kept_and_opened_as_it_was(client: Client, guide: str, person: Person) -> None:
    page = open_it(Client(), kept(client, guide, person)).content.decode()
    questionnaire = registry.questionnaire(guide)
    assert questionnaire.outcome[person.outcome].headline in page
    assert all(scope.name in page for scope in questionnaire.scopes)
    for clinical in ("Clinical summary", "clinical summary", "FHIR", "signal by signal"):
        assert clinical not in page


@pytest.mark.django_db
@pytest.mark.parametrize(("guide", "person", "scope"), NARROW)
def test_a_share_shows_its_sections_only(client: Client, guide: str, person: Person, scope: str) -> None:
    token = kept(client, guide, person)
    shared = shown_token(client.post(f"/r/{token}/share/", share_form(scope=scope)))
    page = open_it(Client(), shared).content.decode()
    questionnaire = registry.questionnaire(guide)
    assert questionnaire.scope[scope].told in page
    assert questionnaire.outcome[person.outcome].headline not in page
    row = Link.objects.get(lookup=secret(shared).lookup)
    inside = unseal(bytes(row.sealed), secret(shared).key, row.place).decode()
    assert questionnaire.outcome[person.outcome].name not in inside


@pytest.mark.django_db
@pytest.mark.parametrize(("guide", "person"), EVERYONE)
def test_everything_shows_the_answers_too(client: Client, guide: str, person: Person) -> None:
    token = kept(client, guide, person)
    shared = shown_token(client.post(f"/r/{token}/share/", share_form(scope="everything")))
    page = open_it(Client(), shared).content.decode()
    assert "All answers" in page
    assert "The published screens" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("paper", ["summary", "fhir"])
def test_there_are_no_papers_for_clinicians(client: Client, paper: str) -> None:
    assert client.post(f"/r/{kept(client, *EVERYONE[1])}/{paper}/").status_code == 404


@pytest.mark.django_db
def test_a_scope_of_another_guide_is_refused(client: Client) -> None:
    token = kept(client, *EVERYONE[0])
    assert client.post(f"/r/{token}/share/", share_form(scope="reasons")).status_code == 422


@pytest.mark.django_db
def test_plans_hold_no_signals_to_compare(client: Client) -> None:
    assert client.post(f"/r/{kept(client, *EVERYONE[0])}/compare/", {"with": "now"}).status_code == 404


@pytest.mark.django_db
def test_results_of_two_guides_are_not_compared(client: Client) -> None:
    triage = shown_token(triage_result(Client()))
    response = client.post(f"/r/{triage}/compare/", {"other": kept(client, *EVERYONE[1])})
    assert response.status_code == 422
    assert "a result of other questions" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("guide", "person"), EVERYONE)
def test_an_unfinished_guide_is_saved_and_gone_on_with(client: Client, guide: str, person: Person) -> None:
    visitor = visitor_like(client, person, guide)
    visitor.begin()
    token = shown_token(client.post(f"{visitor.root}save/"))
    elsewhere = visitor_like(Client(), person, guide)
    page = open_it(elsewhere.client, token).content.decode()
    assert f'href="{visitor.root}2/"' in page
    assert elsewhere.kept() == visitor.kept()


@pytest.mark.parametrize(
    ("guide", "person", "days"),
    [
        ("career_conversation", MISSED, [ISSUED + timedelta(days=14), date(2027, 2, 22)]),
        ("work_support", SHOWN, [ISSUED + timedelta(days=7), ISSUED + timedelta(days=28), date(2027, 2, 22)]),
    ],
)
def test_the_dates_of_a_plan_come_from_its_content(guide: str, person: Person, days: list[date]) -> None:
    snapshot = snapshot_of(guide, person)
    read = Calendar.from_ical(calendar(snapshot.letter, ISSUED, CLOCK))
    assert [entry.decoded("dtstart") for entry in read.walk("VEVENT")] == days
    assert not re.search("health|promot|disab|ill\\b", str(read.to_ical()), re.IGNORECASE)


def test_the_dates_of_an_answered_guide_are_a_file(client: Client) -> None:
    visitor_like(client, MISSED, "career_conversation").walk()
    response = client.get("/talk/result/dates/")
    assert response["Content-Type"].startswith("text/calendar")
