"""Russian date wordings: к началу 1942 г., в первом полугодии 1948 г., за 9 месяцев 1946 г."""

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
    until_year,
    within_year,
)
from olke.dates.reading.words import RU_CARDINALS, RU_MONTHS, RU_ORDINALS, any_of, value_of

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


def _months(match: re.Match[str], current: int | None) -> Reading | None:
    first, last = _month(match["m"]), _month(match["m2"])
    return within_year(match, current, f"{{y}}-{first:02}/{{y}}-{last:02}")


def _months_of_years(match: re.Match[str], _: int | None) -> Reading:
    start = match["y"] or match["y2"]
    return Reading(f"{start}-{_month(match['m']):02}/{match['y2']}-{_month(match['m2']):02}")


def _first_months(match: re.Match[str], current: int | None) -> Reading | None:
    word = match["n"]
    count = int(word) if word.isdigit() else value_of(word, RU_CARDINALS)
    if not 1 <= count <= 12:
        return None
    return within_year(match, current, f"{{y}}-01/{{y}}-{count:02}" if count > 1 else "{y}-01")


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
    stage = stage_of(match) or ""
    halves = {"first": "{y}-40", "second": "{y}-41"}
    return within_year(match, current, YEAR_STAGES.get(stage) or halves[stage])


def _decades(match: re.Match[str], _: int | None) -> Reading:
    groups = match.groupdict()
    hundreds = f"{_ordinal(match['c']) - 1:02}" if groups.get("c") else None
    return decades(match["d1"], match["d2"], hundreds, stage_of(match))


def _century(match: re.Match[str], _: int | None) -> Reading | None:
    number = _ordinal(match["c"])
    return Reading(century(number, stage_of(match))) if 1 <= number <= 21 else None


def _from_to(match: re.Match[str], _: int | None) -> Reading | None:
    end = full_year(match["y2"], match["y"])
    return Reading(f"{match['y']}/{end}") if match["y"] < end else None


def _until_day(match: re.Match[str], current: int | None) -> Reading | None:
    day = f"{{y}}-{_month(match['m']):02}-{int(match['d']):02}"
    return within_year(match, current, f"../{day}", "until-or-before")


def _since_day(match: re.Match[str], current: int | None) -> Reading | None:
    return within_year(match, current, f"{{y}}-{_month(match['m']):02}-{int(match['d']):02}/..")


def _until_month(match: re.Match[str], current: int | None) -> Reading | None:
    return within_year(match, current, f"../{{y}}-{_month(match['m']):02}", "until-or-before")


def _since_month(match: re.Match[str], current: int | None) -> Reading | None:
    return within_year(match, current, f"{{y}}-{_month(match['m']):02}/..")


RULES = compile_rules(
    [
        (r"<<in>><<day>>\s+<<genitive>>\s+<<y>>", _day),
        (r"<<in>><<day>>\s+<<genitive>>", _day),
        (r"<<in>><<day>>\s*-\s*(?P<d2>[0-3]?[0-9])\s+<<genitive2>>\s+<<y>>", _days),
        (
            (
                r"(?:с\s+)?<<day>>\s+<<genitive>>(?:\s*-\s*|\s+по\s+|\s+до\s+)(?P<d2>[0-3]?[0-9])\s+<<genitive2>>"
                r"\s+<<y>>"
            ),
            _days,
        ),
        (r"до\s+<<day>>\s+<<genitive>>(?:\s+<<y>>)?", _until_day),
        (r"(?:начиная\s+)?со?\s+<<day>>\s+<<genitive>>(?:\s+<<y>>)?", _since_day),
        (r"<<in>><<month>>\s+<<y>>", _month_of),
        (r"до\s+<<month>>\s+<<y>>", _until_month),
        (r"(?:начиная\s+)?со?\s+<<month>>\s+<<y>>", _since_month),
        (r"<<in>><<month>>\s+(?:этого|того\s+же)\s+года", _month_of),
        (r"<<in>><<month>>\s*-\s*<<month2>>\s+<<y>>", _months),
        (
            r"(?:с\s+)?<<month>>\s+(?:<<y>>\s*)?по\s+<<month2>>\s+(?P<y2><<year>>)<<god>>?",
            _months_of_years,
        ),
        (
            rf"<<in>>(?:перв[а-я]+\s+)?(?P<n>[0-9]{{1,2}}|{any_of(RU_CARDINALS)})\s+месяц(?:а|ев)?\s+<<y>>",
            _first_months,
        ),
        (r"<<in>><<ord>>\s+полугоди(?:е|я|и|ю|ем)(?:\s+<<y>>)?", _half),
        (r"<<in>><<ord>>\s+(?:квартал(?:а|е|у|ом)?|кв\.)(?:\s+<<y>>)?", _quarter),
        (rf"<<in>>(?:поздн[а-я]+\s+|ранн[а-я]+\s+)?{SEASON}\s+<<y>>", _season),
        (rf"<<in>>{SEASON}\s+(?P<y><<year>>)\s*[-/]\s*<<y2>><<ending>>?", _season),
        (r"<<in>><<stage>>\s+<<y>>", _stage_of_year),
        (r"<<in>>(?P<y><<year>>)<<god>>", lambda m, _: Reading(m["y"])),
        (r"(?:к|в|на|за)\s+(?P<y><<year>>)<<god>>?", lambda m, _: Reading(m["y"])),
        (r"до\s+(?P<y><<year>>)<<god>>?", until_year),
        (r"(?:(?:начиная\s+)?с|после)\s+(?P<y><<year>>)<<god>>?", since_year),
        (r"с\s+(?P<y><<year>>)<<god>>?\s+(?:по|до)\s+<<y2>><<ending>>?", _from_to),
        (r"<<in>>(?P<y><<year>>)\s*-\s*<<y2>><<ending>>", span_of_years),
        (
            (
                r"<<in>>(?:<<stage>>\s+)?(?P<d1>[1-9]0|(?:1[0-9]|20)[0-9]0)(?:-?(?:е|х|м|ые|ых|ми))?"
                r"(?:\s*-\s*(?P<d2>[1-9][05])(?!\d))?(?:-?(?:е|х|м|ые|ых|ми))?<<gody>>"
                r"(?:\s+<<cent>>\s+(?:века|в\.))?"
            ),
            _decades,
        ),
        (r"<<in>><<stage>>\s+(?P<d1>[1-9]0|(?:1[0-9]|20)[0-9]0)(?P<d2>(?!))?-?(?:х|ых)", _decades),
        (r"<<in>>(?:<<stage>>\s+)?<<cent>>\s+(?:век(?:а|е|у|ом)?|столети(?:е|я|и|ю))", _century),
    ],
    PARTS,
)
