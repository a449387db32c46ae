"""The invented coaches: whole, varied, and plainly invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.red_flag import RedFlag, Sign
from coaches.models.report import Reason, Report
from coaches.models.revision import Revision, State
from coaches.models.status import Status
from coaches.models.vetting_question import VettingQuestion
from coaches.samples.stories import stories
from coaches.today import today
from coaches.vocabulary.choices import (
    COUNTRIES,
    CURRENCIES,
    LANGUAGES,
    TIME_ZONES,
    Credential,
    Goal,
    Industry,
    Meeting,
    SignLanguage,
    Situation,
    Stage,
    Training,
    Upfront,
)
from tests.coaches.cast import listed
from tests.coaches.vetting.oracle import Rows


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[Coach]]:
    """Loaded once for this module, and undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_samples", stdout=StringIO())
        yield list(Coach.objects.all())
        transaction.set_rollback(True)


def test_there_are_sixty_and_each_is_marked_as_invented(loaded: list[Coach]) -> None:
    assert len(loaded) == 60
    assert all(coach.invented for coach in loaded)


def test_forty_eight_are_shown_and_the_judge_agrees(loaded: list[Coach]) -> None:
    shown = set(Coach.objects.published().values_list("pk", flat=True))
    assert len(shown) == 48
    assert shown == Rows().visible(today())


def test_each_is_valid(loaded: list[Coach]) -> None:
    for coach in loaded:
        coach.full_clean()


def test_every_word_of_every_vocabulary_is_there(loaded: list[Coach]) -> None:
    for field, words in {
        "training": Training,
        "goals": Goal,
        "stages": Stage,
        "industries": Industry,
        "refers_for": Situation,
        "meetings": Meeting,
    }.items():
        assert {word for coach in loaded for word in getattr(coach, field)} == set(words.values), field
    assert {code for coach in loaded for code in coach.languages} == {*LANGUAGES, *SignLanguage.values}
    assert {coach.credential for coach in loaded} == set(Credential.values)
    assert {coach.upfront for coach in loaded} == set(Upfront.values)
    assert {coach.currency for coach in loaded} == set(CURRENCIES)
    assert {coach.country for coach in loaded} - {""} == set(COUNTRIES)
    assert {coach.time_zone for coach in loaded} == set(TIME_ZONES)
    assert {coach.accepting for coach in loaded} == {True, False, None}


def test_every_screen_of_the_desk_has_something_to_show(loaded: list[Coach]) -> None:
    # An application whose address was never confirmed is nothing the desk sees.
    assert {coach.status for coach in loaded} == set(Status.values) - {Status.DRAFT}
    assert set(Check.objects.values_list("finding", flat=True)) == set(Finding.values) - {Finding.NOT_CHECKED}
    assert set(RedFlag.objects.values_list("sign", flat=True)) == set(Sign.values)
    assert RedFlag.objects.open().exists()
    assert RedFlag.objects.exclude(settled_on=None).exists()
    assert set(Report.objects.values_list("reason", flat=True)) == set(Reason.values)
    assert Report.objects.open().exists()
    assert {State.WAITING, State.DECLINED} <= set(Revision.objects.values_list("state", flat=True))
    assert Coach.objects.lapsing(30).filter(pk__in=Coach.objects.published()).count() >= 5


def test_no_credential_is_met_that_nobody_claims(loaded: list[Coach]) -> None:
    met = Check.objects.filter(question=VettingQuestion.CREDENTIAL, finding=Finding.MET)
    assert not met.filter(coach__credential=Credential.NONE).exists()


def test_what_is_met_is_claimed(loaded: list[Coach]) -> None:
    for check in Check.objects.filter(finding=Finding.MET).select_related("coach"):
        assert any(getattr(check.coach, field) for field in VettingQuestion(check.question).claims), check
        assert check.said


def test_every_address_leads_nowhere(loaded: list[Coach]) -> None:
    for coach in loaded:
        for address in (coach.email, coach.public_email, coach.website, coach.badge_link):
            assert not address or re.search(r"[@.][\w-]+\.example(/|$)|//[\w-]+\.example/", address), address


def test_every_telephone_number_is_of_a_range_kept_for_fiction(loaded: list[Coach]) -> None:
    kept = "|".join(
        [
            r"\+1 \d{3} 555 01\d\d",
            r"\+44 (20 7946 0|7700 900)\d{3}",
            r"\+49 (30 23125|40 66969) \d{3}",
            r"\+46 8 465 004 \d\d",
            r"\+61 491 570 1[56]\d",
        ]
    )
    for coach in loaded:
        assert not coach.phone or re.fullmatch(kept, coach.phone), coach.phone


def test_nobody_boasts(loaded: list[Coach]) -> None:
    boasts = re.compile(
        r"\b(best|leading|top|award|guarantee\w*|transform\w*|unlock\w*|world-class|proven)\b|!", re.IGNORECASE
    )
    shown = Coach.objects.published()
    for coach in shown:
        for text in (coach.headline, coach.own_words, coach.method, coach.refer_out):
            assert not boasts.search(text), (coach.name, text)


def test_no_two_say_the_same(loaded: list[Coach]) -> None:
    for field in ("name", "headline", "own_words", "method", "refer_out"):
        said = [getattr(coach, field) for coach in loaded if getattr(coach, field)]
        assert len(said) == len(set(said)), field


def test_the_invented_desk_cannot_log_in(loaded: list[Coach]) -> None:
    people = User.objects.filter(username__startswith="invented-")
    assert people.count() == 2
    assert not any(person.has_usable_password() or person.is_staff for person in people)


def test_loading_again_changes_nothing(loaded: list[Coach]) -> None:
    before = list(Coach.objects.values())
    call_command("load_samples", stdout=StringIO())
    assert list(Coach.objects.values()) == before


def test_nothing_happened_before_it_could(loaded: list[Coach]) -> None:
    for coach in loaded:
        if coach.published_at:
            assert coach.applied_at < coach.published_at
    for check in Check.objects.filter(valid_until__lt=today()):
        assert check.coach.name in {"Joost van der Meulen", "Declan Foyle"}


def test_stories_are_of_different_people() -> None:
    slugs = [story.claims["slug"] for story in stories()]
    assert len(set(slugs)) == 60


@pytest.mark.django_db
def test_among_real_listings_no_invented_one_is_loaded() -> None:
    listed()
    with pytest.raises(CommandError, match="real coaches"):
        call_command("load_samples")
    assert Coach.objects.count() == 1
