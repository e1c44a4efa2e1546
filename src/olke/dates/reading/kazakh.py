"""Kazakh date wordings: 1943 жылғы 5 мамырда, 1948 жылдың 1-жартысы, 70-жылдардың басында."""

import re

from olke.dates.reading.rules import (
    ROMAN,
    YEAR,
    YEAR_STAGES,
    Reading,
    century,
    compile_rules,
    decades,
    full_year,
    roman_number,
    since_year,
    span_of_years,
    stage_of,
    until,
    until_year,
    within_year,
)
from olke.dates.reading.words import (
    KK,
    KK_CARDINALS,
    KK_MONTHS,
    KK_ORDINALS,
    any_of,
    value_of,
)

CASES = (
    "ндағы|ндегі|дағы|дегі|тағы|тегі|нда|нде|да|де|та|те|нан|нен|дан|ден|тан|тен|на|не|ға|ге|қа|ке|"
    "ның|нің|дың|дің|тың|тің|ны|ні|ды|ді|н"
)
ORDINAL_MARK = r"(?:\s*-?\s*(?:шы|ші|ыншы|інші|ншы|нші)(?!\w))?"
PARTS = {
    "year": YEAR,
    "yr": r"(?P<y><<year>>)<<th>>",
    "yr2": r"(?P<y2><<year>>)<<th>>",
    "day2": r"(?P<d2>[0-3]?[0-9])",
    "roman": ROMAN,
    "kk": KK,
    "th": ORDINAL_MARK,
    "y": r"(?P<y><<year>>)<<th>>\s*-?\s*(?:жыл(?!дар)[<<kk>>]*|ж(?!\w)\.?)\s*,?",
    "yopt": r"(?:<<y>>|(?:осы|сол)\s+жыл(?!дар)[<<kk>>]*|(?<!\w))",
    "years": r"<<th>>\s*-?\s*(?:жылдар[<<kk>>]*|ж\.?\s?ж(?!\w)\.?)",
    "month": rf"(?P<m>{any_of(KK_MONTHS)})(?:ы|і|сы|сі)?(?:{CASES})?",
    "month2": rf"(?P<m2>{any_of(KK_MONTHS)})(?:ы|і|сы|сі)?(?:{CASES})?",
    "ofmonth": rf"(?P<m>{any_of(KK_MONTHS)})(?:ы|і|сы|сі)?(?:ның|нің|дың|дің|тың|тің)",
    "ai": rf"ай(?:ы|лары|лар)?(?:{CASES})?",
    "revolution": r"(?!\s+(?:социалистік\s+)?(?:төңкеріс|революци|мерек))",
    "ord": rf"(?P<ord>{any_of(KK_ORDINALS)}|[1-4]<<th>>|<<roman>>)",
    "stage": (
        r"(?:(?P<start>бас(?:ы|ында|ындағы|ынан|ына|ының)|бас\s+кез[<<kk>>]*)|"
        r"(?P<middle>орта(?:сы|сында|сындағы|сына|сынан|сының))|"
        r"(?P<end>соң(?:ы|ында|ындағы|ына|ынан|ының)|аяғ(?:ы|ында|ындағы|ына|ынан|ының))|"
        r"(?P<first>(?:бірінші|алғашқы)\s+жарты[<<kk>>]*)|(?P<second>екінші\s+жарты[<<kk>>]*))"
    ),
    "half": r"жарты(?!лай|кеш)[<<kk>>]*(?:\s*-?\s*жыл[<<kk>>]*)?",
    "till": r"(?P<till>\s+(?:дейін|шейін)(?:гі)?(?!\w))?",
    "until": r"(?:ға|ге|қа|ке|на|не)\s+(?:дейін|шейін)(?:гі)?",
    "since": r"(?:нан|нен|дан|ден|тан|тен)\s+(?:бастап|бері)",
}
SEASONS = {"көктем": 21, "жаз": 22, "күз": 23, "қыс": 24}
SEASON_ENDING = r"(?:і|ы|інде|ында|індегі|ындағы|іне|ына|інен|ынан|де|да|те|та|гі|ғы)"
SEASON = rf"(?P<season>көктем|жаз|күз|қыс){SEASON_ENDING}"


def _month(match: re.Match[str], group: str = "m") -> int:
    return KK_MONTHS[match[group]]


def _day(match: re.Match[str], current: int | None) -> Reading | None:
    month_day = f"{_month(match):02}-{int(match['d']):02}"
    reading = within_year(match, current, f"{{y}}-{month_day}")
    return reading or Reading(f"XXXX-{month_day}", ("no-year",))


