"""Two plain text classifiers: does anything in a statement's words tell that it is false?

Logistic regression by stochastic gradient descent (Bottou 2010, Large-scale machine learning with
stochastic gradient descent) with L2 regularisation, and multinomial naive Bayes with Laplace
smoothing (Manning, Raghavan, Schütze 2008, chapter 13), both on single words and pairs of
neighbouring words, present or absent.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

EPOCHS, RATE, SHRINKING = 8, 0.3, 1e-4
WORD = re.compile(r"\w+")
Features = list[int]
Model = Callable[[Features], bool]


@dataclass(frozen=True)
class Example:
    """A statement, whether it is true, and the dossier it was drafted from."""

    text: str
    truth: bool
    group: str


def accuracy(examples: Sequence[Example], folds: Sequence[Sequence[int]]) -> dict[str, float]:
    """Return the share that each classifier judges rightly, each fold by a model of the others."""
    features = _numbered([example.text for example in examples])
    right: Counter[str] = Counter()
    for fold in folds:
        held = set(fold)
        known = [(features[n], e.truth) for n, e in enumerate(examples) if n not in held]
        for name, learn in (("logistic regression", _logistic), ("naive Bayes", _bayes)):
            model = learn(known)
            right[name] += sum(model(features[n]) == examples[n].truth for n in fold)
    return {name: round(count / len(examples), 4) for name, count in sorted(right.items())}


def random_folds(examples: Sequence[Example], count: int = 5) -> list[list[int]]:
    """Deal true and false ones out evenly by chance."""
    chance = random.Random(0)
    folds: list[list[int]] = [[] for _ in range(count)]
    for truth in (True, False):
        numbers = [n for n, example in enumerate(examples) if example.truth == truth]
        chance.shuffle(numbers)
        for place, number in enumerate(numbers):
            folds[place % count].append(number)
    return folds


def grouped_folds(examples: Sequence[Example], count: int = 5) -> list[list[int]]:
    """Deal whole dossiers out, so that none is in two folds."""
    names = sorted({example.group for example in examples})
    random.Random(0).shuffle(names)
    place = {name: number % count for number, name in enumerate(names)}
    return [
        [n for n, example in enumerate(examples) if place[example.group] == number]
        for number in range(count)
    ]


def _numbered(texts: Sequence[str]) -> list[Features]:
    numbers: dict[str, int] = {}
    found = []
    for text in texts:
        words = WORD.findall(text.lower())
        pairs = [f"{one} {other}" for one, other in pairwise(words)]
        found.append([numbers.setdefault(word, len(numbers)) for word in {*words, *pairs}])
    return found


def _logistic(known: Sequence[tuple[Features, bool]]) -> Model:
    weights: dict[int, float] = {}
    bias = 0.0
    order = list(range(len(known)))
    chance = random.Random(0)
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        rate = RATE / (1 + epoch)
        for number in order:
            features, truth = known[number]
            sum_ = bias + sum(weights.get(f, 0.0) for f in features)
            step = rate * (truth - 1 / (1 + math.exp(-max(-30.0, min(30.0, sum_)))))
            bias += step
            for feature in features:
                before = weights.get(feature, 0.0)
                weights[feature] = before * (1 - rate * SHRINKING) + step
    return lambda features: bias + sum(weights.get(f, 0.0) for f in features) > 0


def _bayes(known: Sequence[tuple[Features, bool]]) -> Model:
    counts: dict[bool, Counter[int]] = {True: Counter(), False: Counter()}
    examples: Counter[bool] = Counter()
    for features, truth in known:
        counts[truth].update(features)
        examples[truth] += 1
    sizes = {truth: sum(counter.values()) for truth, counter in counts.items()}
    different = len(counts[True] | counts[False])

    def score(features: Features, *, truth: bool) -> float:
        total = sizes[truth] + different
        prior = math.log((examples[truth] + 1) / (len(known) + 2))
        return prior + sum(math.log((counts[truth][f] + 1) / total) for f in features)

    return lambda features: score(features, truth=True) > score(features, truth=False)
