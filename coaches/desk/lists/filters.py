"""Filters of the list of listings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from coaches.desk.queue.kinds import KINDS
from coaches.models.coach import Coach
from coaches.models.red_flag import RedFlag
from coaches.today import today
from coaches.vocabulary.names import language

Lookups = Sequence[tuple[str, Any]]
CLOSED = "admin/coaches/coach/closed_filter.html"
"""A long filter, closed until it is used."""


class Waits(admin.SimpleListFilter):
    """What waits for the desk, as on its first page."""

    title = _("what waits")
    parameter_name = "waits"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]) -> Lookups:
        return [(kind, title) for kind, (title, _narrow) in KINDS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Coach]) -> QuerySet[Coach] | None:
        if self.value() not in KINDS:
            return None
        # By key: an order or a doubling of its own must not reach the list.
        narrow = KINDS[str(self.value())][1]
        return queryset.filter(pk__in=narrow(Coach.objects.all()).order_by().values("pk"))


class RunsOut(admin.SimpleListFilter):
    title = _("runs out")
    parameter_name = "ends"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]) -> Lookups:
        return [("over", _("has run out")), ("30", _("within 30 days")), ("90", _("within 90 days"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Coach]) -> QuerySet[Coach] | None:
        match self.value():
            case "over":
                return queryset.filter(Q(ends_on__lt=today()))
            case "30" | "90" as days:
                return queryset.filter(Q(ends_on__gte=today(), ends_on__lte=today() + timedelta(days=int(days))))
        return None


class Languages(admin.SimpleListFilter):
    title = _("language")
    parameter_name = "language"
    template = CLOSED

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]) -> Lookups:
        words: Any = Coach._meta.get_field("languages")
        return sorted(((code, language(code)) for code, _name in words.words), key=lambda each: str(each[1]))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Coach]) -> QuerySet[Coach] | None:
        if self.value() is None:
            return None
        # SQLite cannot ask what a JSON list contains; as text both databases write it alike.
        spoken = Cast("languages", TextField())
        return queryset.alias(languages_text=spoken).filter(languages_text__contains=f'"{self.value()}"')


class Country(admin.ChoicesFieldListFilter):
    template = CLOSED


class RedFlags(admin.SimpleListFilter):
    title = _("red flags")
    parameter_name = "flags"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]) -> Lookups:
        return [("open", _("one is open")), ("settled", _("only settled ones")), ("none", _("none"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Coach]) -> QuerySet[Coach] | None:
        of_coach = RedFlag.objects.filter(coach=OuterRef("pk"))
        any_flag, open_flag = Exists(of_coach), Exists(of_coach.filter(settled_on=None))
        match self.value():
            case "open":
                return queryset.filter(open_flag)
            case "settled":
                return queryset.filter(any_flag).exclude(open_flag)
            case "none":
                return queryset.exclude(any_flag)
        return None


FILTERS: tuple[Any, ...] = (
    Waits,
    "status",
    "credential",
    RunsOut,
    RedFlags,
    Languages,
    ("country", Country),
    "invented",
)
