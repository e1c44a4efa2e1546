"""Plain factories for records of a fictional region; each gives what a test does not care about."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

from olke.entities.models import Entity, Name, Relation
from olke.evidence.models import Citation, Claim
from olke.packs.models import Pack
from olke.sources.models import Repository, Source
from olke.vocabulary.models import HistoricalPeriod, Indicator, Product, Term, Theme

_numbers = count(1)


def make_pack(**fields: Any) -> Pack:
    """Return the one pack of a test, made when first asked for."""
    found = Pack.objects.first()
    if found and not fields:
        return found
    given = {
        "key": f"region-{next(_numbers)}",
        "title_kk": "Көктал облысы",
        "title_ru": "Коктальская область",
        "title_en": "Koktal oblast",
        "descriptor": "{}",
        "loaded_at": datetime(2026, 1, 2, tzinfo=UTC),
    }
    return Pack.objects.create(**(given | fields))


def _in_pack(model: Any, stem: str, given: dict[str, Any], fields: dict[str, Any]) -> Any:
    number = next(_numbers)
    common = {"pack": fields.pop("pack", None) or make_pack(), "position": number}
    return model.objects.create(**({"key": f"{stem}-{number}"} | common | given | fields))


def _three(field: str, stem: str) -> dict[str, str]:
    number = next(_numbers)
    return {f"{field}_{code}": f"{stem} {number} {code}" for code in ("kk", "ru", "en")}


def make_theme(**fields: Any) -> Theme:
    """Return a new theme."""
    return _in_pack(Theme, "theme", _three("label", "Theme"), fields)  # type: ignore[no-any-return]


def make_period(**fields: Any) -> HistoricalPeriod:
    """Return a new historical period: the war, unless told otherwise."""
    given = {
        "span": "1941/1945",
        "earliest": datetime(1941, 1, 1, tzinfo=UTC).date(),
        "latest": datetime(1945, 12, 31, tzinfo=UTC).date(),
    }
    labels = _three("label", "Period")
    return _in_pack(HistoricalPeriod, "period", given | labels, fields)  # type: ignore[no-any-return]


def make_indicator(**fields: Any) -> Indicator:
    """Return a new indicator, a quantity unless told otherwise."""
    given = {"kind": "quantity", "unit": "t"} | _three("label", "indicator")
    return _in_pack(Indicator, "indicator", given, fields)  # type: ignore[no-any-return]


def make_product(**fields: Any) -> Product:
    """Return a new product."""
    return _in_pack(Product, "product", _three("label", "product"), fields)  # type: ignore[no-any-return]


def make_entity(**fields: Any) -> Entity:
    """Return a new enterprise."""
    given = {"kind": "enterprise"} | _three("name", "Works")
    return _in_pack(Entity, "entity", given, fields)  # type: ignore[no-any-return]


def make_name(**fields: Any) -> Name:
    """Return a former name of an entity."""
    given: dict[str, Any] = {"name": "Old works", "language": "en", "kind": "former"}
    given |= {"entity": fields.pop("entity", None) or make_entity()}
    return Name.objects.create(**(given | fields))


def make_relation(**fields: Any) -> Relation:
    """Return a new relation: an enterprise lies in a town, unless told otherwise."""
    given: dict[str, Any] = {"kind": "located-in"}
    given |= {"entity": fields.pop("entity", None) or make_entity()}
    given |= {"other": fields.pop("other", None) or make_entity(kind="settlement")}
    return Relation.objects.create(**(given | fields))


def make_term(**fields: Any) -> Term:
    """Return a new glossary entry."""
    words = _three("term", "Term") | _three("definition", "What it means")
    return _in_pack(Term, "term", {"kind": "term"} | words, fields)  # type: ignore[no-any-return]


def make_repository(**fields: Any) -> Repository:
    """Return a new archive."""
    words = _three("name", "Archive") | _three("abbreviation", "A")
    return _in_pack(Repository, "archive", words, fields)  # type: ignore[no-any-return]


def make_source(**fields: Any) -> Source:
    """Return a new source."""
    return _in_pack(Source, "source", {"kind": "book", "title": "A book"}, fields)  # type: ignore[no-any-return]


def make_claim(*, cite: bool = True, **fields: Any) -> Claim:
    """Return a new observation of 7646 t in 1946 with one citation, unless told otherwise."""
    kind = fields.get("kind", "observation")
    given: dict[str, Any] = {"kind": kind, "period": "1946"}
    if kind == "observation":
        given |= {"value": "7646", "unit": "t", "aspect": "actual", "measure": "absolute"}
        given["indicator"] = fields.pop("indicator", None) or make_indicator()
    else:
        given |= _three("title", "Something happened")
        given["indicator"] = fields.pop("indicator", None) or make_indicator(kind=kind, unit="")
    given["subject"] = fields.pop("subject", None) or make_entity()
    number = next(_numbers)
    claim = Claim(
        key=fields.pop("key", f"claim-{number}"),
        pack=fields.pop("pack", None) or make_pack(),
        position=number,
        **(given | fields),
    )
    claim.full_clean(exclude=["position", "revision"])
    claim.save()
    if cite:
        make_citation(claim=claim)
    return claim


def make_citation(**fields: Any) -> Citation:
    """Return a new citation of paragraph 332 in a new source."""
    given: dict[str, Any] = {"locator_kind": "paragraph", "locator": "332"}
    given |= {"source": fields.pop("source", None) or make_source()}
    given |= {"claim": fields.pop("claim", None) or make_claim(cite=False)}
    return Citation.objects.create(**(given | fields))
