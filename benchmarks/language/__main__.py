"""Measure the analyser on a text of one's own.

    python -m benchmarks.language TEXT [--gold FILE ...] [--json FILE] [--rounds N]

TEXT is any UTF-8 file of Kazakh running text. A gold file is a TSV with a header and the columns
``token``, ``lemma`` (alternatives parted by ``|``), ``lang``, and optionally ``left`` and
``right``, the words around the token. chunspell with the hunspell-kk dictionary is timed on the
same tokens in the same run where both are installed.
"""

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from olke.language import Analysis, Language, TokenKind, analyse, normalise
from olke.language.kazakh.compounds import word_readings

DICTIONARIES = Path("/usr/share/hunspell")
Row = dict[str, str]


def main(arguments: list[str] | None = None) -> int:
    """Print the figures and, with ``--json``, write them to a file."""
    options = _options(arguments)
    text = options.text.read_text(encoding="utf-8")
    figures: dict[str, Any] = {"machine": platform.machine(), "python": platform.python_version()}
    figures["speed"] = _speed(text, options.rounds)
    figures["coverage"] = _coverage(text)
    for path in options.gold:
        figures[path.stem] = _accuracy(_rows(path))
    _print(figures)
    if options.json:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.language", description=__doc__)
    parser.add_argument("text", type=Path)
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
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


def _speed(text: str, rounds: int) -> dict[str, float]:
    """Tokens a second: a first pass with only the dictionaries loaded, then later ones."""
    analyse("сөз слово word")
    first = _seconds(lambda: analyse(text), 1)
    later = _seconds(lambda: analyse(text), rounds)
    words = [item.token.text for item in _words(text)]
    speed = {"first pass": len(words) / first, "later passes": len(words) / later}
    stem = _chunspell()
    if stem is not None:
        speed["chunspell"] = len(words) / _seconds(lambda: _exhaust(map(stem, words)), rounds)
    return speed


def _exhaust(items: Iterable[object]) -> None:
    for _ in items:
        pass


def _seconds(work: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def _chunspell() -> Callable[[str], object] | None:
    if not (DICTIONARIES / "kk_KZ.dic").exists():
        return None
    try:
        hunspell = import_module("hunspell")
    except ImportError:
        return None
    stem: Callable[[str], object] = hunspell.Hunspell(
        "kk_KZ", hunspell_data_dir=str(DICTIONARIES)
    ).stem
    return stem


def _print(figures: dict[str, Any]) -> None:
    for name, part in figures.items():
        if not isinstance(part, dict):
            print(f"{name}: {part}")
            continue
        print(name)
        for label, value in part.items():
            shown = f"{value:,.0f}" if isinstance(value, float) and value > 2 else value
            shown = f"{value:.1%}" if isinstance(value, float) and value <= 1 else shown
            for line in value if isinstance(value, list) else [f"{label}: {shown}"]:
                print("   ", line)


if __name__ == "__main__":
    sys.exit(main())
