"""The index is as new as the listings, in every process; and what is behind never shows what may not be shown."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import models, transaction
from django.test import Client
from django.utils import timezone

from coaches.models.change import Change, note_change
from coaches.models.check import Check, Finding
from coaches.models.vetting_question import VettingQuestion
from coaches.search.current import Keeper
from coaches.vetting.lifecycle import pause, resume
from coaches.vetting.red_flags import raise_red_flag, settle_red_flag
from tests.coaches.cast import cora, fresh, listed, rosa

pytestmark = pytest.mark.django_db


@pytest.fixture
def processes() -> tuple[Keeper, Keeper]:
    return Keeper(), Keeper()


def _sizes(processes: tuple[Keeper, Keeper]) -> list[int]:
    return [process.current().size for process in processes]


def test_every_process_sees_a_new_listing(processes: tuple[Keeper, Keeper]) -> None:
    assert _sizes(processes) == [0, 0]
    listed()
    assert _sizes(processes) == [1, 1]


def test_every_process_sees_each_step_of_a_life(processes: tuple[Keeper, Keeper]) -> None:
    coach, seen = listed(), []
    pause(coach=coach)
    seen.append(_sizes(processes))
    resume(coach=fresh(coach))
    seen.append(_sizes(processes))
    flag = raise_red_flag(coach=coach, sign="pressure", evidence="Two people told us.", by=rosa())
    seen.append(_sizes(processes))
    settle_red_flag(flag=flag, settlement="Talked it over.", by=cora())
    seen.append(_sizes(processes))
    Check.objects.get(coach=coach, question=VettingQuestion.TERMS).delete()
    seen.append(_sizes(processes))
    assert seen == [[0, 0], [1, 1], [0, 0], [1, 1], [0, 0]]


def test_nothing_is_built_while_nothing_changes(processes: tuple[Keeper, Keeper]) -> None:
    listed()
    first = processes[0].current()
    assert processes[0].current() is first


def test_a_new_day_brings_a_new_index(monkeypatch: pytest.MonkeyPatch) -> None:
    listed()
    keeper = Keeper()
    assert keeper.current().size == 1
    later = timezone.now() + timedelta(days=400)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert keeper.current().size == 0


def test_what_was_rolled_back_is_not_taken_for_what_comes_after(processes: tuple[Keeper, Keeper]) -> None:
    with transaction.atomic():
        listed()
        assert processes[0].current().size == 1
        transaction.set_rollback(True)
    assert _sizes(processes) == [0, 0]
    listed()
    listed()
    assert _sizes(processes) == [2, 2]


def test_the_marks_of_the_past_are_put_into_one(
    processes: tuple[Keeper, Keeper], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coaches.search.current.KEPT", 5)
    listed()
    assert Change.objects.count() > 5
    assert _sizes(processes) == [1, 1]
    assert Change.objects.count() == 1
    assert _sizes(processes) == [1, 1]


def test_folding_is_seen_as_a_change_by_whoever_was_away() -> None:
    away = Keeper()
    assert away.current().size == 0
    listed()
    Change.objects.fold()
    assert away.current().size == 1


def test_while_one_builds_others_go_on_with_what_they_have() -> None:
    listed()
    keeper = Keeper()
    before = keeper.current()
    listed()
    with keeper._lock:
        assert keeper.current() is before
    assert keeper.current().size == 2


def test_what_changed_behind_its_back_is_still_not_shown(client: Client) -> None:
    coach = listed(name="Someone Gone")
    assert "Someone Gone" in client.get("/coaches/").content.decode()
    state = Change.objects.state()
    models.QuerySet(Check).filter(coach=coach, question=VettingQuestion.TERMS).update(finding=Finding.PARTLY)
    assert Change.objects.state() == state, "nobody was told"
    page = client.get("/coaches/").content.decode()
    assert "Someone Gone" not in page
    assert "The list has just changed." in page


def test_marks_differ() -> None:
    for _ in range(20):
        note_change()
    assert len(set(Change.objects.values_list("mark", flat=True))) == 20
