"""Subjects that were asked for and of which nothing is known in this respect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils.text import capfirst

from olke.evidence.models import Claim, ClaimKind, Review
from olke.explore.charts.localised_rows import columns_of, label_in
from olke.explore.charts.observations import Named, Observation

NAMED = 3  # indicators named of what there is instead


@dataclass(frozen=True, slots=True)
class Counted:
    """An indicator of a subject, with the page that draws it, and how many claims it has."""

    label: str
    url: str
    claims: int


@dataclass(frozen=True, slots=True)
class Absent:
    """A subject without a claim in a figure. claims: how many there are about it at all."""

    subject: Named
    indicators: tuple[Counted, ...] = ()
    claims: int = 0


def absent_from(observations: Iterable[Observation], subjects: Sequence[Named]) -> list[Absent]:
    """Tell which subjects no standing claim is about, and what else there is about them.

    One statement, or none where every subject has a claim.
    """
    present = {one.subject.key for one in observations if one.drawn}
    missing = [subject for subject in subjects if subject.key not in present]
    if not missing:
        return []
    rows = _rows([subject.key for subject in missing])
    return [
        _absent(subject, [row for row in rows if row["subject__key"] == subject.key])
        for subject in missing
    ]


def _rows(keys: Sequence[str]) -> list[dict[str, object]]:
    counted = (
        Claim.objects.filter(subject__key__in=keys)
        .exclude(review=Review.WITHDRAWN)
        .order_by()
        .values(
            "subject__key",
            "kind",
            "indicator__key",
            *columns_of("indicator__label"),
        )
        .annotate(claims=Count("pk"))
        .order_by("-claims", "indicator__key")
    )
    return list(counted)


def _absent(subject: Named, rows: Sequence[dict[str, object]]) -> Absent:
    figures = [row for row in rows if row["kind"] == ClaimKind.OBSERVATION]
    return Absent(
        subject=subject,
        indicators=tuple(_counted(subject, row) for row in figures[:NAMED]),
        claims=sum(int(str(row["claims"])) for row in rows),
    )


def _counted(subject: Named, row: dict[str, object]) -> Counted:
    query = urlencode({"indicator": str(row["indicator__key"]), "subject": subject.key})
    return Counted(
        label=capfirst(label_in(row, "indicator__label")),
        url=f"{reverse('explore:series')}?{query}",
        claims=int(str(row["claims"])),
    )
