"""English date wordings: in the autumn of 1941, early 1970s, the first nine months of 1946."""

import re

from olke.dates.reading.rules import (
    YEAR,
    YEAR_STAGES,
    Reading,
    century,
    compile_rules,
    decades,
    full_year,
    since_year,
    span_of_years,
    stage_of,
    until_year,
    within_year,
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


def _day(match: re.Match[str], current: int | None) -> Reading | None:
    month_day = f"{_month(match['m']):02}-{int(match['d']):02}"
    reading = within_year(match, current, f"{{y}}-{month_day}")
    return reading or Reading(f"XXXX-{month_day}", ("no-year",))


def _days(match: re.Match[str], current: int | None) -> Reading | None:
    first = _month(match.groupdict().get("m") or match["m2"])
    start = f"{{y}}-{first:02}-{int(match['d']):02}"
    end = f"{{y}}-{_month(match['m2']):02}-{int(match['d2']):02}"
    return within_year(match, current, f"{start}/{end}")


def _month_of(match: re.Match[str], current: int | None) -> Reading | None:
    return within_year(match, current, f"{{y}}-{_month(match['m']):02}")


def _months(match: re.Match[str], _: int | None) -> Reading:
    start = match["y1"] or match["y"]
    return Reading(f"{start}-{_month(match['m']):02}/{match['y']}-{_month(match['m2']):02}")


def _first_months(match: re.Match[str], current: int | None) -> Reading | None:
    word = match["n"]
    count = int(word) if word.isdigit() else value_of(word, EN_CARDINALS)
    return within_year(match, current, f"{{y}}-01/{{y}}-{count:02}") if 2 <= count <= 12 else None


def _half(match: re.Match[str], current: int | None) -> Reading | None:
    number = _ordinal(match["ord"]) if match.groupdict().get("ord") else int(match["h"])
    return within_year(match, current, f"{{y}}-{39 + number}") if number in (1, 2) else None


def _quarter(match: re.Match[str], current: int | None) -> Reading | None:
    number = _ordinal(match["ord"]) if match.groupdict().get("ord") else int(match["q"])
    return within_year(match, current, f"{{y}}-{32 + number}") if 1 <= number <= 4 else None


def _season(match: re.Match[str], current: int | None) -> Reading | None:
    part = SEASONS[match["season"]]
    doubts = ("winter",) if part == 24 and not match["y2"] else ()
    return within_year(match, current, f"{{y}}-{part}", *doubts)


def _stage_of_year(match: re.Match[str], current: int | None) -> Reading | None:
    stage = stage_of(match) or ""
    halves = {"first": "{y}-40", "second": "{y}-41"}
    return within_year(match, current, YEAR_STAGES.get(stage) or halves[stage])


def _decades(match: re.Match[str], _: int | None) -> Reading:
    return decades(match["d1"], match["d2"], None, stage_of(match))


def _century(match: re.Match[str], _: int | None) -> Reading | None:
    number = _ordinal(match["c"])
    return Reading(century(number, stage_of(match))) if 1 <= number <= 21 else None


def _from_to(match: re.Match[str], _: int | None) -> Reading | None:
    end = full_year(match["y2"], match["y"])
    return Reading(f"{match['y']}/{end}") if match["y"] < end else None


RULES = compile_rules(
    [
        (r"<<in>><<day>>(?:\s+of)?\s+<<month>>,?\s+<<y>>", _day),
        (r"<<in>><<month>>\s+<<day>>,?\s+<<y>>", _day),
        (r"<<in>><<day>><<dash>><<day2>>\s+<<month2>>,?\s+<<y>>", _days),
        (r"<<in>><<day>>\s+<<month>><<dash>><<day2>>\s+<<month2>>,?\s+<<y>>", _days),
        (r"<<in>><<day>>(?:\s+of)?\s+<<month>>", _day),
        (r"<<in>><<month>>\s+<<y>>", _month_of),
        (r"<<in>><<month>>(?:\s+(?P<y1><<year>>))?<<dash>><<month2>>\s+<<y>>", _months),
        (r"<<in>>(?:first\s+)?<<count>>\s+months\s+of\s+<<y>>", _first_months),
        (r"<<in>><<ord>>\s+half[\s-](?:year\s+)?(?:of\s+)?<<y>>", _half),
        (r"<<in>>h(?P<h>[12])\s+<<y>>", _half),
        (r"<<in>><<ord>>\s+quarter\s+(?:of\s+)?<<y>>", _quarter),
        (r"<<in>>q(?P<q>[1-4])\s+<<y>>", _quarter),
        (
            (
                rf"<<in>>(?:early\s+|late\s+)?(?P<season>{'|'.join(SEASONS)})\s+(?:of\s+)?<<y>>"
                r"(?:\s*[-/]\s*<<y2>>)?"
            ),
            _season,
        ),
        (r"<<in>><<stage>><<y>>", _stage_of_year),
        (r"(?:in|by|of|during|for|around|about|year)\s+<<y>>", lambda m, _: Reading(m["y"])),
        (r"(?:before|until|till|up\s+to)\s+<<y>>", until_year),
        (r"(?:since|from|after)\s+<<y>>(?:\s+on(?:wards)?)?", since_year),
        (r"(?:from|between)\s+<<y>><<dash>><<y2>>", _from_to),
        (r"(?:in|during|for)\s+<<y>>\s*-\s*<<y2>>", span_of_years),
        (
            (
                r"<<in>>(?:<<stage>>)?(?P<d1>(?:1[0-9]|20)[0-9]0|(?<=')[1-9]0)'?s(?:<<dash>>(?:the\s+)?"
                r"(?P<d2>[1-9]0|(?:1[0-9]|20)[0-9]0)'?s)?"
            ),
            _decades,
        ),
        (r"<<in>>(?:<<stage>>)?<<cent>>\s+centur(?:y|ies)", _century),
    ],
    PARTS,
)
