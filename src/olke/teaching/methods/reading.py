"""Reading one method from its file, with everything that is wrong and where."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from olke.teaching.documents.lines import line_of
from olke.teaching.documents.reading import (
    DocumentError,
    DocumentProblem,
    read_document,
    read_toml,
)
from olke.teaching.methods.method import Method
from olke.teaching.primitives import SETTINGS, Primitive


def read_method(name: str, text: str) -> Method:
    """Read one file; its name must be the method's key. Raises ``DocumentError``."""
    try:
        method = read_toml(Method, text)
    except DocumentError as error:
        raise DocumentError(
            [p for problem in error.problems for p in _told(problem, text)]
        ) from None
    if name != f"{method.key}.toml":
        line = line_of(text, ("key",))
        raise DocumentError([DocumentProblem(("key",), "name-not-key", {"name": name}, line=line)])
    return method


def _told(problem: DocumentProblem, text: str) -> Iterator[DocumentProblem]:
    """Say which settings are wrong where a step's do not fit its primitive."""
    if problem.code != "settings-unfit":
        yield problem
        return
    step: Any = tomllib.loads(text)
    for name in problem.path[:-1]:
        step = step[name]
    try:
        read_document(SETTINGS[Primitive(step["primitive"])], step["settings"])
    except DocumentError as error:
        for inner in error.problems:
            path = problem.path + inner.path
            line = line_of(text, path)
            yield DocumentProblem(path, inner.code, inner.details, inner.meant, line)
