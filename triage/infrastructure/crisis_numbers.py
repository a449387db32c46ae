"""Crisis help for the pages of errors, which must not need the content: what the signposts say first, of each country.

A test holds the two against each other.
"""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext_noop


class CrisisNumber(NamedTuple):
    """A country's first line and its emergency number, as they are shown; telephones dial their digits."""

    country: str
    line: str
    number: str
    emergency: str

    @property
    def dialled(self) -> str:
        """The number without its spaces."""
        return self.number.replace(" ", "")


CRISIS_NUMBERS = (
    CrisisNumber(gettext_noop("United States"), gettext_noop("988 Suicide & Crisis Lifeline"), "988", "911"),
    CrisisNumber(gettext_noop("United Kingdom"), gettext_noop("Samaritans"), "116 123", "999"),
    CrisisNumber(gettext_noop("Ireland"), gettext_noop("Samaritans"), "116 123", "112"),
    CrisisNumber(gettext_noop("Canada"), gettext_noop("9-8-8: Suicide Crisis Helpline"), "988", "911"),
    CrisisNumber(gettext_noop("Australia"), gettext_noop("Lifeline"), "13 11 14", "000"),
    CrisisNumber(gettext_noop("New Zealand"), gettext_noop("1737, Need to talk?"), "1737", "111"),
)

ELSEWHERE = "https://findahelpline.com"
"""A list of helplines in other countries."""
