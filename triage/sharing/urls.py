from __future__ import annotations

from django.urls import path, register_converter

from triage.feedback import views as feedback
from triage.sharing.tokens import FORM
from triage.sharing.views import opening, owner, papers


class TokenConverter:
    regex = FORM

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(TokenConverter, "token")

# Short, and known to `triage.sharing.masking`, which takes what follows /r/ out of the logs.
urlpatterns = [
    path("<token:token>/", opening.link, name="link"),
    path("<token:token>/share/", owner.make_share, name="link_share"),
    path("<token:token>/revoke/", owner.revoke_share, name="link_revoke"),
    path("<token:token>/keep/", owner.extend, name="link_keep"),
    path("<token:token>/delete/", owner.delete_kept, name="link_delete"),
    path("<token:token>/compare/", papers.compare_with, name="link_compare"),
    path("<token:token>/summary/", papers.summary, name="link_summary"),
    path("<token:token>/fhir/", papers.fhir, name="link_fhir"),
    path("<token:token>/helpful/", feedback.answer, name="poll_answer"),
    path("<token:token>/figures/", feedback.figures, name="poll_figures"),
    path("<token:token>/dates/", papers.dates, name="link_dates"),
]
