"""An observation as a chart needs it: a claim's number, its time, and where both stand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from olke.dates import Period
from olke.evidence.models import Aspect, Measure, Rank, Review
from olke.measures import Quantity


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a page: ``label`` is in the reader's language."""

    key: str
    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation in short form, as it stands by a number: ``[46, p. 32] · ¶ 332``."""

    label: str
    source: str
    locator: str = ""
    through: str = ""
    through_locator: str = ""
    reference: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One claim of kind observation.

    period: None where the source gives no date. additive: parts add up over disjoint periods, so
    that a year must not be set beside nine months. position: place in the pack, the order of ties.
    usual_unit: the indicator's own unit, preferred on the axis.
    """

    key: str
    subject: Named
    indicator: Named
    quantity: Quantity
    period: Period | None
    aspect: Aspect = Aspect.ACTUAL
    measure: Measure = Measure.ABSOLUTE
    product: Named | None = None
    base_period: str = ""
    period_wording: str = ""
    additive: bool = True
    usual_unit: str = ""
    rank: Rank = Rank.NORMAL
    review: Review = Review.UNREVIEWED
    note: str = ""
    citations: tuple[Cited, ...] = ()
    url: str = ""
    position: int = 0

    @property
    def value(self) -> Decimal:
        """The stated number, the lower end of a range."""
        return self.quantity.value

    @property
    def inexact(self) -> bool:
        """Tell whether the number or its time is approximate, or the number an estimate."""
        return self.quantity.approximate or self.aspect is Aspect.ESTIMATE

    @property
    def drawn(self) -> bool:
        """Tell whether a chart shows it; what was withdrawn or deprecated stays in the table."""
        return self.review is not Review.WITHDRAWN and self.rank is not Rank.DEPRECATED

    @property
    def precedence(self) -> tuple[int, int, str]:
        """Order of several claims about one point: preferred first, then as in the pack."""
        return (list(Rank).index(self.rank), self.position, self.key)
