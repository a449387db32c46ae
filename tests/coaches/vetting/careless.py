"""What a programmer does who has not read how listings are to be changed: every way that Django has to write a row."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from tablib import Dataset

from coaches.exchange.resource import CoachResource
from coaches.models.check import Check
from coaches.models.coach import Coach
from coaches.models.status import Status
from coaches.models.vetting_question import VettingQuestion
from coaches.today import today
from tests.coaches.cast import claims
from tests.coaches.vetting.acts import CHANGES
from tests.coaches.vetting.world import World, attempt


def saves_a_claim(world: World) -> None:
    coach = world.coach()
    for name, value in world.draw(CHANGES).items():
        setattr(coach, name, value)
    with attempt():
        coach.save()


def saves_a_status(world: World) -> None:
    coach = world.coach()
    coach.status, coach.status_reason = world.draw([*Status]), "by hand"
    coach.published_at, coach.published_by = timezone.now(), world.curator()
    with attempt():
        coach.save()


def saves_a_publication(world: World) -> None:
    coach = world.coach()
    coach.published_at, coach.published_by = timezone.now(), world.curator()
    coach.consented_at, coach.consent = timezone.now(), 1
    with attempt():
        coach.save()


def saves_an_old_copy(world: World) -> None:
    with attempt():
        world.draw(world.copies).save()


def saves_a_new_one_over_it(world: World) -> None:
    coach = world.coach()
    with attempt():
        Coach(pk=coach.pk, **(claims(slug=coach.slug) | world.draw(CHANGES))).save()


def updates_all(world: World) -> None:
    with attempt():
        Coach.objects.update(status=world.draw([*Status]))


def updates_claims(world: World) -> None:
    with attempt():
        Coach.objects.update(**world.draw(CHANGES))


def bulk_updates(world: World) -> None:
    coaches, values = list(Coach.objects.all()), world.draw(CHANGES)
    for coach in coaches:
        for name, value in values.items():
            setattr(coach, name, value)
    with attempt():
        Coach.objects.bulk_update(coaches, [*values])


def bulk_creates(world: World) -> None:
    with attempt():
        Coach.objects.bulk_create([Coach(**claims(status=world.draw([*Status])))])


def bulk_creates_over_it(world: World) -> None:
    coach, values = world.coach(), world.draw(CHANGES)
    row = Coach(**(claims(slug=coach.slug) | values))
    with attempt():
        Coach.objects.bulk_create([row], None, False, True, [*values], ["slug"])


def forces_a_status(world: World) -> None:
    with attempt():
        models.QuerySet(Coach).filter(pk=world.coach().pk).update(status=world.draw([*Status]))


def forces_a_publication(world: World) -> None:
    forced = {"status": "listed", "published_at": timezone.now(), "published_by": world.curator()}
    with attempt():
        models.QuerySet(Coach).filter(pk=world.coach().pk).update(**forced)


def saves_a_check(world: World) -> None:
    coach, question, days = world.coach(), world.draw([*VettingQuestion]), world.draw([-1, 0, 100])
    check = Check.objects.filter(coach=coach, question=question).first() or Check(coach=coach, question=question)
    check.finding, check.evidence = "met", "by hand"
    check.checked_by, check.checked_on = world.researcher(), today() + timedelta(days=min(days, 0))
    check.valid_until, check.stands_since = today() + timedelta(days=days), timezone.now()
    with attempt():
        check.save()
        world.looked(coach, question)


def deletes_a_check(world: World) -> None:
    Check.objects.filter(coach=world.coach(), question=world.draw([*VettingQuestion])).delete()


def imports_rows(world: World) -> None:
    forbidden: list[dict[str, object]] = [{"status": "listed"}, {"consented_at": "2026-01-01"}]
    coach, values = world.coach(), world.draw(CHANGES + forbidden)
    known = {"slug": coach.slug, "name": coach.name, "email": coach.email}
    cells = [", ".join(each) if isinstance(each, list) else each for each in values.values()]
    table = Dataset([*known.values(), *cells], headers=[*known, *values])
    CoachResource().import_data(table, rollback_on_validation_errors=True, user=world.curator())


CARELESSLY = {
    saves_a_claim: 2, saves_a_status: 2, saves_a_publication: 2, saves_an_old_copy: 2, saves_a_new_one_over_it: 2,
    updates_all: 1, updates_claims: 1, bulk_updates: 1, bulk_creates: 1, bulk_creates_over_it: 2, forces_a_status: 2,
    forces_a_publication: 2, saves_a_check: 2, deletes_a_check: 1, imports_rows: 3,
}  # fmt: skip
"""How often each is done, beside the others."""
