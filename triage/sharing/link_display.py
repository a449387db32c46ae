"""A new link as a person gets to see it, once: to copy, to scan, to mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from urllib.parse import quote

import segno
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from triage.sharing.keeping import Made


@dataclass(frozen=True)
class ShownLink:
    """The whole URL, its QR code as the path and the box of an SVG, and a draft for the person's mail program."""

    url: str
    qr: str
    qr_box: str
    mail: str
    expires_at: datetime


def show_link(request: HttpRequest, made: Made, page: str = "link") -> ShownLink:
    """Everything that the page with a new link shows. `page` is the name of the page that it leads to."""
    url = request.build_absolute_uri(reverse(page, args=[made.token]))
    code = segno.make(url, error="m", micro=False)
    width = code.symbol_size()[0]
    # The draft says nothing of a result.
    body = _("Here is a private link. It opens until %(day)s.") % {"day": f"{made.expires_at:%Y-%m-%d}"}
    mail = f"mailto:?subject={quote(_('A private link'))}&body={quote(body)}%0D%0A%0D%0A{quote(url)}"
    return ShownLink(url, _drawn(code), f"0 0 {width} {width}", mail, made.expires_at)


def _drawn(code: segno.QRCode) -> str:
    """The dark parts, row by row, with the light border that scanners need around them."""
    rows = enumerate(code.matrix_iter(scale=1, border=None))
    runs = ((y, dark, [x for x, _ in run]) for y, row in rows for dark, run in groupby(enumerate(row), itemgetter(1)))
    return "".join(f"M{run[0]} {y}h{len(run)}v1h-{len(run)}z" for y, dark, run in runs if dark)
