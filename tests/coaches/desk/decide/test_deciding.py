"""One screen decides a listing."""

from __future__ import annotations

import pytest
from django.core import mail
from pytest_django import DjangoCaptureOnCommitCallbacks

from coaches.desk.decide.view import STEPS_SHOWN
from coaches.desk.history import history
from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.red_flag import RedFlag
from coaches.models.report import Report
from coaches.models.vetting_question import VettingQuestion
from coaches.vetting.checking import record_check
from coaches.vetting.red_flags import raise_red_flag
from coaches.vetting.reports import answer, ask
from coaches.vetting.revising import propose
from tests.coaches.cast import applied, checked, cora, fresh, in_days, listed, meet, rosa
from tests.coaches.desk.desk import at_desk, deciding, do, find, queries, text

pytestmark = pytest.mark.django_db


def shown(coach: Coach) -> bool:
    return Coach.objects.published().filter(pk=coach.pk).exists()


def test_from_an_application_to_a_listing() -> None:
    coach = applied()
    do(rosa(), coach, "step-take_up")
    for question in (VettingQuestion.CREDENTIAL, VettingQuestion.TERMS, VettingQuestion.REFER_OUT):
        assert find(rosa(), coach, question).status_code == 302
    do(rosa(), coach, "step-mark_ready")
    assert not shown(coach)
    do(cora(), coach, "step-publish")
    assert shown(coach)


def test_it_says_what_is_missing_to_publish() -> None:
    page = text(at_desk(cora()).get(deciding(checked(VettingQuestion.CREDENTIAL))))
    assert "Fees and terms are not met." in page
    assert "The refer-out policy is not met." in page
    assert 'value="step-mark_ready"' not in page


def test_it_says_why_a_listed_one_is_not_shown() -> None:
    coach = listed()
    coach.session_fee_low = 1
    coach.save()
    assert "nobody sees it" in text(at_desk(cora()).get(deciding(coach)))


def test_a_finding_is_stored_with_who_and_what_it_rests_on() -> None:
    coach = applied()
    given = {"said": "We read it.", "evidence_link": "https://coach.example/terms", "valid_until": in_days(90)}
    find(rosa(), coach, VettingQuestion.TERMS, "partly", **given)
    check = Check.objects.get(coach=coach)
    assert (check.finding, check.checked_by, check.valid_until) == ("partly", rosa(), in_days(90))
    assert (check.said, check.evidence_link) == (given["said"], given["evidence_link"])


def test_a_finding_without_evidence_is_refused_and_what_was_typed_is_kept() -> None:
    coach = applied()
    response = find(rosa(), coach, VettingQuestion.TERMS, evidence="", said="We read the agreement.")
    page = text(response)
    assert response.status_code == 422
    assert "Say what this finding rests on" in page
    assert 'href="#id_check-terms-evidence"' in page
    assert 'value="We read the agreement."' in page
    assert "autofocus" in page
    assert not Check.objects.exists()


def test_a_date_beyond_what_can_hold_is_refused_at_its_field() -> None:
    response = find(rosa(), applied(), VettingQuestion.TERMS, valid_until=in_days(800).isoformat())
    assert 'href="#id_check-terms-valid_until"' in text(response)
    assert f'value="{in_days(800).isoformat()}"' in text(response)


def test_the_credentials_last_day_is_entered_beside_the_finding() -> None:
    coach = applied(credential_expires_on=None)
    assert "last day" in text(find(rosa(), coach, VettingQuestion.CREDENTIAL))
    find(rosa(), coach, VettingQuestion.CREDENTIAL, expires=in_days(200).isoformat())
    assert fresh(coach).credential_expires_on == in_days(200)
    assert Check.objects.get(coach=coach).valid_until == in_days(200)
    assert fresh(coach).history.latest().history_user == rosa()


def test_a_finding_about_claims_that_changed_meanwhile_is_refused() -> None:
    coach = applied()
    seen = text(at_desk(rosa()).get(deciding(coach))).split('name="check-terms-seen" value="')[1][:16]
    coach.session_fee_low = 20
    coach.save()
    response = find(rosa(), coach, VettingQuestion.TERMS, seen=seen)
    assert "has changed since you opened this screen" in text(response)
    assert not Check.objects.exists()


