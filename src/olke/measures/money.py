"""When the same currency word names other money.

Roubles before and after 16 December 1947 or 1 January 1961 are not the same roubles. The 1961
reform moved every price and wage ten to one; that of 1947 exchanged cash ten to one but left wages
as they were, so no single ratio turns an earlier sum into a later one. Nothing is converted here:
`require_same_money` refuses, and the caller shows both figures with their dates.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from olke.measures.errors import MeasureError

SUBUNITS = {"kopeck": "rouble"}


@dataclass(frozen=True, slots=True)
class Redenomination:
    """A currency reform; from `day` on the unit names new money.

    ratio: old units for one new one, None where different sums changed at different rates.
    """

    key: str
    unit: str
    day: dt.date
    label: str
    source: str
    ratio: Decimal | None = None


@cache
def redenominations() -> tuple[Redenomination, ...]:
    """Read `money.toml`, once, in order of time."""
    text = files("olke.measures").joinpath("money.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["reform"]
    return tuple(
        Redenomination(**{**row, "ratio": Decimal(row["ratio"]) if "ratio" in row else None})
        for row in rows
    )


def redenominations_between(unit: str, one: dt.date, other: dt.date) -> tuple[Redenomination, ...]:
    """List the reforms of a currency between two days; a pay rate counts as its money."""
    currency = unit.split("-per-", maxsplit=1)[0]
    currency = SUBUNITS.get(currency, currency)
    first, last = sorted((one, other))
    return tuple(
        reform
        for reform in redenominations()
        if reform.unit == currency and first < reform.day <= last
    )


def require_same_money(unit: str, one: dt.date, other: dt.date) -> None:
    """Refuse to compare sums across a reform: raises MeasureError `redenominated`.

    A unit that is no money passes.
    """
    reforms = redenominations_between(unit, one, other)
    if reforms:
        named = ", ".join(f"{reform.label} ({reform.day})" for reform in reforms)
        raise MeasureError("redenominated", one_day=str(one), other_day=str(other), reforms=named)
