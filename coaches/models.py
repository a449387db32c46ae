"""The tables, from where Django looks for them."""

from __future__ import annotations

from coaches.editing.revision import Revision
from coaches.listings.coach import Coach
from coaches.reports.report import Report
from coaches.search.changes import Change
from coaches.upkeep.reminder import Reminder
from coaches.vetting.checks import Check, EvidenceFile
from coaches.vetting.flags import RedFlag

__all__ = ["Change", "Check", "Coach", "EvidenceFile", "RedFlag", "Reminder", "Report", "Revision"]
