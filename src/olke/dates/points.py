"""One EDTF date expression, read natively: dates, seasons, unspecified digits, qualifiers.

ISO 8601-2:2019 and the Library of Congress specification (https://www.loc.gov/standards/datetime/):
level 0 and 1 whole, of level 2 the qualified components, the unspecified digits anywhere and the
sub-year groupings. What is rarer goes to the `edtf` library (`olke.dates.rare`).
"""

import re
from collections.abc import Iterator
from itertools import product

from olke.dates.days import day_number, days_in_month
from olke.dates.errors import EdtfError
from olke.dates.period import Point, Precision

SHAPE = re.compile(
    r"(?P<y1>[?~%]?)(?P<year>-?[0-9X]{4}|Y-?[1-9][0-9]{4,})(?P<y2>[?~%]?)"
    r"(?:-(?P<m1>[?~%]?)(?P<month>[0-9X]{2})(?P<m2>[?~%]?)"
    r"(?:-(?P<d1>[?~%]?)(?P<day>[0-9X]{2})(?P<d2>[?~%]?))?)?"
)

# ISO 8601-2:2019, 4.8 names the parts and leaves seasons without dates; these are the
# meteorological ones, so a winter begins in December of its year and ends in the next February.
# part: (first month, months, precision); month 12 with three months runs into the next year.
PARTS = {
    **{21 + n: (3 + 3 * n, 3, Precision.SEASON) for n in range(4)},
    **{25 + n: (3 + 3 * n, 3, Precision.SEASON) for n in range(4)},
    29: (9, 3, Precision.SEASON),
    30: (12, 3, Precision.SEASON),
    31: (3, 3, Precision.SEASON),
    32: (6, 3, Precision.SEASON),
    **{33 + n: (1 + 3 * n, 3, Precision.QUARTER) for n in range(4)},
    **{37 + n: (1 + 4 * n, 4, Precision.QUADRIMESTER) for n in range(3)},
    40: (1, 6, Precision.HALF),
    41: (7, 6, Precision.HALF),
}
YEAR_PRECISIONS = {
    "9999": Precision.YEAR,
    "999X": Precision.DECADE,
    "99XX": Precision.CENTURY,
    "9XXX": Precision.MILLENNIUM,
}


def read_point(text: str) -> Point | None:
    """Read one date expression; None when it has not this shape.

    Raises EdtfError (`month`, `day`, `part`, `year-too-far`) for a date that is not in the
    calendar.
    """
    match = SHAPE.fullmatch(text)
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if year in ("-0000", "-XXXX"):
        raise EdtfError("syntax", text, 0)
    if len(year.lstrip("Y-")) > 9:
        raise EdtfError("year-too-far", text, match.start("year"))
    if match["y1"] and match["y2"]:
        raise EdtfError("syntax", text, match.start("y2"))
    if month is None:
        return _year_point(_trailing(match), year)
    if month.isdigit() and int(month) > 12:
        return _part_point(text, year, int(month), match)
    return _date_point(text, year, month, day, match)


def _trailing(match: re.Match[str]) -> str:
    """Write a qualified year the level 1 way: `?1946` says what `1946?` says."""
    return match["year"] + (match["y1"] or match["y2"])


def _years(pattern: str) -> list[int]:
    """List the years that a pattern of digits and X stands for, ascending."""
    sign, digits = (-1, pattern.lstrip("Y")[1:]) if "-" in pattern else (1, pattern.lstrip("Y"))
    if "X" not in digits:
        return [sign * int(digits)]
    choices = product(*("0123456789" if digit == "X" else digit for digit in digits))
    return sorted(sign * int("".join(choice)) for choice in choices)


def _year_point(text: str, year: str) -> Point:
    years = _years(year)
    shape = re.sub(r"\d", "9", year.lstrip("Y-"))
    return Point(
        text,
        Precision.YEAR if len(shape) > 4 else YEAR_PRECISIONS.get(shape, Precision.UNSPECIFIED),
        day_number(years[0], 1, 1),
        day_number(years[-1], 12, 31),
        year=years[0] if len(years) == 1 else None,
        unspecified="X" in year,
    )


def _part_point(text: str, year: str, part: int, match: re.Match[str]) -> Point:
    if part not in PARTS or match["day"] is not None:
        code = "month" if part < 21 else "part"
        raise EdtfError(code if part not in PARTS else "syntax", text, match.start("month"))
    first_month, months, precision = PARTS[part]
    years = _years(year)
    overflow, last_month = divmod(first_month + months - 2, 12)
    last_year = years[-1] + overflow
    return Point(
        text,
        precision,
        day_number(years[0], first_month, 1),
        day_number(last_year, last_month + 1, days_in_month(last_year, last_month + 1)),
        year=years[0] if len(years) == 1 else None,
        part=part,
        unspecified="X" in year,
    )


def _date_point(text: str, year: str, month: str, day: str | None, match: re.Match[str]) -> Point:
    months = _matching(month, 12)
    if not months:
        raise EdtfError("month", text, match.start("month"))
    years = _years(year)
    first = next(_days(years, months, day, last=False), None)
    last = next(_days(years[::-1], months[::-1], day, last=True), None)
    if first is None or last is None:
        raise EdtfError("day", text, match.start("day"))
    return Point(
        text,
        Precision.MONTH if day is None else Precision.DAY,
        first,
        last,
        year=years[0] if len(years) == 1 else None,
        month=int(month) if month.isdigit() else None,
        day=int(day) if day is not None and day.isdigit() else None,
        unspecified="X" in year + month + (day or ""),
    )


def _matching(pattern: str, most: int) -> list[int]:
    shape = re.compile(pattern.replace("X", "[0-9]"))
    return [number for number in range(1, most + 1) if shape.fullmatch(f"{number:02}")]


def _days(years: list[int], months: list[int], day: str | None, *, last: bool) -> Iterator[int]:
    """Number the possible days from one end: of a month without a day, its first or its last."""
    pattern = "XX" if day is None else day
    for year in years:
        for month in months:
            days = _matching(pattern, days_in_month(year, month))
            if days:
                yield day_number(year, month, days[-1] if last else days[0])
