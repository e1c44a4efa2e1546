"""Documents, what their references tell, and what they say."""

from __future__ import annotations

from typing import Any

import pytest

from olke.evidence.models import Claim
from olke.sources.models import Source
from olke.teaching.documents.items import Exhibit
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.drafters.sourcing import draft_sourcing
from tests.records import make_citation, make_repository, make_source
from tests.teaching.drafters.dossiers import material_about, observed, order

pytestmark = pytest.mark.django_db


def told_by(source: Source, value: str = "7646", **citation: Any) -> Claim:
    claim = observed(value, cite=False)
    make_citation(claim=claim, **({"source": source} | citation))
    return claim


def first(*claims: Claim) -> Exhibit:
    item = draft_sourcing(material_about(*claims), order(1)).items[0]
    assert isinstance(item, Exhibit)
    return item


def test_the_reference_of_an_archive_document_is_taken_apart() -> None:
    source = make_source(
        group="archive",
        kind="file",
        title="",
        repository=make_repository(name_en="State archive"),
        fond="103",
        fond_title="Executive committee",
        inventory="1",
        file="25",
    )
    told = first(told_by(source, locator_kind="sheet", locator="14")).explanation.en
    for part in ("State archive", "103, Executive committee", ": 25", ": 14", "Archive fonds"):
        assert part in told
    assert "Inventory (a part of the fond): 1" in told


def test_what_is_not_known_of_a_document_is_said() -> None:
    told = first(told_by(make_source(kind="unknown"))).explanation.en
    assert "Who wrote it: not known" in told
    assert "When it was written: not known" in told


def test_the_heading_tells_nothing_and_the_text_only_facts() -> None:
    claim = told_by(make_source(title="Report on meat"))
    exhibit = first(claim)
    assert exhibit.title.en == "Document 1"
    assert claim.subject.name_en in exhibit.text.en
    assert "Report" not in exhibit.text.en


def test_the_document_is_the_one_that_the_work_cites() -> None:
    work, archive = make_source(title="A dissertation"), make_source(fond="103")
    exhibit = first(told_by(work, through=archive))
    assert exhibit.sources == (archive.key,)
    assert "Found in: A dissertation" in exhibit.explanation.en


def test_how_long_after_the_facts_it_was_written_is_counted() -> None:
    assert "document: 14" in first(told_by(make_source(year="1960"))).explanation.en
    assert "at the time of the facts" in first(told_by(make_source(year="1946"))).explanation.en


def test_what_a_newspaper_wants_to_show_differs_from_what_an_office_wants() -> None:
    said = [
        first(told_by(make_source(group=group))).explanation.en.split("\n\n")[-1]
        for group in ("archive", "periodical", "research", "")
    ]
    assert len(set(said)) == 4


def test_documents_of_different_groups_come_before_two_of_one() -> None:
    groups = ("archive", "archive", "archive", "periodical")
    claims = [
        told_by(make_source(group=group), str(100 * n)) for n, group in enumerate(groups, start=1)
    ]
    items = draft_sourcing(material_about(*claims), order(2)).items
    shown = {key for item in items for key in item.claims}
    assert claims[3].key in shown


def test_fewer_documents_than_wanted_are_a_shortfall() -> None:
    found = draft_sourcing(material_about(told_by(make_source())), order(3))
    assert found.shortfalls == (Shortfall("sources", 3, 1),)


def test_what_is_known_only_from_another_work_is_read_at_second_hand() -> None:
    work, archive = make_source(title="A dissertation"), make_source(fond="103")
    assert "at second hand" in first(told_by(work, through=archive)).explanation.en
    assert "at second hand" not in first(told_by(archive)).explanation.en


def test_documents_known_by_a_number_alone_come_last() -> None:
    numbered = [make_source(title="", reference=str(n)) for n in range(1, 9)]
    claims = [told_by(source, str(100 * n)) for n, source in enumerate(numbered, start=1)]
    known = make_source(title="Report on meat")
    items = draft_sourcing(material_about(*claims, told_by(known, "7")), order(1)).items
    assert [item.sources for item in items] == [(known.key,)]
