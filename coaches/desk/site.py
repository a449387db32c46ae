"""The curator's desk: Django's admin, with what waits on its first page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from coaches.desk.access import desk_user
from coaches.desk.queue.first_page import queues


class Desk(admin.AdminSite):
    site_header = _("Whichway desk")
    site_title = _("Whichway desk")
    index_title = _("What waits")
    # Its few lists stand on the first page; the lists themselves need the room.
    enable_nav_sidebar = False

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What waits, for those who may look at listings, and then the list of everything."""
        looks = request.user.has_perm("coaches.view_coach")
        waiting = queues(desk_user(request)) if looks else []
        return super().index(request, {"piles": waiting, **(extra_context or {})})
