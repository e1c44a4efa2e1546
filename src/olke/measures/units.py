"""Units of measure as data: the built-in ones are `units.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import Literal

from olke.measures.errors import MeasureError

Language = Literal["kk", "ru", "en"]
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # as in packs.columns, which stands above
REQUIRED = ("dimension", "label_kk", "label_ru_one", "label_ru_few", "label_ru_many")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure, or a counted noun.

    base: None for a unit that is its own base (a row may name its own key), another unit's key, or
    keys joined by `*` and `/`.
    factor: how many of the base make one of these.
    label_ru: after one, after two to four and decimal fractions, after five and more.
    label_en: after one, after any other number. symbols: short forms by language, may be empty.
    pattern_kk: where a Kazakh number stands inside the name (гектарына {} центнер), else empty.
    ablative_kk: the ablative of a word that takes it in place of its number (2 еседен астам).
    """

    key: str
    dimension: str
    label_kk: str
    label_ru: tuple[str, str, str]
    label_en: tuple[str, str]
    base: str | None = None
    factor: Decimal = Decimal(1)
    symbols: Mapping[str, str] = field(default_factory=dict, hash=False)
    aliases: tuple[str, ...] = ()
    source: str = ""
    pattern_kk: str = ""
    ablative_kk: str = ""

    def label(self, language: Language) -> str:
        """Give the name as a heading has it: plural where the language wants that."""
        if language == "kk":
            return self.label_kk
        return self.label_ru[2] if language == "ru" else self.label_en[1]

    def symbol(self, language: Language) -> str:
        """Give the short form, or an empty text."""
        return self.symbols.get(language, "")

    @property
    def names(self) -> frozenset[str]:
        """Collect every word the unit goes by, in small letters."""
        words = {self.key, self.label_kk, *self.label_ru, *self.label_en, *self.symbols.values()}
        return frozenset(word.casefold() for word in (*words, *self.aliases) if word)


def read_unit(row: Mapping[str, str]) -> Unit:
    """Make a unit of a table row (columns as in a pack's `units.csv`).

    Raises MeasureError (`bad-key`, `missing-field`, `bad-factor`).
    """
    key = (row.get("key") or "").strip()
    if not KEY.fullmatch(key):
        raise MeasureError("bad-key", _as_key(key), unit=key)
    for name in (*REQUIRED, "label_en_one", "label_en_other"):
        if not (row.get(name) or "").strip():
            raise MeasureError("missing-field", unit=key, field=name)
    return Unit(
        key=key,
        dimension=row["dimension"].strip(),
        label_kk=row["label_kk"].strip(),
        label_ru=(row["label_ru_one"], row["label_ru_few"], row["label_ru_many"]),
        label_en=(row["label_en_one"], row["label_en_other"]),
        base=None if row.get("base", "") == key else (row.get("base") or "").strip() or None,
        factor=_factor(key, row.get("factor") or "1"),
        symbols={
            language: row[f"symbol_{language}"]
            for language in ("kk", "ru", "en")
            if row.get(f"symbol_{language}")
        },
        aliases=tuple(row.get("aliases") or ()),
        source=row.get("source") or "",
        pattern_kk=row.get("pattern_kk") or "",
        ablative_kk=row.get("ablative_kk") or "",
    )


def _as_key(text: str) -> str | None:
    key = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return key or None


def _factor(key: str, text: str) -> Decimal:
    try:
        factor = Decimal(text)
    except InvalidOperation:
        factor = Decimal(0)
    if not factor.is_finite() or factor <= 0:
        raise MeasureError("bad-factor", unit=key, factor=text)
    return factor


@cache
def builtin_units() -> tuple[Unit, ...]:
    """Read `units.toml`, once."""
    text = files("olke.measures").joinpath("units.toml").read_text(encoding="utf-8")
    rows: Iterable[Mapping[str, str]] = tomllib.loads(text)["unit"]
    return tuple(read_unit(row) for row in rows)
