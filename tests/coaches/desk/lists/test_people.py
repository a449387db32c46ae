"""Administrators look after the people of the desk."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User

from coaches.vetting.permissions import CURATOR
from tests.coaches.cast import ada, cora, rosa
from tests.coaches.desk.desk import at_desk, text

pytestmark = pytest.mark.django_db

PEOPLE = "/admin/auth/user/"


def edit(by: User, whom: User, **changed: object) -> int:
    sent = {"username": whom.username, "is_active": "on", "is_staff": "on", **changed}
    return at_desk(by).post(f"{PEOPLE}{whom.pk}/change/", sent).status_code


def test_an_administrator_gives_a_group() -> None:
    assert edit(ada(), rosa(), groups=[Group.objects.get(name=CURATOR).pk]) == 302
    assert [group.name for group in rosa().groups.all()] == [CURATOR]


def test_an_administrator_makes_nobody_a_superuser() -> None:
    edit(ada(), ada(), is_superuser="on")
    assert not ada().is_superuser


def test_an_administrator_cannot_take_over_a_superuser() -> None:
    root = User.objects.create_superuser("root", password="root")
    assert edit(ada(), root, username="mine") == 403
    sent = {"password1": "a new one of mine", "password2": "a new one of mine"}
    assert at_desk(ada()).post(f"{PEOPLE}{root.pk}/password/", sent).status_code == 403
    root.refresh_from_db()
    assert root.check_password("root")


def test_others_of_the_desk_do_not_see_the_people() -> None:
    for user in (rosa(), cora()):
        assert at_desk(user).get(PEOPLE).status_code == 403
        assert "auth/user" not in text(at_desk(user).get("/admin/"))
