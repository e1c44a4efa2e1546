"""A gallery: documents that were written before, presented, read by others and assessed."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from olke.classroom.errors import CommandError
from olke.classroom.models import EntryState, Grouping, Moderation, Turn
from olke.classroom.moment import Kept, Learner, Moment
from olke.classroom.primitives.assessing import (
    average,
    by_teacher,
    given_to,
    points_of_paper,
)
from olke.classroom.primitives.base import Asked, Sent, Shown
from olke.classroom.primitives.desks import solutions_shown
from olke.classroom.primitives.papers import (
    ASSESSMENT,
    Paper,
    own_paper,
    paper_shown,
    papers_of,
    parts_shown,
)
from olke.classroom.primitives.writing import settings_of
from olke.classroom.script import ScriptActivity
from olke.teaching.documents.items import Grid
from olke.teaching.primitives import Primitive

ASSESS = ASSESSMENT
"""The item of the turn in which documents of the same step are assessed: all answers are to it."""
MOST_SHOWN = 40
"""Documents that every phone can leaf through; of more, each phone has those it is to read."""
READ_BY_EACH = 2
"""Documents of single learners that each of their peers reads and assesses."""


def writes(activity: ScriptActivity, step: int) -> bool:
    """Tell whether documents are written in a step: one that takes up documents shows them."""
    before = activity.steps[step].takes_up
    return not before or activity.steps[before - 1].primitive != Primitive.DOCUMENT


def source_step(activity: ScriptActivity, step: int) -> int:
    """Return the step in which the documents are written that a step is about."""
    while not writes(activity, step):
        step = activity.steps[step].takes_up - 1
    return step


def sources(moment: Moment) -> tuple[Turn, ...]:
    """Return the turns in which the documents were written that the shown turn is about."""
    turn = moment.turn
    if turn is not None and not is_gallery(moment.activity, turn):
        return (turn,)
    step = source_step(moment.activity, moment.step_number)
    found = moment.turns_of(moment.activity.id, step)
    return tuple(one for one in found if one.item != ASSESS)


def is_gallery(activity: ScriptActivity, turn: Turn | None) -> bool:
    """Tell whether a turn shows documents, rather than having them written."""
    return turn is not None and (turn.item == ASSESS or not writes(activity, turn.step))


def has_key(activity: ScriptActivity, step: int) -> bool:
    """Tell whether tasks, tables or texts of a step have something to reveal."""
    return any(
        isinstance(item, Grid) or item.solution is not None or item.explanation
        for item in activity.shown(step)
    )


def opened(moment: Moment, item: str) -> dict[str, Any]:
    """Return the data of a gallery that opens: which document is whose, none presented yet."""
    step = source_step(moment.activity, moment.step_number)
    turns = [one for one in moment.turns_of(moment.activity.id, step) if one.item != ASSESS]
    del item
    return {"authors": _authors(moment, turns), "presented": [], "stage": ""}


def take_in(moment: Moment) -> None:
    """Let documents into an open gallery that were written meanwhile; numbers stay."""
    turn = moment.turn
    if turn is None or turn.revealed_at or "authors" not in turn.data:
        return
    known = turn.data["authors"]
    now = _authors(moment, sources(moment))
    if set(now) - set(known):
        turn.data = {**turn.data, "authors": {**now, **known}}
        turn.save(update_fields=["data"])


def _authors(moment: Moment, turns: Sequence[Turn]) -> dict[str, str]:
    return {str(one.number): one.party for one in papers_of(moment, *turns) if one.kept}


def next_to_present(moment: Moment) -> Paper | None:
    """Return the next document of a group that was not presented; None: there is none."""
    turn = moment.turn
    if turn is None or turn.revealed_at or not is_gallery(moment.activity, turn):
        return None
    if settings_of(moment.activity, moment.step_number).assessed == "self":
        return None
    kinds = {team.id: team.kind for team in moment.teams}
    shown = set(turn.data.get("presented", []))
    return next(
        (
            paper
            for paper in papers_of(moment, *sources(moment))
            if paper.kept
            and paper.number not in shown
            and kinds.get(int(paper.party[1:]) if paper.group else 0) not in {None, Grouping.PAIRS}
        ),
        None,
    )


def present(moment: Moment, number: str) -> None:
    """Put a document on the projector: whoever presents it lets it be read.

    An empty number takes it away. Raises ``CommandError``.
    """
    turn = moment.turn
    if turn is None or not is_gallery(moment.activity, turn):
        raise CommandError("nothing-open")
    before = [one for one in turn.data.get("presented", []) if str(one) != number]
    now = None
    if number:
        now = next(
            (p for p in papers_of(moment, *sources(moment)) if str(p.number) == number), None
        )
        if now is None or not now.kept:
            raise CommandError("entry-unknown")
        _let_through(now)
    told = {"presented": [*before, now.number] if now else before}
    turn.data = {**turn.data, **told, "now": now.number if now else 0, "stage": f"{number}p"}
    turn.save(update_fields=["data"])
    moment.__dict__.pop("_read", None)


def _let_through(paper: Paper) -> None:
    """Let others read a document, but for what the teacher has hidden."""
    entries = [one.id for one in paper.kept if one.state != EntryState.HIDDEN]
    made = [Moderation(answer_id=pk) for pk in entries]
    Moderation.objects.bulk_create(made, ignore_conflicts=True)
    Moderation.objects.filter(answer__in=entries).update(state=EntryState.SHOWN)


def remark(paper: Paper, text: str) -> None:
    """Write the teacher's word to the authors of a document."""
    text = text.replace("\0", "").strip()[:1000]
    first = paper.kept[0].id
    Moderation.objects.get_or_create(answer_id=first)
    others = [one.id for one in paper.kept[1:]]
    Moderation.objects.filter(answer__in=others).exclude(note="").update(note="")
    Moderation.objects.filter(answer=first).update(note=text)


