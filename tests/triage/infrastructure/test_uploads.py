from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory


def sizes(**contents: bytes) -> dict[str, tuple[int, int]]:
    """Of each file that a request sends: the size that it came with, and how many bytes of it there are."""
    files = {name: SimpleUploadedFile(name, content) for name, content in contents.items()}
    sent = RequestFactory().post("/", files).FILES
    return {name: (file.size or 0, len(file.read())) for name in contents for file in sent.getlist(name)}


def test_files_come_as_they_were_sent() -> None:
    assert sizes(one=b"1" * 4_000_000, other=b"2" * 70_000) == {"one": (4_000_000,) * 2, "other": (70_000,) * 2}


def test_a_file_that_is_too_large_is_empty_and_keeps_its_size() -> None:
    assert sizes(one=b"1" * 6_000_000) == {"one": (6_000_000, 0)}


def test_many_files_take_no_more_than_one_may() -> None:
    sent = sizes(**{f"file{number}": b"x" * 1_000_000 for number in range(8)})
    assert sum(there for _size, there in sent.values()) <= 5 * 1024 * 1024
    assert {size for size, _there in sent.values()} == {1_000_000}


def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    sizes(one=b"1" * 4_000_000, other=b"2" * 6_000_000)
    assert list(tmp_path.iterdir()) == []
