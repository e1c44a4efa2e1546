"""Rearranging a dossier: whatever is done, nothing in it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.teaching.documents import arranging
from olke.teaching.documents.arranging import NoSuchPlaceError, Place
from olke.teaching.documents.dossier import ClaimEntry, Dossier, NoteEntry
from olke.teaching.documents.parts import Text

SECTIONS = st.lists(st.integers(0, 3), min_size=1, max_size=4)


def dossier_of(sizes: list[int]) -> Dossier:
    """Return a dossier whose sections hold so many claims, all different."""
    number = 0
    sections = []
    for size in sizes:
        entries = [{"claim": f"c-{number + at}"} for at in range(size)]
        sections.append({"entries": entries})
        number += size
    given_ = {"key": "d", "title": {"kk": "Т"}, "sections": sections}
    return Dossier.model_validate(given_)


@given(SECTIONS, st.data())
def test_moving_keeps_every_entry(sizes: list[int], data: st.DataObject) -> None:
    dossier = dossier_of(sizes)
    places = [Place(s, e) for s, size in enumerate(sizes) for e in range(size)]
    if not places:
        return
    place, by = data.draw(st.sampled_from(places)), data.draw(st.sampled_from([-1, 1]))
    moved = arranging.with_entry_moved(dossier, place, by)
    assert sorted(moved.claims) == sorted(dossier.claims)
    assert len(moved.sections) == len(dossier.sections)


@given(SECTIONS, st.data())
def test_down_and_up_again_within_a_section_changes_nothing(
    sizes: list[int], data: st.DataObject
) -> None:
    dossier = dossier_of(sizes)
    inner = [Place(s, e) for s, size in enumerate(sizes) for e in range(size - 1)]
    if not inner:
        return
    place = data.draw(st.sampled_from(inner))
    down = arranging.with_entry_moved(dossier, place, 1)
    assert arranging.with_entry_moved(down, Place(place.section, place.entry + 1), -1) == dossier


@given(SECTIONS, st.data())
def test_removing_a_section_keeps_its_entries(sizes: list[int], data: st.DataObject) -> None:
    dossier = dossier_of(sizes)
    number = data.draw(st.integers(0, len(sizes) - 1))
    assert sorted(arranging.without_section(dossier, number).claims) == sorted(dossier.claims)


def test_an_entry_over_the_edge_goes_into_the_next_section() -> None:
    moved = arranging.with_entry_moved(dossier_of([2, 1]), Place(0, 1), 1)
    assert [[e.claim for e in s.entries] for s in moved.sections] == [["c-0"], ["c-1", "c-2"]]


def test_the_same_claim_is_added_once_and_the_same_words_twice() -> None:
    dossier = dossier_of([1])
    assert arranging.with_entry(dossier, ClaimEntry(claim="c-0")) == dossier
    note = NoteEntry(words=Text(kk="Сөз"))
    twice = arranging.with_entry(arranging.with_entry(dossier, note), note)
    assert len(twice.entries) == 3


@pytest.mark.parametrize("place", [Place(0, 5), Place(7, 0), Place(-1, 0)])
def test_a_place_that_is_not_there_is_said(place: Place) -> None:
    with pytest.raises(NoSuchPlaceError):
        arranging.without_entry(dossier_of([1]), place)
