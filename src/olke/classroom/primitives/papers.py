"""Documents as they stand: who wrote what under which heading, resting on which evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from olke.classroom.models import LATE, PEN, EntryState, Participant, Turn
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.base import Shown
from olke.classroom.primitives.writing import FIELD, settings_of
from olke.classroom.showing import value_said
from olke.teaching.documents.items import Exhibit, Grid
from olke.teaching.methods.dealing import Seat

ASSESSMENT = "assessment"
"""The item of points that somebody gives to a document, numbered as the document is."""
BEHIND_GROUPS = 2000
"""Documents of single learners are numbered from here: a class has fewer groups."""


@dataclass(frozen=True)
class Paper:
    """A document: its number, who wrote it, and what: ``kept`` counts, ``late`` came after."""

    number: int
    party: str
    group: int
    """The number of the group that wrote it; 0 for one learner."""
    kept: tuple[Kept, ...]
    late: tuple[Kept, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether others may read any of it."""
        return any(one.is_shown for one in self.kept)

    @property
    def state(self) -> str:
        """What the teacher decided about it as a whole: waiting as long as any part is."""
        states = {one.state for one in self.kept}
        if EntryState.WAITING in states or not states:
            return EntryState.WAITING.value
        return (EntryState.SHOWN if EntryState.SHOWN in states else EntryState.HIDDEN).value

    @property
    def note(self) -> str:
        """What the teacher wrote to its authors."""
        return next((one.note for one in self.kept if one.note), "")


def papers_of(moment: Moment, *turns: Turn | None) -> list[Paper]:
    """Return every document that was written in some turns, in the order of groups or learners."""
    written: dict[str, list[Kept]] = {}
    late: dict[str, list[Kept]] = {}
    for one in moment.all_answers(*turns):
        if one.item in {PEN, PEN + LATE} or one.item.startswith(ASSESSMENT):
            continue
        if not is_written(one.value):
            continue
        found = late if one.late else written
        found.setdefault(one.party, []).append(one)
    numbers = _numbers(moment, {*written, *late})
    groups = {f"g{team.id}": team.number for team in moment.teams}
    papers = [
        Paper(
            number,
            party,
            groups.get(party, 0),
            tuple(written.get(party, ())),
            tuple(late.get(party, ())),
        )
        for party, number in numbers.items()
    ]
    return sorted(papers, key=lambda paper: paper.number)


def is_written(value: Any) -> bool:
    """Tell whether there is something in a place of a document; it may have been wiped out."""
    if isinstance(value, dict):
        return value.get("answer") is not None and value["answer"] != ""
    return bool(value)


def _numbers(moment: Moment, parties: set[str]) -> dict[str, int]:
    """Return the number of each party's document: the group's, or the learner's in the class.

    A learner keeps it when others are taken out or come.
    """
    numbers = {f"g{team.id}": team.number for team in moment.teams}
    if any(party.startswith("p") for party in parties):
        everybody = Participant.objects.filter(live_class=moment.live).order_by("pk")
        numbers |= {
            f"p{pk}": BEHIND_GROUPS + place
            for place, pk in enumerate(everybody.values_list("pk", flat=True), 1)
        }
    return {party: numbers[party] for party in parties if party in numbers}


def paper_shown(
    moment: Moment, paper: Paper, step: int, language: str, *, everything: bool = False
) -> Shown:
    """Return a document for a screen; ``everything``: also what was not let through."""
    kept = [one for one in paper.kept if everything or one.is_shown]
    parts = parts_shown(moment, kept, step, language)
    lines = [line for part in parts for line in part["lines"]]
    shown: Shown = {
        "number": paper.number,
        "group": paper.group,
        "parts": parts,
        "unsupported": sum(line["unsupported"] for line in lines),
        "lines": len(lines),
    }
    if paper.group:
        shown["stand"] = _stand(moment, step, paper.group)
    return shown


def parts_shown(moment: Moment, kept: Iterable[Kept], step: int, language: str) -> list[Shown]:
    """Return what was written, heading by heading: each line with the evidence that it names."""
    needs = settings_of(moment.activity, step).needs_evidence
    parts: dict[tuple[int, int, str], Shown] = {}
    for one in sorted(kept, key=lambda one: _place(moment, one)):
        heading = _heading(moment, step, one, language)
        place = (*_place(moment, one)[:2], heading)
        part = parts.setdefault(place, {"item": _item(one), "heading": heading, "lines": []})
        part["lines"] += _lines(moment, one, language, needs=needs)
    return list(parts.values())


def _place(moment: Moment, one: Kept) -> tuple[int, int, int]:
    """Return where something stands in a document: fields first, then tasks as in the lesson."""
    if _item(one) == FIELD:
        return 0, one.number, 0
    names = [item.id for item in moment.activity.items]
    order = names.index(_item(one)) if _item(one) in names else len(names)
    return 1, order, one.number


def _item(one: Kept) -> str:
    return one.item.removesuffix(LATE)


def _heading(moment: Moment, step: int, one: Kept, language: str) -> str:
    fields = settings_of(moment.activity, step).fields
    if _item(one) == FIELD:
        return fields[one.number].said(language) if one.number < len(fields) else ""
    item = moment.activity.item(_item(one))
    return item.text.said(language) if item else ""


def _lines(moment: Moment, one: Kept, language: str, *, needs: bool) -> list[Shown]:
    item = moment.activity.item(_item(one))
    if isinstance(one.value, list):
        return [_line(moment, line["text"], line["claim"], language, needs) for line in one.value]
    if isinstance(one.value, dict):
        said = str(value_said(item, one.value.get("answer"), language))
        claim = one.value.get("claim", "")
        line = _line(moment, said, claim, language, needs) | {"right": one.right}
        return [line] if said else []
    if isinstance(item, Grid) and one.number < len(item.blank):
        row, column = item.blank[one.number]
        where = f"{item.rows[row].said(language)} · {item.columns[column].said(language)}"
        return [{"text": str(one.value), "where": where, "right": one.right, "unsupported": False}]
    texts = [text.strip() for text in str(one.value).split("\n")]
    return [{"text": text, "unsupported": False} for text in texts if text]


def _line(moment: Moment, text: str, claim: str, language: str, needs: bool) -> Shown:  # noqa: FBT001
    shown: Shown = {"text": text, "unsupported": needs and not claim}
    if claim in moment.script.claims:
        shown["evidence"] = {
            "claim": claim,
            "sentence": moment.script.claims[claim].sentence.said(language),
            "citations": moment.script.citations([claim], language),
        }
    return shown


def _stand(moment: Moment, step: int, group: int) -> str:
    """Return the side that a group takes in a debate, by what it was dealt."""
    if moment.activity.steps[step].items != "dealt":
        return ""
    items = moment.activity.dealt(step, Seat(group - 1, max(group, 1)))
    return next((i.stand for i in items if isinstance(i, Exhibit) and i.stand), "")


def own_paper(papers: Sequence[Paper], parties: Iterable[str]) -> Paper | None:
    """Return the document that counts for a learner."""
    mine = set(parties)
    return next((paper for paper in papers if paper.party in mine), None)


def entries_in(paper: Paper) -> list[Any]:
    """Return the numbers of the entries that a document is made of."""
    return [one.id for one in paper.kept]
