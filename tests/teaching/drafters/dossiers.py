"""Dossiers and claims for the tests of drafters."""

from __future__ import annotations

from itertools import count
from typing import Any

from olke.evidence.models import Claim
from olke.teaching.documents.dossier import ClaimEntry, Dossier, Section
from olke.teaching.documents.parts import Text, Title
from olke.teaching.drafters.draft import Order
from olke.teaching.drafters.material import Material, material_of
from tests.records import make_claim, make_entity, make_indicator

_numbers = count()


def material_about(*claims: Claim) -> Material:
    """Return the material of a dossier that holds the claims in one section."""
    entries = tuple(ClaimEntry(claim=claim.key) for claim in claims)
    section = Section(title=Text(en="All"), entries=entries)
    return material_of(Dossier(key="dossier", title=Title(en="Dossier"), sections=(section,)))


def order(wanted: int = 10, seed: int = 1, method: str = "method") -> Order:
    """Return an order for so many items."""
    return Order(method, "dossier", seed, wanted)


def observed(value: str, period: str = "1946", **fields: Any) -> Claim:
    """Return an observation as the database holds it."""
    return Claim.objects.get(pk=make_claim(value=value, period=period, **fields).pk)


def happened(period: str = "1946", **fields: Any) -> Claim:
    """Return an event; its title holds no number that could be taken for a year."""
    name = "".join("abcdefghij"[int(digit)] for digit in str(next(_numbers)))
    titles = {f"title_{code}": f"Event {name} {code}" for code in ("kk", "ru", "en")}
    return make_claim(kind="event", period=period, **(titles | fields))


def works_of_many_years(count: int = 4, years: int = 3) -> list[Claim]:
    """Return output of several works in several years, each number different from all others."""
    output = make_indicator(summable="yes")
    claims = []
    for number in range(count):
        works = make_entity()
        for year in range(years):
            value = 1000 + 260 * number + 1100 * year
            claims.append(observed(str(value), f"{1940 + year}", subject=works, indicator=output))
    return claims


def founded(year: str, indicator: Any, **fields: Any) -> Claim:
    """Return the founding of a new works that is known to begin in that year."""
    works = make_entity(start=year)
    return happened(year, subject=works, indicator=indicator, **fields)


def foundings(*years: str) -> list[Claim]:
    """Return foundings of works, one in each year."""
    indicator = make_indicator(kind="event", unit="")
    return [founded(year, indicator) for year in years]
