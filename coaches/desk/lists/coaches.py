"""Listings at the desk: the list, the form, and the way to the deciding screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaches.desk.access import decide_url, desk_user
from coaches.desk.decide.download import download
from coaches.desk.decide.view import decide
from coaches.desk.history import history
from coaches.desk.lists import columns
from coaches.desk.lists.actions import ACTIONS
from coaches.desk.lists.coach_form import CoachForm
from coaches.desk.lists.filters import FILTERS
from coaches.desk.running_out import with_end
from coaches.exchange.admin import ExchangeAdminMixin
from coaches.models.claims import HasMeeting
from coaches.models.coach import Coach
from coaches.models.vetting_question import QUESTION_OF, VettingQuestion

HISTORY_SHOWN = 300
"""How many of the latest steps the page of the history shows."""

STANDING = (
    "status", "status_reason", "consented_at", "published_at", "published_by", "applied_at", "changed_at",
    "invented",
)  # fmt: skip
"""What is only looked at here."""


_BY_QUESTION: Sequence[Any] = [(question.label, {"fields": question.claims}) for question in VettingQuestion]


class CoachList(ChangeList):
    def url_for_result(self, result: Any) -> str:
        return decide_url(result.pk)


class CoachAdmin(ExchangeAdminMixin, admin.ModelAdmin[Coach]):
    form = CoachForm
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_display = [
        "name", columns.status, columns.tier, columns.findings, columns.runs_out, columns.waiting, columns.accepting,
        columns.changed,
    ]  # fmt: skip
    list_filter = FILTERS
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name", "email", "credential_number", "slug"]
    date_hierarchy = "applied_at"
    actions = ACTIONS
    prepopulated_fields = {"slug": ["name"]}
    fieldsets = [
        (None, {"fields": ["why", "name", "slug", "headline", "own_words", "email"]}),
        *_BY_QUESTION,
        (gettext_lazy("Meeting"), {"fields": [field.name for field in HasMeeting._meta.local_fields]}),
        (gettext_lazy("How it stands"), {"fields": STANDING}),
    ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Coach]:
        return with_end(Coach.objects.all()).prefetch_related("checks")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return CoachList

    def get_readonly_fields(self, request: HttpRequest, obj: Coach | None = None) -> tuple[str, ...]:
        # The key stands in addresses that people keep.
        return STANDING if obj is None else (*STANDING, "slug")

    def get_prepopulated_fields(self, request: HttpRequest, obj: Coach | None = None) -> dict[str, Sequence[str]]:
        return self.prepopulated_fields if obj is None and self.has_add_permission(request) else {}

    def has_vet_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("coaches.vet_coach")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("coaches.publish_coach")

    def save_model(self, request: HttpRequest, obj: Coach, form: Any, change: bool) -> None:
        """Save it, and say which checks have to be made again. One that is added waits for its coach to agree."""
        held = set(obj.checks.exclude(checked_on=None).values_list("question", flat=True)) if change else set()
        obj._change_reason = form.cleaned_data["why"].strip()
        obj.save()
        touched = {QUESTION_OF[name] for name in form.changed_data if name in QUESTION_OF} & held
        if touched:
            names = get_text_list(
                [str(question.label) for question in VettingQuestion if question in touched], _("and")
            )
            messages.warning(request, _("To be checked again: %(questions)s.") % {"questions": names})

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Whoever may delete a listing may delete what belongs to it, though none of that alone."""
        to_delete, counts, _needed, protected = super().get_deleted_objects(objs, request)
        return to_delete, counts, set(), protected

    def get_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        own = [
            path("<int:pk>/decide/", guard(self._may_view(decide)), name="coaches_coach_decide"),
            path("file/<int:pk>/", guard(self._may_view(download)), name="coaches_file"),
        ]
        return [*own, *super().get_urls()]

    def _may_view(self, view: Any) -> Any:
        def guarded(request: HttpRequest, pk: int) -> HttpResponse:
            if not self.has_view_permission(request):
                raise PermissionDenied
            response: HttpResponse = view(request, pk)
            return response

        return guarded

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Every step of the listing, its checks and its red flags: to read, with no way back to an earlier state."""
        desk_user(request)
        coach = self.get_object(request, object_id)
        if coach is None or not self.has_view_permission(request, coach):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("History of %(name)s") % {"name": coach},
            "opts": self.opts,
            "coach": coach,
            "history": history(coach, HISTORY_SHOWN),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/coaches/coach/history.html", context)
