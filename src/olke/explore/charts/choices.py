"""What a reader asked a chart for, read from the address and written back to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext

from olke.evidence.models import Aspect, Measure

FIRST_YEAR, LAST_YEAR = 1, 2100
MOST_SUBJECTS = 24


class Expression(StrEnum):
    """Which measures to draw."""

    ALL = ""
    ABSOLUTE = "absolute"
    PERCENT = "percent"

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures it stands for."""
        if self is Expression.ALL:
            return tuple(Measure)
        if self is Expression.ABSOLUTE:
            return (Measure.ABSOLUTE,)
        return tuple(measure for measure in Measure if measure is not Measure.ABSOLUTE)


@dataclass(frozen=True, slots=True)
class SeriesChoice:
    """Keys of what to draw; an empty field asks for all. first, last: years, both included."""

    indicators: tuple[str, ...] = ()
    product: str = ""
    subjects: tuple[str, ...] = ()
    aspect: str = ""
    expression: Expression = Expression.ALL
    first: int | None = None
    last: int | None = None
    faults: tuple[str, ...] = field(default=(), compare=False)

    @property
    def indicator(self) -> str:
        """The first indicator, or an empty text."""
        return self.indicators[0] if self.indicators else ""

    @property
    def asks(self) -> bool:
        """Tell whether it names anything to draw."""
        return bool(self.indicators or self.subjects)

    @property
    def years(self) -> tuple[int, int] | None:
        """The axis of years, its end exclusive, when both ends were chosen."""
        if self.first is None or self.last is None:
            return None
        return self.first, self.last + 1

    @property
    def query(self) -> str:
        """The same choice as parameters of an address, always in the same order."""
        pairs: list[tuple[str, str]] = [("indicator", key) for key in self.indicators]
        pairs += [("product", self.product)]
        pairs += [("subject", key) for key in self.subjects]
        pairs += [("aspect", self.aspect), ("measure", self.expression.value)]
        pairs += [("from", str(self.first or "")), ("to", str(self.last or ""))]
        return urlencode([(name, value) for name, value in pairs if value])


def read_choice(parameters: QueryDict) -> SeriesChoice:
    """Read a choice; what makes no sense is left out and told in ``faults``."""
    faults: list[str] = []
    first = _year(parameters.get("from", ""), faults)
    last = _year(parameters.get("to", ""), faults)
    if first is not None and last is not None and first > last:
        faults.append(
            gettext(
                "The last year (%(last)s) comes before the first (%(first)s); they were swapped."
            )
            % {"first": first, "last": last}
        )
        first, last = last, first
    aspect = parameters.get("aspect", "")
    measure = parameters.get("measure", "")
    return SeriesChoice(
        indicators=_keys(parameters.getlist("indicator")),
        product=parameters.get("product", "").strip()[:120],
        subjects=_keys(parameters.getlist("subject")),
        aspect=aspect if aspect in Aspect.values else "",
        expression=Expression(measure) if measure in set(Expression) else Expression.ALL,
        first=first,
        last=last,
        faults=tuple(faults),
    )


def _keys(values: Sequence[str]) -> tuple[str, ...]:
    """Keep each key once, in the order asked for."""
    stripped = (value.strip()[:120] for value in values)
    return tuple(dict.fromkeys(value for value in stripped if value))[:MOST_SUBJECTS]


def _year(text: str, faults: list[str]) -> int | None:
    text = text.strip()
    if not text:
        return None
    if text.isascii() and text.isdigit() and FIRST_YEAR <= int(text[:6]) <= LAST_YEAR:
        return int(text)
    faults.append(
        gettext("“%(text)s” is no year between %(first)s and %(last)s, for instance 1946.")
        % {"text": text[:20], "first": FIRST_YEAR, "last": LAST_YEAR}
    )
    return None
