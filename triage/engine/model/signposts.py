"""What a person can turn to in their country: help lines by topic, the three services, and where to find each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator

from triage.engine.model.base import Content, FrozenMap, HelpId, Id, Text, Topic
from triage.engine.model.entries import Checked, CountryCode, Web
from triage.engine.model.services import LocalService, Service, ServiceId, localized


class Contact(Content):
    """Ways to reach people. `call` is shown, with what to press; `call_uri` is what a telephone dials.

    `text_body` is the word to send, where one is needed. `whatsapp` is an international number.
    """

    call: str = ""
    call_uri: str = Field(default="", pattern=r"^\d*$")
    text_number: str = Field(default="", pattern=r"^[\d -]*$")
    text_body: str = ""
    whatsapp: str = Field(default="", pattern=r"^(\+[\d ]+)?$")
    web: Web = ""

    @property
    def text_uri(self) -> str:
        """What a telephone sends a text to: the digits of `text_number`."""
        return re.sub(r"\D", "", self.text_number)

    @property
    def whatsapp_uri(self) -> str:
        """The digits of the WhatsApp number, as its links want them."""
        return re.sub(r"\D", "", self.whatsapp)

    @property
    def site(self) -> str:
        """The website in short: its host, without what most begin with."""
        return self.web.removeprefix("https://").partition("/")[0].removeprefix("www.")

    @property
    def can_be_called_or_texted(self) -> bool:
        """Whether a telephone is enough to reach them."""
        return bool(self.call or self.text_number or self.whatsapp)

    @model_validator(mode="after")
    def _call_with_its_digits(self) -> Contact:
        if bool(self.call) != bool(self.call_uri):
            raise ValueError("call and call_uri go together")
        return self


class OtherWay(Contact):
    """Another way to the same people: in another language, for deaf people, by a second number. `text` says which."""

    kind: Literal["language", "deaf", "number"]
    text: Text


class HelpLine(Contact):
    """People that someone in need can call or text, or find on the web.

    `about` says for whom they are and what to expect of them; `deadline` what runs out, and when.
    """

    id: Id
    name: Text
    topics: tuple[Topic, ...] = Field(default=("crisis",), min_length=1)
    about: Text
    deadline: str = ""
    hours: Text
    languages: tuple[Text, ...] = Field(min_length=1)
    ways: tuple[OtherWay, ...] = ()
    source: Text
    checked: Checked

    @model_validator(mode="after")
    def _can_be_reached(self) -> HelpLine:
        if not (self.can_be_called_or_texted or self.web):
            raise ValueError("give at least one of: call, text_number, whatsapp, web")
        return self


class Finder(Content):
    """A place to find, or to check, people who offer these kinds of help.

    `about` says what it finds and what it does not check. Without `url` the person has the address.
    """

    id: Id
    services: tuple[HelpId, ...] = Field(min_length=1)
    name: Text
    url: Web = ""
    about: Text
    source: Text
    checked: Checked


class Country(Content):
    """The help of one country, what most people need first.

    `emergency` holds numbers to dial in danger, and `emergency_about` says what else there is to know of them.
    `services` says how the three services differ from what they are everywhere.
    """

    code: CountryCode
    name: Text
    emergency: tuple[Text, ...] = ()
    emergency_about: str = ""
    lines: tuple[HelpLine, ...] = ()
    finders: tuple[Finder, ...] = ()
    services: FrozenMap[ServiceId, LocalService] = Field(default={}, validate_default=True)

    def lines_on(self, topics: Sequence[Topic]) -> tuple[HelpLine, ...]:
        """The lines for any of these topics, those for the first topic first."""
        found: dict[Id, HelpLine] = {}
        for topic in topics:
            found |= {line.id: line for line in self.lines if topic in line.topics and line.id not in found}
        return tuple(found.values())


class Signposts(Content):
    """Everything of this kind, as read from its files and checked. `finders` are those that serve every country."""

    countries: tuple[Country, ...] = Field(min_length=1)
    services: tuple[Service, ...] = Field(min_length=1)
    finders: tuple[Finder, ...] = Field(min_length=1)

    @cached_property
    def country(self) -> Mapping[str, Country]:
        """The countries by their codes."""
        return {country.code: country for country in self.countries}

    @cached_property
    def services_in(self) -> Mapping[str, tuple[Service, ...]]:
        """The three services in the words of each country, by its code."""
        return {
            country.code: tuple(localized(service, country.services.get(service.id)) for service in self.services)
            for country in self.countries
        }

    def finders_of(self, service: str | None, code: str) -> tuple[Finder, ...]:
        """Places to find a kind of help in a country, those of everywhere last."""
        own = self.country[code].finders if code in self.country else ()
        return tuple(finder for finder in (*own, *self.finders) if service in finder.services)
