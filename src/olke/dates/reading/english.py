"""English date wordings: in the autumn of 1941, early 1970s, the first nine months of 1946."""

import re

from olke.dates.reading.builders import Builders, stage_of_year
from olke.dates.reading.rules import (
    YEAR,
    Reading,
    compile_rules,
    from_year_to_year,
    since_year,
    span_of_years,
    until_year,
)
from olke.dates.reading.words import EN_CARDINALS, EN_MONTHS, EN_ORDINALS, any_of, value_of

MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
)
PARTS = {
    "year": YEAR,
    "in": r"(?:(?:in|on|by|at|of|during|from|between|around|about|until|since|to)\s+)?(?:the\s+)?",
    "y": r"(?P<y><<year>>)",
    "y2": r"(?P<y2><<year>>|[0-9]{2}(?!\d))",
    "month": rf"(?P<m>{MONTH})",
    "month2": rf"(?P<m2>{MONTH})",
    "day": r"(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?",
    "day2": r"(?P<d2>[0-3]?[0-9])(?:st|nd|rd|th)?",
    "dash": r"\s*(?:-|to|until|and)\s*",
    "stage": (
        r"(?:(?P<start>early|(?:beginning|start)\s+of(?:\s+the)?)|(?P<middle>mid|middle\s+of(?:\s+the)?)|"
        r"(?P<end>late|end\s+of(?:\s+the)?)|(?P<first>first\s+half\s+of(?:\s+the)?)|"
        r"(?P<second>second\s+half\s+of(?:\s+the)?))[\s-]+(?:the\s+)?"
    ),
    "ord": rf"(?P<ord>{any_of(EN_ORDINALS)}|[1-4](?:st|nd|rd|th))",
    "count": rf"(?P<n>[0-9]{{1,2}}|{any_of(EN_CARDINALS)})",
    "cent": rf"(?P<c>{any_of(EN_ORDINALS)}|(?:1[0-9]|2[01]|[1-9])(?:st|nd|rd|th))",
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def _month(text: str) -> int:
    return EN_MONTHS[text[:3]]


def _ordinal(text: str) -> int:
    if text[0].isdigit():
        return int(re.sub(r"\D", "", text))
    return value_of(text, EN_ORDINALS)


BUILD = Builders(month=_month, ordinal=_ordinal, cardinals=EN_CARDINALS, seasons=SEASONS)


def _months(match: re.Match[str], _: int | None) -> Reading:
    start = match["y1"] or match["y"]
    return Reading(f"{start}-{_month(match['m']):02}/{match['y']}-{_month(match['m2']):02}")


RULES = compile_rules(
    [
        (r"<<in>><<day>>(?:\s+of)?\s+<<month>>,?\s+<<y>>", BUILD.day),
        (r"<<in>><<month>>\s+<<day>>,?\s+<<y>>", BUILD.day),
        (r"<<in>><<day>><<dash>><<day2>>\s+<<month2>>,?\s+<<y>>", BUILD.days),
        (r"<<in>><<day>>\s+<<month>><<dash>><<day2>>\s+<<month2>>,?\s+<<y>>", BUILD.days),
        (r"<<in>><<day>>(?:\s+of)?\s+<<month>>", BUILD.day),
        (r"<<in>><<month>>\s+<<y>>", BUILD.month_of),
        (r"<<in>><<month>>(?:\s+(?P<y1><<year>>))?<<dash>><<month2>>\s+<<y>>", _months),
        (r"<<in>>(?:first\s+)?<<count>>\s+months\s+of\s+<<y>>", BUILD.first_months),
        (r"<<in>><<ord>>\s+half[\s-](?:year\s+)?(?:of\s+)?<<y>>", BUILD.half),
        (r"<<in>>h(?P<ord>[12])\s+<<y>>", BUILD.half),
        (r"<<in>><<ord>>\s+quarter\s+(?:of\s+)?<<y>>", BUILD.quarter),
        (r"<<in>>q(?P<ord>[1-4])\s+<<y>>", BUILD.quarter),
        (
            (
                rf"<<in>>(?:early\s+|late\s+)?(?P<season>{'|'.join(SEASONS)})\s+(?:of\s+)?<<y>>"
                r"(?:\s*[-/]\s*<<y2>>)?"
            ),
            BUILD.season,
        ),
        (r"<<in>><<stage>><<y>>", stage_of_year),
        (r"(?:in|by|of|during|for|around|about|year)\s+<<y>>", lambda m, _: Reading(m["y"])),
        (r"(?:before|until|till|up\s+to)\s+<<y>>", until_year),
        (r"(?:since|from|after)\s+<<y>>(?:\s+on(?:wards)?)?", since_year),
        (r"(?:from|between)\s+<<y>><<dash>><<y2>>", from_year_to_year),
        (r"(?:in|during|for)\s+<<y>>\s*-\s*<<y2>>", span_of_years),
        (
            (
                r"<<in>>(?:<<stage>>)?(?P<d1>(?:1[0-9]|20)[0-9]0|(?<=')[1-9]0)'?s(?:<<dash>>(?:the\s+)?"
                r"(?P<d2>[1-9]0|(?:1[0-9]|20)[0-9]0)'?s)?"
            ),
            BUILD.decades,
        ),
        (r"<<in>>(?:<<stage>>)?<<cent>>\s+centur(?:y|ies)", BUILD.century),
    ],
    PARTS,
)
