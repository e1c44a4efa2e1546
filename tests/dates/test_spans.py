"""Named spans."""

import re

from olke.dates import named_spans


def test_every_named_span_has_labels_a_source_and_sound_patterns() -> None:
    for span in named_spans():
        assert all(span.labels[language] for language in ("kk", "ru", "en"))
        assert span.source
        assert all(re.compile(pattern) for pattern in span.patterns.values())


def test_the_plans_follow_one_another_but_for_the_war() -> None:
    plans = sorted(
        (span for span in named_spans() if span.number), key=lambda span: span.number or 0
    )
    assert [span.number for span in plans] == list(range(1, 14))
    spans = [str(span.period) for span in plans]
    assert spans[3:7] == ["1946/1950", "1951/1955", "1956/1960", "1959/1965"]
    assert spans[7:] == [
        "1966/1970",
        "1971/1975",
        "1976/1980",
        "1981/1985",
        "1986/1990",
        "1991/1995",
    ]


def test_keys_are_unique() -> None:
    keys = [span.key for span in named_spans()]
    assert len(keys) == len(set(keys))
