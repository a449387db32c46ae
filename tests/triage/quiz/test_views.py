from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils.html import escape
from pytest_django import Settings

from tests.markup import tight
from tests.people import PEOPLE, WELL, Person
from tests.triage.visits import HTMX, Visitor, visitor_like
from triage.engine.explaining.evaluation import evaluate
from triage.progress.cookie import cookie_name
from triage.questionnaires import registry


@pytest.fixture
def visitor(client: Client) -> Visitor:
    return Visitor(client)


def test_the_start_page_asks_for_the_country_and_says_what_happens(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "Which country are you in?" in page
    assert "What happens with your answers" in page


def test_beginning_leads_to_the_first_question(visitor: Visitor) -> None:
    assert visitor.page_at(visitor.begin()) == "goal"


def test_an_unknown_country_is_as_good_as_none(client: Client) -> None:
    client.post("/quiz/", {"country": "Atlantis"})
    assert Visitor(client).kept() == {"country": None}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_each_person_gets_the_recommendation_that_the_engine_gives(client: Client, person: Person) -> None:
    visitor = visitor_like(client, person)
    visitor.walk()
    shown = client.get("/quiz/result/").content.decode()
    expected = evaluate(registry.questionnaire(), visitor.kept()).texts.headline
    assert escape(expected) in shown
    assert f"rule {person.rule}" in shown


def test_each_visitor_is_asked_the_rows_that_their_own_ticks_lead_to(client: Client) -> None:
    for ticked in ("attention", "mood"):
        visitor = Visitor(client, {**WELL, "condition": (ticked,)})
        page = client.get(visitor.walk("condition_care")).content.decode()
        assert f'name="care_{ticked}"' in page
        assert page.count('value="looked_after"') == 1


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_the_cookie_holds_what_was_answered_and_nothing_else(client: Client, person: Person) -> None:
    visitor = visitor_like(client, person)
    visitor.walk()
    kept = evaluate(registry.questionnaire(), visitor.kept())
    given = evaluate(registry.questionnaire(), person.answers)
    assert (kept.outcome.id, kept.signals["goal_kind"].tags) == (given.outcome.id, given.signals["goal_kind"].tags)


def test_a_step_makes_no_query(visitor: Visitor) -> None:
    # Without the database mark, which this file never uses, pytest-django fails a test at its first query.
    assert visitor.walk() == "/quiz/check/"
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        User.objects.exists()


def test_an_answer_on_safety_leads_to_crisis_help_on_the_very_next_page(client: Client) -> None:
    visitor = Visitor(client, {**WELL, "safety": "wish", "country": "GB"})
    address = visitor.walk(until="help_after_safety")
    page = client.get(address).content.decode()
    assert visitor.seen[-1] == "safety"
    assert 'href="tel:116123"' in page


def test_crisis_help_comes_before_any_other_question(client: Client) -> None:
    visitor = Visitor(client, {**WELL, "safety": "thoughts"})
    helped = visitor.walk(until="help_after_safety")
    later = client.get("/quiz/99/")
    assert later["Location"] == helped


def test_one_can_go_on_from_crisis_help(client: Client) -> None:
    visitor = Visitor(client, {**WELL, "safety": "thoughts"})
    assert visitor.page_at(visitor.post("help_after_safety", at=visitor.walk(until="help_after_safety"))) == "threat"


def test_a_changed_answer_on_safety_brings_crisis_help_again(client: Client) -> None:
    visitor = Visitor(client, {**WELL, "safety": "thoughts"})
    visitor.walk()
    assert visitor.page_at(visitor.post("safety", safety="unsure", checking="1")) == "help_after_safety"


def test_nothing_chosen_is_a_kind_error_and_no_step(visitor: Visitor) -> None:
    visitor.begin()
    response = visitor.client.post("/quiz/2/", {"page": "goal", "do": "go"})
    assert response.status_code == 422
    assert "Choose an answer, or skip the question." in response.content.decode()


def test_an_error_keeps_what_was_typed(visitor: Visitor) -> None:
    visitor.begin()
    form = {"page": "goal", "do": "go", "goal": ["pivot", "values", "visibility"]}
    page = tight(visitor.client.post("/quiz/2/", form).content.decode())
    assert page.count(" checked") == 3
    assert "Choose 2 at most." in page


def test_a_tick_that_excludes_the_others_is_explained(visitor: Visitor) -> None:
    visitor.walk(until="situation")
    form = {"page": "situation", "do": "go", "situation": ["record", "nothing"]}
    assert "none of the others" in visitor.client.post("/quiz/3/", form).content.decode()


def test_rows_left_open_are_named_each(visitor: Visitor) -> None:
    address = visitor.walk(until="mood_two")
    response = visitor.client.post(address, {"page": "mood_two", "do": "go", "phq_down": "several_days"})
    assert response.status_code == 422
    assert response.content.decode().count('class="row wrong"') == 1


def test_leaving_rows_out_keeps_those_that_were_answered(visitor: Visitor) -> None:
    address = visitor.walk(until="mood_two")
    visitor.post("mood_two", at=address, phq_down="several_days", do="skip")
    assert (visitor.kept()["phq_down"], visitor.kept()["phq_interest"]) == ("several_days", None)


def test_a_choice_that_does_not_exist_is_as_good_as_none(visitor: Visitor) -> None:
    visitor.begin()
    assert visitor.client.post("/quiz/2/", {"page": "goal", "goal": "fame", "do": "go"}).status_code == 422


def test_refused_consent_leaves_the_questions_on_feelings_out(client: Client) -> None:
    visitor = Visitor(client, {**WELL, "consent": "no"})
    visitor.walk()
    asked_of_feelings = set(visitor.seen) & {"mood_two", "worry_two", "sleep", "tangled"}
    assert asked_of_feelings == set()
    assert "safety" in visitor.seen


def test_withdrawn_consent_deletes_the_answers_given_under_it(visitor: Visitor) -> None:
    visitor.walk()
    visitor.post("consent", consent="no", checking="1")
    assert "sleep" not in visitor.kept()
    assert visitor.kept()["safety"] == "no"


def test_no_answer_on_feelings_is_taken_before_consent(visitor: Visitor) -> None:
    visitor.walk(until="consent")
    visitor.post("sleep", sleep="badly")
    assert "sleep" not in visitor.kept()


def test_no_answer_on_feelings_is_taken_after_consent_was_refused(client: Client) -> None:
    visitor = Visitor(client, {**WELL, "consent": "no"})
    visitor.walk()
    visitor.post("sleep", sleep="badly")
    assert "sleep" not in visitor.kept()


def test_a_change_from_the_check_page_comes_back_to_it(visitor: Visitor) -> None:
    visitor.walk()
    assert visitor.post("sleep", sleep="badly", checking="1") == "/quiz/check/"


def test_a_change_asks_only_what_is_newly_needed(visitor: Visitor) -> None:
    visitor.walk()
    daily = "nearly_every_day"
    address = visitor.post("mood_two", phq_interest=daily, phq_down=daily, checking="1")
    assert visitor.page_at(address) == "mood_more"


def test_an_answer_off_the_path_is_kept_for_undoing(client: Client) -> None:
    visitor = Visitor(client, {**WELL, "condition": ("attention",), "care_attention": "not_enough"})
    visitor.walk()
    visitor.post("condition", condition="none", checking="1")
    assert visitor.kept()["care_attention"] == "not_enough"
    assert visitor.post("condition", condition="attention", checking="1") == "/quiz/check/"


def test_an_answer_from_another_tab_to_a_page_off_the_path_leads_on(client: Client) -> None:
    visitor = Visitor(client, {**WELL, "condition": ("attention",), "care_attention": "not_enough"})
    visitor.walk(until="daily_life")
    visitor.post("condition", condition="none")
    assert visitor.page_at(visitor.post("condition_care", care_attention="wondering")) == "daily_life"


def test_a_page_that_was_never_shown_takes_no_answer(visitor: Visitor) -> None:
    visitor.begin()
    assert visitor.post("pay", pay="self") == "/quiz/2/"
    assert "pay" not in visitor.kept()


def test_a_page_that_does_not_exist_leads_to_the_start(visitor: Visitor) -> None:
    visitor.begin()
    assert visitor.post("nonsense") == "/"


@pytest.mark.parametrize("address", ["/quiz/2/", "/quiz/check/", "/quiz/result/"])
def test_without_answers_every_page_leads_to_the_start(client: Client, address: str) -> None:
    assert client.get(address)["Location"] == "/"


def test_an_answer_without_a_cookie_leads_to_the_start(client: Client) -> None:
    assert client.post("/quiz/2/", {"page": "goal", "goal": "pivot"})["Location"] == "/"


@pytest.mark.parametrize("address", ["/quiz/17/", "/quiz/0/", "/quiz/check/", "/quiz/result/"])
def test_nobody_gets_ahead_of_the_questions(visitor: Visitor, address: str) -> None:
    first = visitor.begin()
    assert visitor.client.get(address)["Location"] == first


def test_a_broken_cookie_starts_again_gently(client: Client, settings: Settings) -> None:
    client.cookies[cookie_name(registry.questionnaire())] = "nonsense"
    assert "could no longer be read" in client.get("/").content.decode()


def test_going_back_shows_the_answer(visitor: Visitor) -> None:
    before = int(visitor.walk(until="obstacle").split("/")[2]) - 1
    page = tight(visitor.client.get(f"/quiz/{before}/").content.decode())
    assert f'value="{visitor.answers[visitor.seen[-1]]}" checked' in page


def test_htmx_gets_only_the_part_and_the_next_address(visitor: Visitor) -> None:
    visitor.begin()
    response = visitor.client.post("/quiz/2/", {"page": "goal", "goal": "pivot", "do": "go"}, headers=HTMX)
    assert (response.status_code, response["HX-Push-Url"]) == (200, "/quiz/3/")
    assert "<html" not in response.content.decode()


def test_htmx_goes_to_the_check_page_as_a_whole(visitor: Visitor) -> None:
    visitor.walk()
    response = visitor.client.post("/quiz/2/", {"page": "sleep", "sleep": "badly", "checking": "1"}, headers=HTMX)
    assert response["HX-Redirect"] == "/quiz/check/"


def test_addresses_and_titles_are_positions_only(visitor: Visitor) -> None:
    address = visitor.walk(until="sleep")
    title = visitor.client.get(address).content.decode().partition("<title>")[2].partition("</title>")[0]
    assert title == f"Page {address.split('/')[2]} · Whichway"


@pytest.mark.parametrize("address", ["/", "/quiz/2/", "/quiz/check/", "/quiz/result/"])
def test_no_page_of_the_quiz_may_be_stored(visitor: Visitor, address: str) -> None:
    visitor.walk()
    assert "no-store" in visitor.client.get(address)["Cache-Control"]


def test_the_quick_exit_forgets_and_leads_away(visitor: Visitor, settings: Settings) -> None:
    visitor.walk()
    response = visitor.client.post("/leave/")
    assert response.cookies[cookie_name(registry.questionnaire())]["max-age"] == 0
    assert visitor.client.get(response["Location"])["Refresh"].startswith("0; url=https://")


def test_the_quick_exit_works_with_a_form_that_is_too_old() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/leave/").status_code == 302


def test_the_form_of_every_question_swapped_in_is_accepted() -> None:
    strict = Client(enforce_csrf_checks=True)
    token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', strict.get("/").content.decode())[0]
    strict.post("/quiz/", {"csrfmiddlewaretoken": token, "country": "US"})
    page = strict.get("/quiz/2/").content.decode()
    for number in range(2, 6):
        form = dict(re.findall(r'name="(csrfmiddlewaretoken|page)" value="(\w+)"', page))
        response = strict.post(f"/quiz/{number}/", form | {"do": "skip"}, headers=HTMX)
        assert response.status_code == 200
        page = response.content.decode()


def test_the_quick_exit_needs_a_post(client: Client) -> None:
    assert client.get("/leave/").status_code == 405


def test_beginning_again_forgets_earlier_answers(visitor: Visitor) -> None:
    visitor.walk()
    visitor.begin()
    assert visitor.kept() == {"country": "US"}


def test_who_has_answers_can_go_on_from_the_start_page(visitor: Visitor) -> None:
    address = visitor.walk(until="sleep")
    assert f'href="{address}"' in visitor.client.get("/").content.decode()


def test_crisis_help_and_the_exit_are_one_action_away_on_every_question(visitor: Visitor) -> None:
    visitor.walk()
    for number in range(2, len(visitor.seen) + 2):
        page = visitor.client.get(f"/quiz/{number}/").content.decode()
        assert 'href="/help/"' in page
        assert 'action="/leave/"' in page
