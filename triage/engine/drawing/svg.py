"""The few shapes of an SVG picture that the drawing needs, as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

WIDE = 0.58
"""How wide a letter is on average, as a share of its size (in points); letters of bold words are wider."""
BOLD = 0.64

# As attributes: this site's own policy lets no picture bring a style of its own.
FONT = 'font-family="Noto Sans, DejaVu Sans, Arial, sans-serif"'
TEXTS = {
    "plain": 'font-size="14" fill="#1d2a30"',
    "name": 'font-size="14" font-weight="bold" fill="#1d2a30"',
    "small": 'font-size="12" fill="#4a5a62"',
    "head": 'font-size="18" font-weight="bold" fill="#1d2a30"',
    "title": 'font-size="24" font-weight="bold" fill="#1d2a30"',
    "edge": 'font-size="12" font-style="italic" fill="#35505c"',
    "answer": 'font-size="14" font-weight="bold" fill="#ffffff"',
}
PLAIN_BOX = 'fill="#ffffff" stroke="#5b7682" stroke-width="1.5"'
BOXES = {
    "part": 'fill="#e8eff1"',
    "consent": 'fill="#eef1fb" stroke="#4a5a9c" stroke-width="1.5"',
    "help": 'fill="#fdeee9" stroke="#a8452a" stroke-width="1.5"',
    "instrument": 'fill="#eef7ee" stroke="#4d7a52" stroke-width="1.5"',
    "outcome": 'fill="#1f5465"',
}
WAYS = {
    "way": 'fill="none" stroke="#5b7682" stroke-width="1.5"',
    "refused": 'fill="none" stroke="#4a5a9c" stroke-width="1.5" stroke-dasharray="5 4"',
}


def wrap(words: str, width: int, size: int, *, bold: bool = False) -> list[str]:
    """The words in lines of at most this width (in pixels) at this size of letters."""
    letters = int(width / (size * (BOLD if bold else WIDE)))
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= letters or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def text(x: int, y: int, lines: Sequence[str], kind: str = "plain", *, line: int = 16) -> str:
    """Lines of text, the first one's foot at y."""
    rows = "".join(f'<tspan x="{x}" y="{y + line * number}">{escape(row)}</tspan>' for number, row in enumerate(lines))
    return f"<text {TEXTS[kind]}>{rows}</text>"


def box(x: int, y: int, width: int, height: int, kind: str) -> str:
    """A box with round corners."""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="8" {BOXES.get(kind, PLAIN_BOX)}/>'


def line(path: str) -> str:
    """A line along a path."""
    return f'<path d="{path}" {WAYS["way"]}/>'


def arrow(path: str, kind: str = "way") -> str:
    """A line that ends in an arrow."""
    return f'<path d="{path}" marker-end="url(#tip)" {WAYS[kind]}/>'


def document(width: int, height: int, *, title: str, description: str, body: Iterable[str]) -> str:
    """A whole picture, with a name and a description for those who cannot see it."""
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
            f' role="img" aria-labelledby="title description" {FONT}>',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="description">{escape(description)}</desc>',
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
            '<path d="M0 0 L8 4 L0 8 z" fill="#5b7682"/></marker></defs>',
            f'<rect x="0" y="0" width="{width}" height="{height}" fill="#f6f8f8"/>',
            *body,
            "</svg>\n",
        )
    )
