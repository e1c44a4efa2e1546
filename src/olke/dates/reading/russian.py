"""Russian date wordings: к началу 1942 г., в первом полугодии 1948 г., за 9 месяцев 1946 г."""

import re

from olke.dates.reading.builders import Builders, stage_of_year
from olke.dates.reading.rules import (
    ROMAN,
    YEAR,
    Reading,
    compile_rules,
    from_year_to_year,
    roman_number,
    since_year,
    span_of_years,
    until_year,
)
from olke.dates.reading.words import RU_CARDINALS, RU_MONTHS, RU_ORDINALS, any_of

# The endings keep мая from мало and март from мартен.
MONTH = (
    r"(?:(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:ь|я|ю|ем|е)|"
    r"(?:март|август)(?:а|у|ом|е)?|ма(?:й|я|ю|ем|е))"
)
GENITIVE = r"(?:(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)я|(?:март|август)а|мая)"
STAGE = (
    r"(?:(?P<start>начал(?:о|а|е|у|ом))|(?P<middle>середин(?:а|ы|е|у))|"
    r"(?P<end>кон(?:ец|ца|це|цу|цом))|"
    r"(?P<first>(?:перв[а-я]+|1-[а-я]{1,2})\s+половин(?:а|ы|е|у))|"
    r"(?P<second>(?:втор[а-я]+|2-[а-я]{1,2})\s+половин(?:а|ы|е|у)))"
)
PARTS = {
    "year": YEAR,
    "roman": ROMAN,
    "in": r"(?:(?:к|ко|в|во|на|за)\s+)?",
    "god": r"(?:\s*(?:год(?:а|у|ом|е)?|г)(?!\w)\.?)",
    "gody": r"(?:\s*(?:год(?:ы|ов|ах|ам|ами)|гг)(?!\w)\.?)",
    "ending": r"(?:<<gody>>|<<god>>)",
    "y": r"(?P<y><<year>>)(?:<<god>>)?",
    "y2": r"(?P<y2><<year>>|[0-9]{2}(?!\d))",
    "month": rf"(?P<m>{MONTH})",
    "month2": rf"(?P<m2>{MONTH})",
    "genitive": rf"(?P<m>{GENITIVE})",
    "genitive2": rf"(?P<m2>{GENITIVE})",
    "stage": STAGE,
    "ord": rf"(?P<ord>(?:{any_of(RU_ORDINALS)})[а-я]+|[1-4](?:-?[а-я]{{1,2}})?|<<roman>>)",
    "cent": rf"(?P<c>(?:{any_of(RU_ORDINALS)})[а-я]+|<<roman>>|(?:1[0-9]|2[01])(?:-[а-я]{{1,2}})?)",
    "day": r"(?P<d>[0-3]?[0-9])(?:-?го)?",
}
SEASONS = {"весн": 21, "лет": 22, "осен": 23, "зим": 24}
SEASON = r"(?P<season>весн(?=а|ы|е|у|ой)|лет(?=о|а|у|ом)|осен(?=ь|и|ью)|зим(?=а|ы|е|у|ой))[а-я]+"


def _month(text: str) -> int:
    found = [stem for stem in RU_MONTHS if text.startswith(stem)]
    return RU_MONTHS[max(found, key=len)]


def _ordinal(text: str) -> int:
    if text[0].isdigit():
        return int(re.match(r"\d+", text)[0])  # type: ignore[index]
    words = " ".join(text.split())
    found = [stem for stem in RU_ORDINALS if words.startswith(stem)]
    return RU_ORDINALS[max(found, key=len)] if found else roman_number(text)


BUILD = Builders(month=_month, ordinal=_ordinal, cardinals=RU_CARDINALS, seasons=SEASONS)


def _months_of_years(match: re.Match[str], _: int | None) -> Reading:
    start = match["y"] or match["y2"]
    return Reading(f"{start}-{_month(match['m']):02}/{match['y2']}-{_month(match['m2']):02}")


