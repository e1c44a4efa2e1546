"""Pairs of words written two ways, kept beside the lexicon (зауыт and завод)."""

from functools import cache
from importlib.resources import files


@cache
def _variants() -> dict[str, tuple[str, ...]]:
    text = files("olke.language.kazakh.lexicon").joinpath("variants.tsv").read_text("utf-8")
    index: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines()[1:]:
        group = tuple(line.split("\t"))
        for word in group:
            others = index.get(word, ()) + tuple(x for x in group if x != word)
            index[word] = tuple(dict.fromkeys(others))
    return index


def written_otherwise(word: str) -> tuple[str, ...]:
    """Other spellings of a lemma that mean the same thing, none if there are none."""
    return _variants().get(word, ())
