"""What is written only on the deciding screen, as lists to look through. A row leads to that screen."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from coaches.desk.access import decide_url
from coaches.desk.field_words import label
from coaches.models.check import Check
from coaches.models.coach import Coach
from coaches.models.red_flag import RedFlag
from coaches.models.report import Report
from coaches.models.revision import Revision

Record = TypeVar("Record", Check, RedFlag, Report, Revision)


class DecidingList(ChangeList):
    """A list of which each row leads to the listing's deciding screen."""

    def url_for_result(self, result: Any) -> str:
        return decide_url(result.coach_id)


class RecordAdmin(admin.ModelAdmin[Record]):
    """Nothing is added, changed or deleted here."""

    search_fields = ["coach__name", "coach__email", "coach__slug"]
    show_full_result_count = False
    list_per_page = 50

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return DecidingList

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Record | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Record | None = None) -> bool:
        return False

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The deciding screen shows it, among everything else of its listing."""
        record = self.get_object(request, object_id)
        if record is None or request.method == "POST" or not self.has_view_permission(request, record):
            return super().change_view(request, object_id, form_url, extra_context)
        return HttpResponseRedirect(decide_url(record.coach_id))


class CheckAdmin(RecordAdmin[Check]):
    list_display = ["coach", "question", "finding", "checked_by", "checked_on", "valid_until"]
    list_filter = ["finding", "question", ("checked_by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["coach", "checked_by"]
    date_hierarchy = "checked_on"


class RedFlagAdmin(RecordAdmin[RedFlag]):
    list_display = ["coach", "sign", "seen_on", "seen_by", "settled_on", "settled_by"]
    list_filter = ["sign", ("settled_on", admin.EmptyFieldListFilter)]
    list_select_related = ["coach", "seen_by", "settled_by"]


class ReportAdmin(RecordAdmin[Report]):
    list_display = ["coach", "reason", "made_at", "asked_at", "answered_at", "closed_on", "closed_by"]
    list_filter = ["reason", ("closed_on", admin.EmptyFieldListFilter), ("answered_at", admin.EmptyFieldListFilter)]
    list_select_related = ["coach", "closed_by"]
    date_hierarchy = "made_at"


class RevisionAdmin(RecordAdmin[Revision]):
    list_display = ["coach", "changed", "state", "submitted_at", "decided_by", "decided_at"]
    list_filter = ["state"]
    list_select_related = ["coach", "decided_by"]

    @admin.display(description=_("what changes"))
    def changed(self, revision: Revision) -> str:
        """The fields by their names."""
        return ", ".join(label(Coach, name) for name in revision.proposed)
