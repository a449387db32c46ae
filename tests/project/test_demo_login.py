from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings


@pytest.mark.django_db
def test_the_printed_log_ins_work_and_stay(
    settings: Settings, tmp_path: Path, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.VAR = tmp_path
    call_command("demo_login")
    printed = capsys.readouterr().out
    call_command("demo_login")
    assert capsys.readouterr().out == printed
    for line in printed.splitlines():
        name, password = line.split()[3], line.split()[5]
        answer = client.post("/admin/login/", {"username": name, "password": password})
        assert (answer.status_code, answer.wsgi_request.user.get_username()) == (302, name)


@pytest.mark.django_db
def test_each_group_of_the_desk_has_somebody(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    call_command("demo_login")
    groups = User.objects.filter(is_staff=True, is_superuser=False).values_list("groups__name", flat=True)
    assert sorted(groups) == ["Administrator", "Curator", "Researcher"]


@pytest.mark.django_db
def test_there_is_no_demo_log_in_in_production(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="demo"):
        call_command("demo_login")
    assert not User.objects.exists()
