"""Dates in figures: 14.10.1939, 22/VI-1943, 1939-10-14, 1941-1945."""

import re

from olke.dates.reading.rules import (
    ROMAN,
    YEAR,
    Reading,
    compile_rules,
    roman_number,
    span_of_years,
)


def _day(match: re.Match[str], _: int | None) -> Reading:
    year, month = match["year"], match["month"]
    number = int(month) if month.isdigit() else roman_number(month)
    full = year if len(year) == 4 else f"19{year}"
    doubts = () if len(year) == 4 else ("century-assumed",)
    return Reading(f"{full}-{number:02}-{int(match['d']):02}", doubts)


def _iso(match: re.Match[str], _: int | None) -> Reading:
    return Reading(match["iso"])


def _bare_span(match: re.Match[str], current: int | None) -> Reading | None:
    reading = span_of_years(match, current)
    if reading is None or int(match["y2"]) - int(match["y"]) > 200:
        return None
    return Reading(reading.edtf, ("bare-years",))


RULES = compile_rules(
    [
        (r"(?P<iso>(?:<<year>>)-[01][0-9]-[0-3][0-9])", _iso),
        (r"<<day>>[./-](?P<month>[01]?[0-9])[./-]<<end>>(?![.,]?\d)", _day),
        (r"<<day>>\s*[./-]\s*(?P<month><<roman>>)\s*[./-]\s*<<end>>", _day),
        (r"(?P<y><<year>>)\s*-\s*(?P<y2><<year>>)", _bare_span),
    ],
    {
        "year": YEAR,
        "roman": ROMAN,
        "day": r"(?P<d>[0-3]?[0-9])",
        "end": r"(?P<year><<year>>|[0-9]{2})",
    },
)
