"""The simulations live beside the tests, in `benchmarks`, which is no installed package."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
