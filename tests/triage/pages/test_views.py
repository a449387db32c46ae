from __future__ import annotations

import pytest
from django.test import Client

from triage.questionnaires import registry
from triage.templatetags.days import day

PAGES = ["/", "/help/", "/help/gb/", "/how-we-decide/", "/about/", "/privacy/", "/accessibility/"]


@pytest.fixture
def audited(client: Client) -> str:
    return client.get("/how-we-decide/").content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_crisis_help_one_action_away(client: Client, address: str) -> None:
    assert 'href="/help/"' in client.get(address).content.decode()


def test_every_signal_is_explained(audited: str) -> None:
    assert all(signal.about in audited for signal in registry.questionnaire().signals if "'" not in signal.about)


def test_every_rule_stands_in_the_table(audited: str) -> None:
    assert all(f'<th scope="row">{rule.id}</th>' in audited for rule in registry.questionnaire().rules)


def test_every_promise_stands_with_its_proof(audited: str) -> None:
    assert all(promise.text in audited for promise in registry.questionnaire().promises if "'" not in promise.text)
    assert day(registry.record().proved_on) in audited
    assert registry.record().content_hash in audited


def test_the_instruments_stand_word_for_word_with_their_citation(audited: str) -> None:
    for instrument in registry.questionnaire().instruments:
        assert instrument.citation.split(".")[0] in audited
        assert all(item.text in audited for item in instrument.items)


def test_a_condition_is_told_in_words(audited: str) -> None:
    assert "at least 2 of the clinical signals at “some” or more" in audited
    assert "A practical obstacle: “partly” / “mostly”" in audited


def test_the_flow_is_shown_as_a_picture(client: Client) -> None:
    response = client.get("/quiz/how-we-decide/flow.svg")
    assert response["Content-Type"] == "image/svg+xml"


def test_the_public_pages_may_be_found(client: Client) -> None:
    assert "noindex" not in client.get("/how-we-decide/").content.decode()
    assert b"Disallow" not in client.get("/robots.txt").content


def test_the_quiz_may_not_be_found(client: Client) -> None:
    client.post("/quiz/", {"country": "US"})
    assert "noindex" in client.get("/quiz/2/").content.decode()