def test_refusing_asks_for_the_reason_and_tells_the_coach(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    coach = applied()
    assert "Give the reason" in text(do(cora(), coach, "step-refuse", reason=" "))
    with django_capture_on_commit_callbacks(execute=True):
        do(cora(), coach, "step-refuse", reason="We could not reach you.")
    assert fresh(coach).status == "refused"
    assert "We could not reach you." in mail.outbox[0].body


def test_a_form_for_what_is_over_is_told_kindly() -> None:
    coach = listed()
    response = at_desk(cora()).post(deciding(coach), {"do": "step-mark_ready"}, follow=True)
    assert "This cannot be done now" in text(response)


@pytest.mark.parametrize("sent", [{}, {"do": "nonsense"}, {"do": "check-terms"}, {"do": "check-terms", "x": "\0"}])
def test_a_wrong_form_is_never_an_error_of_ours(sent: dict[str, str]) -> None:
    response = at_desk(cora()).post(deciding(applied()), sent)
    assert response.status_code in (302, 422)


def test_a_change_stands_beside_what_it_changes_and_is_accepted() -> None:
    coach = listed(refunds="All is paid back.")
    propose(coach=coach, values={"refunds": "Half is paid back."})
    claims = text(at_desk(cora()).get(deciding(coach))).split('id="question-terms"')[1]
    assert 0 < claims.index("All is paid back.") < claims.index("Half is paid back.")
    do(cora(), coach, "accept")
    assert fresh(coach).refunds == "Half is paid back."
    assert Check.objects.get(coach=coach, question="terms").finding == "not_checked"


def test_a_change_is_declined_for_a_reason() -> None:
    coach = listed(session_fee_low=181)
    propose(coach=coach, values={"session_fee_low": 202})
    assert do(cora(), coach, "decline", reason="").status_code == 422
    do(cora(), coach, "decline", reason="Please send the new agreement.")
    assert fresh(coach).session_fee_low == 181
    assert coach.revisions.get().reason == "Please send the new agreement."


def test_a_red_flag_is_raised_and_a_curator_settles_it() -> None:
    coach = listed()
    assert do(rosa(), coach, "flag", sign="guarantee", evidence="").status_code == 422
    do(rosa(), coach, "flag", sign="guarantee", evidence="Their page promises a job.")
    flag = RedFlag.objects.get()
    assert not shown(coach)
    do(rosa(), coach, f"settle-{flag.pk}", settlement="Gone.")
    assert not shown(coach)
    do(cora(), coach, f"settle-{flag.pk}", settlement="The sentence is gone.")
    assert shown(coach)


def test_a_report_is_asked_about_and_closed() -> None:
    coach = listed()
    report = Report.objects.create(coach=coach, reason="fees", text="They wanted more.")
    assert do(cora(), coach, f"ask-{report.pk}", asked="They wanted more.").status_code == 422
    do(cora(), coach, f"ask-{report.pk}", asked="Are your fees still the same?")
    answer(report=report, text="They are.")
    assert "They are." in text(at_desk(cora()).get(deciding(coach)))
    do(cora(), coach, f"close-{report.pk}", outcome="The fees are as listed.")
    report.refresh_from_db()
    assert report.closed_by == cora()


def test_the_history_says_who_did_what_and_what_changed() -> None:
    coach = listed(session_fee_low=181)
    coach.session_fee_low = 190
    coach._change_reason = "A new price list"
    coach.save()
    page = text(at_desk(rosa()).get(f"/admin/coaches/coach/{coach.pk}/history/"))
    assert all(each in page for each in ("A new price list", "181", "190", "by cora", "ready to publish"))


def test_a_step_has_what_it_changed_however_much_happened_to_others_since() -> None:
    coach = listed()
    for _number in range(STEPS_SHOWN + 1):
        meet(coach, VettingQuestion.METHOD)
    record_check(coach=coach, question=VettingQuestion.TERMS, finding=Finding.PARTLY, by=rosa(), evidence="No refunds.")
    latest = history(coach, STEPS_SHOWN)[0]
    assert ("finding", "met", "partly met") in [(each.label, each.old, each.new) for each in latest.changes]


def test_the_register_of_the_credential_and_the_coachs_own_link_are_there() -> None:
    coach = applied(credential="icf_acc", badge_link="https://badges.example/77")
    page = text(at_desk(rosa()).get(deciding(coach)))
    assert 'href="https://coachingfederation.org/"' in page
    assert 'href="https://badges.example/77"' in page


def test_a_listing_that_may_be_of_the_same_coach_is_pointed_out() -> None:
    other = applied(name="Priya Raman")
    page = text(at_desk(rosa()).get(deciding(applied(name="Prya Raman"))))
    assert "nearly the same name" in page
    assert deciding(other) in page


def test_what_a_coach_writes_stays_text() -> None:
    coach = applied(method="<script>alert(1)</script>", name="<b>Bo</b>")
    page = text(at_desk(rosa()).get(deciding(coach)))
    assert "<script>alert" not in page
    assert "<b>Bo" not in page


def test_an_unknown_listing_is_not_found() -> None:
    assert at_desk(rosa()).get("/admin/coaches/coach/999/decide/").status_code == 404


def test_the_queries_do_not_grow_with_what_there_is() -> None:
    coach = checked()
    client = at_desk(cora())
    few = queries(client, deciding(coach))
    for number in range(6):
        Report.objects.create(coach=coach, reason="other", text=f"Report {number}")
        raise_red_flag(coach=coach, sign="other", evidence=f"Seen {number}", by=rosa())
        find(rosa(), coach, VettingQuestion.METHOD)
    ask(report=Report.objects.all()[0], question="What of it?", by=cora())
    assert queries(client, deciding(coach)) == few
