"""Numbers in words and marks: group marks, decimal marks, scale words of three languages."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from olke.measures.errors import MeasureError
from olke.measures.quantity import exact
from olke.measures.units import Language

NO_BREAK_SPACE = "\u00a0"  # groups digits and binds number to unit; every font has it, U+202F not
MINUS = "\u2212"
EXPONENTS = (9, 6, 3)


class Scale(StrEnum):
    """How a large number is written.

    AUTO: with a scale word where nothing is lost by one decimal place (7,6 мың), else in full.
    EXACT: in full, with every digit of the source, for tables.
    ROUNDED: with a scale word and at most three or so digits; lossy.
    """

    AUTO = "auto"
    EXACT = "exact"
    ROUNDED = "rounded"


@dataclass(frozen=True, slots=True)
class Marks:
    """What separates digits in a language, and its words for 10^9, 10^6 and 10^3."""

    group: str
    decimal: str
    scales: tuple[str, str, str]


MARKS: dict[str, Marks] = {
    "kk": Marks(NO_BREAK_SPACE, ",", ("млрд", "млн", "мың")),
    "ru": Marks(NO_BREAK_SPACE, ",", ("млрд", "млн", "тыс.")),
    "en": Marks(",", ".", ("billion", "million", "thousand")),
}


def marks(language: Language) -> Marks:
    """Give the marks of a language; raises MeasureError `unknown-language`."""
    if language not in MARKS:
        raise MeasureError("unknown-language", language=language)
    return MARKS[language]


def write_digits(value: Decimal, language: Language, *, keep_zeros: bool = False) -> str:
    """Write a number in full with the group and decimal marks of the language.

    ``keep_zeros`` keeps the zeros at the end of a fraction: they say how finely it was measured.
    """
    style = marks(language)
    whole, _, fraction = f"{abs(value):,f}".partition(".")
    fraction = fraction if keep_zeros else fraction.rstrip("0")
    sign = MINUS if value < 0 else ""
    grouped = whole.replace(",", style.group)
    return f"{sign}{grouped}{style.decimal}{fraction}" if fraction else f"{sign}{grouped}"


def choose_scale(values: tuple[Decimal, ...], scale: Scale) -> int:
    """Give the power of ten (0, 3, 6 or 9) whose word serves every one of the values."""
    if scale is Scale.EXACT:
        return 0
    fits = _is_short if scale is Scale.AUTO else _is_large
    return next((power for power in EXPONENTS if all(fits(value, power) for value in values)), 0)


def _is_large(value: Decimal, power: int) -> bool:
    """Tell whether the scale's number is at least one, once rounded."""
    return abs(round_to(value, power)) >= 1


def _is_short(value: Decimal, power: int) -> bool:
    """Tell whether one decimal place says it all, in no more than four digits before the mark."""
    return 1 <= abs(value).scaleb(-power) < 10_000 and value.scaleb(1 - power) % 1 == 0


def round_to(value: Decimal, power: int) -> Decimal:
    """Divide by a power of ten and keep one decimal place; none from a hundred thousand on."""
    scaled = value.scaleb(-power)
    places = Decimal("0.1") if abs(scaled) < 100 or not power else Decimal(1)
    return scaled.quantize(places, rounding=ROUND_HALF_UP)


def write_scaled(value: Decimal, language: Language, power: int, scale: Scale) -> str:
    """Write the digits that stand before a scale word."""
    shown = round_to(value, power) if scale is Scale.ROUNDED else value.scaleb(-power)
    return write_digits(shown, language, keep_zeros=scale is Scale.EXACT)


def scale_word(language: Language, power: int) -> str:
    """Give the word for a power of ten; empty for 0."""
    return marks(language).scales[EXPONENTS.index(power)] if power else ""


def format_number(
    value: Decimal | int | str, language: Language, scale: Scale | str = Scale.EXACT
) -> str:
    """Write a number as the language does: 7 646, 7,6 мың, 1.4 million (no-break spaces inside).

    Raises MeasureError (`not-decimal`, `unknown-language`).
    """
    number, scale = exact(value), Scale(scale)
    power = choose_scale((number,), scale)
    digits = write_scaled(number, language, power, scale)
    return NO_BREAK_SPACE.join(filter(None, (digits, scale_word(language, power))))
