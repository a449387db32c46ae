"""Mara answers with recognisable answers, keeps her result and shares it; and what her browser sends for that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.test import Client

from tests.triage.visits import Visitor
from triage.engine.deciding.answers import Given
from triage.engine.explaining.evaluation import evaluate
from triage.engine.model import Scope
from triage.engine.proof import complete
from triage.infrastructure.log_masking import TOKEN_PATTERN
from triage.questionnaires import registry
from triage.results.letter_format import OutcomeTold
from triage.results.narrowing import narrow
from triage.results.snapshot import Snapshot
from triage.results.snapshot_taking import take_snapshot
from triage.sharing.keeping import keep
from triage.sharing.links import Link

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answered

MARA: Mapping[str, Given] = {
    "country": "IE",
    "goal": ("negotiation", "late_career"),
    "situation": ("record", "caring"),
    "clear_goal": "roughly",
    "obstacle": ("time", "fear"),
    "commitment": "some",
    "consent": "yes",
    "phq_interest": "more_than_half",
    "phq_down": "nearly_every_day",
    "phq_sleep": "several_days",
    "phq_energy": "more_than_half",
    "phq_appetite": "nearly_every_day",
    "phq_self": "several_days",
    "phq_focus": "not_at_all",
    "phq_pace": "not_at_all",
    "phq_harm": "not_at_all",
    "safety": "no",
    "threat": "no",
    "gad_nervous": "several_days",
    "gad_control": "not_at_all",
    "phq_difficulty": "somewhat_difficult",
    "worry_blocks": "sometimes",
    "sleep": "well",
    "elevated": "no",
    "unusual": ("none",),
    "exhaustion": "often",
    "wanting": "yes",
    "condition": ("eating", "substances"),
    "care_eating": "looked_after",
    "care_substances": "looked_after",
    "daily_life": "somewhat",
    "identity": "not_always",
    "relationships": "strained",
    "in_care": "no",
    "understanding": "both",
    "tangled": ("practical", "values"),
    "pay": ("little", "cover"),
}
"""Low mood in the PHQ-9 (12 points), a little worry in the GAD-2 (1 point), therapy recommended."""

BETTER: Mapping[str, Given] = {
    **MARA,
    "phq_interest": "not_at_all",
    "phq_down": "several_days",
    "daily_life": "not_hard",
}
"""Mara, some weeks later."""

ISSUED = date(2026, 11, 22)


def snapshot_of(answers: Mapping[str, Given], issued: date = ISSUED) -> Snapshot:
    """What is kept of the answers; everything else is skipped."""
    questionnaire = registry.questionnaire()
    evaluation = evaluate(questionnaire, complete(questionnaire, tuple(answers.items())))
    return take_snapshot(evaluation, registry.signposts(), issued)


def scope_of(name: str) -> Scope:
    """A scope of the triage's shares."""
    return registry.questionnaire().scope[name]


def outcome_of(snapshot: Snapshot) -> OutcomeTold:
    """What was recommended, in a copy that says so."""
    assert snapshot.letter.outcome is not None
    return snapshot.letter.outcome


def headline_of(answers: Mapping[str, Given]) -> str:
    """The headline that the person sees."""
    return outcome_of(snapshot_of(answers)).headline


def recommended_to(answers: Mapping[str, Given]) -> str:
    """The one sentence of a link that shows nothing but the recommendation."""
    return outcome_of(narrow(snapshot_of(answers), scope_of("recommendation"))).headline


def kept(answers: Mapping[str, Given] = MARA, issued: date = ISSUED) -> tuple[str, Link]:
    """A kept result: the token of its link, and its row."""
    token = keep(snapshot=snapshot_of(answers, issued)).token
    return token, Link.objects.latest("pk")


class Owner(Visitor):
    """Somebody who answers, and then keeps and shares."""

    def __init__(self, client: Client, answers: Mapping[str, Given] = MARA) -> None:
        super().__init__(client, answers)

    def keep(self) -> str:
        """Keep the result of this browser; the token of its link."""
        return shown_token(self.client.post("/quiz/result/keep/"))

    def save(self) -> str:
        """Save the answers so far; the token of the link to come back."""
        return shown_token(self.client.post("/quiz/save/"))

    def share(self, token: str, **more: str) -> str:
        """Share a kept result; the token of the share's link."""
        return shown_token(self.client.post(f"/r/{token}/share/", share_form(**more)))


def share_form(**more: str) -> dict[str, str]:
    """The form for sharing, as it is filled in."""
    return {"scope": "recommendation", "days": "7", "form": "one form of the tests", **more}


def shown_token(answered: Answered) -> str:
    """The token of the new link that a page shows."""
    page = answered.content.decode()
    found = re.findall(rf'value="http://testserver/r/({TOKEN_PATTERN})/"', page)
    assert len(found) == 1, page
    return str(found[0])


def open_it(client: Client, token: str, passphrase: str = "") -> Answered:
    """Press the button on the neutral page."""
    return client.post(f"/r/{token}/", {"passphrase": passphrase})


def ticket_on(answered: Answered) -> str:
    """The ticket in an opened page."""
    return str(re.findall(r'name="ticket" value="([^"]+)"', answered.content.decode())[0])
