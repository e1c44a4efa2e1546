"""Run `olke bench classroom` for the cases of the table some times, and record the medians.

python -m benchmarks.classroom.run [--times N] [--out FILE]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "benchmarks" / "results" / "classroom.json"
CASES: tuple[dict[str, int], ...] = (
    {"participants": 1000, "window": 1, "processes": 1, "questions": 5},
    {"participants": 300, "window": 0, "processes": 1, "questions": 5},
    {"participants": 1000, "window": 1, "processes": 2, "questions": 5},
)


def main() -> int:
    """Run every case and return 1 where an acknowledged answer was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--out", type=Path, default=RESULT)
    arguments = parser.parse_args()
    found: list[dict[str, Any]] = []
    for case in CASES:
        runs = [run(case) for _ in range(arguments.times)]
        found.append({"median": middle(runs), "runs": runs})
        arguments.out.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    return 1 if any(one["median"]["lost"] for one in found) else 0


def run(case: dict[str, int]) -> dict[str, Any]:
    """Measure a case once."""
    options = [f"--{name}={value}" for name, value in case.items()]
    command = [sys.executable, "-m", "olke.cli", "bench", "classroom", "--json", *options]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    print("$ olke bench classroom", *options, flush=True)
    if not ended.stdout.strip():
        raise SystemExit(ended.stderr[-2000:])
    told: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    print(told["ack_p95_ms"], told["question_p95_ms"], told["reference"], flush=True)
    return told


def middle(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the median of every figure, and the most of what was lost."""
    told: dict[str, Any] = {}
    for name, value in runs[0].items():
        if name == "reference":
            told[name] = middle([one[name] for one in runs])
        elif isinstance(value, (int, float)):
            figures = [one[name] for one in runs]
            told[name] = max(figures) if name == "lost" else median(figures)
    return told


if __name__ == "__main__":
    sys.exit(main())
