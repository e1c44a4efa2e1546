"""Run every benchmark beside its peer, one after the other; ``results/`` keeps the figures.

    python benchmarks/run.py [--text FILE]

``--text`` is a Kazakh text for the analyser; without one, the Kazakh of the built-in pack serves.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "benchmarks"
KAZAKH = {
    "claims.csv": ("title_kk", "wording"),
    "entities.csv": ("name_kk", "description_kk"),
    "glossary.csv": ("term_kk", "definition_kk"),
}


def main() -> int:
    """Run all and return 1 where one of them could not be run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, help="a Kazakh text, UTF-8")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = arguments.text or _kazakh_of_the_pack(Path(folder) / "pack.txt")
        gold = [str(path) for path in sorted((HERE / "language" / "gold").glob("*.tsv"))]
        result = str(HERE / "results" / "language.json")
        language = ["-m", "benchmarks.language", str(text), "--gold", *gold, "--json", result]
        runs = [
            language,
            *([str(HERE / name / "run.py")] for name in ("pack", "search", "pages")),
            ["-m", "benchmarks.drafting.run"],
            ["-m", "benchmarks.classroom.run"],
        ]
        ended = [_run(run) for run in runs]
    return 1 if any(ended) else 0


def _run(arguments: list[str]) -> int:
    print("$ python", *arguments, flush=True)
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode


def _kazakh_of_the_pack(path: Path) -> Path:
    lines = []
    for name, columns in KAZAKH.items():
        with (ROOT / "packs" / "semey" / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                lines += [row[column] for column in columns if row[column]]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main())
