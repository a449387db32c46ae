"""What the desk shows; how is said in `coaches.desk`."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.models import User

from coaches.desk.lists.coaches import CoachAdmin
from coaches.desk.lists.people import PersonAdmin
from coaches.desk.lists.records import CheckAdmin, RedFlagAdmin, ReportAdmin, RevisionAdmin
from coaches.models.check import Check
from coaches.models.coach import Coach
from coaches.models.red_flag import RedFlag
from coaches.models.report import Report
from coaches.models.revision import Revision

admin.site.unregister(User)
admin.site.register(User, PersonAdmin)
admin.site.register(Coach, CoachAdmin)
admin.site.register(Check, CheckAdmin)
admin.site.register(RedFlag, RedFlagAdmin)
admin.site.register(Report, ReportAdmin)
admin.site.register(Revision, RevisionAdmin)
