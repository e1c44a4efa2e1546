"""Time the analyser beside chunspell, each in a fresh interpreter by turns.

    python -m benchmarks.language.speed TEXT {olke,chunspell}

prints what one interpreter took. A first pass meets every form of the text for the first time,
with only the dictionaries loaded; what loading takes is told apart. The analyser is given the
running text and also cuts it into tokens; chunspell is given the same tokens already cut.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

DICTIONARIES = Path("/usr/share/hunspell")
_LATER_PASSES = 3
_KIBIBYTES_PER_MEBIBYTE = 1024
_FIRST = "first pass, tokens a second of user time"
Times = dict[str, float]


def side_by_side(text: Path, rounds: int) -> dict[str, Times]:
    """Medians over ``rounds`` interpreters each of the analyser and chunspell, turn by turn."""
    names = ["olke", *(["chunspell"] if _has_chunspell() else [])]
    taken: dict[str, list[Times]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            taken[name].append(_in_fresh_interpreter(text, name))
    figures = {
        name: {key: median(x[key] for x in found) for key in found[0]}
        for name, found in taken.items()
    }
    if len(names) > 1:
        pairs = zip(taken["olke"], taken["chunspell"], strict=True)
        ratios = sorted(ours[_FIRST] / theirs[_FIRST] for ours, theirs in pairs)
        shown = {"median": median(ratios), "lowest": ratios[0], "highest": ratios[-1]}
        figures["first pass, times the speed of chunspell"] = shown
    return figures


def _in_fresh_interpreter(text: Path, name: str) -> Times:
    command = [sys.executable, "-m", "benchmarks.language.speed", str(text), name]
    done = subprocess.run(command, check=True, capture_output=True)
    times: Times = json.loads(done.stdout)
    return times


def _has_chunspell() -> bool:
    return (DICTIONARIES / "kk_KZ.dic").exists() and find_spec("hunspell") is not None


def _olke(text: str) -> Times:
    loading, analyse = _timed(_loaded)
    first, found = _timed(lambda: analyse(text))
    count = len(found)
    del found
    return _times(count, loading, first, lambda: analyse(text))


def _loaded() -> Callable[[str], list[object]]:
    """Import the package and load its dictionaries; a word of each kind reaches what else is."""
    language = import_module("olke.language")
    language.preload()
    analyse: Callable[[str], list[object]] = language.analyse
    analyse("сөз слово word бүгжіктерлік")
    return analyse


def _chunspell(text: str) -> Times:
    tokens = [x.text for x in import_module("olke.language").tokenise(text)]
    loading, stem = _timed(_stemmer)
    first, _ = _timed(lambda: [stem(token) for token in tokens])
    return _times(len(tokens), loading, first, lambda: [stem(token) for token in tokens])


def _stemmer() -> Callable[[str], object]:
    hunspell = import_module("hunspell")
    found = hunspell.Hunspell("kk_KZ", hunspell_data_dir=str(DICTIONARIES))
    stem: Callable[[str], object] = found.stem
    return stem


def _timed(work: Callable[[], Any]) -> tuple[tuple[float, float], Any]:
    wall, processor = time.perf_counter(), _user_time()
    result = work()
    return (time.perf_counter() - wall, _user_time() - processor), result


def _user_time() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def _times(
    count: int,
    loading: tuple[float, float],
    first: tuple[float, float],
    again: Callable[[], object],
) -> Times:
    later = median(_timed(again)[0][1] for _ in range(_LATER_PASSES))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIBIBYTES_PER_MEBIBYTE
    return {
        "tokens": count,
        "loading, seconds of user time": loading[1],
        "first pass, tokens a second": count / first[0],
        _FIRST: count / first[1],
        "later passes, tokens a second of user time": count / later,
        "peak memory, MiB": peak,
    }


if __name__ == "__main__":
    _which = {"olke": _olke, "chunspell": _chunspell}[sys.argv[2]]
    print(json.dumps(_which(Path(sys.argv[1]).read_text(encoding="utf-8"))))
