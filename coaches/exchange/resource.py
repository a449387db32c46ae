"""Listings as a table: exported for a spreadsheet, and imported again with nothing but what coaches claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import tablib
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.instance_loaders import CachedInstanceLoader
from import_export.resources import ModelResource

from coaches.exchange.cells import as_text
from coaches.exchange.columns import COLUMNS, KEY, cell_for, field_named, wrong_headers
from coaches.exchange.duplicates import KnownCoaches
from coaches.exchange.notes import NOTES
from coaches.exchange.preview import HEADER_ROWS, ClaimChange, Preview, RowPreview
from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.coach_queries import CoachQuerySet
from coaches.models.vetting_question import QUESTION_OF, VettingQuestion

RANGES = (("session_fee_low", "session_fee_high"), ("package_fee_low", "package_fee_high"))


class CoachResource(ModelResource):
    """A row for each listing, found by its key. All rows are taken over, or none."""

    class Meta:
        model = Coach
        fields = tuple(COLUMNS)
        import_order = tuple(COLUMNS)
        import_id_fields = (KEY,)
        instance_loader_class = CachedInstanceLoader
        skip_unchanged = True
        report_skipped = True
        clean_model_instances = True
        use_transactions = True
        # Its colors would be inline styles; `after_import_row` says what changes.
        skip_html_diff = True
        store_instance = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for header, read in NOTES.items():
            self.fields[header] = Field(column_name=header, readonly=True, dehydrate_method=read)

    @classmethod
    def field_from_django_field(cls, field_name: str, django_field: models.Field[Any, Any], readonly: bool) -> Field:
        return Field(attribute=field_name, column_name=field_name, widget=cell_for(django_field), readonly=readonly)

    @classmethod
    def get_result_class(cls) -> type[Preview]:
        return Preview

    @classmethod
    def get_row_result_class(cls) -> type[RowPreview]:
        return RowPreview

    def get_import_fields(self) -> list[Field]:
        return [self.fields[name] for name in COLUMNS]

    def filter_export(self, queryset: CoachQuerySet, **kwargs: Any) -> models.QuerySet[Coach]:
        return queryset.prefetch_related("checks")

    def iter_queryset(self, queryset: models.QuerySet[Coach]) -> Iterator[Coach]:
        return queryset.iterator(chunk_size=2000)

    def before_import(self, dataset: tablib.Dataset, **kwargs: Any) -> None:
        """Raises `ValidationError` for columns that are unknown, missing, or not an import's to set."""
        wrong = wrong_headers(dataset.headers or [])
        if wrong:
            dataset.wipe()
            raise ValidationError(wrong)
        self._rows: dict[str, int] = {}
        self._known = KnownCoaches.all()
        self._made = _checks_made([as_text(key) for key in dataset[KEY]])

    def import_row(self, row: Mapping[str, Any], instance_loader: Any, **kwargs: Any) -> RowPreview:
        if not any(as_text(value) for value in row.values()):
            blank = RowPreview()
            blank.import_type = RowPreview.IMPORT_TYPE_SKIP
            return blank
        done: RowPreview = super().import_row(row, instance_loader, **kwargs)
        return done

    def before_import_row(self, row: Mapping[str, Any], **kwargs: Any) -> None:
        """Raises `ValidationError` for a row without a key, or with one that another row has."""
        key, number = as_text(row[KEY]), kwargs["row_number"] + HEADER_ROWS
        if not key:
            raise ValidationError({KEY: _("this is empty; write the listing's key, such as amara-okafor.")})
        if key in self._rows:
            raise ValidationError(
                {
                    KEY: _("“%(key)s” is in row %(row)d already; leave one of them.")
                    % {"key": key, "row": self._rows[key]}
                }
            )
        self._rows[key] = number

    def import_field(
        self, field: Field, instance: Coach, row: Mapping[str, Any], is_m2m: bool = False, **kwargs: Any
    ) -> None:
        stored = getattr(instance, field.attribute)
        # Files end lines in their own way, and lose the spaces around a text: no reason to check a claim again.
        if isinstance(stored, str) and _flat(stored) == _flat(as_text(row.get(field.column_name, stored))):
            return
        super().import_field(field, instance, row, is_m2m, **kwargs)
        # The order of words says nothing.
        if isinstance(stored, list) and set(stored) == set(getattr(instance, field.attribute)):
            setattr(instance, field.attribute, stored)

    def validate_instance(
        self,
        instance: Coach,
        import_validation_errors: Mapping[str, ValidationError] | None = None,
        validate_unique: bool = True,
    ) -> None:
        errors = dict(import_validation_errors or {})
        for low, high in RANGES:
            least, most = getattr(instance, low), getattr(instance, high)
            if not {low, high} & set(errors) and least is not None and most is not None and most < least:
                errors[high] = ValidationError(
                    _("“%(most)d” is less than %(column)s (%(least)d); write the larger amount here.")
                    % {"most": most, "column": low, "least": least}
                )
        super().validate_instance(instance, errors, validate_unique)

    def before_save_instance(self, instance: Coach, row: Mapping[str, Any], **kwargs: Any) -> None:
        instance._history_user, instance._change_reason = kwargs.get("user"), "imported"

    def after_import_row(self, row: Mapping[str, Any], row_result: RowPreview, **kwargs: Any) -> None:
        row_result.number = kwargs["row_number"] + HEADER_ROWS
        coach = row_result.instance
        if row_result.is_update():
            changed = [name for name in COLUMNS if getattr(coach, name) != getattr(row_result.original, name)]
            row_result.changes = [self._change(name, row_result.original, coach) for name in changed]
            questions = {QUESTION_OF[name] for name in changed if name in QUESTION_OF}
            made = self._made.get(coach.pk, frozenset())
            row_result.taken_back = [
                str(question.label) for question in VettingQuestion if question in questions & made
            ]
        if row_result.is_new() or row_result.is_update():
            row_result.alike = [(other.name, other.slug, why) for other, why in self._known.similar(coach)]
        if row_result.is_new():
            self._known.add(coach)

    def _change(self, name: str, before: Coach, after: Coach) -> ClaimChange:
        field = self.fields[name]
        return ClaimChange(str(field_named(name).verbose_name), str(field.export(before)), str(field.export(after)))


def _checks_made(keys: list[str]) -> dict[int, frozenset[VettingQuestion]]:
    made: dict[int, frozenset[VettingQuestion]] = {}
    checks = Check.objects.filter(coach__slug__in=keys).exclude(finding=Finding.NOT_CHECKED)
    for coach_id, question in checks.values_list("coach_id", "question").order_by():
        made[coach_id] = made.get(coach_id, frozenset()) | {VettingQuestion(question)}
    return made


def _flat(text: str) -> str:
    return "\n".join(text.strip().splitlines())
