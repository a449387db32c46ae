from __future__ import annotations

import pytest
from django.test import Client

from triage.questionnaires import registry

COUNTRIES = registry.signposts().countries


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_each_countrys_lines_can_be_called_or_texted_at_once(client: Client, country: object) -> None:
    listed = next(each for each in COUNTRIES if each == country)
    page = client.get(f"/help/{listed.code.lower()}/").content.decode()
    for line in listed.lines:
        assert not line.call_uri or f'href="tel:{line.call_uri}"' in page
        assert not line.text_uri or f'href="sms:{line.text_uri}' in page


def test_a_word_to_text_is_filled_in(client: Client) -> None:
    assert 'href="sms:741741?body=HOME"' in client.get("/help/us/").content.decode()


def test_the_chosen_countrys_lines_come_first(client: Client) -> None:
    client.post("/quiz/", {"country": "AU"})
    assert 'href="tel:131114"' in client.get("/help/").content.decode()


def test_without_a_choice_help_is_for_everywhere(client: Client) -> None:
    assert "findahelpline.com" in client.get("/help/").content.decode()


def test_an_unknown_country_is_not_found_and_still_offers_help(client: Client) -> None:
    response = client.get("/help/zz/")
    assert response.status_code == 404
    assert 'href="/help/"' in response.content.decode()


def test_each_line_names_its_source_and_the_day_of_its_check(client: Client) -> None:
    page = client.get("/help/us/").content.decode()
    assert page.count("(checked ") == len(next(each for each in COUNTRIES if each.code == "US").lines)
