"""The marked terms of the index. A mark is a character that no word of any text keeps.

``†мектеп``: the word stands in a name or title of the document.
``ет·комбинат``: two words next to one another, as they are written; phrases are chains of these.
``·theme·industry``: a facet value.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from olke.explore.models import LONGEST_TERM

TITLE = "\u2020"
JOINT = "\u00b7"
# FTS5's ascii tokenizer ends a word at every ASCII mark; keys get a hyphen of another kind.
HYPHEN = "\u2011"
STATES_NUMBER = f"{TITLE}{JOINT}number"
"""On what is measured; never counted, as title marks are not."""


def title_term(term: str) -> str:
    """Return the term that says the word stands in a title."""
    return cut(TITLE + term)


def pair_terms(words: Iterable[str]) -> list[str]:
    """Return the terms of neighbouring words."""
    return [cut(f"{first}{JOINT}{second}") for first, second in pairwise(words)]


def facet_term(facet: str, value: str) -> str:
    """Return the term of a facet value; values are keys or plain words."""
    return cut(f"{JOINT}{facet}{JOINT}{value.replace('-', HYPHEN)}")


def facet_of(term: str) -> tuple[str, str]:
    """Return facet and value of a facet term."""
    _, facet, value = term.split(JOINT, 2)
    return facet, value.replace(HYPHEN, "-")


def is_counted(term: str) -> bool:
    """Tell words and facet values from title marks and pairs, whose documents are not counted."""
    return term[0] == JOINT or (term[0] != TITLE and JOINT not in term)


def cut(term: str) -> str:
    """Shorten a term to what the index keeps; longer words differ from one another rarely."""
    return term[:LONGEST_TERM]
