from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoachesConfig(AppConfig):
    name = "coaches"
    verbose_name = _("Directory of coaches")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from coaches.listings.coach import Coach
        from coaches.search.changes import watch
        from coaches.vetting.checks import Check
        from coaches.vetting.flags import RedFlag
        from coaches.vetting.people import make_groups

        post_migrate.connect(make_groups, sender=self, dispatch_uid="coaches.make_groups")
        watch(Coach, Check, RedFlag)
