"""Criteria of assessment: as a table with points, and in short in a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from olke.exchange.forms.fields import CriterionField
from olke.exchange.forms.form import Column
from olke.exchange.plans.sheet import label_cell, text_cell
from olke.exchange.printing.blocks import Block, Cell, Listing, Paragraph, Table, from_text, words
from olke.measures.numerals import NO_BREAK_SPACE
from olke.teaching.documents.lesson import Criterion, Descriptor


def criteria_table(
    criteria: Sequence[Criterion], columns: Sequence[Column[CriterionField]], language: str
) -> tuple[Block, ...]:
    """Return criteria with a row a descriptor and the sum of points below."""
    if not criteria:
        return ()
    head = tuple(label_cell(column.label.said(language)) for column in columns)
    rows = [
        tuple(_cells(columns, criterion, number, language))
        for criterion in criteria
        for number in range(max(len(criterion.descriptors), 1))
    ]
    widths = tuple(float(column.width) for column in columns)
    return (Table(widths, (head, *rows, *_sum(criteria, columns)), heads=1),)


def criteria_in_short(criteria: Sequence[Criterion], language: str) -> tuple[Block, ...]:
    """Return criteria with their descriptors and points as lists, for a cell."""
    blocks: list[Block] = []
    for criterion in criteria:
        blocks += [
            Paragraph(words(line), kept=bool(criterion.descriptors))
            for line in criterion.text.said(language).split("\n")
            if line.strip()
        ]
        if criterion.descriptors:
            entries = tuple(words(_descriptor(one, language)) for one in criterion.descriptors)
            blocks.append(Listing(entries))
    return tuple(blocks)


def points_text(points: int) -> str:
    """Say points in short, in the language in force."""
    return (_("%(points)d p.") % {"points": points}).replace(" ", NO_BREAK_SPACE)


def _descriptor(descriptor: Descriptor, language: str) -> str:
    return f"{descriptor.text.said(language)} — {points_text(descriptor.points)}"


def _cells(
    columns: Sequence[Column[CriterionField]], criterion: Criterion, number: int, language: str
) -> Iterator[Cell]:
    """Yield the cells of a descriptor; the criterion stands once, beside all of them."""
    count = len(criterion.descriptors)
    for column in columns:
        if column.field is not CriterionField.CRITERION:
            descriptor = criterion.descriptors[number] if count else None
            yield Cell(_shown(column.field, descriptor, language))
        elif number == 0:
            yield Cell(from_text(criterion.text.said(language)), rows=max(count, 1))


def _shown(
    field: CriterionField, descriptor: Descriptor | None, language: str
) -> tuple[Block, ...]:
    if descriptor is None:
        return ()
    if field is CriterionField.POINTS:
        return (Paragraph(words(str(descriptor.points))),)
    return from_text(descriptor.text.said(language))


def _sum(
    criteria: Sequence[Criterion], columns: Sequence[Column[CriterionField]]
) -> tuple[tuple[Cell, ...], ...]:
    at = next((n for n, c in enumerate(columns) if c.field is CriterionField.POINTS), 0)
    total = sum(criterion.points for criterion in criteria)
    if not at or not total:
        return ()
    after = tuple(Cell() for _column in columns[at + 1 :])
    return ((label_cell(_("Total"), at), text_cell(str(total), bold=True), *after),)
