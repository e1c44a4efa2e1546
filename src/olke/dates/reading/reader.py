"""`read`: every date wording of a text, with its place and its meaning."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from olke.dates.errors import EdtfError
from olke.dates.formatting import Language
from olke.dates.grammar import read_edtf
from olke.dates.period import Period, Point
from olke.dates.reading import english, kazakh, numeric, russian
from olke.dates.reading.folding import fold
from olke.dates.reading.named import named_rules
from olke.dates.reading.rules import Build, Rule

LANGUAGES: dict[Language, tuple[Rule, ...]] = {
    "kk": kazakh.RULES,
    "ru": russian.RULES,
    "en": english.RULES,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A date wording: its period, the words verbatim, their offsets, and what stays in doubt.

    doubts: `context-year` (the year stands elsewhere), `no-year` (no year anywhere),
    `century-assumed` (two digits, taken as the 20th century), `short-year` (1941-45),
    `bare-years` (two years and no word for years), `plural-year` (1946 жылдары),
    `until-or-before` (whether the named end itself counts), `winter` (which of two winters).
    """

    period: Period
    wording: str
    start: int
    end: int
    doubts: tuple[str, ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        """Give the offsets: `text[start:end] == wording`."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A match of a rule; the offsets leave out spaces and commas at its edges."""

    match: re.Match[str]
    build: Build
    start: int
    end: int

    def meaning(self, year: int | None) -> tuple[Period, tuple[str, ...]] | None:
        """Give what it means when that year is in force, or None when it means no date."""
        reading = self.build(self.match, year)
        if reading is None:
            return None
        try:
            return read_edtf(reading.edtf), reading.doubts
        except EdtfError:
            return None


def read(text: str, lang: Language | None = None, context_year: int | None = None) -> list[Found]:
    """Find the date wordings of a text, in order, without overlap.

    lang: look for one language's wordings only (and figures); None looks for all three.
    context_year: the year of wordings that name none (5 қарашада) until the text names one.
    Of overlapping wordings the longest is taken.
    """
    candidates = list(_candidates(fold(text), lang))
    years = _named_years(candidates, len(text))
    found = []
    for candidate in candidates:
        meaning = candidate.meaning(_year_before(candidate.start, years, context_year))
        if meaning:
            period, doubts = meaning
            wording = text[candidate.start : candidate.end]
            found.append(Found(period, wording, candidate.start, candidate.end, doubts))
    return _longest(found, len(text))


def _candidates(folded: str, lang: Language | None) -> Iterator[_Candidate]:
    for rule in _rules(lang):
        for match in rule.pattern.finditer(folded):
            inner = match[0].rstrip(" ,")
            start = match.end() - len(match[0].lstrip())
            yield _Candidate(match, rule.build, start, match.start() + len(inner))


def _rules(lang: Language | None) -> Iterator[Rule]:
    for language, rules in LANGUAGES.items():
        if lang in (None, language):
            yield from rules
            yield from named_rules(language)
    yield from numeric.RULES


def _named_years(candidates: list[_Candidate], length: int) -> list[tuple[int, int]]:
    """List where the text itself names one year: (end of the wording, year), in order."""
    sure = []
    for candidate in candidates:
        meaning = candidate.meaning(None)
        if meaning:
            sure.append(Found(meaning[0], "", candidate.start, candidate.end, meaning[1]))
    named = ((one.end, _single_year(one.period)) for one in _longest(sure, length))
    return [(end, year) for end, year in named if year is not None]


def _single_year(period: Period) -> int | None:
    years = {side.year if isinstance(side, Point) else None for side in (period.start, period.end)}
    return years.pop() if len(years) == 1 else None


def _year_before(start: int, years: list[tuple[int, int]], context: int | None) -> int | None:
    at = bisect_right(years, (start, 10_000))
    return years[at - 1][1] if at else context


def _longest(found: list[Found], length: int) -> list[Found]:
    """Keep the longest of overlapping wordings, of equal ones the one with the fewest doubts."""
    taken, covered = [], bytearray(length)
    for one in sorted(found, key=lambda one: (one.start - one.end, len(one.doubts), one.start)):
        if not any(covered[one.start : one.end]):
            covered[one.start : one.end] = b"\1" * (one.end - one.start)
            taken.append(one)
    return sorted(taken, key=lambda one: one.start)
