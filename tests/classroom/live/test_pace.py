"""How often something is done, and how many frames a socket may send."""

from __future__ import annotations

from olke.classroom.live.pace import Bucket, Pace


def test_what_is_quick_is_done_ten_times_a_second() -> None:
    pace = Pace(every=0.1, share=0.5)
    pace.done(5.0, 5.01)

    assert round(pace.wait(5.01), 3) == 0.09


def test_what_is_slow_takes_its_share_of_the_time() -> None:
    pace = Pace(every=0.1, share=0.25)
    pace.done(5.0, 5.2)

    assert round(pace.wait(5.2), 3) == 0.6
    assert pace.wait(6.0) == 0


def test_who_sends_too_much_waits_and_is_served_again() -> None:
    bucket = Bucket(rate=10, most=3, now=0)

    assert [bucket.take(0) for _ in range(3)] == [0, 0, 0]
    assert round(bucket.take(0), 3) == 0.1
    assert bucket.take(60) == 0


def test_a_long_rest_saves_no_more_than_a_bucketful() -> None:
    bucket = Bucket(rate=10, most=3, now=0)

    assert [bucket.take(1000) > 0 for _ in range(4)] == [False, False, False, True]
