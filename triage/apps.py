from __future__ import annotations

import django_stubs_ext
from django.apps import AppConfig
from django.core.checks import register

# Before any module with an admin, a form or a view is imported: these classes take no type arguments by themselves.
django_stubs_ext.monkeypatch()


class TriageConfig(AppConfig):
    name = "triage"
    verbose_name = "Triage"

    def ready(self) -> None:
        from triage.infrastructure.log_masking import mask_all_logs
        from triage.questionnaires.system_checks import check_content

        register(check_content, "content")
        mask_all_logs()
