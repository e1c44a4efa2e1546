"""Reading Kazakh typed in plain Russian letters: кызылорданын is Қызылорданың."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from .lexicon import Stem, stems
from .sounds import Harmony

_PLAIN = str.maketrans("қңғүұөәіһ", "кнгууоаих")
_OPTIONS = {
    Harmony.BACK: {"к": "қ", "г": "ғ", "н": "нң"},
    Harmony.FRONT: {"и": "і", "н": "нң"},
}
_LONGEST_SUFFIX = 14
_SHORTEST_STEM = 2
MOST_LEMMAS = 6


@cache
def _plain_stems() -> dict[str, list[str]]:
    """Stems as plain letters spell them → as they are written."""
    index: dict[str, list[str]] = {}
    for text in stems():
        index.setdefault(text.translate(_PLAIN), []).append(text)
    return index


@lru_cache(maxsize=20_000)
def plain_lemmas(form: str) -> tuple[str, ...]:
    """Known lemmas that ``form`` may be an inflected plain spelling of, likeliest first."""
    found = sorted(_costed(form.translate(_PLAIN)))
    return tuple(dict.fromkeys(lemma for _, lemma in found))[:MOST_LEMMAS]


def _costed(form: str) -> Iterator[tuple[float, str]]:
    index = _plain_stems()
    for length in range(len(form), max(_SHORTEST_STEM, len(form) - _LONGEST_SUFFIX) - 1, -1):
        for text in index.get(form[:length], ()):
            for stem in stems()[text]:
                yield from _suffixed(stem, form[length:])


def _suffixed(stem: Stem, plain: str) -> Iterator[tuple[float, str]]:
    for suffix in _spellings(plain, stem.harmony):
        for chain in stem.junction.chains(suffix):
            if not chain.lemma_length and not (stem.bound and not suffix):
                yield chain.cost - stem.weight, stem.lemma


def _spellings(suffix: str, harmony: Harmony) -> Iterator[str]:
    for side, options in _OPTIONS.items():
        if side & harmony:
            yield from map("".join, product(*(options.get(x, x) for x in suffix)))
