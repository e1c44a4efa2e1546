"""`format_period`: a period in words, in the form the place asks for."""

from typing import Literal

from olke.dates.period import Limit, Period, Point
from olke.dates.wording.english import English
from olke.dates.wording.kazakh import Kazakh
from olke.dates.wording.russian import Russian
from olke.dates.wording.stamp import Case, Style, Wording, stamp_of

Language = Literal["kk", "ru", "en"]
WORDINGS: dict[str, Wording] = {"kk": Kazakh(), "ru": Russian(), "en": English()}
CASES = {Style.FULL: Case.FULL, Style.SHORT: Case.SHORT, Style.LOCATIVE: Case.LOCATIVE}


def format_period(period: Period, language: Language, style: Style | str = Style.FULL) -> str:
    """Write a period: 1943 жылғы 5 мамыр, 05.05.1943, 5 мая 1943 года, on 5 May 1943.

    style: see `Style`. Raises KeyError for another language, ValueError for another style.
    """
    words, style = WORDINGS[language], Style(style)
    if period.members:
        members = [format_period(member, language, style) for member in period.members]
        return words.listed(members, one_of=period.one_of)
    text = _unqualified(period, words, style)
    return words.qualify(text, style, uncertain=period.uncertain, approximate=period.approximate)


def _unqualified(period: Period, words: Wording, style: Style) -> str:
    start, end, case = period.start, period.end, CASES[style]
    if isinstance(start, Point) and start == end:
        return words.stamp(stamp_of(start), case)
    if isinstance(start, Limit) or isinstance(end, Limit):
        return _open(start, end, words, style)
    first, last = stamp_of(start), stamp_of(end)
    joint = words.joint(first, last, case)
    if joint is not None:
        return joint
    if style is Style.LOCATIVE:
        return words.span(first, last)
    sides = words.stamp(first, case), words.stamp(last, case)
    spaced = style is not Style.SHORT or any(" " in side for side in sides)
    return (" – " if spaced else "–").join(sides)


def _open(start: Point | Limit, end: Point | Limit, words: Wording, style: Style) -> str:
    if style is Style.SHORT:
        sides = (
            "…" if isinstance(side, Limit) else words.stamp(stamp_of(side), Case.SHORT)
            for side in (start, end)
        )
        return "–".join(sides)
    if isinstance(start, Point):
        return words.since(stamp_of(start), known=end is Limit.OPEN)
    if isinstance(end, Point):
        return words.until(stamp_of(end), known=start is Limit.OPEN)
    return words.always()
