"""A desk with nothing but listings on it, to try the exchange without the rest of the real one."""

from __future__ import annotations

from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from coaches.exchange.admin import ExchangeAdminMixin
from coaches.models.coach import Coach
from triage.urls import urlpatterns as site


class CoachAdmin(ExchangeAdminMixin, admin.ModelAdmin[Coach]):
    pass


desk = admin.AdminSite(name="admin")
desk.register(Coach, CoachAdmin)

# Without the real desk, whose name this one takes.
_others = [each for each in site if isinstance(each, URLPattern | URLResolver) and str(each.pattern) != "admin/"]
urlpatterns = [path("desk/", desk.urls), *_others]
