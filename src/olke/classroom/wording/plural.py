"""Words that follow a number, in every form that a language has."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import ngettext

EXAMPLES = {
    "kk": {"one": 1, "other": 2},
    "ru": {"one": 1, "few": 2, "many": 5, "other": 5},
    "en": {"one": 1, "other": 2},
}
"""A number of each category that a browser's ``Intl.PluralRules`` tells for whole numbers (CLDR).

A fraction is "other" in Russian and takes the form that stands for it here.
"""


class Counted(NamedTuple):
    """A word as English says it of one and of several."""

    singular: str
    plural: str


def ngettext_noop(singular: str, plural: str) -> Counted:
    """Mark a word that follows a number for translation, and say it later."""
    return Counted(singular, plural)


def plural_forms(word: Counted, language: str) -> dict[str, str]:
    """Return a word's form for each plural category, in the language in force."""
    examples = EXAMPLES[language]
    return {category: ngettext(*word, number) for category, number in examples.items()}
