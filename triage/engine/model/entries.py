"""The kinds of value that entries of the signposts are made of: countries, web addresses, days of a check."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from triage.engine.model.base import Day

ELSEWHERE = "other"
"""The country code for every country that has no file of its own."""


def _secure(url: str) -> str:
    if url and not re.fullmatch(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?", url):
        raise ValueError(f"“{url}” is not an https URL")
    return url


def _country(code: str) -> str:
    if not re.fullmatch(rf"[A-Z]{{2}}|{ELSEWHERE}", code):
        raise ValueError(f"“{code}” is not a country code of two capital letters, nor “{ELSEWHERE}”")
    return code


def _on_the_calendar(day: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise ValueError(f"there is no day “{day}”") from error
    return day


Web = Annotated[str, AfterValidator(_secure)]
"""An https URL, or nothing."""
CountryCode = Annotated[str, AfterValidator(_country)]
"""ISO 3166-1 alpha-2, or `ELSEWHERE`."""
Checked = Annotated[Day, AfterValidator(_on_the_calendar)]
"""The day on which somebody last compared the entry with its source."""
