"""Realistic people, with what a careful clinician or adviser would say to each.

They are data, so that the engine's tests and the browser's can walk the same people from the first page to the result.
"""

from __future__ import annotations

from tests.people.accounts import FROM_ACCOUNTS
from tests.people.failed_before import FAILED_BEFORE
from tests.people.guide import FROM_THE_GUIDE
from tests.people.person import DAILY, MOOD, MORE, NEVER, SOME, WELL, WORK, WORRY, Given, Person

__all__ = ["DAILY", "MOOD", "MORE", "NEVER", "PEOPLE", "SOME", "WELL", "WORK", "WORRY", "Given", "Person"]

PEOPLE = (*FROM_THE_GUIDE, *FAILED_BEFORE, *FROM_ACCOUNTS)
