"""What the settings make of an address of a database."""

from __future__ import annotations

import pytest
from django.db import connection

from olke.settings import _database

ADDRESS = "postgresql://olke@localhost/olke"


def test_postgresql_does_not_compile_statements() -> None:
    assert _database(ADDRESS)["OPTIONS"] == {"options": "-c jit=off"}


def test_what_the_address_asks_of_postgresql_is_kept() -> None:
    found = _database(f"{ADDRESS}?sslmode=require&options=-c%20jit%3Don")
    assert found["OPTIONS"] == {"sslmode": "require", "options": "-c jit=off -c jit=on"}


def test_writers_of_sqlite_queue_at_the_beginning_of_a_transaction() -> None:
    assert _database("sqlite:///olke.sqlite3")["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.django_db
def test_every_connection_is_opened_with_these_options() -> None:
    asked = {"postgresql": "SHOW jit", "sqlite": "PRAGMA journal_mode"}
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        answer = cursor.fetchone()
    assert answer == {"postgresql": ("off",), "sqlite": ("wal",)}[connection.vendor]
