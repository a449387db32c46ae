from __future__ import annotations

from django.urls import path

from coaches.own_pages.views import applying, changing, visiting

# What follows mine/ and confirm/ is masked in logs: `triage.infrastructure.log_masking` knows both.
urlpatterns = [
    path("apply/", applying.apply, name="apply"),
    path("apply/sent/", applying.applied, name="applied"),
    path("confirm/<str:token>/", applying.confirm, name="confirm"),
    path("mine/", visiting.mine, name="mine"),
    path("mine/sent/", visiting.sent, name="mine_sent"),
    path("mine/end/", visiting.end_visit, name="mine_end"),
    path("mine/edit/", changing.edit, name="mine_edit"),
    path("mine/openings/", changing.openings, name="mine_openings"),
    path("mine/pause/", changing.pause, name="mine_pause"),
    path("mine/resume/", changing.resume, name="mine_resume"),
    path("mine/leave/", changing.leave, name="mine_leave"),
    path("mine/again/", changing.apply_again, name="mine_again"),
    path("mine/answer/<int:number>/", changing.answer_report, name="mine_answer"),
    path("mine/<str:token>/", visiting.open_mine, name="mine_open"),
]
