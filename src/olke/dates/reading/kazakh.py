"""Kazakh date wordings: 1943 жылғы 5 мамырда, 1948 жылдың 1-жартысы, 70-жылдардың басында."""

import re

from olke.dates.reading.builders import Builders
from olke.dates.reading.rules import (
    ROMAN,
    YEAR,
    YEAR_STAGES,
    Reading,
    compile_rules,
    from_year_to_year,
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


def _ordinal(text: str) -> int:
    if text[0].isdigit():
        return int(re.match(r"\d+", text)[0])  # type: ignore[index]
    return KK_ORDINALS.get(" ".join(text.split())) or roman_number(text)


BUILD = Builders(
    month=KK_MONTHS.__getitem__, ordinal=_ordinal, cardinals=KK_CARDINALS, seasons=SEASONS
)


def _stage_of_year(match: re.Match[str], current: int | None) -> Reading | None:
    stage = stage_of(match)
    if stage not in YEAR_STAGES:
        return None
    if match["till"]:
        return within_year(match, current, until(YEAR_STAGES[stage]), "until-or-before")
    return within_year(match, current, YEAR_STAGES[stage])


def _decades(match: re.Match[str], current: int | None) -> Reading:
    reading = BUILD.decades(match, current)
    if match["till"]:
        return Reading(until(reading.edtf), (*reading.doubts, "until-or-before"))
    return reading


def _plural_year(match: re.Match[str], _: int | None) -> Reading:
    return Reading(match["y"], ("plural-year",))


def _listed_years(match: re.Match[str], _: int | None) -> Reading:
    years = re.findall(YEAR, match[0])
    return Reading(f"{{{','.join(years)}}}")


DAY = r"(?P<d>[0-3]?[0-9])<<th>>\s*-?\s*"
CENTURY = rf"(?P<c>{any_of(KK_ORDINALS)}|<<roman>>|1[0-9]|2[01])<<th>>\s*-?\s*ғасыр"
STEM = rf"(?P<m>{any_of(KK_MONTHS)})(?:ы|і|сы|сі)?"
DECADE = r"(?P<d1>[1-9]0|(?:1[0-9]|20)[0-9]0)<<th>>"
RULES = compile_rules(
    [
        (rf"<<yopt>>\s*{DAY}<<month>>(?:\s+<<ai>>)?", BUILD.day),
        (
            (
                r"<<y>>\s*<<ofmonth>>\s+(?P<d>[0-3]?[0-9])(?:\s*-?\s*(?:шы|ші|ыншы|інші|ына|іне|ында|інде)"
                r"(?:\s+жұлдыз[<<kk>>]*)?)?"
            ),
            BUILD.day,
        ),
        (r"<<y>>\s*(?P<d>[0-3]?[0-9])\s*-\s*<<day2>>\s*<<month2>>", BUILD.days),
        (rf"<<y>>\s*{DAY}<<month>>\s*-?\s*<<day2>>\s*<<month2>>(?:\s+дейін(?:гі)?)?", BUILD.days),
        (rf"<<yopt>>\s*{DAY}{STEM}<<until>>", BUILD.until),
        (rf"<<yopt>>\s*{DAY}{STEM}<<since>>", BUILD.since),
        (rf"<<y>>\s*{STEM}(?:\s+ай(?:ы)?)?<<until>>", BUILD.until),
        (rf"<<y>>\s*{STEM}(?:\s+ай(?:ы)?)?<<since>>", BUILD.since),
        (r"<<y>>\s*<<month>>(?:\s+<<ai>>)?<<revolution>>", BUILD.month_of),
        (r"<<yr>>\s+<<month>>(?:\s+<<ai>>)?<<revolution>>", BUILD.month_of),
        (rf"<<yr>>\s+{STEM}<<since>>", BUILD.since),
        (r"<<yopt>>\s*<<month>>\s+<<ai>>", BUILD.month_of),
        (rf"{STEM}(?:да|де|та|те|нда|нде)", BUILD.month_of),
        (r"<<y>>\s*<<month>>\s*(?:-|\s)\s*<<month2>>(?:\s+<<ai>>)?(?:\s+дейін)?", BUILD.months),
        (
            (
                rf"<<y>>\s*(?:алғашқы\s+|бірінші\s+)?(?P<n>[0-9]{{1,2}}|{any_of(KK_CARDINALS)})\s*-?\s*"
                r"(?:<<ai>>|айлық[<<kk>>]*|айлығ[<<kk>>]*)"
            ),
            BUILD.first_months,
        ),
        (r"<<yopt>>\s*<<ord>>\s*-?\s*<<half>>", BUILD.half),
        (r"<<yopt>>\s*<<ord>>\s*-?\s*(?:тоқсан(?!дық)|квартал)[<<kk>>]*", BUILD.quarter),
        (rf"<<yopt>>\s*(?:ерте\s+|кеш\s+)?{SEASON}", BUILD.season),
        (
            rf"(?P<y><<year>>)\s*[-/]\s*(?P<y2><<year>>|[0-9]{{2}})(?:<<years>>|\s*жыл[<<kk>>]*|\s*ж\.)\s*{SEASON}",
            BUILD.season,
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
            from_year_to_year,
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
        (rf"{CENTURY}[<<kk>>]*(?:\s+<<stage>>)?", BUILD.century),
    ],
    PARTS,
)
