"""What every piece of content has in common."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-zA-Z][a-zA-Z0-9_]*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]

HelpId = Literal["coaching", "counseling", "therapy", "careers", "job_coach", "workplace"]
"""A kind of help that people can be told where to find.

The three services; careers services, interest inventories and careers advisers; job coaches; help with a workplace.
"""

Topic = Literal[
    "crisis",
    "violence",
    "work_rights",
    "substances",
    "eating",
    "new_parents",
    "grief",
    "highs",
    "unusual",
    "youth",
    "veterans",
    "lgbtq",
    "worried_for_someone",
]
"""What a help line is for. `violence` is harm at home; harm at work is a matter of `work_rights`."""

K = TypeVar("K")
V = TypeVar("V")


def _thawed(held: Mapping[K, V]) -> dict[K, object]:
    """What can be written down of a frozen map, and of those inside it."""
    return {key: _thawed(value) if isinstance(value, Mapping) else value for key, value in held.items()}


FrozenMap = Annotated[
    Mapping[K, V],
    AfterValidator(lambda given: MappingProxyType(dict(given))),
    PlainSerializer(_thawed),
]


class Content(BaseModel):
    """A frozen value read from a content file; a key that it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)