RULES = compile_rules(
    [
        (r"<<in>><<day>>\s+<<genitive>>\s+<<y>>", BUILD.day),
        (r"<<in>><<day>>\s+<<genitive>>", BUILD.day),
        (r"<<in>><<day>>\s*-\s*(?P<d2>[0-3]?[0-9])\s+<<genitive2>>\s+<<y>>", BUILD.days),
        (
            (
                r"(?:с\s+)?<<day>>\s+<<genitive>>(?:\s*-\s*|\s+по\s+|\s+до\s+)(?P<d2>[0-3]?[0-9])\s+<<genitive2>>"
                r"\s+<<y>>"
            ),
            BUILD.days,
        ),
        (r"до\s+<<day>>\s+<<genitive>>(?:\s+<<y>>)?", BUILD.until),
        (r"(?:начиная\s+)?со?\s+<<day>>\s+<<genitive>>(?:\s+<<y>>)?", BUILD.since),
        (r"<<in>><<month>>\s+<<y>>", BUILD.month_of),
        (r"до\s+<<month>>\s+<<y>>", BUILD.until),
        (r"(?:начиная\s+)?со?\s+<<month>>\s+<<y>>", BUILD.since),
        (r"<<in>><<month>>\s+(?:этого|того\s+же)\s+года", BUILD.month_of),
        (r"<<in>><<month>>\s*-\s*<<month2>>\s+<<y>>", BUILD.months),
        (
            r"(?:с\s+)?<<month>>\s+(?:<<y>>\s*)?по\s+<<month2>>\s+(?P<y2><<year>>)<<god>>?",
            _months_of_years,
        ),
        (
            rf"<<in>>(?:перв[а-я]+\s+)?(?P<n>[0-9]{{1,2}}|{any_of(RU_CARDINALS)})\s+месяц(?:а|ев)?\s+<<y>>",
            BUILD.first_months,
        ),
        (r"<<in>><<ord>>\s+полугоди(?:е|я|и|ю|ем)(?:\s+<<y>>)?", BUILD.half),
        (r"<<in>><<ord>>\s+(?:квартал(?:а|е|у|ом)?|кв\.)(?:\s+<<y>>)?", BUILD.quarter),
        (rf"<<in>>(?:поздн[а-я]+\s+|ранн[а-я]+\s+)?{SEASON}\s+<<y>>", BUILD.season),
        (rf"<<in>>{SEASON}\s+(?P<y><<year>>)\s*[-/]\s*<<y2>><<ending>>?", BUILD.season),
        (r"<<in>><<stage>>\s+<<y>>", stage_of_year),
        (r"<<in>>(?P<y><<year>>)<<god>>", lambda m, _: Reading(m["y"])),
        (r"(?:к|в|на|за)\s+(?P<y><<year>>)<<god>>?", lambda m, _: Reading(m["y"])),
        (r"до\s+(?P<y><<year>>)<<god>>?", until_year),
        (r"(?:(?:начиная\s+)?с|после)\s+(?P<y><<year>>)<<god>>?", since_year),
        (r"с\s+(?P<y><<year>>)<<god>>?\s+(?:по|до)\s+<<y2>><<ending>>?", from_year_to_year),
        (r"<<in>>(?P<y><<year>>)\s*-\s*<<y2>><<ending>>", span_of_years),
        (
            (
                r"<<in>>(?:<<stage>>\s+)?(?P<d1>[1-9]0|(?:1[0-9]|20)[0-9]0)(?:-?(?:е|х|м|ые|ых|ми))?"
                r"(?:\s*-\s*(?P<d2>[1-9][05])(?!\d))?(?:-?(?:е|х|м|ые|ых|ми))?<<gody>>"
                r"(?:\s+<<cent>>\s+(?:века|в\.))?"
            ),
            BUILD.decades,
        ),
        (
            r"<<in>><<stage>>\s+(?P<d1>[1-9]0|(?:1[0-9]|20)[0-9]0)(?P<d2>(?!))?-?(?:х|ых)",
            BUILD.decades,
        ),
        (
            r"<<in>>(?:<<stage>>\s+)?<<cent>>\s+(?:век(?:а|е|у|ом)?|столети(?:е|я|и|ю))",
            BUILD.century,
        ),
    ],
    PARTS,
)
