"""Claims by time: which of them touch a span of days, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from olke.evidence.models import Claim

Days = tuple[date | None, date | None]


class _Entry(NamedTuple):
    first: date
    last: date
    place: int
    claim: Claim


class Timeline:
    """Claims in the order they were given in, found by their days.

    Sorted by their first days, with the latest last day up to each: what touches a span ends where
    the first days pass it, and begins where no earlier claim reaches it any more.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.claims: Sequence[Claim] = tuple(claims)

    def touching(self, claim: Claim) -> list[Claim]:
        """Return those that may be about one of a claim's days; a time not known may be any."""
        first, last = claim.earliest or date.min, claim.latest or date.max
        found = []
        for number in range(bisect_right(self._firsts, last) - 1, -1, -1):
            if self._reaches[number] < first:
                break
            if self._entries[number].last >= first:
                found.append(self._entries[number])
        return [entry.claim for entry in sorted(found, key=lambda entry: entry.place)]

    def on_the_days_of(self, claim: Claim) -> Sequence[Claim]:
        """Return those with a claim's first and last day."""
        return self._by_days.get((claim.earliest, claim.latest), ())

    def dated(self, period: str) -> Sequence[Claim]:
        """Return those whose time is written so."""
        return self._by_period.get(period, ())

    @cached_property
    def _entries(self) -> list[_Entry]:
        return sorted(
            (
                _Entry(claim.earliest or date.min, claim.latest or date.max, place, claim)
                for place, claim in enumerate(self.claims)
            ),
            key=lambda entry: entry[:3],
        )

    @cached_property
    def _firsts(self) -> list[date]:
        return [entry.first for entry in self._entries]

    @cached_property
    def _reaches(self) -> list[date]:
        reaches, furthest = [], date.min
        for entry in self._entries:
            furthest = max(furthest, entry.last)
            reaches.append(furthest)
        return reaches

    @cached_property
    def _by_days(self) -> dict[Days, list[Claim]]:
        found: dict[Days, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault((claim.earliest, claim.latest), []).append(claim)
        return found

    @cached_property
    def _by_period(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.period, []).append(claim)
        return found


NO_CLAIMS = Timeline(())
"""A timeline of nothing."""
