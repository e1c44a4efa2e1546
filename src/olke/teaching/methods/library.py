"""Finding methods: the built-in ones, those of installed packages, and the school's own.

A package offers methods by an entry point of the group ``olke.methods`` that names a package with
TOML files in it; a school's own lie in the folder ``methods`` of its data folder.
``docs/howto/add-a-method.md`` shows both.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable

from django.conf import settings

from olke.teaching.documents.lesson import StagePart
from olke.teaching.documents.reading import DocumentError
from olke.teaching.methods.method import Method
from olke.teaching.methods.reading import read_method

GROUP = "olke.methods"
BUILT_IN = "olke.teaching.methods.built_in"
log = logging.getLogger(__name__)


class UnknownMethodError(LookupError):
    """There is no method of that key."""


@cache
def methods() -> dict[str, Method]:
    """Return all methods by key, in the order of a lesson: by part, then by key.

    A method from elsewhere that cannot be read, or whose key is taken, is left out and logged with
    what is wrong: a broken file of somebody else's must not stop the school's lessons.
    """
    found = dict(built_in_methods())
    for origin, method in _from_elsewhere():
        if method.key in found:
            log.error("%s: there is a method %s already", origin, method.key)
        else:
            found[method.key] = method
    return dict(sorted(found.items(), key=_in_order))


def method_of(key: str) -> Method:
    """Return a method by its key; raises ``UnknownMethodError``."""
    try:
        return methods()[key]
    except KeyError:
        raise UnknownMethodError(key) from None


@cache
def built_in_methods() -> dict[str, Method]:
    """Return the methods that come with Olke, by key."""
    texts = ((file.name, file.read_text(encoding="utf-8")) for file in _toml_in(files(BUILT_IN)))
    return {method.key: method for method in (read_method(*text) for text in texts)}


def _from_elsewhere() -> Iterator[tuple[str, Method]]:
    for point in entry_points(group=GROUP):
        try:
            folder = files(point.module)
        except Exception:  # whatever a foreign package raises when it is imported
            log.exception("%s %s cannot be imported", GROUP, point.name)
            continue
        yield from _methods_in(folder, f"{GROUP} {point.name}")
    yield from _methods_in(settings.ENVIRONMENT.data / "methods", "methods of the data folder")


def _methods_in(folder: Traversable, origin: str) -> Iterator[tuple[str, Method]]:
    for file in _toml_in(folder):
        place = f"{origin}, {file.name}"
        try:
            yield place, read_method(file.name, file.read_text(encoding="utf-8"))
        except DocumentError as error:
            log.error("%s: %s", place, error)  # noqa: TRY400 - no trace needed
        except (OSError, UnicodeDecodeError):
            log.exception("%s cannot be read", place)


def _toml_in(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    found = (file for file in folder.iterdir() if file.name.endswith(".toml"))
    return sorted(found, key=lambda file: file.name)


def _in_order(pair: tuple[str, Method]) -> tuple[int, str]:
    return list(StagePart).index(pair[1].parts[0]), pair[0]
