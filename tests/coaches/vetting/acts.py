"""What coaches, researchers and curators do, and how often."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User

from coaches.models.check import Finding
from coaches.models.coach import Coach
from coaches.models.red_flag import RedFlag
from coaches.models.report import Report
from coaches.models.revision import Revision
from coaches.models.vetting_question import VettingQuestion
from coaches.today import today
from coaches.vetting import lifecycle
from coaches.vetting.checking import record_check
from coaches.vetting.red_flags import raise_red_flag, settle_red_flag
from coaches.vetting.reports import ask, close
from coaches.vetting.revising import accept, decline, propose
from tests.coaches.vetting.world import World, attempt

CHANGES: list[dict[str, object]] = [
    {"headline": "Another headline"},
    {"credential": "bcc", "credential_expires_on": None},
    {"credential": "icf_acc", "credential_expires_on": None},
    {"goals": ["values"]},
    {"method": "We meet once a month."},
    {"session_fee_low": 90, "session_fee_high": None},
    {"sliding_scale": None},
    {"refer_out": "I name a clinician, and we pause."},
    {"place": "Leeds"},
]


def days_pass(world: World) -> None:
    world.clock.now += timedelta(days=world.draw([1, 20, 170, 364]))


def applies(world: World) -> None:
    coach = world.coach()
    with attempt():
        lifecycle.apply_to_be_listed(coach=coach)
        world.agreed.add(coach.pk)


def proposes(world: World) -> None:
    with attempt():
        propose(coach=world.coach(), values=world.draw(CHANGES))


def pauses(world: World) -> None:
    with attempt():
        lifecycle.pause(coach=world.coach())


def resumes(world: World) -> None:
    with attempt():
        lifecycle.resume(coach=world.coach())


def leaves(world: World) -> None:
    coach = world.coach()
    with attempt():
        lifecycle.leave(coach=coach)
        world.agreed.discard(coach.pk)


def takes_up(world: World) -> None:
    with attempt():
        lifecycle.take_up(coach=world.coach(), by=world.researcher())


def finds(world: World) -> None:
    finding = world.draw([Finding.MET, Finding.MET, *Finding])
    find(world, world.coach(), world.draw([*VettingQuestion]), finding, world.researcher(), world.draw([None, 0, 30]))


def find(
    world: World, coach: Coach, question: VettingQuestion, finding: Finding, by: User, days: int | None = None
) -> None:
    until = None if days is None else today() + timedelta(days=days)
    with attempt():
        record_check(coach=coach, question=question, finding=finding, by=by, evidence="Read it.", valid_until=until)
        world.looked(coach, question)


def vets_and_publishes(world: World) -> None:
    """What keeps a directory going: whatever is missing is seen to, and somebody publishes."""
    coach, researcher = world.coach(), world.researcher()
    coach.credential_expires_on = today() + timedelta(days=world.draw([60, 600]))
    coach.save()
    with attempt():
        lifecycle.apply_to_be_listed(coach=coach)
        world.agreed.add(coach.pk)
    for flag in RedFlag.objects.open().filter(coach=coach):
        with attempt():
            settle_red_flag(flag=flag, settlement="It was a misunderstanding.", by=world.curator())
    with attempt():
        lifecycle.take_up(coach=coach, by=researcher)
    for question in world.draw(
        [[*VettingQuestion], [VettingQuestion.TRACK_RECORD, VettingQuestion.TERMS, VettingQuestion.REFER_OUT]]
    ):
        find(world, coach, question, Finding.MET, researcher)
    with attempt():
        lifecycle.mark_ready(coach=coach, by=researcher)
    with attempt():
        lifecycle.publish(coach=coach, by=world.curator())


def raises_a_flag(world: World) -> None:
    with attempt():
        raise_red_flag(coach=world.coach(), sign="pressure", evidence="A long package.", by=world.researcher())


def settles_a_flag(world: World) -> None:
    for flag in RedFlag.objects.open()[:1]:
        with attempt():
            settle_red_flag(flag=flag, settlement="It was a misunderstanding.", by=world.curator())


def accepts_a_change(world: World) -> None:
    for revision in Revision.objects.waiting()[:1]:
        with attempt():
            accept(revision=revision, by=world.researcher())


def declines_a_change(world: World) -> None:
    for revision in Revision.objects.waiting()[:1]:
        with attempt():
            decline(revision=revision, by=world.researcher(), reason="It promises an outcome.")


def marks_ready(world: World) -> None:
    with attempt():
        lifecycle.mark_ready(coach=world.coach(), by=world.researcher())


def publishes(world: World) -> None:
    with attempt():
        lifecycle.publish(coach=world.coach(), by=world.curator())


def refuses(world: World) -> None:
    with attempt():
        lifecycle.refuse(coach=world.coach(), by=world.curator(), reason="Could not be reached.")


def removes(world: World) -> None:
    with attempt():
        lifecycle.remove(coach=world.coach(), by=world.curator(), reason="Could not be reached.")


def lapses(world: World) -> None:
    with attempt():
        lifecycle.lapse(coach=world.coach())


def handles_a_report(world: World) -> None:
    report = Report.objects.create(coach=world.coach(), reason="fees", text="It was dearer.")
    with attempt():
        ask(report=report, question="What does a session cost?", by=world.curator())
        close(report=report, outcome="The fee was corrected.", by=world.curator())


BY_THE_BOOK = {
    days_pass: 2, applies: 3, proposes: 3, pauses: 2, resumes: 3, leaves: 1, takes_up: 2, finds: 6,
    vets_and_publishes: 12, raises_a_flag: 2, settles_a_flag: 4, accepts_a_change: 3, declines_a_change: 1,
    marks_ready: 2, publishes: 6, refuses: 1, removes: 1, lapses: 1, handles_a_report: 1,
}  # fmt: skip
"""How often each is done, beside the others."""
