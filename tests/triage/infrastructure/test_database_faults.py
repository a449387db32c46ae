"""Weather and faults of a database, made for real: SQLite's in files, PostgreSQL's on a server of its own."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Barrier, Thread

import psycopg
import pytest
from django.db import DatabaseError, InterfaceError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from tests.services import postgres
from triage.infrastructure.database_faults import described, is_away
from triage.infrastructure.databases import database
from triage.infrastructure.tracebacks import traceback_of

TYPED = "jane@people.example"
Query = Callable[[BaseDatabaseWrapper], object]


@pytest.fixture(autouse=True)
def other_databases_than_that_of_the_tests(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


def run(*statements: str) -> Query:
    """These statements, one after the other; `%s` stands for what somebody typed."""

    def query(connection: BaseDatabaseWrapper) -> None:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement, [TYPED] * statement.count("%s"))

    return query


def error_of(connection: BaseDatabaseWrapper, query: Query) -> Exception:
    """What Django raises."""
    with pytest.raises((DatabaseError, InterfaceError)) as caught:
        query(connection)
    return caught.value


@contextmanager
def connected(url: str, **options: object) -> Iterator[BaseDatabaseWrapper]:
    config = database(url)
    config["OPTIONS"] = {**config.get("OPTIONS", {}), **options}
    connection = ConnectionHandler({"default": config})["default"]
    try:
        yield connection
    finally:
        connection.close()


# SQLite


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some.sqlite3"
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE people (email TEXT NOT NULL UNIQUE, age INTEGER CONSTRAINT born CHECK (age > 0))")
        made.execute("INSERT INTO people VALUES (?, 30)", [TYPED])
        made.execute("CREATE VIRTUAL TABLE words USING fts5 (word)")
    made.close()
    return path


@pytest.fixture
def sqlite(file: Path) -> Iterator[BaseDatabaseWrapper]:
    with connected(f"sqlite:///{file}", timeout=0) as connection:
        yield connection


def test_a_locked_sqlite_is_away(sqlite: BaseDatabaseWrapper, file: Path) -> None:
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    assert is_away(error_of(sqlite, run("INSERT INTO people VALUES (%s || 'x', 3)")))
    other.close()


def test_a_full_sqlite_is_away(sqlite: BaseDatabaseWrapper) -> None:
    fill = "INSERT INTO people SELECT hex(randomblob(4000)), 3 FROM people"
    assert is_away(error_of(sqlite, run("PRAGMA max_page_count = 1", *[fill] * 12)))


def test_a_sqlite_that_only_reads_is_away(sqlite: BaseDatabaseWrapper) -> None:
    assert is_away(error_of(sqlite, run("PRAGMA query_only = ON", "DELETE FROM people")))


def test_a_sqlite_on_a_disk_that_takes_no_more_is_away(sqlite: BaseDatabaseWrapper) -> None:
    fill = "INSERT INTO people SELECT hex(randomblob(4000)), 3 FROM people"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        assert is_away(error_of(sqlite, run(*[fill] * 12)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_sqlite_that_is_not_there_is_away(tmp_path: Path) -> None:
    with connected(f"sqlite:///{tmp_path}/no/such/folder/some.sqlite3") as connection:
        assert is_away(error_of(connection, run("SELECT 1")))


FAULTS = {
    "twice": ("INSERT INTO people VALUES (%s, 3)", "people.email"),
    "missing": ("INSERT INTO people (age) VALUES (length(%s))", "people.email"),
    "broken rule": ("INSERT INTO people VALUES (%s || 'x', -1)", "CHECK constraint failed: born"),
    "no table": ("INSERT INTO nowhere VALUES (%s)", "no such table: nowhere"),
    "no column": ("SELECT people.shoe FROM people WHERE email = %s", "no such column: people.shoe"),
    "no column to write": ("INSERT INTO people (shoe) VALUES (%s)", "table people has no column named shoe"),
    "no SQL": ("SELEKT %s", "SQLITE_ERROR"),
    "a search that is none": ("SELECT * FROM words WHERE words MATCH %s", "SQLITE_ERROR"),
    "a word as a column": ("SELECT * FROM words WHERE words MATCH 'jane:' || %s", "SQLITE_ERROR"),
}


@pytest.mark.parametrize(("statement", "said"), FAULTS.values(), ids=list(FAULTS))
def test_a_fault_on_sqlite_is_no_weather_and_is_described(
    sqlite: BaseDatabaseWrapper, statement: str, said: str
) -> None:
    error = error_of(sqlite, run(statement))
    assert not is_away(error)
    assert said in described(error)
    assert "jane" not in traceback_of(error).partition("\nwhich led to")[0].splitlines()[-1]
    assert TYPED not in traceback_of(error)


# PostgreSQL


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres.server() as url:
        with psycopg.connect(url, autocommit=True) as made:
            made.execute("CREATE TABLE people (email varchar(30) NOT NULL UNIQUE, age integer CHECK (age > 0))")
            made.execute("INSERT INTO people VALUES (%s, 30)", [TYPED])
        yield url


@pytest.fixture
def postgresql(server: str) -> Iterator[BaseDatabaseWrapper]:
    with connected(server) as connection:
        yield connection


POSTGRESQL_AWAY = {
    "read only": ("SET default_transaction_read_only = on", "DELETE FROM people"),
    "too slow": ("SET statement_timeout = '20ms'", "SELECT pg_sleep(5)"),
    "too full": ("SET temp_file_limit = '100kB'", "SELECT x FROM generate_series(1, 200000) x ORDER BY md5(x::text)"),
    "ended": ("SELECT pg_terminate_backend(pg_backend_pid())",),
}


@pytest.mark.xdist_group("postgres of its own")
@pytest.mark.parametrize("statements", POSTGRESQL_AWAY.values(), ids=list(POSTGRESQL_AWAY))
def test_a_postgresql_that_cannot_is_away(postgresql: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    assert is_away(error_of(postgresql, run(*statements)))


@pytest.mark.xdist_group("postgres of its own")
def test_a_postgresql_that_waits_for_a_lock_is_away(postgresql: BaseDatabaseWrapper, server: str) -> None:
    with psycopg.connect(server) as other:
        other.execute("LOCK TABLE people")
        assert is_away(error_of(postgresql, run("SET lock_timeout = '20ms'", "SELECT * FROM people")))


@pytest.mark.xdist_group("postgres of its own")
def test_a_postgresql_that_takes_no_more_visitors_is_away(postgresql: BaseDatabaseWrapper, server: str) -> None:
    run("CREATE ROLE nobody_more LOGIN CONNECTION LIMIT 0")(postgresql)
    with connected(server.replace("whichway@", "nobody_more@")) as refused:
        error = error_of(refused, run("SELECT 1"))
    assert is_away(error)
    assert "too many connections" in described(error)


@pytest.mark.xdist_group("postgres of its own")
def test_a_postgresql_that_is_stopped_is_away_for_those_inside_and_those_who_come() -> None:
    with ExitStack() as kept:
        with postgres.server() as url:
            connection = kept.enter_context(connected(url))
            run("SELECT 1")(connection)
        assert is_away(error_of(connection, run("SELECT 1")))
        connection.close()
        error = error_of(connection, run("SELECT 1"))
        assert is_away(error)
        assert "connection" in described(error)


def deadlock(connection: BaseDatabaseWrapper, url: str) -> None:
    """Two who each wait for what the other holds."""
    both = Barrier(2)

    def other() -> None:
        with psycopg.connect(url) as second:
            second.execute("SELECT pg_advisory_xact_lock(2)")
            both.wait()
            second.execute("SET LOCAL deadlock_timeout = '20s'")
            second.execute("SELECT pg_advisory_xact_lock(1)")

    thread = Thread(target=other)
    run("SET deadlock_timeout = '50ms'", "BEGIN", "SELECT pg_advisory_xact_lock(1)")(connection)
    thread.start()
    both.wait()
    try:
        run("SELECT pg_advisory_xact_lock(2)")(connection)
    finally:
        connection.close()
        thread.join()


@pytest.mark.xdist_group("postgres of its own")
def test_a_deadlock_is_a_fault_of_ours(postgresql: BaseDatabaseWrapper, server: str) -> None:
    error = error_of(postgresql, lambda connection: deadlock(connection, server))
    assert not is_away(error)
    assert described(error) == "40P01"


POSTGRESQL_FAULTS = {
    "twice": ("INSERT INTO people VALUES (%s, 3)", "23505 people people_email_key"),
    "missing": ("INSERT INTO people (age) VALUES (length(%s))", "23502 people email"),
    "broken rule": ("INSERT INTO people VALUES (%s || 'x', -1)", "23514 people people_age_check"),
    "too long": ("INSERT INTO people VALUES (repeat(%s, 9), 3)", "22001"),
    "no number": ("INSERT INTO people VALUES ('x', %s::integer)", "22P02"),
    "no table": ("INSERT INTO nowhere VALUES (%s)", '42P01 relation "nowhere" does not exist'),
    "no column": ("SELECT nothing FROM people WHERE email = %s", '42703 column "nothing" does not exist'),
    "no SQL": ("SELEKT %s", "42601"),
    "a search that is none": ("SELECT to_tsquery(%s || ' &')", "42601"),
}


@pytest.mark.xdist_group("postgres of its own")
@pytest.mark.parametrize(("statement", "said"), POSTGRESQL_FAULTS.values(), ids=list(POSTGRESQL_FAULTS))
def test_a_fault_on_postgresql_is_no_weather_and_is_described(
    postgresql: BaseDatabaseWrapper, statement: str, said: str
) -> None:
    error = error_of(postgresql, run(statement))
    assert not is_away(error)
    assert described(error) == said
    assert TYPED not in traceback_of(error)


def test_what_no_database_said_is_no_weather() -> None:
    assert not is_away(None)
    assert not is_away(ValueError(TYPED))
    assert not is_away(DatabaseError(TYPED))
    assert not is_away(OSError())
    assert described(DatabaseError(TYPED)) == ""
