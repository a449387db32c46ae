"""Everything that a database keeps about anybody: rows as text, and the bytes of its files."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.db import connection


def everything_stored(since: float) -> Iterator[tuple[str, bytes]]:
    """Each table's rows as text, and each file of the database, its write-ahead log too, with a name for it.

    Of a server's files only those that were written `since` then (seconds since 1970).
    """
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # table names come from the database itself
            yield table, "\n".join(map(_as_text, cursor.fetchall())).encode()
    yield from _files_of_sqlite() if connection.vendor == "sqlite" else _files_of_postgres(since)


def _as_text(row: tuple[object, ...]) -> str:
    # What is in a binary column is looked at as it is, beside its usual writing.
    cells = [bytes(cell) if isinstance(cell, memoryview) else cell for cell in row]
    return "\t".join(f"{cell.hex()} {cell!r}" if isinstance(cell, bytes) else str(cell) for cell in cells)


def _files_of_sqlite() -> Iterator[tuple[str, bytes]]:
    database = Path(str(connection.settings_dict["NAME"]))
    for path in (database, Path(f"{database}-wal")):
        yield path.name, path.read_bytes()


def _files_of_postgres(since: float) -> Iterator[tuple[str, bytes]]:
    """The files of this database and the write-ahead log, where the server is on this machine and lets us read them."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        oid = cursor.fetchone()[0]
        cursor.execute("SHOW data_directory")
        folder = cursor.fetchone()[0]
    for part in (f"base/{oid}", "pg_wal"):
        for path in Path(folder, part).glob("*"):
            # The server takes old files away at any moment.
            with suppress(FileNotFoundError):
                if path.is_file() and path.stat().st_mtime >= since - 1:
                    yield f"{part}/{path.name}", path.read_bytes()


def disguises(secret: str) -> Iterator[bytes]:
    """The ways in which a text could stand somewhere: as it is, in hexadecimal, in base64 at each of three offsets."""
    plain = secret.encode()
    yield plain
    yield plain.hex().encode()
    yield secret.encode("utf-16-le")
    for offset in range(3):
        encoded = base64.urlsafe_b64encode(b" " * offset + plain).rstrip(b"=")
        # The first and the last letters also hold bits of what stands beside it.
        yield encoded[(offset * 8 + 5) // 6 : len(encoded) - 1]
        yield base64.b64encode(b" " * offset + plain).rstrip(b"=")[(offset * 8 + 5) // 6 : len(encoded) - 1]
