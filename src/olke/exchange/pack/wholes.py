"""What must hold between the rows of a table and between tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from olke.dates import EdtfError, Period, parse
from olke.exchange.pack.graph import find_cycles
from olke.exchange.pack.report import Problem
from olke.exchange.pack.sheets import Sheet
from olke.exchange.pack.surroundings import Surroundings
from olke.measures import MeasureError
from olke.packs.columns import Fault

Sheets = Mapping[str, Sheet]


def whole_problems(
    sheets: Sheets, around: Surroundings, unread: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """Give every problem that no single row shows; tables ``unread`` are not asked."""
    for name in ("themes", "products"):
        if name in sheets:
            yield from _parent_cycles(sheets[name])
    if "periods" in sheets:
        yield from _overlapping_periods(sheets["periods"])
    if "relations" in sheets:
        yield from _relation_cycles(sheets["relations"])
    if "units" in sheets:
        yield from _unit_faults(sheets["units"], around)
    if "claims" in sheets and "citations" not in unread:
        yield from _uncited_claims(sheets)


def _parent_cycles(sheet: Sheet) -> Iterator[Problem]:
    keys, parents = sheet.cells["key"], sheet.cells["parent"]
    edges = {key: (parent,) for key, parent in zip(keys, parents, strict=True) if parent}
    for cycle in find_cycles(edges):
        yield sheet.problem(keys.index(cycle[0]), Fault("parent", "cycle", _path(cycle)))


def _path(cycle: list[str]) -> dict[str, str]:
    return {"path": " → ".join([*cycle, cycle[0]])}


def _overlapping_periods(sheet: Sheet) -> Iterator[Problem]:
    spans: list[tuple[Period, int]] = []
    for index, cell in enumerate(sheet.cells["span"]):
        period = _period(cell)
        if period:
            spans.append((period, index))
    spans.sort(key=lambda span: span[0].sort_key)
    for at, (period, index) in enumerate(spans):
        for earlier, other in spans[:at]:
            if period.overlaps(earlier):
                details = {"row": str(sheet.numbers[other]), "key": sheet.cells["key"][other]}
                yield sheet.problem(index, Fault("span", "overlap", details))
                break


def _period(cell: str) -> Period | None:
    try:
        return parse(cell) if cell else None
    except EdtfError:
        return None  # the column's own fault


def _relation_cycles(sheet: Sheet) -> Iterator[Problem]:
    """Report relations that lead back to where they began at one and the same time.

    A lay in B before the war and B in A after it: no cycle, because the periods share no day.
    """
    by_kind: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    rows: dict[tuple[str, str, str], int] = {}
    columns = (sheet.cells[name] for name in ("kind", "entity", "other"))
    for index, (kind, entity, other) in enumerate(zip(*columns, strict=True)):
        if entity != other:
            by_kind[kind][entity].append(other)
            rows.setdefault((kind, entity, other), index)
    for kind, edges in by_kind.items():
        for cycle in find_cycles(edges):
            steps = zip(cycle, [*cycle[1:], cycle[0]], strict=True)
            indexes = [rows[kind, one, other] for one, other in steps]
            if _at_one_time([_period(sheet.cells["period"][index]) for index in indexes]):
                yield sheet.problem(indexes[0], Fault("other", "cycle", _path(cycle)))


def _at_one_time(periods: list[Period | None]) -> bool:
    known = [period for period in periods if period]
    return all(one.overlaps(other) for one in known for other in known)


def _unit_faults(sheet: Sheet, around: Surroundings) -> Iterator[Problem]:
    for index, error in around.unit_faults:
        fault = _as_fault(error)
        if fault:
            yield sheet.problem(index, fault)
    for index, (key, base, dimension) in enumerate(
        zip(*(sheet.cells[name] for name in ("key", "base", "dimension")), strict=True)
    ):
        if base == key or base not in around.registry:
            continue
        of_base = around.registry[base].dimension
        if of_base != dimension:
            details = {"unit": base, "of_unit": of_base, "dimension": dimension}
            yield sheet.problem(index, Fault("dimension", "other-dimension", details, of_base))


def _as_fault(error: MeasureError) -> Fault | None:
    """Translate what the measures say; a missing label or a wrong key is the column's own fault."""
    details, meant = dict(error.details), error.suggestion or ""
    if error.code == "duplicate-unit":
        return Fault("key", "unit-exists", details, meant)
    if error.code == "unknown-unit":
        return Fault("base", "unit", {"cell": details.get("unit", "")}, meant)
    if error.code == "bad-factor":
        return Fault("factor", "factor", details, meant)
    return None


def _uncited_claims(sheets: Sheets) -> Iterator[Problem]:
    cited = set(sheets["citations"].cells["claim"]) if "citations" in sheets else set()
    for index, key in enumerate(sheets["claims"].cells["key"]):
        if key and key not in cited:
            yield sheets["claims"].problem(index, Fault("key", "uncited", {"key": key}))
