from __future__ import annotations

from django.urls import path

from coaches.public import calling, choosing, comparing, how_we_vet, listing, reporting, spreadsheet

urlpatterns = [
    path("how-we-vet/", how_we_vet.how_we_vet, name="how_we_vet"),
    path("compare/", comparing.compare, name="compare"),
    path("call-sheet/", calling.call_sheet, name="call_sheet"),
    path("shortlist.csv", spreadsheet.shortlist_csv, name="shortlist_csv"),
    path("shortlist/", choosing.shortlist, name="shortlist"),
    path("shortlist/add/", choosing.shortlist_add, name="shortlist_add"),
    path("shortlist/remove/", choosing.shortlist_remove, name="shortlist_remove"),
    path("shortlist/clear/", choosing.shortlist_clear, name="shortlist_clear"),
    path("report/thanks/", reporting.thanks, name="report_thanks"),
    path("<slug:slug>/report/", reporting.report, name="report"),
    path("<slug:slug>/", listing.coach, name="coach"),
]
