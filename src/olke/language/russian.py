"""Russian lemmas through pymorphy3, loaded when first asked for."""

from functools import cache, lru_cache
from typing import Any

from .letters import word_set

MOST_LEMMAS = 4
FUNCTION_WORDS = word_set(
    """
    в во на с со к ко по из за от для при под над об про без до через между о и но что как это
    его её ее их был была было были не он она они мы вы который которая которые также или если
    чтобы только уже еще где когда
    """
)


@cache
def russian_analyser() -> Any:
    """The Russian dictionary."""
    import pymorphy3  # noqa: PLC0415 -- loading its dictionary takes most of a second

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=50_000)
def is_russian_word(form: str) -> bool:
    """Whether the Russian dictionary has the lower-case ``form`` (е may stand for ё)."""
    return form in FUNCTION_WORDS or bool(russian_analyser().word_is_known(form))


@lru_cache(maxsize=50_000)
def russian_lemmas(form: str) -> tuple[str, ...]:
    """Dictionary forms of the lower-case ``form``, likeliest first, with ё written е."""
    found = (parse.normal_form.replace("ё", "е") for parse in russian_analyser().parse(form))
    return tuple(dict.fromkeys(found))[:MOST_LEMMAS]
