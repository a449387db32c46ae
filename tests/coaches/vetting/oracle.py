"""What may be shown, said a second time, in plain Python over plain rows: it shares nothing with the code it judges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import connection

Row = Mapping[str, Any]

COVERED: Mapping[str, tuple[str, ...]] = {
    "credential": (
        "credential", "credential_name", "credential_number", "badge_link", "credential_expires_on", "training",
        "other_training",
    ),
    "track_record": ("goals", "stages", "industries", "representative_situations", "coaching_since"),
    "method": (
        "method", "session_minutes", "rhythm", "engagement", "between_sessions", "progress", "three_month_check_in",
    ),
    "terms": (
        "currency", "session_fee_low", "session_fee_high", "package_fee_low", "package_fee_high", "package",
        "sliding_scale", "free_call", "free_call_minutes", "upfront", "terms_in_writing", "terms_where", "refunds",
        "cancellations",
    ),
    "refer_out": ("refer_out", "refers_for", "refers_for_other", "refers_to"),
}  # fmt: skip
"""What a coach says, by the question whose check vouches for it."""


class Rows:
    """The tables as they are, read past every manager of the project."""

    def __init__(self) -> None:
        self.coaches = {row["id"]: row for row in _read("coaches_coach")}
        self.checks: dict[int, list[Row]] = defaultdict(list)
        for row in _read("coaches_check"):
            self.checks[row["coach_id"]].append(row)
        self.flags: dict[int, list[Row]] = defaultdict(list)
        for row in _read("coaches_redflag"):
            self.flags[row["coach_id"]].append(row)

    def claims(self, coach_id: int, question: str) -> tuple[Any, ...]:
        """What the coach says now about a question."""
        return tuple(self.coaches[coach_id][field] for field in COVERED[question])

    def visible(self, on: date) -> set[int]:
        """Whom the public may see on a day."""
        return {coach_id for coach_id in self.coaches if not self.hidden_because(coach_id, on)}

    def hidden_because(self, coach_id: int, on: date) -> list[str]:
        """Every reason not to show a listing; nothing where it may be shown."""
        coach, checks = self.coaches[coach_id], self.checks[coach_id]
        day = on.isoformat()
        met = {row["question"] for row in checks if row["finding"] == "met" and str(row["valid_until"]) >= day}
        expires = coach["credential_expires_on"]
        publisher, published_at = coach["published_by_id"], coach["published_at"]
        later: set[str] = set()
        seen: set[str] = set()
        for row in checks:
            if row["question"] in met:
                (later if published_at is None or row["stands_since"] > published_at else seen).add(row["question"])
        reasons = {
            "not listed": coach["status"] != "listed",
            "consent": coach["consented_at"] is None,
            "standing": not met & {"credential", "track_record"},
            "terms": "terms" not in met,
            "refer_out": "refer_out" not in met,
            "no_red_flag": any(row["settled_on"] is None for row in self.flags[coach_id]),
            "nothing_run_out": any(
                row["finding"] in ("met", "partly") and str(row["valid_until"]) < day for row in checks
            ),
            "in_date": (expires is None and coach["credential"] in ("icf_acc", "icf_pcc", "icf_mcc"))
            or (expires is not None and str(expires) < day),
            "second_person": publisher is None
            or any(row["finding"] != "not_checked" and row["checked_by_id"] == publisher for row in checks),
            "covered": published_at is None
            or bool(later & {"terms", "refer_out"})
            or (bool(later & {"credential", "track_record"}) and not seen & {"credential", "track_record"}),
        }
        return [reason for reason, holds in reasons.items() if holds]


def _read(table: str) -> Iterable[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
