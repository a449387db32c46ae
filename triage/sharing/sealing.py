"""Encrypting what is stored: AES-256-GCM, bound to the place that it is stored in."""

from __future__ import annotations

import secrets
import zlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = b"\x01"
NONCE_BYTES = 12
BLOCK = 16 * 1024
"""Payloads are filled up to a multiple of this many bytes, so that their length tells nothing."""


class Unopened(Exception):
    """The key, the place or the bytes are not the right ones."""


def seal(payload: bytes, key: bytes, place: str) -> bytes:
    """Version, nonce and sealed payload. `place` must be given again to open it."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, _filled_up(payload), VERSION + place.encode())


def unseal(sealed: bytes, key: bytes, place: str) -> bytes:
    """The payload. Raises `Unopened`."""
    version, nonce, body = sealed[:1], sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        filled = AESGCM(key).decrypt(nonce, body, VERSION + place.encode())
    except (InvalidTag, ValueError) as error:
        raise Unopened from error
    if version != VERSION:
        raise Unopened
    return _taken_out(filled)


def _filled_up(payload: bytes) -> bytes:
    packed = zlib.compress(payload)
    framed = len(packed).to_bytes(4, "big") + packed
    return framed + bytes(-len(framed) % BLOCK)


def _taken_out(filled: bytes) -> bytes:
    return zlib.decompress(filled[4 : 4 + int.from_bytes(filled[:4], "big")])


DECOY = seal(b"", bytes(32), "")
"""Something to try to open where there is nothing, so that looking for it takes as long."""
