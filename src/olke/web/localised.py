"""Text that a record holds in three languages."""

from __future__ import annotations

from django.utils.translation import get_language

ORDER = {"kk": ("kk", "ru", "en"), "ru": ("ru", "kk", "en"), "en": ("en", "ru", "kk")}


def localised(record: object, field: str, language: str | None = None) -> str:
    """Return ``field`` of ``record`` in the reader's language, or the nearest that is filled.

    ``localised(entity, "name")`` reads ``name_kk``, ``name_ru`` or ``name_en``. A reader of Kazakh
    or Russian is given the other of the two before English. Empty when no language is filled.
    """
    wanted = (language or get_language() or "kk")[:2]
    for code in ORDER.get(wanted, ORDER["kk"]):
        text = getattr(record, f"{field}_{code}")
        if text:
            return str(text)
    return ""
