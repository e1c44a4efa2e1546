"""Two corrections of one record are both kept."""

from __future__ import annotations

from olke.editing.merging import merged

BASE = {"key": "a", "value": "1", "note": "old", "citations": [{"source": "x"}]}


def test_what_only_one_of_two_people_changed_is_taken_from_either() -> None:
    theirs = BASE | {"note": "new"}
    mine = BASE | {"value": "2"}

    assert merged(BASE, theirs, mine) == BASE | {"note": "new", "value": "2"}


def test_where_both_changed_a_cell_the_later_one_decides() -> None:
    assert merged(BASE, BASE | {"value": "2"}, BASE | {"value": "3"})["value"] == "3"


def test_what_either_emptied_or_filled_stays_so() -> None:
    without = {name: cell for name, cell in BASE.items() if name != "note"}

    assert merged(BASE, without, BASE) == without
    assert merged(BASE, BASE, without) == without
    assert merged(without, BASE, without) == BASE


def test_the_rows_of_a_record_go_together() -> None:
    more = [{"source": "x"}, {"source": "y"}]

    assert merged(BASE, BASE | {"citations": more}, BASE)["citations"] == more
    assert merged(BASE, BASE, BASE | {"citations": more})["citations"] == more
