"""Which errors of a database are weather, and which are faults of this program."""

from __future__ import annotations

import re
import sqlite3

import psycopg
from django.db import DatabaseError, InterfaceError

# Each with its extended codes, whose last byte they are.
_SQLITE_AWAY = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL_AWAY = (
    "08",  # connection
    "53",  # disk full, out of memory, too many connections, a limit reached
    "57P",  # shut down, crashed, starting, dropped
    "58030",  # input or output
    "25006",  # read only
    "25P03",  # timeouts
    "25P04",
    "55P03",
    "57014",
)
# Nothing, table or column not there, no permission: their messages name parts of the schema only.
_ABOUT_THE_SCHEMA = ("42P01", "42703", "42501")
# Without a dot, it can be a word that somebody searched for: full-text search reads `word:` as a column.
_SQLITE_ABOUT_THE_SCHEMA = re.compile(
    r"no such table: [\w.]+|no such column: \w+\.\w+|table \w+ has no column named \w+"
    r"|[A-Z ]+ constraint failed: [\w., ]+"
)


def is_away(error: BaseException | None) -> bool:
    """Whether the database is away, full, read-only or too slow, so that the same may work in a minute."""
    cause = _drivers(error)
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", -1) & 0xFF in _SQLITE_AWAY
    if isinstance(cause, psycopg.Error):
        # Without a state the server never answered: there is no connection, or not any more.
        return cause.sqlstate.startswith(_POSTGRESQL_AWAY) if cause.sqlstate else _is_unanswered(cause)
    return False


def described(error: BaseException) -> str:
    """What the database says of an error, without any value that was to be stored or looked for."""
    cause = error if isinstance(error, (sqlite3.Error, psycopg.Error)) else _drivers(error)
    if isinstance(cause, sqlite3.Error):
        named = getattr(cause, "sqlite_errorname", "")
        return " ".join(filter(None, (named, _told(_SQLITE_ABOUT_THE_SCHEMA.fullmatch(str(cause))))))
    if isinstance(cause, psycopg.Error):
        if cause.sqlstate is None:
            return str(cause).partition("\n")[0] if _is_unanswered(cause) else ""
        about = cause.diag
        words = about.message_primary if cause.sqlstate in _ABOUT_THE_SCHEMA else None
        places = (about.table_name, about.column_name, about.constraint_name)
        return " ".join(filter(None, (cause.sqlstate, *places, words)))
    return ""


def _drivers(error: BaseException | None) -> BaseException | None:
    """The driver's own error, which Django's stands for."""
    return error.__cause__ if isinstance(error, (DatabaseError, InterfaceError)) else None


def _is_unanswered(error: psycopg.Error) -> bool:
    return isinstance(error, psycopg.OperationalError)


def _told(found: re.Match[str] | None) -> str:
    return found.group() if found else ""
