"""What of a result can go along to the directory: the goal, the stage, the budget, and never how someone is."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from coaches.search.facets import FACET
from coaches.vocabulary.choices import LANGUAGES, Goal, Meeting, SignLanguage, Stage
from tests.people import PEOPLE, WELL, Given, Person
from triage.engine.proof import complete
from triage.progress.cookie import Progress, cookie_name, write_progress
from triage.questionnaires import registry

ALLOWED = {
    "goal": set(Goal.values),
    "stage": {"", *Stage.values},
    "meeting": set(Meeting.values),
    "language": {"", *LANGUAGES, *SignLanguage.values},
    "sliding": {"yes"},
    "call": {"yes"},
    "accepting": {"yes"},
}
COACHING = {"coaching", "coaching_later", "coaching_alongside_care"}
FORM = re.compile(r'<form method="get" action="([^"]*)">(.*?)</form>', re.DOTALL)
BOX = re.compile(r'<input type="(\w+)" name="(\w+)" value="([^"]*)"( checked)?>')
SELECT = re.compile(r'<select [^>]*name="(\w+)">(.*?)</select>', re.DOTALL)
OPTION = re.compile(r'<option value="([^"]*)"( selected)?>')


def result(client: Client, answers: dict[str, Given]) -> str:
    questionnaire = registry.questionnaire()
    sealed = HttpResponse()
    given = complete(questionnaire, tuple(answers.items()))
    write_progress(sealed, questionnaire, Progress().with_answers(given))
    client.cookies[cookie_name(questionnaire)] = sealed.cookies[cookie_name(questionnaire)].value
    return client.get("/quiz/result/").content.decode()


def offered(page: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """What the form could send, and what it sends as it stands."""
    [(action, form)] = FORM.findall(page)
    assert urlsplit(action) == urlsplit("/coaches/")
    boxes = BOX.findall(form)
    options = [(name, *each) for name, inner in SELECT.findall(form) for each in OPTION.findall(inner)]
    # Everything that sends something was read: no field of another kind hides in it.
    assert len(boxes) == form.count("<input")
    assert len(re.findall(r"<(?:select|textarea|button)\b[^>]*\bname=", form)) == len(SELECT.findall(form))
    can = {(name, value) for _, name, value, _ in boxes} | {(name, value) for name, value, _ in options}
    does = {(name, value) for _, name, value, on in boxes if on} | {(n, v) for n, v, on in options if on and v}
    return can, does


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_only_words_of_the_directory_can_go_along(client: Client, person: Person) -> None:
    page = result(client, dict(person.answers))
    if person.outcome not in COACHING:
        assert FORM.findall(page) == []
        return
    can, does = offered(page)
    assert [(name, value) for name, value in can if value not in ALLOWED[name]] == []
    given = person.answers["goal"] or ()
    goals = {("goal", goal) for goal in given if goal in ALLOWED["goal"]}
    paid = set(person.answers.get("pay") or ())
    tight = {("sliding", "yes")} if "self" not in paid else set()
    late = {("stage", "late")} if "late_career" in given else set()
    assert does == goals | tight | late


def test_the_directory_understands_all_of_it() -> None:
    for name, values in ALLOWED.items():
        assert values - {""} <= set(FACET[name].values), name


def test_some_people_get_the_form_and_some_do_not() -> None:
    assert {person.outcome in COACHING for person in PEOPLE} == {True, False}
    assert {person.outcome for person in PEOPLE} >= COACHING


def test_two_people_who_differ_only_in_how_they_are_send_the_same(client: Client) -> None:
    one = offered(result(client, dict(WELL)))
    other = offered(result(client, {**WELL, "sleep": "badly", "in_care": "yes"}))
    assert one == other


def test_coming_back_after_illness_does_not_go_along_by_itself(client: Client) -> None:
    _, does = offered(result(client, {**WELL, "situation": ("after_illness",)}))
    assert does == {("goal", "promotion")}


def test_a_goal_that_was_not_given_is_not_ticked(client: Client) -> None:
    _, does = offered(result(client, {**WELL, "goal": None}))
    assert does == set()


@pytest.mark.django_db
def test_it_asks_the_database_nothing(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        offered(result(client, dict(WELL)))
