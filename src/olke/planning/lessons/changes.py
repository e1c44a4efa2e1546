"""What the editor's buttons do: each takes the state to another one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from olke.accounts.access import Somebody
from olke.evidence.models import Claim
from olke.evidence.queries import complete_claims
from olke.evidence.sentences import claim_what
from olke.planning.lessons.evidence import dossiers_of, evidence_of
from olke.planning.lessons.filling import HIGHEST_SEED, activity_of, draft_for
from olke.planning.lessons.own_part import exhibits, shortened
from olke.planning.lessons.wording import said_in_three
from olke.teaching.documents.arranging import NoSuchPlaceError
from olke.teaching.documents.items import AnyItem, Exhibit, Prompt
from olke.teaching.documents.parts import Title
from olke.teaching.documents.paths import (
    Data,
    Path,
    name_of,
    new_id,
    part_at,
    path_of,
    with_part,
    with_part_moved,
    with_part_placed,
    with_part_replaced,
    without_part,
)
from olke.teaching.documents.typed import ITEM_KINDS
from olke.teaching.drafters.material import in_three
from olke.teaching.drafters.statements import said
from olke.teaching.messages import shortfall_said
from olke.teaching.methods.library import UnknownMethodError, method_of
from olke.teaching.primitives import SHOWS
from olke.vocabulary.units import unit_registry

ASK = gettext_noop("What does this evidence say, and what does it leave open?")


@dataclass(frozen=True)
class Changed:
    """The state after a button; ``focus`` names the row to go on with, ``said`` what happened."""

    data: Data
    focus: str = ""
    said: tuple[str, ...] = ()
    thin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What a drafter lacked, by the name of the activity."""


@dataclass(frozen=True)
class Editing:
    """The state of an editor, the fields beside it, and who edits."""

    data: Data
    fields: Mapping[str, str]
    person: Somebody


def change(editing: Editing, do: str) -> Changed:
    """Do what a button's value says: ``up:stages-0-activities-1``.

    Raises ``NoSuchPlaceError`` where the state has no such place, and for what is no button.
    """
    verb, _colon, rest = do.partition(":")
    try:
        act = BUTTONS[verb]
    except KeyError:
        raise NoSuchPlaceError(do) from None
    return act(editing, rest)


def _show(editing: Editing, _rest: str) -> Changed:
    return Changed(editing.data)


def _add(editing: Editing, rest: str) -> Changed:
    path = path_of(rest)
    data, at = with_part(editing.data, path, _blank(path))
    return Changed(data, name_of(at))


def _blank(path: Path) -> Any:
    if path[-1] == "activities":
        return {"id": new_id("a"), "minutes": 5}
    if path[-1] == "descriptors":
        return {"points": 1}
    return {}


def _item(editing: Editing, rest: str) -> Changed:
    kind, _colon, place = rest.partition(":")
    if kind not in ITEM_KINDS:
        raise NoSuchPlaceError(kind)
    item = {"kind": kind, "id": new_id("i"), "edited": True, **_BLANK_ITEMS.get(kind, {})}
    data, at = with_part(editing.data, (*path_of(place), "items"), item)
    return Changed(data, name_of(at))


_BLANK_ITEMS: dict[str, dict[str, Any]] = {
    "statement": {"answer": True},
    "choice": {"options": [{}, {}, {}, {}], "answer": [0]},
    "ordering": {"entries": [{}, {}, {}]},
    "grid": {"columns": [{}, {}], "rows": [{}, {}], "cells": [[{}, {}], [{}, {}]]},
}


def _remove(editing: Editing, rest: str) -> Changed:
    path = path_of(rest)
    data = without_part(editing.data, path)
    data = _fitting_answers(data, path)
    return Changed(data, name_of(path[:-1]))


def _fitting_answers(data: Data, path: Path) -> Data:
    """Keep right answers right when an option before them is gone."""
    if path[-2] != "options":
        return data
    item = part_at(data, path[:-2])
    gone = int(path[-1])
    answer = [n - (n > gone) for n in item.get("answer", ()) if n != gone] or [0]
    return with_part_replaced(data, path[:-2], {**item, "answer": answer})


def _move(by: int) -> Callable[[Editing, str], Changed]:
    def moved(editing: Editing, rest: str) -> Changed:
        data, at = with_part_moved(editing.data, path_of(rest), by)
        return Changed(data, name_of(at))

    return moved


def _place(editing: Editing, rest: str) -> Changed:
    start, _colon, end = rest.partition(":")
    data, at = with_part_placed(editing.data, path_of(start), path_of(end))
    return Changed(data, name_of(at))


def _method(editing: Editing, rest: str) -> Changed:
    """Put an activity of a method in, with items where a dossier has enough for them."""
    key, _colon, place = rest.partition(":")
    path = path_of(place or editing.fields.get("to", "") or "stages-0-activities")
    try:
        made = activity_of(method_of(key), new_id("a"))
    except UnknownMethodError:
        raise NoSuchPlaceError(key) from None
    data, at = with_part(editing.data, path, made.plain())
    drafted = _draft(Editing(data, {}, editing.person), name_of(at))
    return Changed(drafted.data, name_of(at), (), drafted.thin)


