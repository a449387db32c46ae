"""The tables, from where Django looks for them."""

from __future__ import annotations

from triage.feedback.polls import Poll
from triage.infrastructure.limits import Tally
from triage.sharing.links import Link

__all__ = ["Link", "Poll", "Tally"]
