"""Older forms of what is kept of a result, turned into the present one.

Format 1 knew one questionnaire only, whose sections had their titles in the page that showed them. They stand here
as they were then, whatever the questionnaire says now.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

_TITLE = "A coach, a counselor or a therapist?"
_LIMITS = (
    "This is orientation, not a diagnosis, and not a validated test: two published screens are part of it, the rules "
    "around them are ours. It can be wrong. If it does not sound like you, talk it over with a doctor or someone you "
    "trust."
)
_SECTIONS = (
    ("first", "Your plan", "box"),
    ("plan", "", "steps"),
    ("watch", "", "notes"),
    ("later", "", "notes"),
    ("vetting", "Five questions for every coach", "pairs"),
    ("call", "Questions for a first call", "pairs"),
    ("where", "Where to look", "finders"),
    ("money", "Money and cover", "notes"),
    ("insurance", "", "notes"),
    ("ways", "Other help with work", "notes"),
)
_SERVICES = {
    "id": "side_by_side",
    "title": "The three kinds of help, side by side",
    "note": "Costs, licenses and insurance as they are in the United States; elsewhere they differ.",
    "form": "services",
}
_LOOK_AGAIN = {"id": "date_look_again", "title": "Look again", "text": "Two to four weeks have passed.", "days": 21}
_THREE_MONTHS = {
    "id": "date_three_months",
    "title": "Three-month check",
    "text": "Is it working? Go on, change it, or stop.",
    "months": 3,
}
_DEPTHS = {
    "owner": ("", "everything", ""),
    "recommendation": ("recommendation", "service", "They show the recommendation only."),
    "reasons": (
        "reasons",
        "reasons",
        "They show the recommendation and what led to it, without their answers.",
    ),
    "everything": ("everything", "everything", "They show everything."),
}


def from_first(written: Json) -> Json:
    """Format 1 as format 2."""
    scope, depth, told = _DEPTHS[written["scope"]]
    letter = dict(written["letter"])
    advice, finders = letter.pop("advice"), letter.pop("finders")
    sections = _sections(advice, finders) if depth == "everything" else [_SERVICES]
    letter |= {"title": _TITLE, "limits": _LIMITS, "sections": sections}
    return {**written, "format": 2, "scope": scope, "depth": depth, "told": told, "letter": letter}


def _sections(advice: Json, finders: list[Json]) -> list[Json]:
    plan = [
        {
            "id": name,
            "title": title,
            "note": "",
            "form": form,
            "pieces": advice.get(name, ()),
            "places": finders if form == "finders" else (),
        }
        for name, title, form in _SECTIONS
    ]
    watched = any(piece["id"] == "watch_again" for piece in advice.get("watch", ()))
    dates = [_LOOK_AGAIN, _THREE_MONTHS] if watched else [_THREE_MONTHS]
    return [*plan, _SERVICES, {"id": "dates", "title": "", "note": "", "form": "calendar", "pieces": dates}]
