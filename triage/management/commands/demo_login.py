"""Makes the demo's log-in and prints it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from triage.kept_secrets import kept_secret

USERNAME = "demo"


class Command(BaseCommand):
    help = "Make the demo's log-in, with a random password that stays the same, and print it."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo's log-in is made only where WHICHWAY_ENV is demo.")
        password = kept_secret(settings.VAR / "demo-password", length=9)
        user, _ = User.objects.get_or_create(username=USERNAME)
        if not (user.is_superuser and user.check_password(password)):
            user.is_staff = user.is_superuser = True
            user.set_password(password)
            user.save()
        self.stdout.write(f"Log-in: {USERNAME}   Password: {password}")
