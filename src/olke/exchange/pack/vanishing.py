"""Records that the files no longer have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from olke.evidence.models import Claim, Review
from olke.exchange.pack.stored import StoredRecord
from olke.history.bulk import update
from olke.history.domain import Change
from olke.history.models import Action
from olke.packs.columns import Table
from olke.packs.models import Pack
from olke.sources.models import Repository
from olke.teaching.models import Use, UseKind
from olke.vocabulary.models import Indicator, PackUnit

Settled = Iterator[tuple[str, str, Change | None]]
"""Key, what was done (``withdrawn``, ``removed``, ``kept``, ``unchanged``), its entry."""


def withdraw(table: Table, gone: Mapping[str, StoredRecord]) -> Settled:
    """Withdraw claims; one that is withdrawn already stays as it is."""
    shown = {k: r for k, r in gone.items() if r.snapshot.get("review") != Review.WITHDRAWN}
    pks = [record.pk for record in shown.values()]
    update(Claim, pks, {"review": [Review.WITHDRAWN.value] * len(pks)}, revise=True)
    for key, record in gone.items():
        if key not in shown:
            yield key, "unchanged", None
            continue
        new = {**record.snapshot, "review": Review.WITHDRAWN.value}
        yield key, "withdrawn", Change(table.kind, key, Action.WITHDRAWN, record.snapshot, new)


def remove_unused(table: Table, gone: Mapping[str, StoredRecord]) -> Settled:
    """Remove records that nothing refers to any more; their last state stays in the history."""
    # Last rows first: a narrower theme commonly stands after the wider one it refers to.
    for key, record in sorted(gone.items(), key=lambda item: -item[1].position):
        if _named_in_text(table, key) or not _removed(table, record.pk):
            yield key, "kept", None
        else:
            yield key, "removed", Change(table.kind, key, Action.REMOVED, record.snapshot, None)


def _removed(table: Table, pk: int) -> bool:
    try:
        with transaction.atomic():
            QuerySet(table.model).get(pk=pk).delete()
    except ProtectedError:
        return False
    return True


def _named_in_text(table: Table, key: str) -> bool:
    """Tell whether a key is used where the database knows no foreign key."""
    if table.model is PackUnit:
        return (
            Claim.objects.filter(unit=key).exists()
            or Indicator.objects.filter(unit=key).exists()
            or PackUnit.objects.filter(base=key).exclude(key=key).exists()
        )
    if table.name == "entities":
        return (
            Pack.objects.filter(region_key=key).exists()
            or Repository.objects.filter(place=key).exists()
            or _in_documents(UseKind.ENTITY, key)
        )
    return table.name == "sources" and _in_documents(UseKind.SOURCE, key)


def _in_documents(kind: UseKind, key: str) -> bool:
    """Tell whether a dossier or lesson rests on a record that is about to go."""
    return Use.objects.filter(kind=kind, key=key, document__removed_at=None).exists()
