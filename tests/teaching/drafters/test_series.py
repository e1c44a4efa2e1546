"""Series: numbers of one thing in order of time."""

from __future__ import annotations

import pytest

from olke.teaching.drafters.series import LONGEST, series
from tests.records import make_entity, make_indicator
from tests.teaching.drafters.dossiers import material_about, observed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [2, LONGEST, LONGEST + 1, 50])
def test_a_long_series_is_told_by_some_of_its_times_and_both_ends(count: int) -> None:
    same = {"subject": make_entity(), "indicator": make_indicator()}
    claims = [observed(str(1000 + 900 * n), str(1900 + n), **same) for n in range(count)]

    (found,) = series(material_about(*claims))

    assert len(found.claims) == min(count, LONGEST)
    assert (found.keys[0], found.keys[-1]) == (claims[0].key, claims[-1].key)
    assert list(found.keys) == sorted(set(found.keys), key=[c.key for c in claims].index)
