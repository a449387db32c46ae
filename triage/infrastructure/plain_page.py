"""A page that needs nothing but this file: no template, no style, no translation, no way to look up a URL."""

from __future__ import annotations

from html import escape

from triage.infrastructure.crisis_numbers import CRISIS_NUMBERS, ELSEWHERE

_FRAME = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{heading} · Whichway</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
</head>
<body>
<main>
<h1>{heading}</h1>
<p>{text}</p>
<p><a href="/">To the start, or on where you were</a></p>
<h2>If you need someone now</h2>
<p>In danger right now? Call your local emergency number.</p>
<ul>
{numbers}
</ul>
<p><a href="{elsewhere}" rel="noreferrer">Other countries</a> · <a href="/help/">All crisis help</a></p>
</main>
</body>
</html>
"""


def plain_page(heading: str, text: str) -> str:
    """HTML in English, with crisis help."""
    numbers = "\n".join(
        f'<li>{each.country}: {escape(each.line)} <a href="tel:{each.dialled}">{each.number}</a>, '
        f'emergency <a href="tel:{each.emergency}">{each.emergency}</a></li>'
        for each in CRISIS_NUMBERS
    )
    return _FRAME.format(heading=escape(heading), text=escape(text), numbers=numbers, elsewhere=ELSEWHERE)
