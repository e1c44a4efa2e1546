"""Connects the index to the evidence and to the database: importing this module is enough."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from olke.evidence.signals import evidence_changed
from olke.explore.search.indexing import follow_evidence


def without_compiling(connection: BaseDatabaseWrapper, **_more: Any) -> None:
    """Keep PostgreSQL from compiling statements, which takes it longer than any search."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET jit = off")


evidence_changed.connect(follow_evidence, dispatch_uid="olke.explore.search")
connection_created.connect(without_compiling, dispatch_uid="olke.explore.search")
