"""The few shapes of an SVG picture that the drawing needs, as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

WIDE = 0.58
"""How wide a letter is on average, as a share of its size (in points); letters of bold words are wider."""
BOLD = 0.64


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
    return f'<text class="{kind}">{rows}</text>'


def box(x: int, y: int, width: int, height: int, kind: str) -> str:
    """A box with round corners."""
    return f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="8"/>'


def line(path: str) -> str:
    """A line along a path."""
    return f'<path d="{path}"/>'


def arrow(path: str, kind: str = "way") -> str:
    """A line that ends in an arrow."""
    return f'<path class="{kind}" d="{path}" marker-end="url(#tip)"/>'


def document(width: int, height: int, *, title: str, description: str, style: str, body: Iterable[str]) -> str:
    """A whole picture, with a name and a description for those who cannot see it."""
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
            ' role="img" aria-labelledby="title description">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="description">{escape(description)}</desc>',
            f"<style>{escape(style, quote=False)}</style>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
            '<path d="M0 0 L8 4 L0 8 z"/></marker></defs>',
            f'<rect class="ground" x="0" y="0" width="{width}" height="{height}"/>',
            *body,
            "</svg>\n",
        )
    )
