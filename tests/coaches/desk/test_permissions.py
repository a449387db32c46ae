"""Who may see and do what at the desk."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from coaches.models.check import Check
from coaches.models.vetting_question import VettingQuestion
from tests.coaches.cast import ada, applied, checked, cora, fresh, listed, member, rosa
from tests.coaches.desk.desk import LIST, act, at_desk, deciding, do, find, text

pytestmark = pytest.mark.django_db

SCREENS = ["", "coaches/coach/", "coaches/check/", "coaches/redflag/", "coaches/report/", "coaches/revision/"]


@pytest.mark.parametrize("screen", SCREENS)
def test_an_outsider_is_sent_to_the_log_in(client: Client, screen: str) -> None:
    response = client.get(f"/admin/{screen}")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/")


def test_an_outsider_sees_neither_the_deciding_screen_nor_the_history(client: Client) -> None:
    coach = listed()
    for path in (deciding(coach), f"{LIST}{coach.pk}/history/", f"{LIST}{coach.pk}/change/"):
        assert client.get(path).headers["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("screen", SCREENS)
def test_each_group_looks_at_every_list(screen: str) -> None:
    listed()
    for user in (rosa(), cora(), ada()):
        assert at_desk(user).get(f"/admin/{screen}").status_code == 200


def test_somebody_of_the_staff_without_a_group_sees_no_listing() -> None:
    coach = listed(name="Nobody Else's")
    client = at_desk(member("sam"))
    assert client.get(deciding(coach)).status_code == 403
    assert client.get(LIST).status_code == 403
    assert client.get(f"{LIST}{coach.pk}/history/").status_code == 403
    assert "Nobody Else" not in text(client.get("/admin/"))


def test_somebody_who_only_looks_has_nothing_to_press() -> None:
    lou = member("lou")
    lou.user_permissions.add(Permission.objects.get(codename="view_coach"))
    page = text(at_desk(User.objects.get(pk=lou.pk)).get(deciding(checked())))
    assert 'name="do"' not in page
    assert "Seen in writing." in page


def test_a_researcher_has_no_button_to_publish_and_cannot_send_its_form() -> None:
    coach = checked()
    do(rosa(), coach, "step-mark_ready")
    assert 'value="step-publish"' not in text(at_desk(rosa()).get(deciding(coach)))
    do(rosa(), coach, "step-publish")
    assert fresh(coach).status == "ready"


def test_a_researcher_is_not_offered_actions_that_publish() -> None:
    checked()
    page = text(at_desk(rosa()).get(LIST))
    assert 'value="take_up"' in page
    assert all(f'value="{action}"' not in page for action in ("publish", "refuse", "remove", "delete_selected"))


def test_sending_an_action_that_is_not_offered_does_nothing() -> None:
    coach = checked()
    do(rosa(), coach, "step-mark_ready")
    act(rosa(), "publish", coach)
    assert fresh(coach).status == "ready"


def test_only_administrators_delete_listings() -> None:
    coach = listed()
    for user in (rosa(), cora()):
        assert at_desk(user).post(f"{LIST}{coach.pk}/delete/", {"post": "yes"}).status_code == 403
    assert at_desk(ada()).post(f"{LIST}{coach.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Check.objects.filter(coach_id=coach.pk).exists()


@pytest.mark.parametrize("record", ["check", "redflag", "report", "revision"])
def test_nobody_adds_records_by_hand(record: str) -> None:
    for user in (cora(), ada(), User.objects.create_superuser("root", password="root")):
        assert at_desk(user).get(f"/admin/coaches/{record}/add/").status_code == 403


def test_a_check_cannot_be_changed_or_deleted_by_hand() -> None:
    coach = checked()
    check = Check.objects.filter(coach=coach)[0]
    client = at_desk(User.objects.create_superuser("root", password="root"))
    assert client.post(f"/admin/coaches/check/{check.pk}/change/", {"finding": "not_met"}).status_code == 403
    assert client.post(f"/admin/coaches/check/{check.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_superuser_does_not_publish_what_they_checked() -> None:
    root = User.objects.create_superuser("root", password="root")
    coach = applied()
    do(root, coach, "step-take_up")
    for question in (VettingQuestion.CREDENTIAL, VettingQuestion.TERMS, VettingQuestion.REFER_OUT):
        find(root, coach, question)
    do(root, coach, "step-mark_ready")
    assert fresh(coach).status == "ready"
    assert "You checked something here" in text(at_desk(root).get(deciding(coach)))
    do(root, coach, "step-publish")
    act(root, "publish", coach)
    assert fresh(coach).status == "ready"
