"""What a person can turn to: crisis lines by country, the three services, and where to find each."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from triage.engine.model.base import Content, Day, HelpId, Id, Text

ELSEWHERE = "other"
"""The country code for every country that has no entry of its own."""
ANYWHERE = "any"
"""What a finder that serves every country has for a country code."""


def _secure(address: str) -> str:
    if address and not re.fullmatch(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?", address):
        raise ValueError(f"“{address}” is not an https address")
    return address


def _country(code: str) -> str:
    if not re.fullmatch(rf"[A-Z]{{2}}|{ELSEWHERE}", code):
        raise ValueError(f"“{code}” is not a country code of two capital letters, nor “{ELSEWHERE}”")
    return code


def _serves(code: str) -> str:
    return code if code == ANYWHERE else _country(code)


def _on_the_calendar(day: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise ValueError(f"there is no day “{day}”") from error
    return day


Web = Annotated[str, AfterValidator(_secure)]
"""An https address, or nothing."""
CountryCode = Annotated[str, AfterValidator(_country)]
"""ISO 3166-1 alpha-2, or `ELSEWHERE`."""
Checked = Annotated[Day, AfterValidator(_on_the_calendar)]
"""The day on which somebody last compared the entry with its source."""
ServiceId = Literal["coaching", "counseling", "therapy"]


class HelpLine(Content):
    """A line that a person in need can call or text, or find on the web.

    `about` says for whom it is, its hours and languages. `call` is shown, with what to press;
    `call_uri` is what a telephone dials. `text_body` is the word to send, where one is needed.
    """

    id: Id
    name: Text
    about: Text
    call: str = ""
    call_uri: str = Field(default="", pattern=r"^\d*$")
    text_number: str = Field(default="", pattern=r"^[\d -]*$")
    text_body: str = ""
    web: Web = ""
    source: Text
    checked: Checked

    @property
    def text_uri(self) -> str:
        """What a telephone sends a text to: the digits of `text_number`."""
        return re.sub(r"\D", "", self.text_number)

    @model_validator(mode="after")
    def _can_be_reached(self) -> HelpLine:
        if bool(self.call) != bool(self.call_uri):
            raise ValueError("call and call_uri go together")
        if not (self.call or self.text_number or self.web):
            raise ValueError("give at least one of: call, text_number, web")
        return self


class Country(Content):
    """The help of one country, most fitting line first. `emergency` holds numbers to dial in danger."""

    code: CountryCode
    name: Text
    emergency: tuple[Text, ...] = ()
    lines: tuple[HelpLine, ...] = ()


class Service(Content):
    """One of the three services, by aspects that can stand side by side in a table.

    `checking` says how to check the title or license of someone who offers it.
    """

    id: ServiceId
    name: Text
    in_short: Text
    provider: Text
    diagnosis: Text
    insurance: Text
    duration: Text
    best_for: Text
    scope: Text
    cost: Text
    checking: Text
    source: Text
    checked: Checked


class Finder(Content):
    """A place to find, or to check, people who offer these kinds of help in a country.

    `about` says what it finds and what it does not check. Without `url` the person has the address.
    """

    id: Id
    services: tuple[HelpId, ...] = Field(min_length=1)
    country: Annotated[str, AfterValidator(_serves)]
    name: Text
    url: Web = ""
    about: Text
    source: Text
    checked: Checked


class Signposts(Content):
    """Everything of this kind, as read from its files and checked."""

    countries: tuple[Country, ...] = Field(min_length=1)
    services: tuple[Service, ...] = Field(min_length=1)
    finders: tuple[Finder, ...] = Field(min_length=1)
