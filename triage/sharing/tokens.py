"""The secret in a link, and the two values that are derived from it.

A token is 256 random bits and stands in the link only. From it and a salt of the server come the
lookup, under which the sealed payload is stored, and the key that opens it, which is stored nowhere.
Without the salt, a copy of the database cannot even be matched with a known link.

To change the salt, put a new one in front of `RESULT_LINK_SALTS`: it makes all new links, and the
others still open what they made. A salt can go once its last link has expired (at the longest
`RESULT_LINK_MAX_DAYS` later); taking one away earlier ends its links for good.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from triage.infrastructure.log_masking import TOKEN_PATTERN

BYTES = 32
LONGEST_PASSPHRASE = 200
"""Characters. Putting more into one form, as must be done before any is tried, could take minutes."""

# OWASP's equivalent of 2**17 in a quarter of the memory: 32 MiB and about a third of a second.
_SLOW = {"n": 2**15, "r": 8, "p": 3, "maxmem": 64 * 1024 * 1024}


@dataclass(frozen=True)
class Secret:
    """A token as one salt sees it: `lookup` (hex) may be stored, `key` (32 bytes) may not."""

    lookup: str
    key: bytes


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(BYTES)


def is_token(text: str) -> bool:
    """Whether this is written as a token is."""
    return re.fullmatch(TOKEN_PATTERN, text) is not None


def token_from(token: str, purpose: str) -> str:
    """Another token, always the same for this one and purpose, that tells nothing about this one."""
    return base64.urlsafe_b64encode(_derive(token.encode(), b"", b"token " + purpose.encode())).decode().rstrip("=")


def secret(token: str, slowed: bytes = b"") -> Secret:
    """The secret for something new. `slowed` comes from `slow_down`, if there is a passphrase."""
    return _secret(token, settings.RESULT_LINK_SALTS[0], slowed)


def secrets_of(token: str, slowed: bytes = b"") -> tuple[Secret, ...]:
    """The secrets under every salt, the newest first."""
    return tuple(_secret(token, salt, slowed) for salt in settings.RESULT_LINK_SALTS)


def slow_down(token: str, passphrase: str) -> bytes:
    """What a passphrase adds to the key (32 bytes); slow, so that guessing is. Empty without a passphrase."""
    if not passphrase:
        return b""
    # The same characters can be typed in more than one way.
    typed = unicodedata.normalize("NFKC", passphrase.strip()).encode()
    return hashlib.scrypt(typed, salt=_derive(token.encode(), b"", b"passphrase"), dklen=BYTES, **_SLOW)


def _secret(token: str, salt: str, slowed: bytes) -> Secret:
    lookup = _derive(token.encode(), salt.encode(), b"lookup")
    return Secret(lookup.hex(), _derive(token.encode() + slowed, salt.encode(), b"key"))


def _derive(material: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=BYTES, salt=salt, info=b"whichway link " + purpose).derive(material)
