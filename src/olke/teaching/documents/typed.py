"""A form's fields as plain data of a document, and what of it is left empty.

The name of a field is the path of what it fills: ``stages-0-activities-1-title``. Rows follow one
another as they stood in the form, whatever their numbers. ``…-was`` holds what a row was before, as
JSON: the words of other languages and whatever the form does not show. The data need not be a
whole document yet: what cannot be read as a number, say, stays as it was typed.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Union, get_args, get_origin

from olke.teaching.documents.cleaning import cleaned, cleaned_line
from olke.teaching.documents.items import AnyItem
from olke.teaching.documents.parts import Part, Text, Title

WAS = "was"
Data = dict[str, Any]


@dataclass
class _Node:
    """A step of the paths in a form: the values that end here, and the steps that go on."""

    values: list[str] = field(default_factory=list)
    steps: dict[str, _Node] = field(default_factory=dict)


def typed(kind: type[Part], fields: Mapping[str, Sequence[str]], language: str) -> Data:
    """Return plain data of a part from the fields of a form in one language."""
    return _part(kind, _tree(fields), language)


def words_in(text: object, language: str) -> str:
    """Return the words of a text, or of its plain data, as a form shows them."""
    if isinstance(text, Mapping):
        known = {code: words for code, words in text.items() if code in Text.model_fields}
        return Text.model_construct(**known).said(language)
    return text.said(language) if isinstance(text, Text) else str(text or "")


def reworded(before: object, language: str, words: str) -> dict[str, str]:
    """Return the plain data of a text whose words in one language were typed.

    Words that only stand in another language are offered as they are; left unchanged, they stay
    in that one alone.
    """
    known = {k: str(v) for k, v in before.items()} if isinstance(before, Mapping) else {}
    if cleaned(words_in(known, language)) == words:
        return known
    return {k: v for k, v in {**known, language: words}.items() if v}


def _tree(fields: Mapping[str, Sequence[str]]) -> _Node:
    root = _Node()
    for name, values in fields.items():
        node = root
        for step in name.split("-"):
            node = node.steps.setdefault(step, _Node())
        node.values.extend(values)
    return root


def _part(kind: type[Part], node: _Node, language: str) -> Data:
    data = _before(node)
    for name, info in kind.model_fields.items():
        if name in node.steps:
            value = _value(info.annotation, node.steps[name], data.get(name), language)
            if value in (None, "", {}, []):
                data.pop(name, None)
            else:
                data[name] = value
    return data


def _before(node: _Node) -> Data:
    try:
        data = json.loads(node.steps[WAS].values[0])
    except (KeyError, IndexError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _value(annotation: Any, node: _Node, before: object, language: str) -> Any:
    annotation = _bare(annotation)
    origin = get_origin(annotation)
    if origin is tuple:
        return _rows(get_args(annotation)[0], node, language)
    last = node.values[-1] if node.values else ""
    if isinstance(annotation, type) and issubclass(annotation, Text):
        clean = cleaned_line if annotation is Title else cleaned
        return reworded(before, language, clean(last))
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _part(annotation, node, language)
    return _plain(annotation, cleaned_line(last))


def _rows(annotation: Any, node: _Node, language: str) -> list[Any]:
    inner = _bare(annotation)
    if node.values:
        # Boxes to tick share a name; an empty one among them tells that none was ticked.
        return [_plain(inner, cleaned_line(value)) for value in node.values if value]
    return [_row(inner, step, language) for name, step in node.steps.items() if name.isdecimal()]


def _row(annotation: Any, node: _Node, language: str) -> Any:
    kinds = _item_kinds(annotation)
    if kinds:
        return _item(kinds, node, language)
    return _value(annotation, node, _before(node), language)


def _item(kinds: Mapping[str, type[Part]], node: _Node, language: str) -> Data:
    """Read an item as the kind it was; one that was changed says so."""
    before = _before(node)
    kind = kinds.get(str(before.get("kind", "")))
    if kind is None:
        return before
    made = _part(kind, node, language)
    return made if made == before else _explained({**made, "edited": True}, before)


_BESIDE = {"explanation", "explanation_stale", "edited", "level", "points", "topic"}
"""Fields of an item that its explanation does not speak of."""


def _explained(item: Data, before: Data) -> Data:
    """Say of a changed item whether its explanation was left behind."""
    if item.get("explanation") != before.get("explanation"):
        return {name: value for name, value in item.items() if name != "explanation_stale"}
    asked = {name: value for name, value in item.items() if name not in _BESIDE}
    asked_before = {name: value for name, value in before.items() if name not in _BESIDE}
    changed = asked != asked_before and bool(item.get("explanation"))
    return {**item, "explanation_stale": True} if changed else item


def _plain(annotation: Any, words: str) -> Any:
    if annotation is bool:
        return {"true": True, "false": False}.get(words, words)
    if annotation is int:
        digits = words.replace(" ", "").replace("\u00a0", "")
        return int(digits) if digits.isdecimal() and len(digits) < 10 else words
    if annotation is Decimal:
        return words.replace(" ", "").replace("\u00a0", "").replace(",", ".")
    return words


def _bare(annotation: Any) -> Any:
    """Leave limits and None out of an annotation."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        some = [one for one in get_args(annotation) if one is not type(None)]
        if len(some) == 1:
            return _bare(some[0])
    return annotation


def _item_kinds(annotation: Any) -> dict[str, type[Part]]:
    return ITEM_KINDS if annotation == _bare(AnyItem) else {}


def _kinds() -> Iterator[tuple[str, type[Part]]]:
    for kind in get_args(_bare(AnyItem)):
        yield kind.model_fields["kind"].default, kind


ITEM_KINDS: dict[str, type[Part]] = dict(_kinds())
"""Kinds of items by their name."""


def pruned(data: Data, lists: Iterable[str], *, telling: Iterable[str] = ("text",)) -> Data:
    """Leave out of some lists the rows in which nothing was written.

    ``telling`` are the fields that say something: a row in which none of them is filled is empty.
    """
    kept = dict(data)
    for name in lists:
        if name in kept:
            kept[name] = [row for row in kept[name] if _says_something(row, telling)]
    return kept


def _says_something(row: object, telling: Iterable[str]) -> bool:
    if not isinstance(row, Mapping):
        return bool(row)
    if set(row) <= set(Text.model_fields):
        return bool(row)
    return any(row.get(name) for name in telling)
