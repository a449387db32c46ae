"""The tables, from where Django looks for them."""

from __future__ import annotations

from coaches.models.change import Change
from coaches.models.check import Check, EvidenceFile
from coaches.models.coach import Coach
from coaches.models.pending_import import PendingImport
from coaches.models.red_flag import RedFlag
from coaches.models.reminder import Reminder
from coaches.models.report import Report
from coaches.models.revision import Revision

__all__ = ["Change", "Check", "Coach", "EvidenceFile", "PendingImport", "RedFlag", "Reminder", "Report", "Revision"]
