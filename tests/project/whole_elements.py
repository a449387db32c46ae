"""Which elements and blocks of a template are not closed where they were opened, told from its source alone."""

from __future__ import annotations

import re
from html.parser import HTMLParser

COMMENT = re.compile(r"\{#.*?#\}|\{% comment\b.*?\{% endcomment %\}", re.DOTALL)
DJANGO = re.compile(r"\{%\s*(\w+).*?%\}|\{\{.*?\}\}")
# Stands for a tag of Django's, and means nothing to an HTML parser wherever it stands.
MARK = re.compile("\ue000(\\w+)\ue001")
VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


class _Reader(HTMLParser):
    def __init__(self, blocks: frozenset[str]) -> None:
        super().__init__()
        self.blocks = blocks
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(f"<{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """It closes itself, as shapes in a picture do."""

    def handle_endtag(self, tag: str) -> None:
        self._close(f"<{tag}>", self.getpos()[0])

    def handle_data(self, data: str) -> None:
        for mark in MARK.finditer(data):
            name, line = mark[1], self.getpos()[0] + data.count("\n", 0, mark.start())
            if name in self.blocks:
                self.open.append(f"{{% {name} %}}")
            elif name in ("else", "elif", "empty", "plural"):
                if not (self.open and self.open[-1].startswith("{%")):
                    self.faults.append(f"line {line}: {{% {name} %}} inside {self.open[-1:]}")
            elif name.startswith("end"):
                self._close(f"{{% {name.removeprefix('end')} %}}", line)

    def _close(self, name: str, line: int) -> None:
        if self.open[-1:] == [name]:
            self.open.pop()
        else:
            self.faults.append(f"line {line}: the end of {name} inside {self.open[-1:]}")


def not_whole(source: str) -> list[str]:
    """What is closed without having been opened last, with its line, and what stays open."""
    source = COMMENT.sub("", source)
    names = {match[1] for match in DJANGO.finditer(source) if match[1]}
    reader = _Reader(frozenset(name for name in names if f"end{name}" in names))
    reader.feed(DJANGO.sub(lambda match: f" \ue000{match[1]}\ue001 " if match[1] else "\ue002", source))
    reader.close()
    return [*reader.faults, *(f"{name} stays open" for name in reader.open)]
