"""Editing what a coach says, at the desk."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.forms import model_to_dict
from django.utils import timezone

from coaches.models.check import Check
from coaches.models.coach import Coach
from tests.coaches.cast import applied, claims, cora, fresh, listed, rosa
from tests.coaches.desk.desk import LIST, at_desk, said, text

pytestmark = pytest.mark.django_db


def sent(values: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """What the form sends of these values: no empty ones, and no unticked ones."""
    return {name: value for name, value in (values | changed).items() if value not in (None, "", [])}


def edit(user: User, coach: Coach, **changed: Any) -> Any:
    form = sent(model_to_dict(coach), **changed)
    return at_desk(user).post(f"{LIST}{coach.pk}/change/", form, follow=True)


def test_a_changed_claim_takes_its_check_back_and_says_so() -> None:
    coach = listed()
    response = edit(rosa(), coach, session_fee_low=10, why="The new price list.")
    assert "To be checked again: Fees and terms." in said(response)
    assert Check.objects.get(coach=coach, question="terms").finding == "not_checked"
    step = fresh(coach).history.latest()
    assert (step.history_change_reason, step.history_user) == ("The new price list.", rosa())


def test_a_claim_is_not_changed_without_saying_why() -> None:
    coach = listed()
    response = edit(rosa(), coach, session_fee_low=10)
    assert "Say why" in text(response)
    assert fresh(coach).session_fee_low == coach.session_fee_low


def test_what_no_check_covers_needs_no_reason_and_takes_nothing_back() -> None:
    coach = listed()
    response = edit(rosa(), coach, headline="Another line")
    assert fresh(coach).headline == "Another line"
    assert not any("checked again" in message for message in said(response))
    assert Check.objects.filter(coach=coach, finding="met").count() == 3


def test_standing_consent_and_key_are_not_for_this_form() -> None:
    coach = applied()
    wanted = {
        "status": "listed",
        "published_at": timezone.now().isoformat(),
        "published_by": cora().pk,
        "consented_at": "",
        "slug": "another",
        "invented": "on",
    }
    edit(User.objects.create_superuser("root", password="root"), coach, headline="Another line", **wanted)
    after = fresh(coach)
    assert after.headline == "Another line"
    assert (after.status, after.published_by, after.slug, after.invented) == ("applied", None, coach.slug, False)
    assert after.consented_at == coach.consented_at


def test_fees_the_wrong_way_round_are_refused_kindly() -> None:
    response = edit(rosa(), listed(), session_fee_low=900, session_fee_high=100, why="A slip.")
    assert "errornote" in text(response)


def test_one_that_the_desk_adds_waits_for_its_coach() -> None:
    at_desk(rosa()).post(f"{LIST}add/", sent(claims(slug="added", status="listed")))
    added = Coach.objects.get(slug="added")
    assert (added.status, added.consented_at) == ("applied", None)


def test_there_is_no_way_back_to_an_earlier_state() -> None:
    coach = listed(headline="Then")
    step = coach.history.latest()
    edit(rosa(), coach, headline="Now")
    for path in (f"{LIST}{coach.pk}/history/{step.pk}/", f"{LIST}{coach.pk}/history/"):
        at_desk(cora()).post(path, sent(model_to_dict(coach)), follow=True)
    assert fresh(coach).headline == "Now"
