"""Realistic people, with what a careful clinician would say to each.

They come from the examples in the career coaching guide. Each is data, so that the engine's tests
and the browser's can walk the same people from the first page to the result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Given = str | tuple[str, ...] | None


@dataclass(frozen=True)
class Person:
    """Someone's answers, and what must come of them. A question that is not named is skipped."""

    name: str
    story: str
    answers: Mapping[str, Given]
    outcome: str
    rule: str
    advice: tuple[str, ...]
    not_advice: tuple[str, ...] = ()
    signals: Mapping[str, str] = field(default_factory=dict)


NEVER, SOME, MORE, DAILY = "not_at_all", "several_days", "more_than_half", "nearly_every_day"

MOOD = ("phq_interest", "phq_down", "phq_sleep", "phq_energy", "phq_appetite", "phq_self", "phq_focus", "phq_pace")
WORRY = ("gad_nervous", "gad_control", "gad_much", "gad_relax", "gad_restless", "gad_irritable", "gad_afraid")

WELL: Mapping[str, Given] = {
    "country": "US",
    "goal": ("promotion",),
    "situation": ("nothing",),
    "clear_goal": "yes",
    "obstacle": "mostly",
    "commitment": "yes",
    "consent": "yes",
    "phq_interest": NEVER,
    "phq_down": NEVER,
    "safety": "no",
    "gad_nervous": NEVER,
    "gad_control": NEVER,
    "worry_blocks": "no",
    "exhaustion": "no",
    "flat": "stirs",
    "suspects": ("none",),
    "sleep": "rarely",
    "daily_life": "not_hard",
    "identity": "no",
    "relationships": "fine",
    "in_care": "no",
    "understanding": "plan",
    "tangled": "no",
    "budget": "yes",
    "insurance": "no",
}
"""Someone whom nothing weighs on, with a goal and the time for it."""


def _mood(*values: str) -> dict[str, Given]:
    """Answers to the mood questions in order; thoughts of harm are not among them."""
    return {**dict(zip(MOOD, values, strict=False)), **({"phq_harm": NEVER} if len(values) > 2 else {})}


def _worry(*values: str) -> dict[str, Given]:
    return dict(zip(WORRY, values, strict=False))


