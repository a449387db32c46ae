from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoachesConfig(AppConfig):
    name = "coaches"
    verbose_name = _("Directory of coaches")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from coaches.models.change import watch
        from coaches.models.check import Check
        from coaches.models.coach import Coach
        from coaches.models.red_flag import RedFlag
        from coaches.vetting.permissions import make_groups

        post_migrate.connect(make_groups, sender=self, dispatch_uid="coaches.make_groups")
        watch(Coach, Check, RedFlag)
