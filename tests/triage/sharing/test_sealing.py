from __future__ import annotations

import pytest

from triage.sharing.sealing import BLOCK, VERSION, Unopened, seal, unseal

KEY = bytes(range(32))


def test_what_was_sealed_opens_again() -> None:
    assert unseal(seal(b"a payload", KEY, "here"), KEY, "here") == b"a payload"


def test_sealing_twice_gives_other_bytes() -> None:
    assert seal(b"a payload", KEY, "here") != seal(b"a payload", KEY, "here")


@pytest.mark.parametrize(("key", "place"), [(bytes(32), "here"), (KEY, "there")])
def test_another_key_or_place_opens_nothing(key: bytes, place: str) -> None:
    with pytest.raises(Unopened):
        unseal(seal(b"a payload", KEY, "here"), key, place)


@pytest.mark.parametrize("position", [0, 1, 12, 13, 1000, -1])
def test_a_single_changed_byte_opens_nothing(position: int) -> None:
    sealed = bytearray(seal(b"a payload", KEY, "here"))
    sealed[position] ^= 1
    with pytest.raises(Unopened):
        unseal(bytes(sealed), KEY, "here")


@pytest.mark.parametrize("cut", [b"", VERSION, seal(b"a payload", KEY, "here")[:-1]])
def test_what_was_cut_off_opens_nothing(cut: bytes) -> None:
    with pytest.raises(Unopened):
        unseal(cut, KEY, "here")


def test_the_length_does_not_tell_what_is_inside() -> None:
    lengths = {len(seal(payload, KEY, "here")) for payload in (b"", b"short", b"long " * 3000)}
    assert lengths == {1 + 12 + BLOCK + 16}
