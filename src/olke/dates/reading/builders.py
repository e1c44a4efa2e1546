"""What wordings mean in every language alike, once the language has valued their words.

The rules of all languages name the groups of their patterns alike: `y` and `y2` for years, `m` and
`m2` for months, `d` and `d2` for days, `ord` for an ordinal, `n` for a count, `season` for a
season, `d1` and `d2` for decades, `c` for a century.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from olke.dates.reading.rules import (
    YEAR_STAGES,
    Reading,
    century,
    decades,
    stage_of,
    within_year,
)
from olke.dates.reading.words import value_of

WINTER = 24
HALVES = {"first": "{y}-40", "second": "{y}-41"}


@dataclass(frozen=True, slots=True)
class Builders:
    """The `Build` of each wording; month and ordinal give the value of a word as matched.

    cardinals: numerals by word. seasons: EDTF numbers by word, 21 for spring to 24 for winter.
    """

    month: Callable[[str], int]
    ordinal: Callable[[str], int]
    cardinals: Mapping[str, int]
    seasons: Mapping[str, int]

    def day(self, match: re.Match[str], current: int | None) -> Reading | None:
        """Read 5 May 1943; without any year it is a day of some year."""
        month_day = f"{self.month(match['m']):02}-{int(match['d']):02}"
        reading = within_year(match, current, f"{{y}}-{month_day}")
        return reading or Reading(f"XXXX-{month_day}", ("no-year",))

    def days(self, match: re.Match[str], current: int | None) -> Reading | None:
        """Read 5-9 May 1943, 22 June - 10 August 1941."""
        first = self.month(match.groupdict().get("m") or match["m2"])
        start = f"{{y}}-{first:02}-{int(match['d']):02}"
        end = f"{{y}}-{self.month(match['m2']):02}-{int(match['d2']):02}"
        return within_year(match, current, f"{start}/{end}")

    def month_of(self, match: re.Match[str], current: int | None) -> Reading | None:
        """Read May 1943."""
        return within_year(match, current, f"{{y}}-{self.month(match['m']):02}")

    def months(self, match: re.Match[str], current: int | None) -> Reading | None:
        """Read May-June 1943."""
        first, last = self.month(match["m"]), self.month(match["m2"])
        return within_year(match, current, f"{{y}}-{first:02}/{{y}}-{last:02}")

    def first_months(self, match: re.Match[str], current: int | None) -> Reading | None:
        """Read the first nine months of 1946; declines a count that no year has."""
        word = match["n"]
        count = int(word) if word.isdigit() else value_of(word, self.cardinals)
        if not 1 <= count <= 12:
            return None
        return within_year(match, current, f"{{y}}-01/{{y}}-{count:02}" if count > 1 else "{y}-01")

    def half(self, match: re.Match[str], current: int | None) -> Reading | None:
        """Read the first half of 1948."""
        number = self.ordinal(match["ord"])
        return within_year(match, current, f"{{y}}-{39 + number}") if number in (1, 2) else None

    def quarter(self, match: re.Match[str], current: int | None) -> Reading | None:
        """Read the third quarter of 1948."""
        number = self.ordinal(match["ord"])
        return within_year(match, current, f"{{y}}-{32 + number}") if 1 <= number <= 4 else None

    def season(self, match: re.Match[str], current: int | None) -> Reading | None:
        """Read the autumn of 1941; a winter of one named year may be either of two."""
        part = self.seasons[match["season"]]
        doubts = ("winter",) if part == WINTER and not match.groupdict().get("y2") else ()
        return within_year(match, current, f"{{y}}-{part}", *doubts)

    def until(self, match: re.Match[str], current: int | None) -> Reading | None:
        """Read until 5 May 1943, until May 1943."""
        return within_year(match, current, f"../{self._date(match)}", "until-or-before")

    def since(self, match: re.Match[str], current: int | None) -> Reading | None:
        """Read since 5 May 1943, since May 1943."""
        return within_year(match, current, f"{self._date(match)}/..")

    def decades(self, match: re.Match[str], _: int | None) -> Reading:
        """Read the 1970s, the end of the 50s of the 20th century."""
        named = match.groupdict().get("c")
        hundreds = f"{self.ordinal(named) - 1:02}" if named else None
        return decades(match["d1"], match["d2"], hundreds, stage_of(match))

    def century(self, match: re.Match[str], _: int | None) -> Reading | None:
        """Read the 20th century, the beginning of the 20th century."""
        number = self.ordinal(match["c"])
        return Reading(century(number, stage_of(match))) if 1 <= number <= 21 else None

    def _date(self, match: re.Match[str]) -> str:
        day = match.groupdict().get("d")
        return f"{{y}}-{self.month(match['m']):02}" + (f"-{int(day):02}" if day else "")


def stage_of_year(match: re.Match[str], current: int | None) -> Reading | None:
    """Read the beginning of 1942, the second half of 1942."""
    stage = stage_of(match) or ""
    return within_year(match, current, YEAR_STAGES.get(stage) or HALVES[stage])