PEOPLE = (
    Person(
        "salary negotiation",
        "Has an offer on the table and wants to ask for more.",
        {**WELL, "goal": ("negotiation",)},
        "coaching",
        "R11",
        ("plan_negotiation", "ways_external", "vetting_refer", "money_upfront"),
        ("watch_again", "plan_therapist_find", "money_coaching"),
        {"clear_goal": "yes", "low_mood": "none", "safety": "no"},
    ),
    Person(
        "pivot with worry",
        "Moves to another field, sleeps badly before big days, otherwise well.",
        {**WELL, "goal": ("pivot",), "clear_goal": "roughly", "sleep": "most", "budget": "tight"},
        "coaching",
        "R11",
        ("plan_pivot", "watch_again", "money_coaching"),
        ("money_upfront",),
        {"sleep": "some"},
    ),
    Person(
        "laid off",
        "Lost the job last month, looks for the next one, and does it steadily.",
        {**WELL, "goal": ("job_search",), "situation": ("laid_off",), "budget": "no", "insurance": "yes"},
        "coaching",
        "R11",
        ("ways_laid_off", "plan_job_search", "money_none", "insurance_coaching"),
        ("money_upfront", "ways_job_coach_freelance"),
        {"budget": "no"},
    ),
    Person(
        "promotion with an open manager",
        "Wants to lead a team; the manager would talk about it.",
        {**WELL, "situation": ("manager_open",)},
        "coaching",
        "R11",
        ("plan_promotion", "ways_manager"),
        ("ways_job_coach_agency",),
        {"execution_obstacle": "mostly"},
    ),
    Person(
        "promotion without time",
        "Wants the bigger role, but has a newborn at home and no free hour.",
        {**WELL, "commitment": "no"},
        "coaching_later",
        "R10",
        ("first_later", "later_start", "plan_promotion"),
        ("first_counseling",),
        {"commitment": "no"},
    ),
    Person(
        "imposter feelings",
        "Praised at work, feels a fraud, and the wish for more visibility is all tied up with it.",
        {**WELL, "goal": ("visibility",), "tangled": "yes", "identity": "somewhat", "understanding": "both"},
        "counseling",
        "R7",
        ("first_counseling", "plan_counselor_find", "later_coaching"),
        ("plan_shortlist", "ways_external"),
        {"identity": "some", "tangled": "yes"},
    ),
    Person(
        "burnt out",
        "So burnt out that the question of what comes next stirs nothing; weekdays have become very hard.",
        {
            **WELL,
            **_mood(MORE, SOME, DAILY, DAILY, SOME, SOME, MORE, NEVER),
            "clear_goal": "no",
            "exhaustion": "yes",
            "flat": "flat",
            "sleep": "most",
            "daily_life": "very",
        },
        "therapy",
        "R1",
        ("first_burnout", "first_doctor", "plan_therapist_find"),
        ("plan_shortlist", "watch_again"),
        {"burnout": "strong", "low_mood": "strong", "functioning": "strong"},
    ),
    Person(
        "panic before interviews",
        "Good at the work, but panic ends one interview after the other.",
        {
            **WELL,
            **_worry(DAILY, MORE, MORE, SOME, SOME, NEVER, MORE),
            "goal": ("job_search",),
            "worry_blocks": "often",
        },
        "therapy",
        "R6",
        ("first_panic", "plan_therapist_find"),
        ("plan_job_search", "first_doctor"),
        {"anxiety": "strong"},
    ),
    Person(
        "suspected attention trouble",
        "Starts everything, finishes little, and wonders about ADHD; thinks that it shapes the work.",
        {**WELL, "goal": ("growing_here",), "suspects": ("attention",), "suspects_weight": "shapes"},
        "therapy",
        "R6",
        ("first_assessment", "first_therapy"),
        ("vetting_training",),
        {"undiagnosed": "strong"},
    ),
    Person(
        "values",
        "Successful and empty; wants the work to mean something, which hangs on who they are.",
        {**WELL, "goal": ("values",), "clear_goal": "no", "obstacle": "no", "tangled": "yes", "identity": "yes"},
        "counseling",
        "R3",
        ("plan_values", "plan_counselor_call"),
        ("plan_work",),
        {"identity": "strong"},
    ),
    Person(
        "first job",
        "Just out of college, no idea yet in which direction.",
        {
            **WELL,
            "goal": ("early_direction",),
            "situation": ("early_career",),
            "clear_goal": "no",
            "obstacle": "partly",
        },
        "counseling",
        "R9",
        ("plan_early", "plan_counselor_find"),
        ("plan_late", "vetting_terms"),
        {"clear_goal": "no"},
    ),
    Person(
        "job with support",
        "Has a disability and wants help to find and keep a job; money is tight.",
        {**WELL, "goal": ("supported_work",), "situation": ("disability",), "budget": "tight", "obstacle": "partly"},
        "coaching",
        "R11",
        ("ways_job_coach_agency", "ways_job_coach_freelance", "money_coaching"),
        ("first_doctor",),
        {"budget": "tight"},
    ),
    Person(
        "executive in care",
        "Leads a division, low for weeks and already with a therapist; wants to prepare for the board.",
        {**WELL, **_mood(MORE, SOME, SOME, MORE, NEVER, SOME, SOME, NEVER), "in_care": "yes"},
        "coaching_alongside_care",
        "R5",
        ("first_alongside", "watch_alongside", "plan_promotion"),
        ("later_coaching", "watch_again"),
        {"low_mood": "some", "in_care": "yes"},
    ),
    Person(
        "retirement",
        "Wants to ease out over three years and has a plan in mind.",
        {**WELL, "goal": ("late_career",), "situation": ("late_stage",), "country": "GB"},
        "coaching",
        "R11",
        ("plan_late", "ways_external"),
        ("plan_early", "insurance_elsewhere"),
        {"commitment": "yes"},
    ),
    Person(
        "thoughts of harm",
        "Came for a new job, and says now and then thinks of not being alive.",
        {**WELL, "goal": ("job_search",), "safety": "passing", "insurance": "yes"},
        "therapy_urgent",
        "R0",
        ("first_urgent", "plan_urgent_next", "later_urgent"),
        ("plan_job_search", "plan_shortlist", "later_coaching"),
        {"safety": "yes"},
    ),
    Person(
        "thoughts of harm in the ninth item",
        "Says no when asked directly, but several days when asked in other words.",
        {**WELL, **_mood(DAILY, DAILY, MORE, MORE, SOME, MORE, SOME, NEVER), "phq_harm": SOME},
        "therapy_urgent",
        "R0",
        ("first_urgent",),
        ("first_therapy",),
        {"safety": "yes", "low_mood": "severe"},
    ),
    Person(
        "skipped all feelings",
        "Agrees to the questions on feelings and then answers none of them.",
        {
            name: given
            for name, given in WELL.items()
            if name
            in (
                "country",
                "goal",
                "situation",
                "clear_goal",
                "obstacle",
                "commitment",
                "consent",
                "budget",
                "insurance",
            )
        },
        "therapy",
        "R1",
        ("first_therapy", "plan_therapist_find"),
        ("plan_shortlist", "watch_again"),
        {"clear_goal": "yes"},
    ),
    Person(
        "refused consent",
        "Does not want to be asked about feelings.",
        {
            **{name: WELL[name] for name in ("country", "goal", "situation", "clear_goal", "obstacle", "commitment")},
            "consent": "no",
            "safety": "no",
            "budget": "yes",
            "insurance": "no",
        },
        "therapy",
        "R1",
        ("first_therapy",),
        ("plan_shortlist",),
        {"safety": "no"},
    ),
)
