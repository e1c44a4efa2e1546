"""Measure the analyser on a text of one's own.

    python -m benchmarks.language TEXT [--gold FILE ...] [--json FILE] [--rounds N]

TEXT is any UTF-8 file of Kazakh running text. A gold file is a TSV with a header and the columns
``token``, ``lemma`` (alternatives parted by ``|``), ``lang``, and optionally ``left`` and
``right``, the words around the token. chunspell with the hunspell-kk dictionary is timed on the
same tokens, turn by turn, where both are installed; ROUNDS is how many turns each has.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from olke.language import Analysis, Language, TokenKind, analyse, normalise
from olke.language.kazakh.compounds import word_readings

from .speed import side_by_side

Row = dict[str, str]


def main(arguments: list[str] | None = None) -> int:
    """Print the figures and, with ``--json``, write them to a file."""
    options = _options(arguments)
    text = options.text.read_text(encoding="utf-8")
    figures: dict[str, Any] = {"machine": _machine(), "versions": _versions()}
    figures["speed"] = side_by_side(options.text, options.rounds)
    figures["coverage"] = _coverage(text)
    for path in options.gold:
        figures[path.stem] = _accuracy(_rows(path))
    _print(figures)
    if options.json:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


def _machine() -> dict[str, object]:
    load = os.getloadavg()[0]
    return {"architecture": platform.machine(), "processors": os.cpu_count(), "load before": load}


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for name in ("olke", "pymorphy3", "chunspell"):
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    with suppress(OSError, subprocess.CalledProcessError):
        command = ["dpkg-query", "--show", "--showformat=${Version}", "hunspell-kk"]
        found["hunspell-kk"] = subprocess.run(
            command, check=True, capture_output=True, text=True
        ).stdout
    return found


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.language", description=__doc__)
    parser.add_argument("text", type=Path)
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args(arguments)


def _words(text: str) -> list[Analysis]:
    kinds = (TokenKind.WORD, TokenKind.ABBREVIATION)
    return [item for item in analyse(text) if item.token.kind in kinds]


def _coverage(text: str) -> dict[str, float]:
    """The share of words that the lexicon explains, and of those it explains or a guess does.

    A guess counts where it takes suffixes off or the word has a language of its own; a word that
    is only given back as it stands does not.
    """
    words = _words(text)
    kazakh = [item for item in words if item.lang is Language.KAZAKH]
    known = sum(_is_known(item) for item in kazakh)
    some = sum(bool(item.lemmas) for item in words)
    guessed = sum(
        not _is_known(item) and item.lemmas[0] != normalise(item.token.text) for item in kazakh
    )
    return {
        "words": len(words),
        "kazakh words": len(kazakh),
        "some lemma": some / len(words),
        "known to the lexicon": known / len(kazakh),
        "known, or suffixes taken off": (known + guessed) / len(kazakh),
    }


def _is_known(item: Analysis) -> bool:
    form, capital = normalise(item.token.text), item.token.text[0].isupper()
    return word_readings(form, name=capital)[0].known or item.token.kind is not TokenKind.WORD


def _rows(path: Path) -> list[Row]:
    lines = path.read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=False)) for line in lines[1:] if line]


def _accuracy(rows: list[Row]) -> dict[str, Any]:
    first = any_lemma = language = 0
    wrong: list[str] = []
    for row in rows:
        found = _in_context(row)
        wanted = row["lemma"].lower().split("|")
        first += found.lemmas[0] in wanted
        any_lemma += bool(set(found.lemmas) & set(wanted))
        language += found.lang == row.get("lang", found.lang)
        if found.lemmas[0] not in wanted:
            wrong.append(f"{row['token']}: {found.lemmas[0]} for {row['lemma']}")
    count = len(rows)
    return {
        "tokens": count,
        "first lemma right": first / count,
        "any lemma right": any_lemma / count,
        "language right": language / count,
        "wrong": wrong,
    }


def _in_context(row: Row) -> Analysis:
    left = row.get("left", "")
    place = len(left) + 1 if left else 0
    text = (
        f"{left} {row['token']} {row.get('right', '')}"
        if left
        else f"{row['token']} {row.get('right', '')}"
    )
    return next(x for x in analyse(text) if x.token.end > place)


def _print(figures: dict[str, Any]) -> None:
    for name, part in figures.items():
        print(name)
        for label, value in part.items():
            for line in value if isinstance(value, list) else [f"{label}: {_shown(value)}"]:
                print("   ", line)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name} {_shown(part)}" for name, part in value.items())
    if isinstance(value, float):
        return f"{value:.1%}" if value <= 1 else f"{value:,.0f}"
    return str(value)


if __name__ == "__main__":
    sys.exit(main())
