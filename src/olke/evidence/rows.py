"""The evidence's tables: claims with their citations."""

from __future__ import annotations

from olke.evidence.models import (
    Aspect,
    Bound,
    Citation,
    Claim,
    ClaimKind,
    LocatorKind,
    Measure,
    Rank,
    Review,
)
from olke.evidence.rules import CITATION_RULES, CLAIM_RULES
from olke.packs.columns import (
    Column,
    ColumnType,
    Table,
    days_of,
    edtf,
    enum,
    in_three,
    key,
    nearest_float,
    reference,
    text,
)

CLAIMS = Table(
    "claims",
    "claim",
    Claim,
    (
        key(),
        enum("kind", ClaimKind, required=True),
        reference("subject", "entities", "what or who it is about", required=True),
        reference("indicator", "indicators", "what of the subject", required=True),
        reference("product", "products"),
        Column("value", ColumnType.DECIMAL, meaning="in the unit, without hidden thousands"),
        Column("value_max", ColumnType.DECIMAL, meaning="upper end of a range"),
        enum("bound", Bound, "how the source limits the number"),
        Column("approximate", ColumnType.BOOLEAN, meaning="the source says about, nearly ..."),
        Column("unit", ColumnType.UNIT),
        edtf("period", "when"),
        text("period_wording", "when, as the source says it"),
        enum("aspect", Aspect, "what was, or what was planned, required, guessed"),
        enum("measure", Measure, "how the number is expressed"),
        edtf("base_period", "what a change or a share is compared with"),
        reference("object", "entities", "other party of an event, organisation of a role"),
        reference("place", "entities"),
        *in_three("title", "title of an event or a role"),
        text("wording", "the few words of the source that carry the number or the date"),
        enum("rank", Rank, "which of several claims to show first", required=True),
        enum("review", Review, "how far it has been checked", required=True),
        text("note"),
    ),
    rules=CLAIM_RULES,
    derived=(
        *days_of("period"),
        nearest_float("value_sort", "value"),
        nearest_float("value_max_sort", "value_max"),
    ),
    meaning="statements that sources make",
)
CITATIONS = Table(
    "citations",
    "citation",
    Citation,
    (
        reference("claim", "claims", required=True),
        reference("source", "sources", "where it stands", required=True),
        enum("locator_kind", LocatorKind, "what the place in it is counted in"),
        text("locator", "the place in it"),
        reference("through", "sources", "the work that the source itself cites for it"),
        enum("through_locator_kind", LocatorKind),
        text("through_locator"),
        text("note"),
    ),
    identity=("claim", "source", "locator", "through", "through_locator"),
    rules=CITATION_RULES,
    owner="claims",
    owned_by="claim",
    meaning="what each claim rests on",
)