def for_phones(moment: Moment, language: str) -> Shown:
    """Return the documents that were let through, the one that is presented, points at the end."""
    step = source_step(moment.activity, moment.step_number)
    papers = papers_of(moment, *sources(moment))
    turn = moment.turn
    now = turn.data.get("now", 0) if turn else 0
    shown = [one for one in papers if one.is_shown]
    together = [one for one in shown if one.group]
    listed = together if len(together) <= MOST_SHOWN else []
    told: Shown = {
        "now": now,
        "papers": {
            str(one.number): paper_shown(moment, one, step, language)
            for one in shown
            if one in listed or one.number == now
        },
    }
    if turn and turn.revealed_at:
        told["points"] = {
            str(one.number): points_of_paper(moment, one.number) for one in papers if one.group
        }
    settings = settings_of(moment.activity, moment.step_number)
    if settings.assessed == "self" or (turn and turn.revealed_at):
        told["solutions"] = solutions_shown(moment, step, language)
    return told


def for_learners(moment: Moment, learners: Sequence[Learner], language: str) -> dict[int, Shown]:
    """Return each learner's own document with what was said of it, and those they are to read."""
    step = source_step(moment.activity, moment.step_number)
    papers = papers_of(moment, *sources(moment))
    told: dict[int, Shown] = {}
    made: dict[int, Shown] = {}
    for learner in learners:
        own = own_paper(papers, moment.parties_of(learner.id))
        shown: Shown = {"paper": own.number if own else 0}
        if own:
            if own.number not in made:
                made[own.number] = paper_shown(moment, own, step, language, everything=True)
            shown["own"] = made[own.number] | _said_of(moment, own)
        if settings_of(moment.activity, moment.step_number).assessed == "peers":
            reads = _reads(papers, own, learner.id)
            shown["reads"] = [paper_shown(moment, one, step, language) for one in reads]
        told[learner.id] = shown
    return told


def _said_of(moment: Moment, paper: Paper) -> Shown:
    """Return what a document's authors may know: the teacher's word, comments let through."""
    told: Shown = {"note": paper.note}
    told["comments"] = [
        one.value["comment"]
        for one in given_to(moment, paper.number)
        if one.is_shown and one.value["comment"]
    ]
    final = by_teacher(moment, paper.number)
    if final is not None or (moment.turn and moment.turn.revealed_at):
        told["points"] = points_of_paper(moment, paper.number)
    return told


def _reads(papers: Sequence[Paper], own: Paper | None, learner: int) -> list[Paper]:
    """Return the documents of single learners that one of their peers is to read.

    Those of the next two in order, so that each document is read as often as any other.
    """
    alone = [one for one in papers if not one.group and one.is_shown]
    if not alone:
        return []
    place = alone.index(own) if own in alone else learner % len(alone)
    following = [*alone[place + 1 :], *alone[: place + 1]]
    return [one for one in following if one is not own][:READ_BY_EACH]


def assessments(moment: Moment, paper: Paper) -> list[Kept]:
    """Return what was given to a document."""
    return given_to(moment, paper.number)


def comments(moment: Moment, paper: Paper) -> list[Shown]:
    """Return what was said of a document, with who said it: for the teacher."""
    return [
        {
            "id": one.id,
            "text": one.value["comment"],
            "by": moment.named(one),
            "state": one.state,
            "points": sum(sum(some) for some in one.value["points"]),
        }
        for one in given_to(moment, paper.number)
    ]


def called(moment: Moment, paper: Paper) -> str:
    """Return whose a document is, for the teacher: the group's number, or name or seat."""
    if paper.group:
        return str(paper.group)
    learner = moment.learners.get(int(paper.party[1:]))
    return (learner.name or learner.seat) if learner else ""


def for_console(moment: Moment, language: str) -> dict[str, Shown]:
    """Return every document by number, all of it, with its entries and what was given to it."""
    step = source_step(moment.activity, moment.step_number)
    told = {}
    for one in papers_of(moment, *sources(moment)):
        mean = average(given_to(moment, one.number))
        told[str(one.number)] = {
            **paper_shown(moment, one, step, language, everything=True),
            "by": called(moment, one),
            "entries": [kept.id for kept in one.kept],
            "state": one.state,
            "note": one.note,
            "late": parts_shown(moment, one.late, step, language),
            "given": len(given_to(moment, one.number)),
            "mean": None if mean is None else round(float(mean), 1),
            "teacher": by_teacher(moment, one.number),
            "comments": comments(moment, one),
        }
    return told


def simulated(asked: Asked, chance: random.Random) -> list[Sent]:
    """Give each document of others, or one's own, most of the points."""
    assessed = settings_of(asked.activity, asked.step).assessed
    authors: Mapping[str, str] = asked.turn.data.get("authors", {})
    mine = {n for n, party in authors.items() if party in asked.parties}
    numbers = sorted(mine if assessed == "self" else set(authors) - mine, key=int)
    return [
        Sent(ASSESSMENT, int(number), {"points": _fair(asked.activity, chance), "comment": ""})
        for number in numbers[:MOST_SHOWN]
        if assessed in {"self", "peers"}
    ]


def _fair(activity: ScriptActivity, chance: random.Random) -> list[list[int]]:
    return [
        [chance.randint(one.points // 2, one.points) for one in criterion.descriptors]
        for criterion in activity.criteria
    ]
