"""What of a date expression is known, ready to be put into words."""

import re
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Protocol

from olke.dates.period import Point, Precision


class Style(StrEnum):
    """The form a period is written in.

    FULL: a heading or a field (1946 жыл, май 1946 г.). SHORT: a table cell.
    LOCATIVE: inside a sentence, saying when (1946 жылы, в мае 1946 года, in May 1946).
    """

    FULL = "full"
    SHORT = "short"
    LOCATIVE = "locative"


class Case(Enum):
    """The role of a date in its phrase: as the styles, or as an end of a span."""

    FULL = 0
    LOCATIVE = 1
    FROM = 2
    TO = 3
    SHORT = 4


class Missing(Enum):
    """What a date leaves unspecified below its known part."""

    NOTHING = 0
    DAY = 1
    MONTH = 2
    YEAR = 3


@dataclass(frozen=True, slots=True)
class Stamp:
    """The known parts of a point. age: an unspecified year (194X, 19XX, 1X4X), else None."""

    year: int | None = None
    age: str | None = None
    month: int | None = None
    day: int | None = None
    part: int | None = None
    missing: Missing = Missing.NOTHING

    @property
    def is_year(self) -> bool:
        """Tell whether it says a year and nothing finer."""
        return self.year is not None and not (self.month or self.part or self.missing.value)

    @property
    def decade(self) -> int | None:
        """Give the first year of the decade that is the age, or None."""
        return int(self.age[:3]) * 10 if self.age and re.fullmatch(r"\d{3}X", self.age) else None

    @property
    def century(self) -> int | None:
        """Give the ordinal of the century that is the age (20 for 19XX), or None."""
        return int(self.age[:2]) + 1 if self.age and re.fullmatch(r"\d\dXX", self.age) else None


class Wording(Protocol):
    """What a language must be able to say."""

    def stamp(self, stamp: Stamp, case: Case) -> str:
        """Write one date."""

    def joint(self, start: Stamp, end: Stamp, case: Case) -> str | None:
        """Write a span whose ends share words (1941–1945 гг.), or None when they do not."""

    def span(self, start: Stamp, end: Stamp) -> str:
        """Write a span in a sentence: from ... to ..."""

    def since(self, start: Stamp, *, known: bool) -> str:
        """Write an open end; `known` is False where the end exists and is not known."""

    def until(self, end: Stamp, *, known: bool) -> str:
        """Write an open start."""

    def always(self) -> str:
        """Write a span open at both sides."""

    def listed(self, items: list[str], *, one_of: bool) -> str:
        """Join the members of a set."""

    def qualify(self, text: str, style: Style, *, uncertain: bool, approximate: bool) -> str:
        """Mark a wording as uncertain or approximate."""


def stamp_of(point: Point) -> Stamp:
    """Take from a point what is known of it."""
    if point.precision is Precision.TIME:
        return Stamp(*_numbers(point.text))
    age = None if point.year is not None else re.sub(r"[^0-9X]", "", point.text)[:4]
    missing = Missing.NOTHING
    if point.precision is Precision.DAY and point.day is None:
        missing = Missing.DAY
    if point.precision in (Precision.DAY, Precision.MONTH) and point.month is None:
        missing = Missing.MONTH
    day = None if missing is Missing.MONTH else point.day
    return Stamp(point.year, age, point.month, day, point.part, missing)


def _numbers(text: str) -> tuple[int, None, int, int]:
    year, month, day = text.partition("T")[0].split("-")
    return int(year), None, int(month), int(day)


def bare(stamp: Stamp) -> Stamp:
    """Drop the year, for a date whose year is written apart."""
    return Stamp(month=stamp.month, day=stamp.day, part=stamp.part, missing=stamp.missing)


def are_decades(*stamps: Stamp) -> bool:
    """Tell whether each is a decade and nothing finer."""
    return all(stamp.decade is not None and not (stamp.month or stamp.part) for stamp in stamps)


def are_years(start: Stamp, end: Stamp) -> bool:
    """Tell whether a span goes from one year of our era to another, said by nothing finer."""
    return start.is_year and end.is_year and min(start.year or 0, end.year or 0) > 0


def share_year(start: Stamp, end: Stamp) -> bool:
    """Tell whether two months or days are of one named year, which need be said only once."""
    return start.year is not None and start.year == end.year and bool(start.month and end.month)


def are_alike(start: Stamp, end: Stamp) -> bool:
    """Tell whether both ends say as much: days and days, or months and months."""
    return not (start.missing.value or end.missing.value) and bool(start.day) == bool(end.day)


def winter_years(number: str, stamp: Stamp) -> str:
    """Name both years of a winter, which ends in the next; give another part's year as it is."""
    if stamp.year is None or stamp.part not in WINTERS:
        return number
    return f"{number}/{(stamp.year + 1) % 100:02}"


def listed(items: list[str], last: str) -> str:
    """Join items with commas, the last with a word of the language."""
    return last.join(filter(None, (", ".join(items[:-1]), items[-1])))


# The parts of a year: their index within their kind, by EDTF number.
WINTERS = (24, 28, 30)


def season(part: int) -> int | None:
    """Give 0 to 3 for spring to winter (either hemisphere), or None."""
    return (part - 21) % 4 if 21 <= part <= 32 else None


ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def roman(number: int) -> str:
    """Write 1 to 99 in Roman numerals."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    return tens[number // 10] + ROMAN[number % 10]
