"""Draft from dossiers over a whole pack, check every statement, and guess by its words.

    python -m benchmarks.drafting.run [--pack packs/semey] [--seeds 20] [--wanted 10]

Writes benchmarks/results/drafting.json: false items that a claim supports, true items that a claim
contradicts, what two plain text classifiers guess in each language, items and seconds of processor
time a dossier, reading its evidence included.
Ends with 1 where a bar of the issue is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results" / "drafting.json"
GUESSED, SECONDS, SECONDS_OF_500 = 0.60, 2.0, 5.0
WITHOUT_METHOD = {"ordering": 1, "comparison-table": 2}
"""Drafters that no built-in method names, and how many items are asked of them."""


def main() -> int:
    """Measure in a process of its own with an empty database, and record the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, default=ROOT / "packs" / "semey")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--wanted", type=int, default=10)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        print(json.dumps(measure(arguments)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.drafting.run", "--inside"]
        options = [f"--{name}={getattr(arguments, name)}" for name in ("pack", "seeds", "wanted")]
        answer = subprocess.run(
            [*command, *options],
            env={**os.environ, "OLKE_DATA": folder, "DJANGO_SETTINGS_MODULE": "olke.settings"},
            stdout=subprocess.PIPE,
            check=True,
            text=True,
            cwd=ROOT,
        )
    figures = json.loads(answer.stdout.splitlines()[-1])
    RESULTS.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    return int(_missed(figures))


def _missed(figures: dict[str, Any]) -> bool:
    guesses = [
        share
        for language in figures["guessed by words"].values()
        for kind in language.values()
        for share in kind.values()
    ]
    statements = figures["statements"]
    wrong = statements["false, yet supported"] + statements["true, yet contradicted"]
    slow = any(found["slowest, seconds"] > SECONDS for found in figures["drafters"].values())
    slow = slow or any(found > SECONDS_OF_500 for found in figures["500 claims, seconds"].values())
    return bool(wrong) or max(guesses) > GUESSED or slow


@dataclass
class Tally:
    """What one drafter made."""

    items: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, items: int, seconds: float | None) -> None:
        """Note one draft, and how long it took where that was measured."""
        self.items.append(items)
        if seconds is not None:
            self.seconds.append(seconds)

    def figures(self) -> dict[str, float]:
        """Sum it up."""
        return {
            "items a draft, median": statistics.median(self.items),
            "drafts without an item, share": round(self.items.count(0) / len(self.items), 3),
            "median, seconds": round(statistics.median(self.seconds), 3),
            "slowest, seconds": round(max(self.seconds), 3),
        }


def measure(arguments: argparse.Namespace) -> dict[str, Any]:
    """Load the pack, draft, check and guess."""
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks.drafting.dossiers import dossiers, of_the_pack
    from olke.exchange.pack.commands import load

    call_command("migrate", verbosity=0)
    load(arguments.pack, by=None)
    real = of_the_pack(arguments.pack)
    made = [*dossiers(), *real]
    drafted = _drafted(made, arguments)
    return {
        "machine": {
            "python": platform.python_version(),
            "processors": os.cpu_count(),
            "load before": round(os.getloadavg()[0], 2),
        },
        "dossiers": len(made),
        "of them the pack's own": len(real),
        "seeds": arguments.seeds,
        **drafted,
        "500 claims, seconds": _of_500(),
    }


def _drafted(made: list[Any], arguments: argparse.Namespace) -> dict[str, Any]:
    from benchmarks.drafting.checking import Checker
    from benchmarks.drafting.classifier import accuracy, grouped_folds, random_folds
    from olke.evidence.queries import standing_claims
    from olke.teaching.drafters.draft import Order
    from olke.teaching.drafters.material import material_of
    from olke.teaching.drafters.registry import BUILT_IN
    from olke.vocabulary.units import unit_registry

    checker = Checker(standing_claims(), unit_registry())
    others = _others()
    tallies = {name: Tally() for name in ("true-or-false", *others)}
    checked = Checked(checker)
    for dossier in made:
        for name, (method, number) in others.items():
            began = time.process_time()
            items = BUILT_IN[name](
                material_of(dossier), Order(method, dossier.key, 1, number)
            ).items
            tallies[name].add(len(items), time.process_time() - began)
        began = time.process_time()
        material = material_of(dossier)
        for seed in range(1, arguments.seeds + 1):
            order = Order("true-or-false", dossier.key, seed, arguments.wanted)
            statements = BUILT_IN["true-or-false"](material, order).items
            # Later seeds find what the first has found: only that one is timed.
            taken = time.process_time() - began if seed == 1 else None
            tallies["true-or-false"].add(len(statements), taken)
            checked.add(statements, dossier.key)
    return {
        "statements": checked.counts,
        "wrong": sorted(set(checked.wrong))[:20],
        "guessed by words": {
            code: {
                "folds by chance": accuracy(those, random_folds(those)),
                "folds of whole dossiers": accuracy(those, grouped_folds(those)),
            }
            for code, those in checked.examples.items()
        },
        "drafters": {name: tally.figures() for name, tally in tallies.items()},
    }


def _others() -> dict[str, tuple[str, int]]:
    """Return all other drafters, each with a method that it fills and how many items that wants."""
    from olke.teaching.methods.library import methods

    found = {name: (name, wanted) for name, wanted in WITHOUT_METHOD.items()}
    for method in methods().values():
        if method.drafter and method.drafter != "true-or-false":
            found.setdefault(method.drafter, (method.key, method.wanted or 10))
    return dict(sorted(found.items()))


class Checked:
    """Statements held against the evidence, and kept for guessing."""

    def __init__(self, checker: Any) -> None:
        self.checker = checker
        self.counts = {
            "true": 0,
            "false": 0,
            "false, yet supported": 0,
            "true, yet contradicted": 0,
        }
        self.wrong: list[str] = []
        self.examples: dict[str, list[Any]] = {"kk": [], "ru": [], "en": []}

    def add(self, statements: Iterable[Any], dossier: str) -> None:
        """Check the statements of one draft."""
        from benchmarks.drafting.classifier import Example

        for item in statements:
            self.counts["true" if item.answer else "false"] += 1
            keys = (self.checker.contradicted if item.answer else self.checker.supported)(item)
            if keys:
                fault = "true, yet contradicted" if item.answer else "false, yet supported"
                self.counts[fault] += 1
                self.wrong.append(f"{item.text.en} {item.answer} {keys}")
            for code, those in self.examples.items():
                those.append(Example(item.text.said(code), item.answer, dossier))


def _of_500() -> dict[str, float]:
    from benchmarks.drafting.dossiers import dossier_of
    from olke.evidence.queries import standing_claims
    from olke.teaching.drafters.draft import Order
    from olke.teaching.drafters.material import material_of
    from olke.teaching.drafters.registry import BUILT_IN

    dossier = dossier_of("of-500", list(standing_claims().order_by("position")[:500]))
    found = {}
    for name in ("true-or-false", *_others()):
        began = time.process_time()
        BUILT_IN[name](material_of(dossier), Order(name, dossier.key, 1, 20))
        found[name] = round(time.process_time() - began, 2)
    return found


if __name__ == "__main__":
    sys.exit(main())