def _draft(editing: Editing, rest: str) -> Changed:
    """Draft an activity's items anew: with the seed that was typed, or else with the next one."""
    path = path_of(rest)
    activity = part_at(editing.data, path)
    material = evidence_of(editing.data.get("dossiers", ()), editing.person)
    if material is None:
        return Changed(editing.data, rest, (), {rest: (_("Choose a dossier first."),)})
    seed = _seed(activity, editing.fields.get(f"{rest}-drawn", ""))
    wanted = editing.fields.get(f"{rest}-wanted", "")
    key = activity.get("method")
    try:
        method = method_of(key) if key else None
    except UnknownMethodError:
        return Changed(editing.data, rest, (), {rest: (_("This method is not installed."),)})
    thin: tuple[str, ...] = ()
    if method is None:
        items = tuple(exhibits(material))
    else:
        drafted = draft_for(method, material, seed, int(wanted) if wanted.isdecimal() else None)
        items, thin = drafted.items, tuple(shortfall_said(one) for one in drafted.shortfalls)
    kept = _kept_and(activity.get("items", ()), items)
    made = {**activity, "items": kept, **({"seed": seed} if method else {})}
    return Changed(with_part_replaced(editing.data, path, made), rest, (), {rest: thin})


def _seed(activity: Data, drawn: str) -> int:
    """Return the seed to draft with. ``drawn`` is the one that the items there were drafted with;
    left as it was, it means: others, please."""
    seed = activity.get("seed", 0)
    seed = seed if isinstance(seed, int) else 0
    again = str(seed) == drawn
    return seed % HIGHEST_SEED + 1 if again or not seed else seed


def _kept_and(before: list[Data], drafted: tuple[AnyItem, ...]) -> list[Data]:
    """Return newly drafted items behind those that a teacher wrote or changed, which stay."""
    kept = [item for item in before if item.get("edited")]
    taken = {item.get("id") for item in kept}
    texts = [item.get("text") for item in kept]
    new = [item.plain() for item in drafted]
    for item in new:
        if item["id"] in taken:
            item["id"] = new_id("i")
    return [*kept, *(item for item in new if item.get("text") not in texts)]


def _claim(editing: Editing, rest: str) -> Changed:
    """Put a claim into an activity: as a text to read, or as a question where none can be shown."""
    key, _colon, place = rest.partition(":")
    name = place or editing.fields.get("into", "")
    activity = part_at(editing.data, path_of(name)) if name else None
    claim = complete_claims().filter(key=key).first()
    if activity is None or claim is None:
        raise NoSuchPlaceError(rest)
    item = _item_of(claim, new_id("i"), exhibit=_shows_exhibits(activity)).plain()
    data, at = with_part(editing.data, (*path_of(name), "items"), item)
    return Changed(data, name_of(at))


def _shows_exhibits(activity: Data) -> bool:
    try:
        method = method_of(activity.get("method") or "")
    except UnknownMethodError:
        return True
    return any("exhibit" in SHOWS[step.primitive] for step in method.steps if step.items)


def _item_of(claim: Claim, item_id: str, *, exhibit: bool) -> Exhibit | Prompt:
    sentence = said(claim, unit_registry())
    if not exhibit:
        text = said_in_three(ASK)
        both = in_three(lambda code: f"{sentence.said(code)}\n\n{text.said(code)}")
        return Prompt(id=item_id, text=both, claims=(claim.key,))
    what = shortened(in_three(lambda code: _heading(claim, code)))
    title = Title.model_validate(what.model_dump())
    return Exhibit(id=item_id, title=title, text=sentence, claims=(claim.key,))


def _heading(claim: Claim, language: str) -> str:
    what = claim_what(claim, language) or claim.subject.name
    return what[:1].upper() + what[1:]


def _dossier(editing: Editing, _rest: str) -> Changed:
    """Add the dossier that was chosen beside the lesson."""
    key = editing.fields.get("another", "")
    listed = list(editing.data.get("dossiers", ()))
    if key in listed or not dossiers_of([key], editing.person):
        return Changed(editing.data, "tray")
    return Changed({**editing.data, "dossiers": [*listed, key]}, "tray")


def _find(editing: Editing, _rest: str) -> Changed:
    return Changed(editing.data, "tray")


def _fits(editing: Editing, rest: str) -> Changed:
    """Take a teacher's word that an explanation fits what the item was changed to."""
    path = path_of(rest)
    item = part_at(editing.data, path)
    if not isinstance(item, dict):
        raise NoSuchPlaceError(rest)
    fitting = {name: value for name, value in item.items() if name != "explanation_stale"}
    return Changed(with_part_replaced(editing.data, path, fitting), rest)


def _column(editing: Editing, rest: str) -> Changed:
    """Add a column or a row to a table, with its cells."""
    path = path_of(rest)
    grid = part_at(editing.data, path[:-1])
    cells = [list(row) for row in grid.get("cells", ())]
    if path[-1] == "columns":
        cells = [[*row, {}] for row in cells]
    else:
        cells = [*cells, [{} for _column in grid.get("columns", ())]]
    listed = [*grid.get(str(path[-1]), ()), {}]
    made = {**grid, str(path[-1]): listed, "cells": cells, "edited": True}
    return Changed(with_part_replaced(editing.data, path[:-1], made), name_of(path[:-1]))


BUTTONS: dict[str, Callable[[Editing, str], Changed]] = {
    "show": _show,
    "add": _add,
    "item": _item,
    "remove": _remove,
    "up": _move(-1),
    "down": _move(1),
    "place": _place,
    "method": _method,
    "draft": _draft,
    "claim": _claim,
    "dossier": _dossier,
    "find": _find,
    "fits": _fits,
    "widen": _column,
}
