"""A new link as a person gets to see it, once: to copy, to scan, to mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

import segno
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from triage.sharing.keeping import Made


@dataclass(frozen=True)
class ShownLink:
    """The whole address, its QR code as SVG, and a draft for the person's own mail program."""

    address: str
    qr: SafeString
    mail: str
    expires_at: datetime


def show_link(request: HttpRequest, made: Made) -> ShownLink:
    """Everything that the page with a new link shows."""
    address = request.build_absolute_uri(reverse("link", args=[made.token]))
    # Nothing that was typed goes in: the code is made of the address, the draft says nothing of a result.
    qr = segno.make(address, error="m", micro=False).svg_inline(svgclass="qr", lineclass=None, omitsize=True, border=4)
    body = _("Here is a private link. It opens until %(day)s.") % {"day": f"{made.expires_at:%Y-%m-%d}"}
    mail = f"mailto:?subject={quote(_('A private link'))}&body={quote(body)}%0D%0A%0D%0A{quote(address)}"
    return ShownLink(address, mark_safe(qr), mail, made.expires_at)