def _days(match: re.Match[str], current: int | None) -> Reading | None:
    first = KK_MONTHS[match.groupdict().get("m") or match["m2"]]
    start = f"{{y}}-{first:02}-{int(match['d']):02}"
    end = f"{{y}}-{_month(match, 'm2'):02}-{int(match['d2']):02}"
    return within_year(match, current, f"{start}/{end}")


def _month_of(match: re.Match[str], current: int | None) -> Reading | None:
    return within_year(match, current, f"{{y}}-{_month(match):02}")


def _months(match: re.Match[str], current: int | None) -> Reading | None:
    return within_year(match, current, f"{{y}}-{_month(match):02}/{{y}}-{_month(match, 'm2'):02}")


def _first_months(match: re.Match[str], current: int | None) -> Reading | None:
    word = match["n"]
    count = int(word) if word.isdigit() else value_of(word, KK_CARDINALS)
    if not 1 <= count <= 12:
        return None
    return within_year(match, current, f"{{y}}-01/{{y}}-{count:02}" if count > 1 else "{y}-01")


def _ordinal(text: str) -> int:
    if text[0].isdigit():
        return int(re.match(r"\d+", text)[0])  # type: ignore[index]
    return KK_ORDINALS.get(" ".join(text.split())) or roman_number(text)


def _half(match: re.Match[str], current: int | None) -> Reading | None:
    number = _ordinal(match["ord"])
    return within_year(match, current, f"{{y}}-{39 + number}") if number in (1, 2) else None


def _quarter(match: re.Match[str], current: int | None) -> Reading | None:
    number = _ordinal(match["ord"])
    return within_year(match, current, f"{{y}}-{32 + number}") if 1 <= number <= 4 else None


def _season(match: re.Match[str], current: int | None) -> Reading | None:
    part = SEASONS[match["season"]]
    doubts = ("winter",) if part == 24 and not match.groupdict().get("y2") else ()
    return within_year(match, current, f"{{y}}-{part}", *doubts)


def _stage_of_year(match: re.Match[str], current: int | None) -> Reading | None:
    stage = stage_of(match)
    if stage not in YEAR_STAGES:
        return None
    if match["till"]:
        return within_year(match, current, until(YEAR_STAGES[stage]), "until-or-before")
    return within_year(match, current, YEAR_STAGES[stage])


def _decades(match: re.Match[str], _: int | None) -> Reading | None:
    hundreds = None
    if match["c"]:
        number = int(match["c"]) if match["c"].isdigit() else _ordinal(match["c"])
        hundreds = f"{number - 1:02}"
    reading = decades(match["d1"], match["d2"], hundreds, stage_of(match))
    if match["till"]:
        return Reading(until(reading.edtf), (*reading.doubts, "until-or-before"))
    return reading


def _plural_year(match: re.Match[str], _: int | None) -> Reading:
    return Reading(match["y"], ("plural-year",))


def _listed_years(match: re.Match[str], _: int | None) -> Reading:
    years = re.findall(YEAR, match[0])
    return Reading(f"{{{','.join(years)}}}")


def _century(match: re.Match[str], _: int | None) -> Reading | None:
    text = match["c"]
    number = int(text) if text.isdigit() else _ordinal(text)
    return Reading(century(number, stage_of(match))) if 1 <= number <= 21 else None


def _from_to(match: re.Match[str], _: int | None) -> Reading:
    return Reading(f"{match['y']}/{full_year(match['y2'], match['y'])}")


def _until_day(match: re.Match[str], current: int | None) -> Reading | None:
    day = f"-{int(match['d']):02}" if match.groupdict().get("d") else ""
    return within_year(match, current, f"../{{y}}-{_month(match):02}{day}", "until-or-before")


def _since_day(match: re.Match[str], current: int | None) -> Reading | None:
    day = f"-{int(match['d']):02}" if match.groupdict().get("d") else ""
    return within_year(match, current, f"{{y}}-{_month(match):02}{day}/..")


