from __future__ import annotations

from typing import Any

import pytest

from coaches.own_pages.forms import ApplyForm
from tests.coaches.cast import in_days
from tests.coaches.own_pages.filling import application

pytestmark = pytest.mark.django_db


def wrong(**changed: Any) -> list[str]:
    return list(ApplyForm(application(**changed)).errors)


def test_what_noor_types_is_in_order() -> None:
    assert wrong() == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"credential_number": ""}, "credential_number"),
        ({"credential_expires_on": ""}, "credential_expires_on"),
        ({"credential_expires_on": in_days(-1).isoformat()}, "credential_expires_on"),
        ({"credential": "other"}, "credential_name"),
        ({"credential": "none", "representative_situations": ""}, "representative_situations"),
        ({"session_fee_low": "", "session_fee_high": ""}, "session_fee_low"),
        ({"session_fee_low": "", "session_fee_high": "220"}, "session_fee_low"),
        ({"session_fee_low": "230"}, "session_fee_high"),
        ({"session_fee_low": "about 200"}, "session_fee_low"),
        ({"session_fee_low": "-5"}, "session_fee_low"),
        ({"package_fee_low": "3000", "package_fee_high": "2000"}, "package_fee_high"),
        ({"package_fee_high": "2000"}, "package_fee_low"),
        ({"free_call_minutes": ""}, "free_call_minutes"),
        ({"free_call": "False"}, "free_call_minutes"),
        ({"free_call_minutes": "1"}, "free_call_minutes"),
        ({"session_minutes": "5000"}, "session_minutes"),
        ({"coaching_since": "1492"}, "coaching_since"),
        ({"training": ["other"]}, "other_training"),
        ({"training": ["unknown"]}, "training"),
        ({"terms_where": ""}, "terms_where"),
        ({"refers_for": ["other"]}, "refers_for_other"),
        ({"meetings": ["in_person"]}, "place"),
        ({"website": ""}, "website"),
        ({"website": "not an address"}, "website"),
        ({"languages": []}, "languages"),
        ({"email": "noor"}, "email"),
        ({"agree": ""}, "agree"),
        ({"remarks": "Buy now"}, "remarks"),
        ({"name": ""}, "name"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field_and_nowhere_else(changed: dict[str, Any], field: str) -> None:
    assert wrong(**changed) == [field]


@pytest.mark.parametrize(
    "changed",
    [
        {"credential_number": "", "badge_link": "https://badges.example/1"},
        {"credential": "none", "credential_number": "", "credential_expires_on": ""},
        {"credential": "bcc", "credential_number": "", "credential_expires_on": ""},
        {"session_fee_low": "", "session_fee_high": "", "package_fee_low": "3000"},
        {"session_fee_high": ""},
        {"website": "", "phone": "+1 555 010 0100"},
        {"website": "noor.example"},
        {"free_call": "", "free_call_minutes": ""},
        {"meetings": ["in_person"], "place": "Chicago"},
        {"own_words": "A job in 30 days, guaranteed."},
    ],
)
def test_what_can_be_left_out_is_not_asked_for(changed: dict[str, Any]) -> None:
    assert wrong(**changed) == []


def test_not_said_is_neither_yes_nor_no() -> None:
    form = ApplyForm(application(sliding_scale="", free_call="False", free_call_minutes=""))
    assert form.is_valid()
    assert (form.cleaned_data["sliding_scale"], form.cleaned_data["free_call"]) == (None, False)
