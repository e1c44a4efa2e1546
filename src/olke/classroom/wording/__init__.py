"""Every word that the screens of a class show: one module for each screen and primitive.

A module's ``WORDS`` is a mapping of keys (``queue.send``) to ``gettext_noop("Send")``, or to
``ngettext_noop("%(count)s vote", "%(count)s votes")`` where a word follows a number.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Collection
from functools import lru_cache
from importlib import import_module

from django.utils.translation import gettext, ngettext, override

from olke.classroom.wording.plural import Counted, plural_forms

Words = dict[str, str | dict[str, str]]
NO_WORDS = {"plural"}
"""Modules of this package that hold no words."""


def words_for(language: str, leave_out: Collection[str] = ()) -> Words:
    """Return the words of a language for a page's script, but for those of some modules.

    A word that follows a number is a mapping of plural categories (CLDR: one, few, many, other).
    """
    return dict(_words_for(language, frozenset(leave_out)))


@lru_cache(maxsize=32)
def _words_for(language: str, leave_out: frozenset[str]) -> Words:
    found: Words = {}
    with override(language):
        for module in pkgutil.iter_modules(__path__):
            if module.name not in leave_out | NO_WORDS:
                declared = import_module(f"{__name__}.{module.name}").WORDS
                found |= {key: _said(word, language) for key, word in declared.items()}
    return found


def _said(word: str | Counted, language: str) -> str | dict[str, str]:
    return gettext(word) if isinstance(word, str) else plural_forms(word, language)


def said(key: str, **values: object) -> str:
    """Return a word in the language in force, with what belongs in it: for templates."""
    word = import_module(f"{__name__}.{key.partition('.')[0]}").WORDS[key]
    if isinstance(word, str):
        return gettext(word) % values
    number = int(str(values["count"]))
    return ngettext(word.singular, word.plural, number) % values
