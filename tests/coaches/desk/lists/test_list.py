"""The list of listings, and what can be done to several at once."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from coaches.desk.lists.actions import TOLD
from coaches.models.coach import Coach
from coaches.vetting.lifecycle import mark_ready, pause
from coaches.vetting.red_flags import raise_red_flag, settle_red_flag
from tests.coaches.cast import ada, applied, checked, cora, fresh, in_days, listed, rosa
from tests.coaches.desk.desk import LIST, act, at_desk, queries, said, text

pytestmark = pytest.mark.django_db


def found(query: str) -> set[str]:
    response = at_desk(cora()).get(f"{LIST}?{query}")
    return {coach.name for coach in response.context["cl"].result_list}


def ready(**changed: object) -> Coach:
    coach = checked(**changed)
    mark_ready(coach=coach, by=rosa())
    return coach


@pytest.mark.parametrize(
    "path", [LIST, "/admin/coaches/check/", "/admin/coaches/redflag/", f"{LIST}?waits=lapsing", f"{LIST}?flags=open"]
)
def test_the_queries_are_the_same_for_5_rows_and_50(path: str) -> None:
    def some(many: int) -> None:
        for _number in range(many):
            raise_red_flag(coach=listed(credential_expires_on=in_days(9)), sign="other", evidence="Seen.", by=rosa())

    client = at_desk(cora())
    some(5)
    few = queries(client, path)
    some(45)
    assert queries(client, path) == few


def test_a_row_leads_to_the_deciding_screen() -> None:
    coach = applied()
    assert f'<a href="{LIST}{coach.pk}/decide/">{coach.name}</a>' in text(at_desk(rosa()).get(LIST))


def test_the_findings_have_words_and_a_claim_is_not_shown_as_a_fact() -> None:
    applied()
    checked()
    page = text(at_desk(rosa()).get(LIST))
    assert "Fees and terms: met" in page
    assert "Track record: not checked" in page
    assert "says ICF PCC, not checked" in page
    assert "ICF PCC, checked" in page


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("language=de", {"German"}),
        ("country__exact=DE", {"German"}),
        ("flags=open", {"Flagged"}),
        ("flags=settled", {"Settled"}),
        ("flags=none", {"German", "Soon"}),
        ("ends=30", {"Soon"}),
        ("ends=over", set()),
        ("credential__exact=icf_mcc", {"Settled"}),
        ("invented__exact=1", {"Soon"}),
        ("q=german%40", {"German"}),
        ("q=MCC-77", {"Settled"}),
        ("q=flagged-key", {"Flagged"}),
        ("waits=nonsense", {"German", "Flagged", "Settled", "Soon"}),
        ("ends=nonsense&flags=nonsense", {"German", "Flagged", "Settled", "Soon"}),
    ],
)
def test_filters_and_search_find(query: str, names: set[str]) -> None:
    applied(name="German", email="german@coaches.example", languages=["de"], country="DE")
    raise_red_flag(coach=applied(name="Flagged", slug="flagged-key"), sign="other", evidence="Seen.", by=rosa())
    settled = applied(name="Settled", credential="icf_mcc", credential_number="MCC-77")
    flag = raise_red_flag(coach=settled, sign="other", evidence="Seen.", by=rosa())
    settle_red_flag(flag=flag, settlement="Gone.", by=cora())
    applied(name="Soon", credential_expires_on=in_days(30), invented=True)
    assert found(query) == names


def test_several_are_taken_up_and_the_refused_ones_say_why() -> None:
    one, two, over = applied(), applied(), checked(name="Over There")
    response = act(rosa(), "take_up", one, two, over)
    assert {fresh(coach).status for coach in (one, two)} == {"in_review"}
    assert said(response) == [
        "Done for 2 listings.",
        "Over There: A listing that is “in review” cannot become “in review”.",
    ]


def test_several_are_marked_ready_where_nothing_is_missing() -> None:
    whole, lacking = checked(), applied(name="Half Done")
    act(rosa(), "take_up", lacking)
    response = act(rosa(), "mark_ready", whole, lacking)
    assert (fresh(whole).status, fresh(lacking).status) == ("ready", "in_review")
    assert "Half Done: Neither the credential nor the track record is met." in said(response)[1]


def test_several_are_published_but_never_ones_own_checks() -> None:
    mine, others = ready(name="Mine"), ready()
    for check in mine.checks.all():
        check.checked_by = cora()
        check.save()
    response = act(cora(), "publish", mine, others)
    assert (fresh(mine).status, fresh(others).status) == ("ready", "listed")
    assert said(response) == [
        "Done for one listing.",
        "Mine: You checked something here: someone else has to publish it.",
    ]


def test_publishing_leaves_what_a_coach_has_paused() -> None:
    coach = listed()
    pause(coach=coach)
    act(cora(), "publish", coach)
    assert fresh(coach).status == "paused"


def test_many_refusals_are_told_in_short() -> None:
    response = act(cora(), "publish", *[applied() for _number in range(TOLD + 3)])
    assert len(said(response)) == TOLD + 1
    assert said(response)[-1] == "And 3 more were left as they are."


@pytest.mark.parametrize(("action", "status"), [("refuse", "refused"), ("remove", "removed")])
def test_ending_several_asks_for_the_reason_first(action: str, status: str) -> None:
    coach = applied(name="Ending Soon")
    page = act(cora(), action, coach)
    assert "Ending Soon" in text(page)
    assert fresh(coach).status == "applied"
    assert "Give the reason" in text(act(cora(), action, coach, confirmed="1", reason=" "))
    assert fresh(coach).status == "applied"
    act(cora(), action, coach, confirmed="1", reason="We could not reach you.")
    assert (fresh(coach).status, fresh(coach).status_reason) == (status, "We could not reach you.")


def test_only_administrators_may_delete_several() -> None:
    listed()
    assert "delete_selected" not in text(at_desk(cora()).get(LIST))
    assert "delete_selected" in text(at_desk(ada()).get(LIST))


def test_a_record_leads_to_its_listing() -> None:
    coach = listed()
    root = User.objects.create_superuser("root", password="root")
    assert f"{LIST}{coach.pk}/decide/" in text(at_desk(root).get("/admin/coaches/check/"))
