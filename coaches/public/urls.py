from __future__ import annotations

from django.urls import path

from coaches.public import (
    call_sheet,
    comparison,
    how_we_vet,
    listing_page,
    reporting,
    shortlist_changes,
    shortlist_csv,
)

urlpatterns = [
    path("how-we-vet/", how_we_vet.how_we_vet, name="how_we_vet"),
    path("compare/", comparison.compare, name="compare"),
    path("call-sheet/", call_sheet.call_sheet, name="call_sheet"),
    path("shortlist.csv", shortlist_csv.shortlist_csv, name="shortlist_csv"),
    path("shortlist/", shortlist_changes.shortlist, name="shortlist"),
    path("shortlist/add/", shortlist_changes.shortlist_add, name="shortlist_add"),
    path("shortlist/remove/", shortlist_changes.shortlist_remove, name="shortlist_remove"),
    path("shortlist/clear/", shortlist_changes.shortlist_clear, name="shortlist_clear"),
    path("report/thanks/", reporting.thanks, name="report_thanks"),
    path("<slug:slug>/report/", reporting.report, name="report"),
    path("<slug:slug>/", listing_page.coach, name="coach"),
]
