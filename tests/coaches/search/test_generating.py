"""Invented listings hold to every rule, and never get among real ones."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from coaches.listings.coach import Coach
from coaches.vetting.checks import Check, Finding
from coaches.vetting.questions import Question
from tests.coaches.cast import listed

pytestmark = pytest.mark.django_db


def test_every_invented_listing_is_vetted_published_and_marked() -> None:
    call_command("generate_coaches", "80")
    call_command("generate_coaches", "40")
    assert Coach.objects.filter(invented=True).published().count() == Coach.objects.count() == 120
    for coach in Coach.objects.all():
        coach.full_clean()
    for check in Check.objects.select_related("coach"):
        assert check.finding != Finding.NOT_CHECKED
        if check.question == Question.CREDENTIAL and check.coach.credential_expires_on:
            assert check.valid_until is not None
            assert check.valid_until <= check.coach.credential_expires_on


def test_nothing_is_invented_beside_a_real_listing() -> None:
    listed()
    with pytest.raises(CommandError, match="not invented"):
        call_command("generate_coaches", "1")


@override_settings(DEMO=False)
def test_nothing_is_invented_in_production() -> None:
    with pytest.raises(CommandError, match="demo only"):
        call_command("generate_coaches", "1")
    assert not Coach.objects.exists()
