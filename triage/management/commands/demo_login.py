"""Makes the demo's log-ins, one for each group of the desk, and prints them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError

from coaches.vetting.permissions import ADMINISTRATOR, CURATOR, RESEARCHER
from triage.infrastructure.kept_secrets import kept_secret

PEOPLE = {"ada": ADMINISTRATOR, "rosa": RESEARCHER, "cora": CURATOR}
"""Three are needed to try it: nobody publishes what they have checked."""


class Command(BaseCommand):
    help = "Make the demo's log-ins, with random passwords that stay the same, and print them."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo's log-ins are made only where WHICHWAY_ENV is demo.")
        for name, group in PEOPLE.items():
            password = kept_secret(settings.VAR / f"demo-password-{name}", length=9)
            user, _ = User.objects.get_or_create(username=name)
            if not (user.is_staff and user.check_password(password)):
                user.is_staff = True
                user.set_password(password)
                user.save()
            user.groups.set([Group.objects.get(name=group)])
            self.stdout.write(f"Log-in at /admin/: {name:5} Password: {password}   ({group})")
