from __future__ import annotations

from django.urls import path

from triage.sharing.views import opening, owner, papers

# Short, and known to `triage.infrastructure.log_masking`, which takes what follows /r/ out of the logs.
urlpatterns = [
    path("<token:token>/", opening.link, name="link"),
    path("<token:token>/share/", owner.make_share, name="link_share"),
    path("<token:token>/revoke/", owner.revoke_share, name="link_revoke"),
    path("<token:token>/keep/", owner.extend, name="link_keep"),
    path("<token:token>/delete/", owner.delete_kept, name="link_delete"),
    path("<token:token>/compare/", papers.compare_with, name="link_compare"),
    path("<token:token>/summary/", papers.summary, name="link_summary"),
    path("<token:token>/fhir/", papers.fhir, name="link_fhir"),
    path("<token:token>/dates/", papers.dates, name="link_dates"),
]
