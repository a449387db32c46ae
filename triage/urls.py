from __future__ import annotations

from django.contrib import admin
from django.urls import include, path, register_converter

from triage.feedback import views as feedback
from triage.help import views as help_pages
from triage.pages import views as pages
from triage.questionnaires.converter import QuestionnaireConverter
from triage.quiz import views as quiz
from triage.results import views as results
from triage.sharing.converter import TokenConverter
from triage.sharing.views import creating as links

handler400 = "triage.infrastructure.errors.bad_request"
handler403 = "triage.infrastructure.errors.forbidden"
handler404 = "triage.infrastructure.errors.not_found"
handler500 = "triage.infrastructure.errors.server_error"

register_converter(QuestionnaireConverter, "questionnaire")
register_converter(TokenConverter, "token")

urlpatterns = [
    path("", quiz.start, name="start"),
    path("r/", include("triage.sharing.urls")),
    path("r/<token:token>/helpful/", feedback.answer, name="poll_answer"),
    path("r/<token:token>/figures/", feedback.figures, name="poll_figures"),
    path("leave/", quiz.leave, name="leave"),
    path("left/", quiz.left, name="left"),
    path("<questionnaire:questionnaire>/", quiz.begin, name="begin"),
    path("<questionnaire:questionnaire>/<int:number>/", quiz.step, name="step"),
    path("<questionnaire:questionnaire>/check/", quiz.review, name="review"),
    path("<questionnaire:questionnaire>/finish/", quiz.finish, name="finish"),
    path("<questionnaire:questionnaire>/save/", links.save, name="save"),
    path("<questionnaire:questionnaire>/result/", results.result, name="result"),
    path("<questionnaire:questionnaire>/result/keep/", links.keep_result, name="keep"),
    path("<questionnaire:questionnaire>/result/helpful/", feedback.make, name="poll"),
    path("<questionnaire:questionnaire>/result/dates/", results.result_dates, name="result_dates"),
    path("<questionnaire:questionnaire>/result/part/<slug:scope>/", results.result_part, name="result_part"),
    path("<questionnaire:questionnaire>/how-we-decide/", pages.how_we_decide, name="how_we_decide_in"),
    path("<questionnaire:questionnaire>/how-we-decide/flow.svg", pages.flow, name="flow"),
    path("help/", help_pages.help_now, name="help"),
    path("help/<slug:code>/", help_pages.help_in, name="help_in"),
    path("how-we-decide/", pages.how_we_decide, name="how_we_decide"),
    path("about/", pages.about, name="about"),
    path("privacy/", pages.privacy, name="privacy"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("robots.txt", pages.robots),
    path("favicon.ico", pages.favicon),
    path("coaches/", include("coaches.urls")),
    path("admin/", admin.site.urls),
]
