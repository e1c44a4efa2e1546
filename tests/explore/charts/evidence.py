"""Plain factories of observations for the pure tests."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from olke.dates import parse
from olke.evidence.models import Aspect, Measure, Rank, Review
from olke.explore.charts.observations import Cited, Named, Observation
from olke.measures import Quantity

PLANT = Named("plant", "Meat cannery", "/entities/plant")
MILL = Named("mill", "Wool mill", "/entities/mill")
OUTPUT = Named("output", "Output", "/indicators/output")
MEAT = Named("meat", "Meat")
SAUSAGE = Named("sausage", "Sausage")


def observed(
    value: str,
    period: str,
    *,
    aspect: str = "actual",
    measure: str = "absolute",
    unit: str = "t",
    key: str = "",
    **further: Any,
) -> Observation:
    """State ``value`` tonnes of the plant's output in ``period``; ``a..b`` is a range."""
    low, _, high = value.partition("..")
    quantity = Quantity(
        Decimal(low),
        unit,
        upper=Decimal(high) if high else None,
        approximate=further.pop("approximate", False),
        bound=further.pop("bound", None),
    )
    return Observation(
        key=key or f"{aspect}-{period}-{value}",
        subject=further.pop("subject", PLANT),
        indicator=further.pop("indicator", OUTPUT),
        quantity=quantity,
        period=parse(period) if period else None,
        aspect=Aspect(aspect),
        measure=Measure(measure),
        citations=(Cited("[46, p. 32] · ¶ 332", "thesis", "332", "work-46", "32", "46"),),
        url=f"/claims/{key or 'claim'}",
        rank=Rank(further.pop("rank", Rank.NORMAL)),
        review=Review(further.pop("review", Review.UNREVIEWED)),
        **further,
    )
