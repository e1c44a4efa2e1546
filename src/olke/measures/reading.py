"""`parse_number`: numbers as texts print them, wrong ones with the reason."""

import re
from decimal import Decimal

from olke.measures.errors import MeasureError
from olke.measures.numerals import marks
from olke.measures.units import Language

SPACES = re.compile(r"[\s\u00a0\u202f\u2009\u2007]+")
DIGITS = re.compile(r"\d[\d .,]*\d|\d", re.ASCII)
POINTED = re.compile(r"\d{1,3}(\.\d{3}){2,}|\d{1,3}(\.\d{3})+(?=,)")
# Words mix freely in the texts, so each language reads the scale words of all.
SCALES = (
    (9, r"млрд\b\.?|миллиард(?:а|ов)?\b|billion\b|bn\b"),
    (6, r"млн\b\.?|миллион(?:а|ов)?\b|million\b"),
    (3, r"мың\b|тыс\b\.?|тысяч[аи]?\b|thousand\b"),
)
HALF = re.compile(r"жарым\b|с половиной\b|and a half\b")


def parse_number(text: str, language: Language) -> Decimal:
    """Read a number: `9 650`, `1,4 млн`, `104, 5`, `3 млн 642 мың`, `5 жарым миллион`.

    The decimal mark is the language's (a comma in Kazakh and Russian, a point in English); spaces
    group. In Kazakh and Russian a lone point before three digits is refused as ambiguous.
    Raises MeasureError: `no-number`, `bad-grouping`, `mixed-marks`, `ambiguous-mark`,
    `trailing-text`, `unknown-language`.
    """
    marks(language)
    rest = SPACES.sub(" ", text).strip().casefold()
    sign = -1 if rest[:1] in ("-", "\u2212", "\u2013") else 1
    rest = rest.lstrip("-\u2212\u2013 ")
    total, smallest = Decimal(0), 100
    while rest or smallest == 100:
        value, power, rest = _read_part(text, rest, language)
        if power >= smallest or (smallest < 100 and value.scaleb(power) >= 10**smallest):
            raise MeasureError("trailing-text", text=text, rest=rest or str(value))
        total, smallest = total + value.scaleb(power), power
    return sign * total


def _read_part(text: str, rest: str, language: Language) -> tuple[Decimal, int, str]:
    """Read one number with its scale word; give it, its power of ten, and what is left."""
    match = DIGITS.match(rest)
    if match is None:
        code = "no-number" if not re.search(r"\d", rest) and rest == text.casefold().strip() else ""
        raise MeasureError(code or "trailing-text", text=text, rest=rest)
    value, rest = _read_digits(match[0], language), rest[match.end() :].lstrip()
    half = HALF.match(rest)
    if half:
        value, rest = value + Decimal("0.5"), rest[half.end() :].lstrip()
    for power, words in SCALES:
        found = re.match(words, rest)
        if found:
            return value, power, rest[found.end() :].lstrip()
    return value, 0, rest


def _read_digits(digits: str, language: Language) -> Decimal:
    digits = re.sub(r"(?<=[.,]) (?=\d)", "", digits)  # "104, 5"
    if language == "en":
        return _read_english(digits)
    if POINTED.match(digits):
        whole, _, fraction = digits.partition(",")
        return _join(whole, fraction, ".", digits)
    if digits.count(",") + digits.count(".") > 1:
        code = "bad-grouping" if "," not in digits else "mixed-marks"
        english = re.fullmatch(r"\d{1,3}(,\d{3}){2,}", digits)
        raise MeasureError(code, digits.replace(",", " ") if english else None, text=digits)
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", digits):
        one, other = digits.replace(".", ""), digits.replace(".", ",")
        raise MeasureError("ambiguous-mark", text=digits, one=one, other=other)
    whole, _, fraction = digits.replace(".", ",").partition(",")
    return _join(whole, fraction, " ", digits)


def _read_english(digits: str) -> Decimal:
    whole, _, fraction = digits.partition(".")
    if "." in fraction:
        raise MeasureError("bad-grouping", text=digits)
    if "," in fraction or ("," in whole and " " in whole):
        raise MeasureError("mixed-marks", text=digits)
    if re.fullmatch(r"\d+,\d{1,2}", digits):
        raise MeasureError("bad-grouping", digits.replace(",", "."), text=digits)
    return _join(whole, fraction, "," if "," in whole else " ", digits)


def _join(whole: str, fraction: str, group: str, digits: str) -> Decimal:
    """Make a Decimal of its two halves; raises MeasureError where a group has not three digits."""
    first, *others = whole.split(group)
    if others and (not 1 <= len(first) <= 3 or any(len(part) != 3 for part in others)):
        raise MeasureError("bad-grouping", text=digits)
    if not (whole.replace(group, "") + fraction).isdigit():
        raise MeasureError("mixed-marks", text=digits)
    return (
        Decimal(f"{''.join((first, *others))}.{fraction or 0}")
        if fraction
        else Decimal("".join((first, *others)))
    )
