"""What a rule is, and what every language's rules share."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

YEAR = r"1[0-9]{3}|20[0-9]{2}"
ROMAN = r"[ivxіх]{1,5}"
ROMAN_VALUES = {"i": 1, "і": 1, "v": 5, "x": 10, "х": 10}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule made of a wording: EDTF and the doubts it leaves."""

    edtf: str
    doubts: tuple[str, ...] = ()


Build = Callable[[re.Match[str], int | None], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording and its meaning. `build` gets the match and the year in force, may decline."""

    pattern: re.Pattern[str]
    build: Build = field(repr=False)


def compile_rules(rows: Iterable[tuple[str, Build]], parts: Mapping[str, str]) -> tuple[Rule, ...]:
    """Put the named parts (`<<day>>`) into the patterns and bound each by word edges."""
    return tuple(
        Rule(re.compile(rf"(?<!\w){_fill(row, parts)}(?!\w)"), build) for row, build in rows
    )


def _fill(pattern: str, parts: Mapping[str, str]) -> str:
    while True:
        filled = re.sub(r"<<(\w+)>>", lambda m: parts[m[1]], pattern)
        if filled == pattern:
            return f"(?:{filled})"
        pattern = filled


def roman_number(text: str) -> int:
    """Value a Roman numeral of Latin or Cyrillic letters."""
    values = [ROMAN_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def year_of(match: re.Match[str], current: int | None) -> tuple[str | None, tuple[str, ...]]:
    """Give the year as written, or the year in force with a doubt; None when there is neither."""
    written = match.groupdict().get("y")
    if written:
        return written, ()
    return (str(current), ("context-year",)) if current else (None, ())


def full_year(text: str, first: str) -> str:
    """Complete a shortened second year (1941-45) from the first."""
    return text if len(text) == 4 else first[: 4 - len(text)] + text


def within_year(
    match: re.Match[str], current: int | None, edtf: str, *doubts: str
) -> Reading | None:
    """Put a year into a template: `{y}-33` with the year written or in force."""
    year, guessed = year_of(match, current)
    return Reading(edtf.format(y=year), (*guessed, *doubts)) if year else None


def span_of_years(match: re.Match[str], _: int | None) -> Reading | None:
    """Read `1941-1945` or `1941-45`; declines when it does not ascend."""
    start, end = match["y"], full_year(match["y2"], match["y"])
    if int(start) >= int(end):
        return None
    return Reading(f"{start}/{end}", () if len(match["y2"]) == 4 else ("short-year",))


def from_year_to_year(match: re.Match[str], _: int | None) -> Reading | None:
    """Read from 1941 to 1945, from 1941 to 45; declines when it does not ascend."""
    end = full_year(match["y2"], match["y"])
    return Reading(f"{match['y']}/{end}") if match["y"] < end else None


def until_year(match: re.Match[str], _: int | None) -> Reading:
    """Read until 1941: the year itself is taken in, which the words leave open."""
    return Reading(f"../{match['y']}", ("until-or-before",))


def since_year(match: re.Match[str], _: int | None) -> Reading:
    """Read since 1942."""
    return Reading(f"{match['y']}/..")


def until(edtf: str) -> str:
    """Open the start of an EDTF date or interval: up to its end."""
    return f"../{edtf.rpartition('/')[2]}"


# Years of a decade or a century that a part of it means; the words are loose, hence the `~`.
STAGES = {
    "start": ("0", "3", "00", "33", "~"),
    "middle": ("4", "6", "34", "66", "~"),
    "end": ("7", "9", "67", "99", "~"),
    "first": ("0", "4", "00", "49", ""),
    "second": ("5", "9", "50", "99", ""),
}
YEAR_STAGES = {"start": "{y}-01~", "middle": "{y}-06~/{y}-07~", "end": "{y}-12~"}


def stage_of(match: re.Match[str]) -> str | None:
    """Name the stage (a key of `STAGES`) that a match speaks of, or None."""
    groups = match.groupdict()
    return next((name for name in STAGES if groups.get(name)), None)


def decade(tens: str, stage: str | None) -> str:
    """Give the EDTF of a decade (`197`) or of a stage of it."""
    if stage is None:
        return f"{tens}X"
    first, last, _, _, mark = STAGES[stage]
    return f"{tens}{first}{mark}/{tens}{last}{mark}"


def century(number: int, stage: str | None) -> str:
    """Give the EDTF of a century by its ordinal, or of a stage of it."""
    hundreds = f"{number - 1:02}"
    if stage is None:
        return f"{hundreds}XX"
    _, _, first, last, mark = STAGES[stage]
    return f"{hundreds}{first}{mark}/{hundreds}{last}{mark}"


def decades(first: str, last: str | None, hundreds: str | None, stage: str | None) -> Reading:
    """Read `70`, `1970`, `50-60` before the word for years; two digits are of the 20th century.

    `50-60` are decades, `60-65` years. hundreds: `19` when the century is named beside it.
    """
    known = hundreds or (first[:2] if len(first) == 4 else None)
    doubts = () if known else ("century-assumed",)
    base = known or "19"
    start = base + first[-2:]
    if last is None:
        return Reading(decade(start[:3], stage), doubts)
    end = base + last[-2:]
    if first[-1] == last[-1] == "0":
        staged = decade(end[:3], stage).rpartition("/")[2]
        return Reading(f"{start[:3]}X/{staged}", doubts)
    return Reading(f"{start}/{end}", doubts)
