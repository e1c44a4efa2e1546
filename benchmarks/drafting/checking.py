"""Checks drafted statements against every claim, apart from how the drafters decide.

A statement is read back from its English words and the claims it names, and held against all
standing claims of the database by one simple rule a sort:

- a number is said by any claim of the same subject, indicator, product and measure at a time that
  shares a day, whose number is the same to within a hundredth
- a number is contradicted by any such claim of exactly the same time, base and aspect whose number
  differs by more than a hundredth, and whose bounds do not allow it
- a time of an event is said by any event of the same subject and indicator that shares a day
- a comparison is held against every number of either side at exactly its time
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from olke.evidence.models import Claim
from olke.evidence.sentences import claim_statement, period_in_sentence
from olke.measures import Registry
from olke.teaching.documents.items import Statement

SAME = Decimal("0.01")
FIGURE = re.compile(r"The figure: (.*)\.$", re.DOTALL)
NUMBER = re.compile(r"[−+]?\d[\d,]*(?:\.\d+)?")


class Checker:
    """Holds statements against all the evidence."""

    def __init__(self, claims: Iterable[Claim], units: Registry) -> None:
        self.claims = {claim.key: claim for claim in claims}
        self.units = units
        self._of: dict[tuple[int, int], list[Claim]] = {}
        for claim in self.claims.values():
            self._of.setdefault((claim.subject_id, claim.indicator_id), []).append(claim)

    def supported(self, item: Statement) -> list[str]:
        """Return the claims that make a statement true."""
        return [claim.key for claim in self._told(item, support=True)]

    def contradicted(self, item: Statement) -> list[str]:
        """Return the claims beside which a statement cannot be true."""
        return [claim.key for claim in self._told(item, support=False)]

    def _told(self, item: Statement, *, support: bool) -> Iterator[Claim]:
        text, named = item.text.en, [self.claims[key] for key in item.claims]
        figure = FIGURE.search(text)
        if figure:
            yield from self._of_figure(named[0], figure[1], support=support)
        elif "The second " in text:
            yield from self._of_comparison(named, text, support=support)
        else:
            yield from self._of_time(named, text, support=support)

    def _of_figure(self, claim: Claim, said: str, *, support: bool) -> Iterator[Claim]:
        numbers = [Decimal(n.replace(",", "").replace("−", "-")) for n in NUMBER.findall(said)]
        for other in self._alike(claim):
            if not self.units.converts(other.unit, claim.unit):
                continue  # so many shops say nothing about so many canteens
            if support and _share_a_day(claim, other) and self._says(other, numbers, claim.unit):
                yield other
            exact = _same_days(claim, other) and other.base_period == claim.base_period
            exact = exact and other.aspect == claim.aspect
            if not support and exact and not self._says(other, numbers, claim.unit):
                yield other

    def _alike(self, claim: Claim) -> Iterator[Claim]:
        for other in self._of[claim.subject_id, claim.indicator_id]:
            if other.product_id == claim.product_id and other.measure == claim.measure:
                yield other

    def _says(self, other: Claim, numbers: list[Decimal], unit: str) -> bool:
        told = [self._in(value, other.unit, unit) for value in (other.value, other.value_max)]
        ends = [value for value in told if value is not None]
        if len(ends) == 2 and min(ends) <= numbers[0] <= max(ends):
            return True
        if other.bound in ("at-least", "more-than") and numbers[0] >= ends[0]:
            return True
        if other.bound in ("at-most", "less-than") and numbers[0] <= ends[0]:
            return True
        room = SAME * 10 if other.approximate else SAME
        return any(abs(n - end) <= room * max(abs(n), abs(end)) for n in numbers for end in ends)

    def _in(self, value: Decimal | None, unit: str, wanted: str) -> Decimal | None:
        return None if value is None else self.units.convert(value, unit, wanted)

    def _of_time(self, named: list[Claim], text: str, *, support: bool) -> Iterator[Claim]:
        event = named[0]
        assert claim_statement(event, "en") in text, text
        dated = next(c for c in reversed(named) if _when(c) in text)
        for other in self._of[event.subject_id, event.indicator_id]:
            touches = bool(other.period) and _share_a_day(dated, other)
            elsewhere = not touches and other.title_en == event.title_en
            if touches if support else elsewhere:
                yield other

    def _of_comparison(self, named: list[Claim], text: str, *, support: bool) -> Iterator[Claim]:
        first, second = named
        if "happened" in text:
            later = text.endswith("later.")
            holds = _begins_after(second, first) if later else _begins_after(first, second)
            if holds == support:
                yield first
            return
        higher = text.endswith("higher figure.")
        for one in self._at_its_time(first):
            for other in self._at_its_time(second):
                rises = self._in_units(other, first.unit) > self._in_units(one, first.unit)
                if (rises == higher) == support:
                    yield one

    def _at_its_time(self, claim: Claim) -> list[Claim]:
        return [
            o
            for o in self._alike(claim)
            if _same_days(claim, o)
            and o.aspect == claim.aspect
            and o.base_period == claim.base_period
        ]

    def _in_units(self, claim: Claim, unit: str) -> Decimal:
        return self.units.convert(claim.value or Decimal(0), claim.unit, unit)


def _when(claim: Claim) -> str:
    return f"This happened {period_in_sentence(claim.period, 'en')}."


def _share_a_day(one: Claim, other: Claim) -> bool:
    apart = bool(one.latest and other.earliest and one.latest < other.earliest)
    return not apart and not (other.latest and one.earliest and other.latest < one.earliest)


def _same_days(one: Claim, other: Claim) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _begins_after(one: Claim, other: Claim) -> bool:
    return bool(one.earliest and other.latest and one.earliest > other.latest)
