"""What the desk shows; how is said in `coaches.desk`."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.models import User

from coaches.desk.coach_admin import CoachAdmin
from coaches.desk.people_admin import PersonAdmin
from coaches.desk.records import CheckAdmin, RedFlagAdmin, ReportAdmin, RevisionAdmin
from coaches.editing.revision import Revision
from coaches.listings.coach import Coach
from coaches.reports.report import Report
from coaches.vetting.checks import Check
from coaches.vetting.flags import RedFlag

admin.site.unregister(User)
admin.site.register(User, PersonAdmin)
admin.site.register(Coach, CoachAdmin)
admin.site.register(Check, CheckAdmin)
admin.site.register(RedFlag, RedFlagAdmin)
admin.site.register(Report, ReportAdmin)
admin.site.register(Revision, RevisionAdmin)
