"""Import and export at the desk: `class CoachAdmin(ExchangeAdminMixin, admin.ModelAdmin[Coach])`."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from import_export.admin import ImportExportMixin
from import_export.forms import ConfirmImportForm, ExportForm, ImportForm

from coaches.exchange.files import Csv, Unreadable, Xlsx
from coaches.exchange.pending_file import Gone, PendingFile, discard_old
from coaches.exchange.preview import Preview
from coaches.exchange.resource import CoachResource

LARGEST = 5 * 1024 * 1024
FORMATS = [Csv, Xlsx]


class FileForm(ImportForm):
    """The file and its format."""

    def clean_import_file(self) -> Any:
        file = self.cleaned_data["import_file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                _("This file is larger than %(most)d MB; import it in parts.") % {"most": LARGEST // 1024 // 1024}
            )
        return file


class ConfirmForm(ConfirmImportForm):
    """What goes on from the preview to the import."""

    format = forms.ChoiceField(choices=[(str(index), "") for index in range(len(FORMATS))], widget=forms.HiddenInput)


class ExchangeAdminMixin(ImportExportMixin):
    """Import for those who publish, export for those who may look."""

    resource_classes = [CoachResource]
    formats = FORMATS
    import_form_class = FileForm
    confirm_form_class = ConfirmForm
    export_form_class = ExportForm
    tmp_storage_class = PendingFile
    to_encoding = "utf-8-sig"
    # The history of each listing says more.
    skip_admin_log = True
    import_export_change_list_template = "admin/import_export/change_list_import_export.html"

    def has_import_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perms(["coaches.publish_coach", "coaches.add_coach", "coaches.change_coach"])

    def has_export_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("coaches.view_coach")

    def get_import_data_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        given: dict[str, Any] = super().get_import_data_kwargs(**kwargs)
        return {**given, "rollback_on_validation_errors": True}

    def add_data_read_fail_error_to_form(self, form: forms.Form, e: Exception) -> None:
        if not isinstance(e, Unreadable):
            raise e
        form.add_error("import_file", ValidationError(str(e)))

    def import_action(self, request: HttpRequest, **kwargs: Any) -> TemplateResponse:
        """Preview a file, and keep it only where it can be imported."""
        discard_old()
        answer: TemplateResponse = super().import_action(request, **kwargs)
        name = getattr(request.FILES.get("import_file"), "tmp_storage_name", None)
        if name and "confirm_form" not in (answer.context_data or {}):
            PendingFile(name=name).remove()
        return answer

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Import what was previewed, unless the file is gone; it is gone afterwards, whatever became of it."""
        try:
            response: HttpResponse = super().process_import(request, **kwargs)
        except Gone:
            return self._again(request, _("The file was kept for an hour only; choose it again."))
        finally:
            PendingFile(name=request.POST.get("import_file_name", "")).remove()
        return response

    def process_result(self, result: Preview, request: HttpRequest) -> HttpResponse:
        """Say what was done; or, where the listings changed since the preview, what now stands in the way."""
        problems = [str(problem) for problem in result.problems()]
        if problems:
            return self._again(request, _("Nothing was imported. ") + " ".join(problems[:5]))
        messages.success(request, _("Imported: ") + result.totals_in_words())
        return HttpResponseRedirect(reverse("admin:coaches_coach_changelist"))

    def _again(self, request: HttpRequest, message: str) -> HttpResponse:
        messages.error(request, message)
        return HttpResponseRedirect(reverse("admin:coaches_coach_import"))
