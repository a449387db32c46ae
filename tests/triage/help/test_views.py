from __future__ import annotations

import re
from html import escape

import pytest
from django.test import Client

from triage.engine.model.entries import ELSEWHERE
from triage.engine.model.signposts import Country
from triage.questionnaires import registry

COUNTRIES = registry.signposts().countries
OWN = [country for country in COUNTRIES if country.code != ELSEWHERE]

in_each_country = pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)


def page_of(client: Client, country: Country) -> str:
    return client.get(f"/help/{country.code.lower()}/").content.decode()


@in_each_country
def test_each_countrys_lines_can_be_called_or_texted_at_once(client: Client, country: Country) -> None:
    page = page_of(client, country)
    for line in country.lines:
        for contact in (line, *line.ways):
            assert not contact.call_uri or f'href="tel:{contact.call_uri}"' in page
            assert not contact.text_uri or f'href="sms:{contact.text_uri}' in page
            assert not contact.whatsapp or f'href="https://wa.me/{contact.whatsapp_uri}"' in page
            assert not contact.web or f'href="{contact.web}"' in page


@pytest.mark.parametrize("country", OWN, ids=lambda country: country.code)
def test_one_button_is_filled_and_calls_the_first_line(client: Client, country: Country) -> None:
    filled = re.findall(r'class="call filled" href="([^"]+)"', page_of(client, country))
    assert filled == [f"tel:{country.lines[0].call_uri}"]
    assert 'class="go' not in page_of(client, country)


def test_a_word_to_text_is_filled_in(client: Client) -> None:
    assert 'href="sms:741741?body=HOME"' in client.get("/help/us/").content.decode()


def test_spanish_and_sign_language_have_ways_of_their_own(client: Client) -> None:
    page = client.get("/help/us/").content.decode()
    assert page.index("In Spanish: call and press 2") < page.index("What helps right now")
    assert page.index("American Sign Language") < page.index("What helps right now")


def test_the_chosen_countrys_lines_come_first(client: Client) -> None:
    client.post("/quiz/", {"country": "AU"})
    assert 'class="call filled" href="tel:131114"' in client.get("/help/").content.decode()


def test_without_a_choice_the_first_line_of_every_country_stands_there_at_once(client: Client) -> None:
    page = client.get("/help/").content.decode()
    before_any_fold = re.sub(r"<details>.*?</details>", "", page, flags=re.DOTALL)
    for country in OWN:
        assert f'href="tel:{country.lines[0].call_uri}"' in before_any_fold
    assert "findahelpline.com" in before_any_fold
    assert 'href="tel:112"' in before_any_fold


def test_without_a_choice_each_country_unfolds_on_that_very_page(client: Client) -> None:
    page = client.get("/help/").content.decode()
    folded = "".join(re.findall(r"<details>.*?</details>", page, flags=re.DOTALL))
    for country in OWN:
        assert all(escape(line.name) in folded for line in country.lines_on(["crisis"]))


@pytest.mark.parametrize("country", OWN, ids=lambda country: country.code)
def test_whoever_fears_for_someone_else_and_every_other_need_have_their_place(client: Client, country: Country) -> None:
    page = page_of(client, country)
    assert "If you fear for someone else" in page
    for topic in ("violence", "work_rights"):
        assert f'id="{topic}"' in page
    for line in country.lines_on(["work_rights"]):
        assert not line.deadline or escape(line.deadline) in page


def test_after_heavy_use_nobody_is_told_to_stop_alone(client: Client) -> None:
    assert "never stop suddenly on your own" in client.get("/help/us/").content.decode()


def test_an_unknown_country_is_not_found_and_still_offers_help(client: Client) -> None:
    response = client.get("/help/zz/")
    assert response.status_code == 404
    assert 'href="/help/"' in response.content.decode()


@in_each_country
def test_each_line_names_its_source_and_the_day_of_its_check(client: Client, country: Country) -> None:
    assert page_of(client, country).count("(checked ") == len(country.lines)
