"""Every function that writes asks for its permission: without that one, and with all others, nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from coaches.models.check import Check, EvidenceFile, Finding
from coaches.models.coach import Coach
from coaches.models.red_flag import RedFlag
from coaches.models.report import Report
from coaches.models.revision import Revision
from coaches.models.vetting_question import VettingQuestion
from coaches.vetting import lifecycle
from coaches.vetting.checking import record_check
from coaches.vetting.evidence_files import drop_file, keep_file
from coaches.vetting.permissions import refuse_unless
from coaches.vetting.red_flags import raise_red_flag, settle_red_flag
from coaches.vetting.reports import ask, close
from coaches.vetting.revising import accept, decline, propose
from tests.coaches.cast import applied, checked, cora, listed, rosa

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n%%EOF"


@dataclass(frozen=True)
class Act:
    """Something that needs a permission. `prepare` makes what it is done to, and gives what does it."""

    permission: str
    prepare: Callable[[], Callable[[User], object]]


def unagreed() -> Coach:
    return Coach.objects.create(**{**vars_of(applied()), "consented_at": None, "consent": None})


def vars_of(coach: Coach) -> dict[str, Any]:
    """What a coach says, under another key."""
    names = [field.name for field in Coach._meta.fields if field.name not in ("id", "slug", "status", "published_by")]
    return {**{name: getattr(coach, name) for name in names}, "slug": f"{coach.slug}-again"}


def ready() -> Coach:
    coach = checked()
    lifecycle.mark_ready(coach=coach, by=rosa())
    return coach


def flag() -> RedFlag:
    return raise_red_flag(coach=listed(), sign="other", evidence="Seen.", by=rosa())


def revision() -> Revision:
    waiting = propose(coach=listed(), values={"session_fee_low": 99})
    assert waiting is not None
    return waiting


def report() -> Report:
    return Report.objects.create(coach=listed(), reason="fees", text="They wanted more.")


def check() -> Check:
    return checked().checks.first() or Check()


def file() -> EvidenceFile:
    return keep_file(check=check(), upload=SimpleUploadedFile("seen.pdf", PDF), by=rosa())


def at(thing: Callable[[], Any], act: Callable[..., object], name: str, **given: Any) -> Callable[[], Any]:
    """Do it to a thing made for it, which it takes by this name."""

    def prepare() -> Callable[[User], object]:
        made = thing()
        return lambda by: act(by=by, **{name: made}, **given)

    return prepare


FOUND = {"question": VettingQuestion.TERMS, "finding": Finding.PARTLY, "evidence": "Seen."}
ACTS = {
    "record_check": Act("vet_coach", at(applied, record_check, "coach", **FOUND)),
    "raise_red_flag": Act("vet_coach", at(listed, raise_red_flag, "coach", sign="other", evidence="Seen.")),
    "settle_red_flag": Act("publish_coach", at(flag, settle_red_flag, "flag", settlement="Gone.")),
    "ask_for_agreement": Act("vet_coach", at(unagreed, lifecycle.ask_for_agreement, "coach")),
    "take_up": Act("vet_coach", at(applied, lifecycle.take_up, "coach")),
    "mark_ready": Act("vet_coach", at(checked, lifecycle.mark_ready, "coach")),
    "publish": Act("publish_coach", at(ready, lifecycle.publish, "coach")),
    "refuse": Act("publish_coach", at(applied, lifecycle.refuse, "coach", reason="No.")),
    "remove": Act("publish_coach", at(listed, lifecycle.remove, "coach", reason="No.")),
    "accept": Act("vet_coach", at(revision, accept, "revision")),
    "decline": Act("vet_coach", at(revision, decline, "revision", reason="No.")),
    "ask": Act("change_report", at(report, ask, "report", question="Which fee is right?")),
    "close": Act("change_report", at(report, close, "report", outcome="Settled.")),
    "keep_file": Act("add_evidencefile", at(check, keep_file, "check", upload=SimpleUploadedFile("seen.pdf", PDF))),
    "drop_file": Act("delete_evidencefile", at(file, drop_file, "file")),
}


def somebody(*permissions: Permission) -> User:
    user = User.objects.create_user("sam", is_staff=True)
    user.user_permissions.set(permissions)
    return User.objects.get(pk=user.pk)


def stored() -> list[tuple[Any, ...]]:
    """Everything that an act could write."""
    models = (Coach, Check, EvidenceFile, RedFlag, Report, Revision)
    return [row for model in models for row in model._default_manager.order_by("pk").values_list()]


@pytest.mark.parametrize("name", ACTS)
def test_without_its_permission_and_with_all_others_nothing_is_written(name: str) -> None:
    act = ACTS[name].prepare()
    cora()
    by = somebody(*Permission.objects.exclude(codename=ACTS[name].permission))
    before = stored()
    with pytest.raises(PermissionDenied):
        act(by)
    assert stored() == before


@pytest.mark.parametrize("name", ACTS)
def test_its_own_permission_is_enough(name: str) -> None:
    act = ACTS[name].prepare()
    act(somebody(Permission.objects.get(codename=ACTS[name].permission)))


def test_who_is_no_longer_active_may_nothing() -> None:
    by = somebody(*Permission.objects.all())
    by.is_active = False
    by.save()
    with pytest.raises(PermissionDenied):
        refuse_unless(User.objects.get(pk=by.pk), "coaches.vet_coach")
