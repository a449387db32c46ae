from __future__ import annotations

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin, with the desk's first page."""

    default_site = "coaches.desk.site.Desk"
