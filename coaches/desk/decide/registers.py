"""Where a credential can be looked up, with those who gave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.models.coach import Coach
from coaches.vocabulary.choices import Credential


@dataclass(frozen=True)
class Register:
    name: StrOrPromise
    link: str


_ICF = Register(_("ICF's member search (by name, with the last day)"), "https://coachingfederation.org/")
_CCE = Register(_("Center for Credentialing & Education, which gives the BCC"), "https://www.cce-global.org/")

REGISTERS: Mapping[str, Register] = {
    Credential.ACC: _ICF,
    Credential.PCC: _ICF,
    Credential.MCC: _ICF,
    Credential.BCC: _CCE,
}
"""The official register of each credential, as of November 2026."""


def registers(coach: Coach) -> list[Register]:
    """Where to look this coach's credential up: its register, and the link that the coach gave."""
    found = [REGISTERS[coach.credential]] if coach.credential in REGISTERS else []
    if coach.badge_link:
        found.append(Register(_("The badge or register link that the coach gave"), coach.badge_link))
    return found
