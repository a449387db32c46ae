"""Every string of the content that is shown to people, so that it can be translated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from triage.questionnaires import registry

SHOWN = {
    "about",
    "best_for",
    "call",
    "checking",
    "cost",
    "deadline",
    "diagnosis",
    "duration",
    "emergency_about",
    "example",
    "feedback",
    "finish",
    "first_step",
    "headline",
    "hint",
    "hours",
    "in_short",
    "insurance",
    "label",
    "lead",
    "limits",
    "name",
    "note",
    "provider",
    "result",
    "scope",
    "sentence",
    "stem",
    "summary",
    "text",
    "time",
    "title",
    "told",
    "why",
}
"""Keys whose text people read. `said`, `levels` and `languages` hold such texts as well."""


def shown_strings() -> list[str]:
    """The strings of all questionnaires and of the signposts, each once, in order."""
    sources = [registry.questionnaire(name).model_dump(mode="json") for name in registry.names()]
    sources.append(registry.signposts().model_dump(mode="json"))
    return list(dict.fromkeys(text for source in sources for text in _strings(source)))


def _strings(thing: object) -> Iterator[str]:
    if isinstance(thing, Mapping):
        for key, value in thing.items():
            if isinstance(value, str):
                if key in SHOWN and value:
                    yield value
            elif key == "said":
                yield from value.values()
            elif key in ("levels", "languages"):
                yield from value
            else:
                yield from _strings(value)
    elif isinstance(thing, list):
        for each in thing:
            yield from _strings(each)
