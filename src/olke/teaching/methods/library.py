"""Finding methods: the built-in ones, and those of installed packages.

A package offers methods by an entry point of the group ``olke.methods`` that names a package with
TOML files in it; ``docs/howto/add-a-method.md`` shows one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable

from olke.teaching.documents.reading import DocumentError, DocumentProblem, read_toml
from olke.teaching.methods.method import Method

GROUP = "olke.methods"
log = logging.getLogger(__name__)


class UnknownMethodError(LookupError):
    """There is no method of that key."""


@cache
def methods() -> dict[str, Method]:
    """Return all methods by key, in the order of a lesson: by part, then by key.

    A method of an installed package that cannot be read, or whose key is taken, is left out and
    logged with what is wrong: a lesson of somebody else's must not stop the school's.
    """
    found = {method.key: method for method in _built_in()}
    for name, method in _installed():
        if method.key in found:
            log.error("olke.methods %s: the key %s is taken", name, method.key)
        else:
            found[method.key] = method
    return dict(sorted(found.items(), key=_in_order))


def method_of(key: str) -> Method:
    """Return a method by its key; raises ``UnknownMethodError``."""
    try:
        return methods()[key]
    except KeyError:
        raise UnknownMethodError(key) from None


def read_method(name: str, text: str) -> Method:
    """Read one file; its name must be the method's key. Raises ``DocumentError``."""
    method = read_toml(Method, text)
    if name != f"{method.key}.toml":
        raise DocumentError([DocumentProblem(("key",), "name-not-key", {"name": name})])
    return method


def _built_in() -> Iterator[Method]:
    for file in _toml_in(files("olke.teaching.methods") / "built_in"):
        yield read_method(file.name, file.read_text(encoding="utf-8"))


def _installed() -> Iterator[tuple[str, Method]]:
    for point in entry_points(group=GROUP):
        try:
            folder = files(point.value)
            texts = [(file.name, file.read_text(encoding="utf-8")) for file in _toml_in(folder)]
        except (ImportError, OSError, UnicodeDecodeError, TypeError):
            log.exception("olke.methods %s cannot be read", point.name)
            continue
        for name, text in texts:
            try:
                yield point.name, read_method(name, text)
            except DocumentError as error:
                log.error("%s, %s: %s", point.name, name, error)  # noqa: TRY400 - no trace needed


def _toml_in(folder: Traversable) -> list[Traversable]:
    found = (file for file in folder.iterdir() if file.name.endswith(".toml"))
    return sorted(found, key=lambda file: file.name)


def _in_order(pair: tuple[str, Method]) -> tuple[int, str]:
    parts = ["beginning", "middle", "end"]
    return parts.index(pair[1].parts[0].value), pair[0]