DAY = r"(?P<d>[0-3]?[0-9])<<th>>\s*-?\s*"
CENTURY = rf"(?P<c>{any_of(KK_ORDINALS)}|<<roman>>|1[0-9]|2[01])<<th>>\s*-?\s*ғасыр"
STEM = rf"(?P<m>{any_of(KK_MONTHS)})(?:ы|і|сы|сі)?"
DECADE = r"(?P<d1>[1-9]0|(?:1[0-9]|20)[0-9]0)<<th>>"
RULES = compile_rules(
    [
        (rf"<<yopt>>\s*{DAY}<<month>>(?:\s+<<ai>>)?", _day),
        (
            (
                r"<<y>>\s*<<ofmonth>>\s+(?P<d>[0-3]?[0-9])(?:\s*-?\s*(?:шы|ші|ыншы|інші|ына|іне|ында|інде)"
                r"(?:\s+жұлдыз[<<kk>>]*)?)?"
            ),
            _day,
        ),
        (r"<<y>>\s*(?P<d>[0-3]?[0-9])\s*-\s*<<day2>>\s*<<month2>>", _days),
        (rf"<<y>>\s*{DAY}<<month>>\s*-?\s*<<day2>>\s*<<month2>>(?:\s+дейін(?:гі)?)?", _days),
        (rf"<<yopt>>\s*{DAY}{STEM}<<until>>", _until_day),
        (rf"<<yopt>>\s*{DAY}{STEM}<<since>>", _since_day),
        (rf"<<y>>\s*{STEM}(?:\s+ай(?:ы)?)?<<until>>", _until_day),
        (rf"<<y>>\s*{STEM}(?:\s+ай(?:ы)?)?<<since>>", _since_day),
        (r"<<y>>\s*<<month>>(?:\s+<<ai>>)?<<revolution>>", _month_of),
        (r"<<yr>>\s+<<month>>(?:\s+<<ai>>)?<<revolution>>", _month_of),
        (rf"<<yr>>\s+{STEM}<<since>>", _since_day),
        (r"<<yopt>>\s*<<month>>\s+<<ai>>", _month_of),
        (rf"{STEM}(?:да|де|та|те|нда|нде)", _month_of),
        (r"<<y>>\s*<<month>>\s*(?:-|\s)\s*<<month2>>(?:\s+<<ai>>)?(?:\s+дейін)?", _months),
        (
            (
                rf"<<y>>\s*(?:алғашқы\s+|бірінші\s+)?(?P<n>[0-9]{{1,2}}|{any_of(KK_CARDINALS)})\s*-?\s*"
                r"(?:<<ai>>|айлық[<<kk>>]*|айлығ[<<kk>>]*)"
            ),
            _first_months,
        ),
        (r"<<yopt>>\s*<<ord>>\s*-?\s*<<half>>", _half),
        (r"<<yopt>>\s*<<ord>>\s*-?\s*(?:тоқсан(?!дық)|квартал)[<<kk>>]*", _quarter),
        (rf"<<yopt>>\s*(?:ерте\s+|кеш\s+)?{SEASON}", _season),
        (
            rf"(?P<y><<year>>)\s*[-/]\s*(?P<y2><<year>>|[0-9]{{2}})(?:<<years>>|\s*жыл[<<kk>>]*|\s*ж\.)\s*{SEASON}",
            _season,
        ),
        (r"<<y>>\s*<<stage>><<till>>", _stage_of_year),
        (r"<<y>>", lambda m, _: Reading(m["y"])),
        (r"<<yr>>\s*-?\s*(?:жылға|ж\.)\s+(?:дейін|шейін)(?:гі)?", until_year),
        (r"<<yr>>\s*-?\s*жыл(?:дар)?(?:дан|ынан)\s+(?:бастап|бері|кейін(?:гі)?)", since_year),
        (
            (
                r"<<yr>>\s*(?:-?\s*жылдан)?\s*-?\s*<<yr2>>\s*-?\s*жыл(?:ға|дарға)?"
                r"\s*дейін(?:гі)?"
            ),
            _from_to,
        ),
        (
            r"(?P<y><<year>>)\s*-\s*(?P<y2><<year>>|[0-9]{2})(?:<<years>>|<<th>>\s*жыл[<<kk>>]*|\s*ж\.)",
            span_of_years,
        ),
        (r"<<yr>>(?:\s*(?:,|және|мен|пен|бен)\s*(?:<<year>>))+<<years>>", _listed_years),
        (r"(?P<y><<year>>)<<years>>", _plural_year),
        (
            (
                rf"(?:(?P<c>{any_of(KK_ORDINALS)}|<<roman>>|1[0-9]|2[01])<<th>>\s*-?\s*ғасырдың\s+)?{DECADE}"
                r"(?:\s*-\s*(?P<d2>[1-9][05])(?!\d))?<<years>>(?:\s+<<stage>><<till>>)?"
            ),
            _decades,
        ),
        (rf"{CENTURY}[<<kk>>]*(?:\s+<<stage>>)?", _century),
    ],
    PARTS,
)
