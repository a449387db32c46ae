"""What search engines read: the same facts as people, and nothing that was not checked or does not exist."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from coaches.models.coach import Coach
from tests.coaches.public.people import ana, priya, tomas
from tests.markup import tight

pytestmark = pytest.mark.django_db

VOID = {"meta", "link", "br", "input", "path", "circle", "img"}


class Microdata(HTMLParser):
    """Reads items as HTML defines them: nested by `itemscope`, values from `content` and `href`."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[dict[str, Any]] = []
        self._open: list[dict[str, Any] | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        item: dict[str, Any] | None = {"type": given.get("itemtype")} if "itemscope" in given else None
        around = next((each for each in reversed(self._open) if each is not None), None)
        name = given.get("itemprop")
        if name and around is not None:
            value = item if item is not None else given.get("content", given.get("href"))
            around.setdefault(name, []).append(value)
        elif item is not None:
            self.items.append(item)
        if tag not in VOID:
            self._open.append(item)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()


def items(client: Client, coach: Coach) -> list[dict[str, Any]]:
    parser = Microdata()
    parser.feed(client.get(coach.get_absolute_url()).content.decode())
    return parser.items


def test_a_listing_is_a_person_with_a_credential_and_an_offer(client: Client) -> None:
    [person] = items(client, ana())
    assert person["type"] == "https://schema.org/Person"
    assert person["name"] == ["Ana Lopez"]
    assert person["knowsLanguage"] == ["en", "es"]
    assert person["hasCredential"][0]["name"] == ["ICF PCC"]
    assert person["address"][0]["addressCountry"] == ["US"]
    price = person["makesOffer"][0]["priceSpecification"][0]
    assert (price["minPrice"], price["maxPrice"], price["priceCurrency"]) == (["180"], ["220"], ["USD"])


def test_a_credential_that_was_not_met_is_not_in_it(client: Client) -> None:
    [person] = items(client, priya())
    assert "hasCredential" not in person
    assert "makesOffer" not in person


def test_what_was_never_said_is_not_in_it(client: Client) -> None:
    [person] = items(client, tomas())
    assert not {"description", "url", "email", "telephone", "hasCredential"} & set(person)


def test_an_invented_listing_has_none_and_is_not_for_search_engines(client: Client) -> None:
    coach = ana(invented=True)
    page = client.get(coach.get_absolute_url()).content.decode()
    assert items(client, coach) == []
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page
    assert "who do not exist" in page


def test_a_real_listing_is_for_search_engines_at_one_address(client: Client) -> None:
    page = tight(client.get(ana().get_absolute_url() + "?from=elsewhere").content.decode())
    assert "noindex" not in page
    assert '<link rel="canonical" href="http://testserver/coaches/ana-lopez/">' in page
    assert '<meta name="description" content="Ana Lopez, career coach.' in page
    assert "<title>Ana Lopez: Pay talks and offers, calmly prepared · Whichway</title>" in page
