"""No way goes round the vetting."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.guards import Guarded
from coaches.models.status import Status
from coaches.models.vetting_question import VettingQuestion
from coaches.vetting.checking import record_check
from coaches.vetting.lifecycle import NotReady, mark_ready, pause, publish, remove, resume
from coaches.vetting.red_flags import raise_red_flag, settle_red_flag
from tests.coaches.cast import REQUIRED, ada, applied, checked, claims, cora, fresh, in_days, listed, meet, rosa

pytestmark = pytest.mark.django_db


def shown(coach: Coach) -> bool:
    return Coach.objects.published().filter(pk=coach.pk).exists()


def test_a_vetted_listing_is_shown() -> None:
    assert shown(listed())


def test_a_status_set_by_hand_is_refused() -> None:
    coach = applied()
    coach.status = Status.LISTED
    with pytest.raises(Guarded):
        coach.save()


def test_a_new_listing_cannot_begin_as_listed() -> None:
    with pytest.raises(Guarded):
        Coach.objects.create(**claims(status=Status.LISTED))
    with pytest.raises(Guarded):
        Coach.objects.bulk_create([Coach(**claims(status=Status.LISTED))])


@pytest.mark.parametrize("change", [{"status": "listed"}, {"session_fee_low": 1}, {"consented_at": timezone.now()}])
def test_a_bulk_update_of_what_is_guarded_is_refused(change: dict[str, object]) -> None:
    applied()
    with pytest.raises(Guarded):
        Coach.objects.update(**change)


def test_an_old_copy_brings_back_nothing_that_was_taken_down() -> None:
    old = listed()
    remove(coach=old, by=cora(), reason="Could not be reached.")
    old.headline = "A new headline"
    old.save()
    assert fresh(old).status == Status.REMOVED
    assert fresh(old).headline == "A new headline"
    assert old.history.first().status == Status.REMOVED


def test_bulk_update_is_refused_too() -> None:
    coach = applied()
    coach.status = Status.LISTED
    with pytest.raises(Guarded):
        Coach.objects.bulk_update([coach], ["status"])


def test_even_a_status_forced_into_the_table_shows_nothing_unvetted() -> None:
    coach = applied()
    forced = {"status": "listed", "published_at": timezone.now(), "published_by": cora()}
    models.QuerySet(Coach).filter(pk=coach.pk).update(**forced)
    assert not shown(coach)


def test_the_database_refuses_a_listing_that_nobody_published() -> None:
    coach = checked()
    with pytest.raises(IntegrityError), transaction.atomic():
        models.QuerySet(Coach).filter(pk=coach.pk).update(status="listed")


def test_the_database_refuses_a_finding_without_evidence() -> None:
    coach = applied()
    with pytest.raises(IntegrityError), transaction.atomic():
        Check.objects.create(
            coach=coach,
            question=VettingQuestion.TERMS,
            finding=Finding.MET,
            checked_by=rosa(),
            checked_on=in_days(0),
            valid_until=in_days(9),
            stands_since=timezone.now(),
        )


def test_nobody_publishes_what_they_checked() -> None:
    coach = applied()
    for question in REQUIRED:
        meet(coach, question, by=ada())
    models.QuerySet(Coach).filter(pk=coach.pk).update(status="ready")
    with pytest.raises(NotReady, match="someone else"):
        publish(coach=fresh(coach), by=ada())


def test_a_researcher_does_not_publish() -> None:
    coach = checked()
    mark_ready(coach=coach, by=rosa())
    with pytest.raises(PermissionDenied):
        publish(coach=coach, by=rosa())


@pytest.mark.parametrize("question", REQUIRED)
def test_publishing_says_what_is_missing(question: VettingQuestion) -> None:
    coach = checked(*[each for each in REQUIRED if each != question])
    with pytest.raises(NotReady):
        mark_ready(coach=coach, by=rosa())


def test_a_track_record_stands_in_for_a_credential() -> None:
    coach = checked(
        VettingQuestion.TRACK_RECORD,
        VettingQuestion.TERMS,
        VettingQuestion.REFER_OUT,
        credential="none",
        credential_expires_on=None,
    )
    mark_ready(coach=coach, by=rosa())
    publish(coach=coach, by=cora())
    assert shown(coach)


def test_a_changed_claim_takes_the_listing_down_until_it_is_checked_and_published_again() -> None:
    coach = listed()
    coach.session_fee_low = 150
    coach.save()
    assert Check.objects.get(coach=coach, question=VettingQuestion.TERMS).finding == Finding.NOT_CHECKED
    assert not shown(coach)
    meet(coach, VettingQuestion.TERMS)
    assert not shown(coach), "the second person has not seen it"
    publish(coach=coach, by=cora())
    assert shown(coach)


def test_a_red_flag_takes_the_listing_down_until_it_is_settled() -> None:
    coach = listed()
    flag = raise_red_flag(coach=coach, sign="guarantee", evidence="Their page promises a job in 30 days.", by=rosa())
    assert not shown(coach)
    settle_red_flag(flag=flag, settlement="The sentence was taken off the page.", by=cora())
    assert shown(coach)


def test_a_check_that_runs_out_takes_the_listing_down_by_itself() -> None:
    coach = listed()
    assert Coach.objects.published(in_days(365)).filter(pk=coach.pk).exists()
    assert not Coach.objects.published(in_days(366)).filter(pk=coach.pk).exists()


def test_a_credential_that_runs_out_takes_the_listing_down_by_itself() -> None:
    coach = listed(credential_expires_on=in_days(30))
    assert Coach.objects.published(in_days(30)).filter(pk=coach.pk).exists()
    assert not Coach.objects.published(in_days(31)).filter(pk=coach.pk).exists()


def test_a_check_holds_no_longer_than_the_credential() -> None:
    coach = applied(credential_expires_on=in_days(30))
    with pytest.raises(ValidationError):
        meet(coach, VettingQuestion.CREDENTIAL, until=in_days(31))


def test_a_tier_without_its_last_day_is_not_met() -> None:
    coach = applied(credential_expires_on=None)
    with pytest.raises(ValidationError, match="last day"):
        meet(coach, VettingQuestion.CREDENTIAL)


def test_renewing_a_check_in_time_keeps_the_listing_up() -> None:
    coach = listed()
    meet(coach, VettingQuestion.TERMS)
    assert shown(coach)


def test_a_check_met_again_after_a_break_waits_for_the_second_person() -> None:
    coach = listed()
    record_check(coach=coach, question=VettingQuestion.TERMS, finding=Finding.PARTLY, by=rosa(), evidence="No refunds.")
    meet(coach, VettingQuestion.TERMS)
    assert not shown(coach)


@pytest.mark.parametrize("key", ["apply", "mine", "compare", "how-we-vet"])
def test_no_listing_hides_a_page_of_the_directory(key: str) -> None:
    with pytest.raises(ValidationError, match="page of its own"):
        Coach(**claims(slug=key)).full_clean()


def test_a_removed_listing_needs_a_reason() -> None:
    with pytest.raises(ValidationError, match="reason"):
        remove(coach=listed(), by=cora(), reason=" ")


def test_every_step_is_in_the_history_with_who_and_why() -> None:
    coach = listed()
    remove(coach=coach, by=cora(), reason="Could not be reached for three months.")
    told = [(entry.status, entry.history_user and entry.history_user.username) for entry in coach.history.all()]
    assert told[:2] == [("removed", "cora"), ("listed", "cora")]
    assert ("in_review", "rosa") in told
    assert coach.history.first().history_change_reason == "Could not be reached for three months."


def test_publishing_at_the_same_moment_as_a_check_is_not_covered_by_it() -> None:
    coach = listed()
    later = timezone.now() + timedelta(seconds=1)
    Check.objects.filter(coach=coach, question=VettingQuestion.TERMS).update(stands_since=later)
    assert not shown(coach)


def test_claims_are_not_written_over_in_bulk_however_django_is_asked() -> None:
    coach = listed()
    row = Coach(**claims(slug=coach.slug, session_fee_low=90))
    with pytest.raises(Guarded):
        Coach.objects.bulk_create([row], None, False, True, ["session_fee_low"], ["slug"])


def test_a_new_object_with_an_old_key_takes_back_the_checks_of_what_it_changes() -> None:
    coach = listed()
    Coach(pk=coach.pk, **claims(slug=coach.slug, session_fee_low=90)).save()
    assert fresh(coach).status == Status.LISTED
    assert Check.objects.get(coach=coach, question=VettingQuestion.TERMS).finding == Finding.NOT_CHECKED
    assert not shown(coach)


def test_a_paused_listing_is_not_published_against_its_coachs_wish() -> None:
    coach = listed()
    pause(coach=coach)
    with pytest.raises(Guarded, match="paused"):
        publish(coach=coach, by=cora())


def test_checks_and_red_flags_are_in_the_history_with_who_made_them() -> None:
    coach = checked()
    flag = raise_red_flag(coach=coach, sign="other", evidence="Seen.", by=rosa())
    settle_red_flag(flag=flag, settlement="Gone.", by=cora())
    assert {entry.history_user for entry in Check.history.filter(coach_id=coach.pk)} == {rosa()}
    assert [entry.history_user for entry in flag.history.all()] == [cora(), rosa()]


def test_whoever_raised_a_red_flag_does_not_settle_it() -> None:
    flag = raise_red_flag(coach=listed(), sign="guarantee", evidence="Their page promises a job.", by=cora())
    with pytest.raises(ValidationError, match="someone else settles it"):
        settle_red_flag(flag=flag, settlement="The sentence is gone.", by=cora())
    settle_red_flag(flag=flag, settlement="The sentence is gone.", by=ada())


def test_a_red_flag_is_settled_once() -> None:
    flag = raise_red_flag(coach=listed(), sign="guarantee", evidence="Their page promises a job.", by=rosa())
    settle_red_flag(flag=flag, settlement="The sentence is gone.", by=cora())
    with pytest.raises(ValidationError, match="settled already"):
        settle_red_flag(flag=flag, settlement="I never saw it.", by=ada())
    flag.refresh_from_db()
    assert (flag.settlement, flag.settled_by) == ("The sentence is gone.", cora())


def test_what_is_not_stored_takes_no_check_back() -> None:
    coach = listed()
    coach.session_fee_low, coach.headline = 20, "Another line"
    coach.save(update_fields=["headline"])
    assert (fresh(coach).headline, fresh(coach).session_fee_low) == ("Another line", 180)
    assert Check.objects.get(coach=coach, question=VettingQuestion.TERMS).finding == Finding.MET
    assert shown(coach)


def test_what_is_stored_alone_takes_its_own_check_back() -> None:
    coach = listed()
    coach.session_fee_low, coach.credential_number = 20, "77"
    coach.save(update_fields=(name for name in ["session_fee_low"]))
    found = dict(Check.objects.filter(coach=coach).values_list("question", "finding"))
    assert (found["terms"], found["credential"]) == ("not_checked", "met")


def test_only_a_paused_listing_is_resumed() -> None:
    coach = listed()
    with pytest.raises(Guarded, match="Only a paused"):
        resume(coach=coach)
    ready = checked()
    mark_ready(coach=ready, by=rosa())
    with pytest.raises(Guarded, match="Only a paused"):
        resume(coach=ready)
    assert fresh(ready).status == Status.READY


def test_a_check_renewed_after_it_ran_out_waits_for_the_second_person() -> None:
    coach = listed()
    Check.objects.filter(coach=coach, question=VettingQuestion.TERMS).update(
        checked_on=in_days(-30), valid_until=in_days(-1)
    )
    assert not shown(coach)
    meet(coach, VettingQuestion.TERMS)
    assert not shown(coach), "it had run out between"
    publish(coach=coach, by=cora())
    assert shown(coach)


@pytest.mark.parametrize("tier", ["icf_acc", "icf_pcc", "icf_mcc"])
def test_every_tier_of_the_icf_has_a_last_day_or_is_not_shown(tier: str) -> None:
    coach = checked(VettingQuestion.TRACK_RECORD, VettingQuestion.TERMS, VettingQuestion.REFER_OUT, credential=tier)
    coach.credential_expires_on = None
    coach.save()
    with pytest.raises(ValidationError, match="last day"):
        meet(coach, VettingQuestion.CREDENTIAL)
    with pytest.raises(NotReady, match="last day is not known"):
        mark_ready(coach=coach, by=rosa())
