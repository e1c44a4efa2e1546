"""What every page knows: the menu, the languages and the same page in each of them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from olke.web.navigation import frame_parts, home_url, menu

SHORT_NAMES = {"kk": "Қаз", "ru": "Рус", "en": "Eng"}


def page_frame(request: HttpRequest) -> dict[str, object]:
    """Return the frame of a page. Costs nothing for answers that are not pages: parts are lazy."""
    return {
        "language_links": SimpleLazyObject(lambda: language_links(request)),
        "menu": SimpleLazyObject(lambda: menu(request)),
        "home_url": home_url(),
        "frame": SimpleLazyObject(lambda: frame_parts(request)),
    }


def language_links(request: HttpRequest) -> list[tuple[str, str, str, str]]:
    """Return code, name, short name and this very page's address for each language."""
    here = request.get_full_path()
    return [
        (code, name, SHORT_NAMES[code], _address(here, code)) for code, name in settings.LANGUAGES
    ]


def _address(here: str, code: str) -> str:
    translated = str(translate_url(here, code))
    if translated != here or code == get_language():
        return translated
    # Not an address of ours (a 404 page): only its prefix can be exchanged.
    bare = here
    for known, _name in settings.LANGUAGES:
        if bare.startswith(f"/{known}/"):
            bare = bare.removeprefix(f"/{known}")
    return bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}"
