"""Whatever happens, and in whatever order: nothing is shown that may not be, and all is shown that may be."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from coaches.models.coach import Coach
from coaches.today import today
from tests.coaches.vetting.acts import BY_THE_BOOK
from tests.coaches.vetting.careless import CARELESSLY
from tests.coaches.vetting.oracle import Rows
from tests.coaches.vetting.world import Clock, World, new_world

pytestmark = pytest.mark.django_db

EVERYBODY = BY_THE_BOOK | CARELESSLY
SEQUENCES, STEPS = 5, 100


def look(world: World) -> int:
    """Judge what the public sees now, and some days from now. Returns how many it sees."""
    rows = Rows()
    for days in (0, world.draw([1, 30, 200, 366])):
        on = today() + timedelta(days=days)
        shown, right = set(Coach.objects.published(on).values_list("pk", flat=True)), rows.visible(on)
        assert shown == right, ({pk: rows.hidden_because(pk, on) for pk in shown ^ right}, world.done)
    right = rows.visible(today())
    for pk in right:
        assert pk in world.agreed, world.done
        for check in rows.checks[pk]:
            if check["finding"] != "not_checked":
                question = check["question"]
                assert rows.claims(pk, question) == world.found[pk, question], (question, world.done)
                assert check["checked_by_id"] != rows.coaches[pk]["published_by_id"], world.done
    return len(right)


def run(seed: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Let everybody act, and undo it all. Returns how many listings were seen, over all steps."""
    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", clock)
    with transaction.atomic():
        world = new_world(seed, clock)
        seen = look(world)
        for step in world.chance.choices([*EVERYBODY], [*EVERYBODY.values()], k=STEPS):
            world.act(step)
            seen += look(world)
        transaction.set_rollback(True)
    return seen


def run_all(monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(SEQUENCES):
        run(seed, monkeypatch)


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_no_sequence_of_acts_shows_what_may_not_be_shown(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(seed, monkeypatch) > STEPS / 2, "too little is ever shown for this to prove anything"


def test_the_sequences_notice_a_claim_that_keeps_its_check_when_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coaches.models.coach.changed_questions", lambda coach, stored, fields: frozenset())
    with pytest.raises(AssertionError):
        run_all(monkeypatch)
