"""The pages around links, as browsers without scripts see them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from tests.clock import Clock
from tests.markup import tight
from tests.triage.sharing.people import MARA, Owner, headline_of, kept, open_it, recommended_to, share_form, shown_token
from triage.engine.model import Questionnaire
from triage.questionnaires import registry
from triage.sharing.links import Link
from triage.sharing.tokens import new_token

TELLING = r"whichway|result|coach|counsel|therap|health|quiz|answer|description|og:|twitter:"


def told(answered: Any) -> str:
    return tight(answered.content.decode())


def without_form_token(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_the_neutral_page_is_the_same_for_every_token_and_asks_nothing_of_the_database(client: Client) -> None:
    """Without a mark for the database, any query would fail."""
    pages = {without_form_token(told(client.get(f"/r/{new_token()}/"))) for _ in range(3)}
    assert len(pages) == 1
    page = pages.pop()
    shown = re.sub(r"<link [^>]*>", "", page)
    assert re.findall(TELLING, shown, re.IGNORECASE) == []
    assert "<title>A private page</title>" in page


@pytest.mark.django_db
def test_nothing_behind_a_link_is_stored_indexed_or_passed_on(client: Client) -> None:
    token, _ = kept()
    answers = [client.get(f"/r/{token}/"), open_it(client, token), open_it(client, new_token())]
    answers.append(client.post(f"/r/{token}/summary/"))
    for answered in answers:
        assert "no-store" in answered["Cache-Control"]
        assert answered["X-Robots-Tag"].startswith("noindex")
        assert answered["Referrer-Policy"] == "strict-origin"


@pytest.mark.parametrize("what", ["share", "revoke", "keep", "delete", "compare", "summary", "fhir", "dates"])
def test_whoever_comes_to_a_later_page_by_its_address_gets_the_neutral_one(client: Client, what: str) -> None:
    token = new_token()
    assert client.get(f"/r/{token}/{what}/")["Location"] == f"/r/{token}/"


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["share", "revoke", "keep", "delete", "compare", "summary", "fhir", "dates"])
def test_no_page_of_the_owners_opens_with_another_link(client: Client, what: str) -> None:
    owner = Owner(client)
    owner.walk()
    shared = owner.share(owner.keep(), scope="everything")
    nobody, narrow = (client.post(f"/r/{token}/{what}/") for token in (new_token(), shared))
    assert (nobody.status_code, told(nobody)) == (narrow.status_code, told(narrow))
    assert nobody.status_code == 404


@pytest.mark.django_db
def test_pressing_open_works_from_a_plain_form_and_not_from_another_site() -> None:
    token, _ = kept()
    browser = Client(enforce_csrf_checks=True)
    form = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', told(browser.get(f"/r/{token}/")))
    sent = {"csrfmiddlewaretoken": form[0]}
    assert browser.post(f"/r/{token}/", sent, headers={"origin": "https://evil.example"}).status_code == 403
    assert browser.post(f"/r/{token}/", sent, headers={"origin": "http://testserver"}).status_code == 200


@pytest.mark.django_db
def test_keeping_shows_the_link_once_with_a_code_and_a_draft_that_says_nothing(client: Client) -> None:
    owner = Owner(client)
    owner.walk()
    page = told(client.post("/quiz/result/keep/"))
    token = re.findall(r'value="http://testserver/r/([\w-]+)/"', page)[0]
    draft = re.findall(r'href="(mailto:[^"]+)"', page)[0]
    assert token in draft
    assert re.findall(r"result|coach|counsel|therap|health|whichway", draft, re.IGNORECASE) == []
    assert "<svg" in page
    assert "style=" not in page
    assert headline_of(MARA) in told(open_it(client, token))
    assert token not in told(client.get("/quiz/result/"))


@pytest.mark.django_db
def test_keeping_twice_from_one_page_makes_one_link(client: Client) -> None:
    Owner(client).walk()
    form = re.findall(r'name="form" value="([^"]+)"', told(client.get("/quiz/result/")))[0]
    once, twice = (shown_token(client.post("/quiz/result/keep/", {"form": form})) for _ in range(2))
    assert once == twice
    assert Link.objects.count() == 1


@pytest.mark.django_db
def test_saved_answers_replace_others_only_when_that_is_wanted(client: Client) -> None:
    saving = Owner(Client())
    saving.walk(until="goal")
    token = saving.save()
    here = Owner(client)
    here.walk()
    before = here.kept()
    assert "other answers in this browser" in told(open_it(client, token))
    assert here.kept() == before
    client.post(f"/r/{token}/", {"replace": "1"})
    assert here.kept() == saving.kept()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/quiz/result/keep/", "/quiz/save/"])
def test_without_answers_there_is_nothing_to_keep(client: Client, address: str) -> None:
    assert client.post(address).status_code == 302
    assert not Link.objects.exists()


@pytest.mark.django_db
def test_an_unfinished_quiz_cannot_be_kept_as_a_result_but_saved(client: Client) -> None:
    owner = Owner(client)
    owner.walk(until="sleep")
    assert client.post("/quiz/result/keep/").status_code == 302
    assert not Link.objects.exists()
    assert owner.save()


@pytest.mark.django_db
def test_a_saved_quiz_goes_on_in_another_browser_where_it_was_left(client: Client) -> None:
    owner = Owner(client)
    place = owner.walk(until="sleep")
    token = owner.save()
    elsewhere = Owner(Client())
    welcome = told(open_it(elsewhere.client, token))
    assert f'href="{place}"' in welcome
    assert elsewhere.page_at(place) == "sleep"
    assert elsewhere.kept() == owner.kept()


@pytest.mark.django_db
def test_a_saved_quiz_lasts_a_week_and_can_be_deleted(client: Client, clock: Clock) -> None:
    owner = Owner(client)
    owner.walk(until="sleep")
    first, second = owner.save(), owner.save()
    clock.forward(days=6)
    assert client.post(f"/r/{first}/delete/").status_code == 200
    assert open_it(client, first).status_code == 404
    assert open_it(client, second).status_code == 200
    clock.forward(days=1)
    assert open_it(client, second).status_code == 404


@pytest.mark.django_db
def test_saved_answers_to_questions_that_are_gone_are_left_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = Owner(client)
    owner.walk(until="sleep")
    token = owner.save()
    known = registry.questionnaire()
    plain = known.model_dump(exclude_unset=True)
    fewer = [page for page in plain["questions"] if page["id"] != "obstacle"]
    later = Questionnaire.model_validate({**plain, "version": 2, "questions": fewer})
    monkeypatch.setattr(registry, "questionnaire", lambda name=registry.CAREER_HELP: later)
    browser = Owner(Client())
    assert open_it(browser.client, token).status_code == 200
    assert "obstacle" not in browser.kept()
    assert browser.kept()["clear_goal"] == "roughly"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("scope", "shown", "hidden"),
    [
        (
            "recommendation",
            ["the recommendation"],
            ["the headline", "What led to it", "PHQ-9", "the plan", "an answer", "12 of 27"],
        ),
        ("reasons", ["What led to it"], ["PHQ-9", "the plan", "an answer", "12 of 27"]),
        ("everything", ["the headline", "What led to it", "the plan", "an answer", "12 of 27, Moderate"], []),
    ],
)
def test_a_share_shows_what_its_scope_says(client: Client, scope: str, shown: list[str], hidden: list[str]) -> None:
    questionnaire = registry.questionnaire()
    record = questionnaire.choice(questionnaire.field["situation"], "record")
    meant = {
        "the recommendation": recommended_to(MARA),
        "the headline": headline_of(MARA),
        "the plan": questionnaire.section["plan"].title,
        "an answer": record.text,
    }
    token, _ = kept()
    page = told(open_it(Client(), Owner(client).share(token, scope=scope)))
    assert [words for words in shown if meant.get(words, words) not in page] == []
    assert [words for words in hidden if meant.get(words, words) in page] == []
    assert "<title>A private page</title>" in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"scope": ""}, "Choose what the link may show."),
        ({"scope": "owner"}, "Select a valid choice."),
        ({"days": "31"}, "Select a valid choice."),
        ({"passphrase": "short"}, "Use at least 8 characters"),
        ({"max_views": "many"}, "Give a whole number"),
        ({"max_views": "0"}, "Give a number from 1 to 100"),
        ({"max_views": "101"}, "Give a number from 1 to 100"),
    ],
)
def test_a_wrong_form_is_shown_again_as_it_was_typed(client: Client, wrong: dict[str, str], said: str) -> None:
    token, _ = kept()
    typed = share_form(scope="reasons", days="30", passphrase="one of my own", max_views="7")
    answered = client.post(f"/r/{token}/share/", {**typed, **wrong})
    assert answered.status_code == 422
    page = told(answered)
    assert page.count(said) == 2, "once in the summary, once at the field"
    right = {name: value for name, value in typed.items() if name not in wrong}
    kept_parts = {
        "scope": 'value="reasons" checked',
        "days": 'value="30" selected',
        "passphrase": 'value="one of my own"',
        "max_views": 'value="7"',
        "form": 'value="one form of the tests"',
    }
    assert [name for name in right if kept_parts[name] not in page] == []
    assert not Link.objects.filter(kind="share").exists()
