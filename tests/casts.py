"""Who walks through which questionnaire."""

from __future__ import annotations

from collections.abc import Mapping

from tests.job_seekers import JOB_SEEKERS
from tests.managers import MANAGERS
from tests.people import PEOPLE, Person

CASTS: Mapping[str, tuple[Person, ...]] = {
    "career_help": PEOPLE,
    "career_conversation": MANAGERS,
    "work_support": JOB_SEEKERS,
}
