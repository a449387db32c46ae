"""Invented listings hold to every rule, and never get among real ones."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.test import override_settings

from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from tests.benchmarks.invented.filling import fill
from tests.coaches.cast import listed

pytestmark = pytest.mark.django_db


def test_every_invented_listing_is_vetted_published_and_marked() -> None:
    fill(number=80)
    fill(number=40)
    assert Coach.objects.filter(invented=True).published().count() == Coach.objects.count() == 120
    for coach in Coach.objects.all():
        coach.full_clean()
    for check in Check.objects.select_related("coach"):
        assert check.finding != Finding.NOT_CHECKED
        if check.question == VettingQuestion.CREDENTIAL and check.coach.credential_expires_on:
            assert check.valid_until is not None
            assert check.valid_until <= check.coach.credential_expires_on


def test_nothing_is_invented_beside_a_real_listing() -> None:
    listed()
    with pytest.raises(ImproperlyConfigured, match="not invented"):
        fill(number=1)


@override_settings(DEMO=False)
def test_nothing_is_invented_in_production() -> None:
    with pytest.raises(ImproperlyConfigured, match="demo only"):
        fill(number=1)
    assert not Coach.objects.exists()


def test_the_samples_find_room_beside_many_invented_ones() -> None:
    fill(number=5)
    call_command("load_samples", verbosity=0)
    assert Coach.objects.count() == 65
