"""The words of the lexicon as its tab-separated files list them."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

FILES = (
    "nouns", "loans", "adjectives", "verbs", "adverbs", "numerals", "closed",
    "places", "people", "abbreviations",
)  # fmt: skip
DEFAULT_WEIGHT = 2


class Entry(NamedTuple):
    """A dictionary word; ``stem`` is empty where the spelling of the lemma gives it."""

    lemma: str
    pos: str
    weight: int
    stem: str


def _rows(name: str) -> Iterator[list[str]]:
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        yield line.split("\t")


@cache
def entries() -> tuple[Entry, ...]:
    """Every word of the lexicon, in the order of the files."""
    found = []
    for name in FILES:
        for row in _rows(name):
            lemma, pos, weight, stem = [*row, "", "", ""][:4]
            found.append(Entry(lemma, pos, int(weight or DEFAULT_WEIGHT), stem))
    return tuple(found)


@cache
def listed_forms() -> dict[str, tuple[tuple[str, ...], str]]:
    """Whole forms → (lemmas best first, part of speech)."""
    return {row[0]: (tuple(row[1].split("|")), row[2]) for row in _rows("forms")}
