"""Simulate studies and record how often intervals hold the truth and tests err.

`python -m benchmarks.stats.run [--runs 10000] [--only FUNCTION]`: a full run takes about half an
hour of one core. A partial one replaces its rows alone.
"""

import argparse
import json
import platform
import time
from pathlib import Path

import numpy as np
import scipy

from benchmarks.stats.coverage import SCENARIOS, Scenario, covered
from benchmarks.stats.errors import TRIALS, claimed

RESULTS = Path(__file__).parents[1] / "results" / "stats.json"
SIZES = (20, 112, 500)
SEED = 1939


def _coverage(scenario: Scenario, runs: int) -> dict[str, dict[str, object]]:
    rows: dict[str, dict[str, object]] = {}
    started = time.process_time()
    for size in SIZES:
        for name, (share, none) in covered(scenario, size, runs, SEED).items():
            row = rows.setdefault(name, {"runs": runs})
            row[str(size)] = round(share, 4)
            if none:
                row[f"no interval at {size}"] = none
    for name, row in rows.items():
        print(name, row, f"{time.process_time() - started:.0f} s", flush=True)
    return rows


def main() -> None:
    """Run what was asked for, print each row, and record a full run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    coverage: dict[str, object] = {}
    errors: dict[str, object] = {}
    for scenario in SCENARIOS:
        if asked.only in scenario.__name__:
            coverage.update(_coverage(scenario, asked.runs))
    for name, trial in TRIALS.items():
        if asked.only in trial.__name__:
            errors[name] = {"runs": asked.runs} | {
                str(size): round(claimed(trial, size, asked.runs, SEED), 4) for size in SIZES
            }
            print(name, errors[name], flush=True)
    _record(coverage, errors)


def _record(coverage: dict[str, object], errors: dict[str, object]) -> None:
    """Put the new rows among those kept."""
    kept = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    record = {
        "seed": SEED,
        "level": 0.95,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "coverage": kept.get("coverage", {}) | coverage,
        "false_positives": kept.get("false_positives", {}) | errors,
    }
    RESULTS.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
