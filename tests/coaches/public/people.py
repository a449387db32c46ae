"""Coaches as visitors meet them: one who says everything, one who says little, one whose claim did not hold."""

from __future__ import annotations

from typing import Any

from coaches.models.check import Finding
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from coaches.vetting.checking import record_check
from coaches.vetting.lifecycle import mark_ready, publish
from tests.coaches.cast import checked, cora, fresh, in_days, listed, rosa

QUIET: dict[str, Any] = {
    "headline": "",
    "own_words": "",
    "credential": "none",
    "credential_number": "",
    "credential_expires_on": None,
    "training": [],
    "method": "",
    "session_minutes": None,
    "sliding_scale": None,
    "free_call": None,
    "free_call_minutes": None,
    "upfront": "",
    "website": "",
    "accepting": None,
    "accepting_confirmed_on": None,
}


def ana(**changed: Any) -> Coach:
    """Ana, who says everything."""
    said: dict[str, Any] = {
        "slug": "ana-lopez",
        "name": "Ana Lopez",
        "badge_link": "https://badges.example/ana",
        "rhythm": "every two weeks",
        "engagement": "four months",
        "between_sessions": "A page before each session.",
        "progress": "Five aims, marked together.",
        "three_month_check_in": True,
        "package_fee_low": 2400,
        "package_fee_high": 3000,
        "package": "Ten sessions",
        "coaching_since": 2014,
        "place": "Chicago",
        "public_email": "ana@coaches.example",
        "phone": "+1 312 555 0142",
    }
    return listed(**said | changed)


def tomas(**changed: Any) -> Coach:
    """Tomas, who says little; his track record stands in for a credential."""
    coach = checked(
        VettingQuestion.TRACK_RECORD,
        VettingQuestion.TERMS,
        VettingQuestion.REFER_OUT,
        **{**QUIET, "slug": "tomas-berg", "name": "Tomas Berg", "currency": "EUR", **changed},
    )
    return _published(coach)


def priya(**changed: Any) -> Coach:
    """Priya, who says ICF ACC, which is not in its register."""
    said = {"slug": "priya-raman", "name": "Priya Raman", "credential": "icf_acc", "session_fee_low": None}
    coach = checked(
        VettingQuestion.TRACK_RECORD,
        VettingQuestion.TERMS,
        VettingQuestion.REFER_OUT,
        **{**said, "session_fee_high": None, **changed},
    )
    record_check(
        coach=coach,
        question=VettingQuestion.CREDENTIAL,
        finding=Finding.NOT_MET,
        by=rosa(),
        evidence="Looked for the name and the number.",
        said="Her name is not in the register.",
        valid_until=in_days(30),
    )
    return _published(coach)


def _published(coach: Coach) -> Coach:
    mark_ready(coach=coach, by=rosa())
    publish(coach=coach, by=cora())
    return fresh(coach)
