"""What other rooms may follow."""

from __future__ import annotations

from django.dispatch import Signal

evidence_changed = Signal()
"""Sent inside the transaction, after the writes.

``keys``: a mapping of history kind to the keys changed (``{"claim": frozenset({"332-01"})}``), or
``everything=True`` with an empty mapping when so much changed that following each is no use. A
receiver that raises undoes the change.
"""
