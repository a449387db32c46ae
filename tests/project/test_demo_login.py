from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings


@pytest.mark.django_db
def test_the_printed_log_in_works_and_stays(
    settings: Settings, tmp_path: Path, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.VAR = tmp_path
    call_command("demo_login")
    printed = capsys.readouterr().out
    call_command("demo_login")
    assert capsys.readouterr().out == printed
    password = printed.split()[-1]
    assert client.login(username="demo", password=password)
    assert User.objects.get().is_superuser


@pytest.mark.django_db
def test_there_is_no_demo_log_in_in_production(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="demo"):
        call_command("demo_login")
    assert not User.objects.exists()
