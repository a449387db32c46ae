"""One invented coach after another, in proportions as they are among real ones."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from django.utils.text import slugify

from coaches.models.coach import Coach
from coaches.vocabulary.choices import (
    CURRENCIES,
    LANGUAGES,
    TIME_ZONES,
    Credential,
    Goal,
    Industry,
    Meeting,
    Situation,
    Stage,
)

_SAID = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text())
_FIRST_NAMES, _LAST_NAMES, _TRADES = (_SAID[words].split() for words in ("first_names", "last_names", "trades"))

ICF_TIERS = (Credential.ACC, Credential.PCC, Credential.MCC)
_GOALS, _STAGES, _INDUSTRIES, _MEETINGS, _SITUATIONS = (
    tuple(words.values) for words in (Goal, Stage, Industry, Meeting, Situation)
)
_FEES = (60, 80, 95, 110, 120, 135, 150, 165, 180, 195, 210, 225, 250, 275, 300, 350, 400, 475, 550, 700)
_CREDENTIALS = {
    Credential.PCC: 34,
    Credential.ACC: 30,
    Credential.NONE: 14,
    Credential.MCC: 8,
    Credential.OTHER: 8,
    Credential.BCC: 6,
}


@dataclass
class Inventor:
    """Invents coaches as they might be listed on a day. The same numbers give the same coaches."""

    on: date
    random: Random

    def coach(self, number: int) -> Coach:
        """A coach who is not stored yet; the number makes the address their own."""
        draw = self.random
        name = f"{draw.choice(_FIRST_NAMES)} {draw.choice('ABCDEFGHIJKLMNOPRSTW')}. {draw.choice(_LAST_NAMES)}"
        goals, industries = self._some(_GOALS, 1, 4), self._some(_INDUSTRIES, 1, 3)
        credential = draw.choices(list(_CREDENTIALS), list(_CREDENTIALS.values()))[0]
        low = draw.choice(_FEES) if draw.random() < 0.95 else None
        call = draw.choice((True, True, True, False, None))
        return Coach(
            slug=f"{slugify(name)}-{number}",
            name=name,
            headline=draw.choice(_SAID["headlines"][draw.choice(goals)]) if draw.random() < 0.9 else "",
            own_words=self._own_words(str(Industry(draw.choice(industries)).label).lower()),
            email=f"invented-{number}@coaches.example",
            invented=True,
            credential=credential,
            credential_number="" if credential == Credential.NONE else f"I{number:07}",
            credential_expires_on=self._days(30, 1000) if credential in ICF_TIERS else None,
            goals=goals,
            stages=self._some(_STAGES, 1, 4),
            industries=industries,
            representative_situations="\n".join(
                f"A {self._trade()} {turn}." for turn in draw.sample(_SAID["turns"], draw.randint(2, 3))
            ),
            coaching_since=self.on.year - draw.randint(1, 25),
            method=" ".join(draw.sample(_SAID["methods"], 2)),
            session_minutes=draw.choice((45, 50, 60)),
            currency=draw.choices(CURRENCIES, (50, 8, 14, 14, 5, 2, 2, 2, 2, 1))[0],
            session_fee_low=low,
            session_fee_high=low + draw.choice((0, 20, 50, 100)) if low and draw.random() < 0.5 else None,
            package_fee_low=(low or 150) * 10 if draw.random() < 0.6 or low is None else None,
            sliding_scale=draw.choices((True, False, None), (20, 50, 30))[0],
            free_call=call,
            free_call_minutes=draw.choice((20, 30)) if call else None,
            upfront=draw.choice(("none", "part", "whole", "")),
            terms_in_writing=True,
            terms_where="in the agreement",
            refunds="Sessions that were not used are paid back.",
            cancellations="Free until the day before.",
            refer_out="What needs a clinician is outside of my work; I say so, and name two.",
            refers_for=self._some(_SITUATIONS, 1, 5),
            refers_to="licensed clinicians near the client",
            languages=self._languages(),
            meetings=self._some(_MEETINGS, 1, 3),
            country="US",
            time_zone=draw.choice(TIME_ZONES) if draw.random() < 0.97 else "",
            accepting=draw.choices((True, False, None), (65, 20, 15))[0],
            accepting_confirmed_on=self._days(-120, 0),
            website=f"https://invented-{number}.example/",
        )

    def coaches(self, start: int, number: int) -> Iterator[Coach]:
        """So many, numbered from `start` on."""
        return (self.coach(each) for each in range(start, start + number))

    def _some(self, words: Sequence[str], least: int, most: int) -> list[str]:
        chosen = set(self.random.sample(words, self.random.randint(least, most)))
        return [word for word in words if word in chosen]

    def _days(self, first: int, last: int) -> date:
        return self.on + timedelta(days=self.random.randint(first, last))

    def _trade(self) -> str:
        place = int(self.random.paretovariate(0.9)) - 1
        return str(_TRADES[min(place, len(_TRADES) - 1)])

    def _languages(self) -> list[str]:
        spoken = {"en"} if self.random.random() < 0.93 else set()
        if not spoken or self.random.random() < 0.35:
            spoken.add(self.random.choice(LANGUAGES))
        return [language for language in LANGUAGES if language in spoken]

    def _own_words(self, industry: str) -> str:
        draw = self.random
        opening = draw.choice(_SAID["openings"]).format(industry=industry)
        return " ".join([opening, *draw.sample(_SAID["ways"], draw.randint(2, 5)), draw.choice(_SAID["limits"])])
