"""`format_quantity`: a quantity as a sentence or a table of the language has it."""

from decimal import Decimal
from typing import Literal

from olke.measures.kazakh import ablative
from olke.measures.numerals import (
    NO_BREAK_SPACE,
    Scale,
    choose_scale,
    marks,
    round_to,
    scale_word,
    write_scaled,
)
from olke.measures.quantity import Bound, Quantity
from olke.measures.registry import Registry, builtin_registry
from olke.measures.units import Language, Unit

UnitForm = Literal["symbol", "name"]
PREFIXES: dict[str, dict[Bound | None, str]] = {
    "kk": {None: "шамамен", Bound.AT_LEAST: "кемінде", Bound.AT_MOST: "ең көбі"},
    "ru": {
        None: "около",
        Bound.AT_LEAST: "не менее",
        Bound.AT_MOST: "не более",
        Bound.MORE_THAN: "более",
        Bound.LESS_THAN: "менее",
    },
    "en": {
        None: "about",
        Bound.AT_LEAST: "at least",
        Bound.AT_MOST: "at most",
        Bound.MORE_THAN: "more than",
        Bound.LESS_THAN: "less than",
    },
}
ROUGHLY = {"kk": "шамамен", "ru": "примерно", "en": "roughly"}
SUFFIXES_KK = {Bound.MORE_THAN: "астам", Bound.LESS_THAN: "кем"}


def format_quantity(
    quantity: Quantity,
    language: Language,
    scale: Scale | str = Scale.AUTO,
    *,
    unit_form: UnitForm = "symbol",
    registry: Registry | None = None,
) -> str:
    """Write a quantity: 7,6 мың т; около 60 тыс. т; at least 12–15 hectares.

    scale: see `Scale`; `exact` is the form for tables. unit_form: `symbol` falls back on the name
    where a unit has no symbol. Spaces inside the number and before the unit do not break.
    Raises MeasureError (`unknown-unit`, `unknown-language`).
    """
    marks(language)
    scale = Scale(scale)
    unit = (registry or builtin_registry())[quantity.unit]
    values = (quantity.value,) if quantity.upper is None else (quantity.value, quantity.upper)
    power = choose_scale(values, scale)
    written = [write_scaled(value, language, power, scale) for value in values]
    digits = "–".join(dict.fromkeys(written))
    if language == "kk":
        return _kazakh(quantity, unit, digits, scale_word("kk", power), unit_form)
    name = _unit_name(quantity, unit, language, power, scale, unit_form)
    number = _bind(digits, scale_word(language, power))
    joined = f"{number}{name}" if language == "en" and name in "%‰" else _bind(number, name)
    return " ".join((*_prefixes(quantity, unit, language), joined))


def _bind(*parts: str) -> str:
    return NO_BREAK_SPACE.join(filter(None, parts))


def _prefixes(quantity: Quantity, unit: Unit, language: Language) -> list[str]:
    words = []
    if quantity.approximate:
        words.append(ROUGHLY[language] if quantity.bound else PREFIXES[language][None])
    if quantity.bound is Bound.LESS_THAN and unit.dimension == "count" and language == "en":
        words.append("fewer than")
    elif quantity.bound and quantity.bound in PREFIXES[language]:
        words.append(PREFIXES[language][quantity.bound])
    return words


def _kazakh(quantity: Quantity, unit: Unit, digits: str, scale: str, unit_form: UnitForm) -> str:
    """Compose a Kazakh quantity; more and less put the number in the ablative."""
    prefix = _prefixes(quantity, unit, "kk")
    name = (unit.symbol("kk") if unit_form == "symbol" else "") or unit.label_kk
    suffix = SUFFIXES_KK.get(quantity.bound) if quantity.bound else None
    if suffix and unit.ablative_kk:
        return " ".join((*prefix, _bind(digits, scale, unit.ablative_kk), suffix))
    number = f"{ablative(digits, scale)} {suffix}" if suffix else _bind(digits, scale)
    if unit.pattern_kk and name == unit.label_kk:
        return " ".join((*prefix, unit.pattern_kk.format(number)))
    return " ".join((*prefix, _bind(number, name)))


def _unit_name(
    quantity: Quantity,
    unit: Unit,
    language: Language,
    power: int,
    scale: Scale,
    unit_form: UnitForm,
) -> str:
    """Give the unit in the form that its number asks for."""
    short = unit.symbol(language)
    if short and unit_form == "symbol" and (language != "en" or not power or short in "%‰"):
        return short
    last = quantity.value if quantity.upper is None else quantity.upper
    shown = round_to(last, 0) if scale is Scale.ROUNDED and not power else last
    if language == "en":
        return unit.label_en[0 if shown == 1 and quantity.upper is None else 1]
    if power:
        return unit.label_ru[2]
    category = russian_category(shown)
    if quantity.approximate or quantity.bound:  # около, не менее and более govern the genitive
        category = {0: 1, 1: 1 if shown % 1 else 2, 2: 2}[category]
    return unit.label_ru[category]


def russian_category(number: Decimal) -> int:
    """Give 0, 1 or 2: the form after one, after two to four or a fraction, after five and more.

    The cardinal plural rules of CLDR for Russian, with its `other` (fractions) told as `few`: both
    are the genitive singular.
    """
    if number % 1:
        return 1
    tens, ones = divmod(int(abs(number)) % 100, 10)
    if tens == 1 or ones == 0 or ones > 4:
        return 2
    return 0 if ones == 1 else 1
