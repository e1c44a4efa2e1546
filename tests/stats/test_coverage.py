"""Intervals hold the truth as often as they say, and tests err no more often: small seeded runs.

`python -m benchmarks.stats.run` does the same 10,000 times over at three sizes.
"""

import pytest

from benchmarks.stats.coverage import SCENARIOS, Scenario, covered
from benchmarks.stats.errors import TRIALS, Trial, claimed

RUNS = 300
SLACK = 4 * (0.05 * 0.95 / RUNS) ** 0.5  # four standard errors of a share of 0.05
# Known to claim too much at ten a group, or there to be seen failing: the reference says so.
LIBERAL = {"Fisher's angular", "whole classes taken for people"}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_intervals_hold_the_truth_at_twenty_people(scenario: Scenario) -> None:
    for name, (share, _) in covered(scenario, 20, RUNS, seed=39).items():
        assert share > 0.95 - SLACK, name


@pytest.mark.parametrize(
    "trial",
    [trial for name, trial in TRIALS.items() if name not in LIBERAL],
    ids=lambda trial: trial.__name__,
)
def test_tests_do_not_claim_what_did_not_happen(trial: Trial) -> None:
    assert claimed(trial, 20, RUNS, seed=39) < 0.05 + SLACK


def test_classes_taken_for_people_claim_far_too_much() -> None:
    assert claimed(TRIALS["whole classes taken for people"], 112, 100, seed=39) > 0.15
    assert claimed(TRIALS["whole classes (CR2)"], 112, 100, seed=39) < 0.05 + 0.09
