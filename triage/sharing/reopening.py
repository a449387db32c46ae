"""For who has just opened a share: a note in the page that opens it again, uncounted, for a short while.

It lets the person take along the summary and the files of what they see. It holds no key, only what the
passphrase adds to one; without the link's token it is of no use.
"""

from __future__ import annotations

import base64

from django.core import signing

from triage.sharing.opening import NotThere, Opened, open_again

SECONDS = 30 * 60
_SALT = "triage.sharing.reopening"


def ticket(opened: Opened) -> str:
    """A ticket for the opened link."""
    slowed = base64.b64encode(opened.slowed).decode()
    return signing.dumps({"lookup": opened.link.lookup, "slowed": slowed}, salt=_SALT)


def open_by_ticket(token: str, given: str) -> Opened:
    """What the ticket was made for, if the link is still there. Raises `NotThere`."""
    try:
        noted = signing.loads(given, salt=_SALT, max_age=SECONDS)
    except signing.BadSignature as error:
        raise NotThere from error
    opened = open_again(token, base64.b64decode(noted["slowed"]))
    if opened.link.lookup != noted["lookup"]:
        raise NotThere
    return opened
