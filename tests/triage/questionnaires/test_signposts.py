"""What the site's own signposts say: in every country what people need, and numbers that a telephone there dials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import phonenumbers
import pytest
from phonenumbers import shortnumberinfo

from triage.engine.model.base import Topic
from triage.engine.model.entries import ELSEWHERE
from triage.engine.model.services import ServiceId
from triage.engine.model.signposts import Contact, Country
from triage.questionnaires import registry

FOLDER = registry.FOLDER / "signposts"
SIGNPOSTS = registry.signposts()
OWN = [country for country in SIGNPOSTS.countries if country.code != ELSEWHERE]
RELAY_UK = "18001"
"""What deaf people in the United Kingdom dial before a number."""
TOO_NEW = {"116016", "14416", "113"}
"""Short numbers that the table of numbering plans does not list yet, each checked with its service's own page."""

in_each_country = pytest.mark.parametrize("country", OWN, ids=lambda country: country.code)


def contacts(country: Country) -> Iterator[Contact]:
    for line in country.lines:
        yield line
        yield from line.ways


def can_be_dialed(digits: str, code: str) -> bool:
    number = phonenumbers.parse(digits.removeprefix(RELAY_UK) if code == "GB" else digits, code)
    if phonenumbers.is_valid_number_for_region(number, code):
        return True
    if digits in TOO_NEW:
        return shortnumberinfo.is_possible_short_number_for_region(number, code)
    return shortnumberinfo.is_valid_short_number_for_region(number, code)


def test_the_countries_are_these() -> None:
    assert (
        " ".join(country.code for country in SIGNPOSTS.countries) == "US GB IE CA AU NZ ES MX DE FR NL IN ZA SG other"
    )


@in_each_country
@pytest.mark.parametrize("topic", ["crisis", "violence"])
def test_a_crisis_and_violence_have_a_line_that_can_be_called_or_texted(country: Country, topic: Topic) -> None:
    assert country.lines_on([topic])[0].can_be_called_or_texted


@in_each_country
def test_a_crisis_line_to_call_comes_first_of_all(country: Country) -> None:
    assert "crisis" in country.lines[0].topics
    assert country.lines[0].call


@in_each_country
def test_someone_who_fears_for_another_person_finds_a_line(country: Country) -> None:
    assert country.lines_on(["worried_for_someone"])


@in_each_country
def test_rights_at_work_come_with_what_runs_out(country: Country) -> None:
    lines = country.lines_on(["work_rights"])
    assert any(line.deadline for line in lines)
    assert any("visa" in line.about + line.deadline for line in lines) or country.code in ("US", "IN", "SG")


@in_each_country
def test_careers_services_are_the_countrys_own(country: Country) -> None:
    assert any("careers" in finder.services for finder in country.finders)


@in_each_country
@pytest.mark.parametrize("service", ["counseling", "therapy"])
def test_care_has_a_place_of_the_country_and_its_own_words(country: Country, service: ServiceId) -> None:
    assert any(service in finder.services for finder in country.finders)
    assert country.services[service].provider
    assert country.services[service].checking


def test_the_emergency_numbers_are_the_countries_own() -> None:
    assert {country.code: " ".join(country.emergency) for country in OWN} == {
        "US": "911",
        "GB": "999",
        "IE": "112 999",
        "CA": "911",
        "AU": "000",
        "NZ": "111",
        "ES": "112",
        "MX": "911",
        "DE": "112",
        "FR": "112 15",
        "NL": "112",
        "IN": "112",
        "ZA": "112 10177",
        "SG": "995 999",
    }


@in_each_country
def test_an_emergency_number_is_one_in_the_countrys_numbering_plan(country: Country) -> None:
    assert [each for each in country.emergency if not shortnumberinfo.is_emergency_number(each, country.code)] == []


@in_each_country
def test_every_number_can_be_dialed_in_its_country(country: Country) -> None:
    numbers = [number for each in contacts(country) for number in (each.call_uri, each.text_uri) if number]
    assert [each for each in numbers if not can_be_dialed(each, country.code)] == []


@in_each_country
def test_a_shown_number_is_the_number_that_is_dialed(country: Country) -> None:
    for each in contacts(country):
        assert re.sub(r"\D", "", each.call.split(",")[0]) == each.call_uri


@in_each_country
def test_a_whatsapp_number_is_the_countrys(country: Country) -> None:
    for number in (phonenumbers.parse(each.whatsapp) for each in contacts(country) if each.whatsapp):
        assert phonenumbers.region_code_for_number(number) == country.code


def test_a_number_of_another_country_or_with_a_digit_too_few_is_caught() -> None:
    assert not can_be_dialed("0808200024", "GB")
    assert not can_be_dialed("18007997233", "GB")
    assert not can_be_dialed("989", "US")


def test_the_option_that_988_ended_is_not_printed() -> None:
    assert "press 3" not in (FOLDER / "countries" / "us.toml").read_text(encoding="utf-8")


def test_the_referral_line_says_that_it_is_not_for_a_crisis() -> None:
    line = next(line for line in SIGNPOSTS.country["US"].lines if line.id == "us_samhsa")
    assert "not for a crisis" in line.name
    assert "crisis" not in line.topics


def test_spanish_and_sign_language_are_lines_of_their_own_in_the_united_states() -> None:
    ways = SIGNPOSTS.country["US"].lines[0].ways
    assert [way.kind for way in ways] == ["language", "deaf"]
    assert ways[0].text_body == "AYUDA"


@pytest.mark.parametrize(
    "path", [each for each in sorted(FOLDER.rglob("*.toml")) if each.name != "us.toml"], ids=lambda path: path.name
)
def test_nothing_american_is_said_elsewhere(path: Path) -> None:
    words = "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    assert re.findall(r"(?i)licen[sc]\w+|state board|\binsurers?\b|\$|\bdollars?\b", words) == []


def test_aspects_of_a_service_fit_a_table_cell() -> None:
    aspects = ("name", "provider", "diagnosis", "insurance", "duration", "best_for", "scope", "cost")
    for services in SIGNPOSTS.services_in.values():
        for service in services:
            assert [name for name in aspects if len(getattr(service, name)) > 150] == []


def test_the_words_stay_calm() -> None:
    for path in FOLDER.rglob("*.toml"):
        assert "!" not in path.read_text(encoding="utf-8")
