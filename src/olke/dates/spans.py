"""Named spans: wars and the Soviet plans, as data.

The plans' years follow Народное хозяйство СССР за 70 лет (Москва: Финансы и статистика, 1987),
whose tables count by five-year period, and A. Nove, An Economic History of the USSR 1917-1991
(3rd ed., London: Penguin, 1992); each span names its source in `spans.toml`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from olke.dates.grammar import read_edtf
from olke.dates.period import Period

LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A span that has a name. number: of a five-year plan, else None.

    labels: by language. patterns: regular expressions by language over folded text.
    """

    key: str
    period: Period
    labels: Mapping[str, str]
    source: str
    number: int | None
    patterns: Mapping[str, str]


@cache
def named_spans() -> tuple[NamedSpan, ...]:
    """Read `spans.toml`, once."""
    text = files("olke.dates").joinpath("spans.toml").read_text(encoding="utf-8")
    return tuple(
        NamedSpan(
            key=row["key"],
            period=read_edtf(row["span"]),
            labels={language: row[f"label_{language}"] for language in LANGUAGES},
            source=row["source"],
            number=row.get("number"),
            patterns={
                language: row[f"pattern_{language}"]
                for language in LANGUAGES
                if f"pattern_{language}" in row
            },
        )
        for row in tomllib.loads(text)["span"]
    )
