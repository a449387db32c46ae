"""Every questionnaire is walked by the same pages, each with a cookie of its own."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.html import escape

from tests.casts import CASTS
from tests.people import WELL, Person
from tests.triage.visits import Visitor, visitor_like
from triage import content
from triage.quiz.progress import cookie_name

OTHERS = [(guide, person) for guide in ("career_conversation", "work_support") for person in CASTS[guide]]
GUIDES = [("career_conversation", "/talk/"), ("work_support", "/steps/")]


@pytest.mark.parametrize(("guide", "person"), OTHERS, ids=lambda each: each if isinstance(each, str) else each.name)
def test_each_person_gets_the_plan_that_the_engine_gives(client: Client, guide: str, person: Person) -> None:
    visitor = visitor_like(client, person, guide)
    assert visitor.walk() == f"{visitor.root}check/"
    shown = client.get(f"{visitor.root}result/").content.decode()
    assert visitor.guide.outcome[person.outcome].headline in shown
    assert f"rule {person.rule}" in shown
    titles = {piece.id: piece.title for piece in visitor.guide.advice}
    sections = {piece.id: visitor.guide.section[piece.section] for piece in visitor.guide.advice}
    for name in person.advice:
        assert escape(titles[name]) in shown or sections[name].apart, name


@pytest.mark.parametrize(("guide", "root"), GUIDES)
def test_a_guide_begins_on_a_page_of_its_own(client: Client, guide: str, root: str) -> None:
    page = client.get(root).content.decode()
    assert content.questionnaire(guide).title in page
    assert f'action="{root}"' in page


def test_the_home_page_leads_to_the_other_guides(client: Client) -> None:
    page = client.get("/").content.decode()
    assert [root for _, root in GUIDES if f'href="{root}"' not in page] == []


def test_the_triage_begins_on_the_home_page_only(client: Client) -> None:
    assert client.get("/quiz/")["Location"] == "/"


def test_an_unknown_guide_is_not_found(client: Client) -> None:
    assert client.get("/walk/").status_code == 404
    assert client.get("/walk/2/").status_code == 404


@pytest.mark.parametrize("place", ["2/", "check/", "result/", "result/part/sheet/", "result/dates/"])
def test_pages_of_a_guide_lead_to_its_start_until_it_is_begun(client: Client, place: str) -> None:
    address = f"/talk/{place}"
    while (response := client.get(address)).status_code in (302, 303):
        address = response["Location"]
    assert address == "/talk/"


def test_each_guide_has_a_cookie_that_no_other_can_read(client: Client) -> None:
    talk, steps = content.questionnaire("career_conversation"), content.questionnaire("work_support")
    Visitor(client, {"country": "US"}, "career_conversation").begin()
    client.cookies[cookie_name(steps)] = client.cookies[cookie_name(talk)].value
    assert "could no longer be read" in client.get("/steps/").content.decode()
    assert "answers from earlier" in client.get("/talk/").content.decode()


def test_the_quick_exit_forgets_all_of_them(client: Client) -> None:
    for guide in CASTS:
        Visitor(client, {"country": "US"}, guide).begin()
    client.post("/quiz/leave/")
    assert [cookie.value for name, cookie in client.cookies.items() if name.startswith("answers")] == ["", "", ""]


def test_crisis_help_is_that_of_the_country_chosen_in_any_of_them(client: Client) -> None:
    Visitor(client, {"country": "GB"}, "work_support").begin()
    assert "Samaritans" in client.get("/help/").content.decode()


def test_the_manager_is_asked_for_no_name_and_nothing_to_type(client: Client) -> None:
    visitor = visitor_like(client, CASTS["career_conversation"][0], "career_conversation")
    address = visitor.begin()
    while address != "/talk/check/":
        shown = client.get(address).content.decode()
        assert set(re.findall(r'<input type="(\w+)"', shown)) <= {"hidden", "radio", "checkbox"}
        assert "<textarea" not in shown
        address = visitor.answer_shown(address)


def test_the_answers_to_a_guide_can_be_taken_along_when_the_person_agrees(client: Client) -> None:
    triage = {**WELL, "country": "IE", "situation": ("record", "disability"), "goal": ("job_search",), "budget": "no"}
    Visitor(client, triage).walk()
    offered = client.get("/steps/").content.decode()
    for words in ("Ireland", "I have a criminal record", "My body or my mind", "looking around for work"):
        assert words in offered
    assert "Begin with these" in offered
    client.post("/steps/", {"do": "take"})
    assert Visitor(client, {}, "work_support").kept() == {
        "country": "IE",
        "hurdles": ("body_mind", "record"),
        "stage": "looking",
        "pay": "no",
    }


def test_beginning_afresh_takes_nothing_along(client: Client) -> None:
    Visitor(client, {**WELL, "situation": ("record",)}).walk()
    client.post("/steps/", {"country": ""})
    assert Visitor(client, {}, "work_support").kept() == {"country": None}


def test_nothing_is_offered_to_someone_who_answered_nothing(client: Client) -> None:
    assert "Begin with these" not in client.get("/steps/").content.decode()


def test_an_answer_that_could_mean_two_things_is_not_taken_along(client: Client) -> None:
    Visitor(client, {**WELL, "situation": ("early_career", "late_stage")}).walk()
    client.post("/talk/", {"do": "take"})
    assert "stage" not in Visitor(client, {}, "career_conversation").kept()


def test_an_answer_off_the_path_is_not_taken_along(client: Client) -> None:
    visitor = Visitor(client, WELL)
    visitor.begin()
    assert "Your situation" not in client.get("/talk/").content.decode()


def test_no_answer_about_feelings_can_be_taken_along() -> None:
    source = content.questionnaire()
    feelings = {page.id for page in source.questions if source.part[page.part].consent is not None}
    for name in content.names():
        assert not feelings & {carry.question for carry in content.questionnaire(name).carries}


def test_the_result_leads_to_the_guides_that_fit(client: Client) -> None:
    Visitor(client, {**WELL, "situation": ("manager_open", "disability")}).walk()
    shown = client.get("/quiz/result/").content.decode()
    assert shown.count('<a class="screen" href="/talk/">Plan a career conversation</a>') == 1
    assert shown.count('<a class="screen" href="/steps/">A support plan for work</a>') == 1


def test_the_result_of_others_leads_nowhere_else(client: Client) -> None:
    Visitor(client, WELL).walk()
    shown = client.get("/quiz/result/").content.decode()
    assert '<a class="screen" href="/talk/">Plan' not in shown
    assert '<a class="screen" href="/steps/">A support' not in shown


def test_the_sheet_for_the_employee_shows_nothing_of_the_plan(client: Client) -> None:
    person = next(each for each in CASTS["career_conversation"] if each.outcome == "disappointed")
    visitor_like(client, person, "career_conversation").walk()
    sheet = client.get("/talk/result/part/sheet/").content.decode()
    assert "What am I good at?" in sheet
    for word in ("missed promotion", "hoped for", "What helps to say", "rule C1", "minutes"):
        assert word not in sheet
    assert "What am I good at?" not in client.get("/talk/result/").content.decode()


def test_numbers_that_were_chosen_are_printed_and_others_left_to_fill_in(client: Client) -> None:
    visitor = Visitor(client, {"stage": "applying", "contacts": "c3"}, "work_support")
    visitor.walk()
    shown = client.get("/steps/result/").content.decode()
    assert "3 contacts each work day, ____ applications" in shown
    assert "<td>3 a day</td>" in shown


@pytest.mark.parametrize(("guide", "root"), GUIDES)
def test_how_a_guide_decides_is_public(client: Client, guide: str, root: str) -> None:
    questionnaire = content.questionnaire(guide)
    audited = client.get(f"{root}how-we-decide/").content.decode()
    assert all(f'<th scope="row">{rule.id}</th>' in audited for rule in questionnaire.rules)
    assert all(promise.title in audited for promise in questionnaire.promises)
    assert content.record(guide).content_hash in audited
    assert "Published screens" not in audited
    assert client.get(f"{root}how-we-decide/flow.svg")["Content-Type"] == "image/svg+xml"


def test_an_unknown_part_of_a_result_is_not_found(client: Client) -> None:
    assert client.get("/talk/result/part/everybody/").status_code == 404
