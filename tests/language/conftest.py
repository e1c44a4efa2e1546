"""The dictionaries are loaded before the first test, so that none is timed on loading them."""

import pytest

from olke.language import analyse, query_terms


@pytest.fixture(scope="session", autouse=True)
def _dictionaries() -> None:
    analyse("сөз слово word қалаларынын жүмысыннын")
    query_terms("кызылорданын semey еткомбинатының")
