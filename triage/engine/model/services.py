"""What the three services are, side by side, in words that are true in the reader's country."""

from __future__ import annotations

from typing import Literal

from triage.engine.model.base import Content, Text
from triage.engine.model.entries import Checked

ServiceId = Literal["coaching", "counseling", "therapy"]


class Service(Content):
    """One of the three services, by aspects that can stand side by side in a table.

    `insurance` says who pays, `checking` how to check the title of someone who offers it.
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


class LocalService(Content):
    """What is different about a service in one country; an aspect without words is as it is everywhere."""

    name: str = ""
    in_short: str = ""
    provider: str = ""
    diagnosis: str = ""
    insurance: str = ""
    duration: str = ""
    best_for: str = ""
    scope: str = ""
    cost: str = ""
    checking: str = ""
    source: Text
    checked: Checked


def localized(service: Service, local: LocalService | None) -> Service:
    """The service in the words of a country."""
    own = {aspect: words for aspect, words in local.model_dump().items() if words} if local else {}
    return service.model_copy(update=own)
