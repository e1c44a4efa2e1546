"""Documents: written alone or together beside what is to be read, shown, given points by criteria.

A step that takes up documents is a gallery of them. One that writes and is then assessed by its
authors or their peers has two turns: the writing, and the assessing.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from olke.classroom.errors import CommandError, RefusedError
from olke.classroom.models import Grouping
from olke.classroom.moment import Learner, Moment
from olke.classroom.primitives import galleries
from olke.classroom.primitives.assessing import (
    assess_by_teacher,
    award_means,
    checked_assessment,
    criteria_shown,
    most_points,
    points_of_paper,
)
from olke.classroom.primitives.base import Asked, Checked, Opening, Own, Play, Sent, Shown
from olke.classroom.primitives.desks import own_desk, solutions_shown, work_shown
from olke.classroom.primitives.galleries import ASSESS, source_step, sources, writes
from olke.classroom.primitives.papers import ASSESSMENT, Paper, paper_shown, papers_of
from olke.classroom.primitives.questions import guessed
from olke.classroom.primitives.reporting_papers import rows_of
from olke.classroom.primitives.writing import FIELD, check_writing, settings_of, work_of
from olke.classroom.script import ScriptActivity
from olke.classroom.wording.groups import group_name
from olke.teaching.documents.items import Prompt
from olke.teaching.primitives import Primitive

BY_LEARNERS = {"self", "peers"}
WRITING_SHARE = 0.75
"""Of a step's time, where the rest is for assessing what was written in it."""


class Documents(Play):
    """Drafts are answers that change as they are typed; what comes too late is kept beside."""

    primitive = Primitive.DOCUMENT
    keeps_late = True

    def items_in_turn(self, activity: ScriptActivity, step: int) -> tuple[str, ...]:
        """Return one turn, or two: writing and then assessing."""
        two = writes(activity, step) and settings_of(activity, step).assessed in BY_LEARNERS
        return ("", ASSESS) if two else ("",)

    def seconds(self, activity: ScriptActivity, step: int, item: str) -> int:
        """Return the seconds of a turn: most of them are for writing."""
        whole = activity.seconds[step]
        if len(self.items_in_turn(activity, step)) == 1:
            return whole
        writing = round(whole * WRITING_SHARE)
        return whole - writing if item == ASSESS else writing

    def takes_answers(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether phones write: a document, or points for one."""
        return writes(activity, step) or settings_of(activity, step).assessed in BY_LEARNERS

    def reveals(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether there are points or a key, which no later step goes on with."""
        if settings_of(activity, step).assessed:
            return True
        later = (one.takes_up == step + 1 for one in activity.steps)
        return not any(later) and galleries.has_key(activity, source_step(activity, step))

    def reveals_now(self, moment: Moment) -> bool:
        """Nothing is revealed between writing and assessing."""
        two = len(self.items_in_turn(moment.activity, moment.step_number)) > 1
        if two and moment.turn is not None and moment.turn.item != ASSESS:
            return False
        return self.reveals(moment.activity, moment.step_number)

    def opening(self, moment: Moment, item: str) -> Opening:
        """Of a gallery, note which documents there are; numbers stay while it is open."""
        if item != ASSESS and writes(moment.activity, moment.step_number):
            return Opening()
        return Opening(data=galleries.opened(moment, item))

    def settle(self, moment: Moment) -> None:
        """Take in documents that were written after the gallery opened."""
        galleries.take_in(moment)

    def revealing(self, moment: Moment) -> None:
        """Let the points that learners gave count."""
        if settings_of(moment.activity, moment.step_number).assessed in BY_LEARNERS:
            award_means(moment, papers_of(moment, *sources(moment)))

    def own_next(self, moment: Moment) -> Own | None:
        """Present the documents of groups one after another, before the gallery closes."""
        paper = galleries.next_to_present(moment)
        if paper is None or moment.turn is None or moment.turn.closed_at:
            return None
        label = _("Present: %(group)s") % {"group": group_name(paper.group)}
        return Own("present", {"number": str(paper.number)}, label)

    def follows(self, moment: Moment) -> bool:
        """Tell whether a gallery that nobody assesses has more to present."""
        takes = self.takes_answers(moment.activity, moment.step_number)
        return not takes and galleries.next_to_present(moment) is not None

    def follow(self, moment: Moment) -> None:
        """Present the next document."""
        if paper := galleries.next_to_present(moment):
            galleries.present(moment, str(paper.number))

    def check(self, asked: Asked, sent: Sent) -> Checked:
        """Return what was written or given."""
        if sent.item == ASSESSMENT:
            return _check_assessment(asked, sent)
        if galleries.is_gallery(asked.activity, asked.turn):
            raise RefusedError("nothing-asked")
        return check_writing(asked, sent)

    def for_phones(self, moment: Moment, language: str) -> Shown:
        """Return what to read and write on, or the documents that were let through."""
        activity, step = moment.activity, moment.step_number
        settings = settings_of(activity, step)
        source = settings_of(activity, source_step(activity, step))
        gallery = galleries.is_gallery(activity, moment.turn)
        shown: Shown = {
            "writes": not gallery,
            "by": source.by,
            "needs_evidence": source.needs_evidence,
            "side_by_side": settings.side_by_side,
            "covered": settings.covered,
            "assessed": settings.assessed,
            "criteria": criteria_shown(activity.criteria, language) if settings.assessed else [],
            "most": most_points(activity.criteria),
        }
        if gallery:
            return shown | galleries.for_phones(moment, language)
        if activity.steps[step].items in {"", "all"}:
            shown["work"] = work_shown(moment, activity.shown(step), language)
        if moment.turn and moment.turn.revealed_at:
            shown["solutions"] = solutions_shown(moment, step, language)
        return shown

    def for_learners(
        self, moment: Moment, learners: Sequence[Learner], language: str
    ) -> dict[int, Shown]:
        """Return what was dealt or chosen, or the own document with what others said of it."""
        if moment.turn is None:
            return {}
        if galleries.is_gallery(moment.activity, moment.turn):
            return galleries.for_learners(moment, learners, language)
        return {one.id: own_desk(moment, one, language) for one in learners}

    def for_projector(self, moment: Moment, language: str) -> Shown:
        """Return how far each document is, lines without support counted; of a gallery, one."""
        shown = self.for_phones(moment, language)
        if moment.turn is None:
            return shown
        step = source_step(moment.activity, moment.step_number)
        papers = papers_of(moment, *sources(moment))
        shown["progress"] = [
            {
                key: value
                for key, value in paper_shown(moment, one, step, language, everything=True).items()
                if key != "parts"
            }
            for one in papers
            if one.group
        ]
        shown["progress"] += _not_begun(moment, papers)
        shown["written"] = sum(bool(one.kept) for one in papers)
        return shown

    def for_console(self, moment: Moment, language: str) -> Shown:
        """Return every document as it grows, by number, with what was given to it."""
        shown = self.for_projector(moment, language)
        if moment.turn is None:
            return shown
        settings = settings_of(moment.activity, moment.step_number)
        shown["papers"] = galleries.for_console(moment, language)
        shown["may_assess"] = bool(settings.assessed and moment.activity.criteria)
        return shown

    def command(self, moment: Moment, name: str, data: Mapping[str, str]) -> None:
        """``present`` a document by ``number``, ``assess`` it with ``points``, ``remark`` on it."""
        number = data.get("number", "")
        if name == "present":
            galleries.present(moment, number)
            return
        paper = next(
            (p for p in papers_of(moment, *sources(moment)) if str(p.number) == number), None
        )
        if name not in {"assess", "remark"}:
            raise CommandError("command-unknown")
        if paper is None or not paper.kept:
            raise CommandError("entry-unknown")
        if name == "assess":
            assess_by_teacher(moment, paper, data.get("points", ""))
        else:
            galleries.remark(paper, data.get("text", ""))

    def simulated(self, asked: Asked, chance: random.Random) -> list[Sent]:
        """Write a line or two under each heading, most with evidence; give fair points."""
        if galleries.is_gallery(asked.activity, asked.turn):
            return galleries.simulated(asked, chance)
        work = work_of(asked.activity, asked.step, asked.activity.dealt(asked.step, asked.seat))
        lines = settings_of(asked.activity, asked.step).needs_evidence
        found = [
            Sent(FIELD, number, _simulated_field(asked, work.claims, chance, lines=lines))
            for number in range(work.fields)
        ]
        for item in work.tasks:
            answer = "…" if isinstance(item, Prompt) else guessed(item, chance)
            found.append(Sent(item.id, 0, {"answer": answer, "claim": ""}))
        for grid in work.grids:
            for number, (row, column) in enumerate(grid.blank):
                found.append(Sent(grid.id, number, grid.cells[row][column].said("kk") or "—"))
        return found

    def summary(self, moment: Moment, language: str) -> list[Shown]:
        """Return a row for each heading, task or table; of an assessment, for each document."""
        if galleries.is_gallery(moment.activity, moment.turn):
            return [
                {
                    "item": str(one.number),
                    "text": galleries.called(moment, one),
                    "answered": len(galleries.assessments(moment, one)),
                    "points": points_of_paper(moment, one.number),
                    "most": most_points(moment.activity.criteria),
                    "entries": galleries.comments(moment, one),
                }
                for one in papers_of(moment, *sources(moment))
            ]
        return rows_of(moment, language)


def _not_begun(moment: Moment, papers: Sequence[Paper]) -> list[Shown]:
    """Return the groups that write together and have written nothing yet."""
    series = moment.turn.series if moment.turn else 0
    begun = {paper.group for paper in papers}
    if any(team.kind == Grouping.PAIRS for team in moment.series(series)):
        return []
    return [
        {"number": team.number, "group": team.number, "lines": 0, "unsupported": 0}
        for team in moment.series(series)
        if team.number not in begun and team.members
    ]


def _check_assessment(asked: Asked, sent: Sent) -> Checked:
    """Return points for a document: never one's own, or only one's own, as the step says."""
    assessed = settings_of(asked.activity, asked.step).assessed
    party = asked.turn.data.get("authors", {}).get(str(sent.number))
    if assessed not in BY_LEARNERS or party is None:
        raise RefusedError("item-unknown")
    if (party in asked.parties) != (assessed == "self"):
        raise RefusedError("own-work" if assessed == "peers" else "others-work")
    return Checked(checked_assessment(sent.value, asked.activity.criteria))


def _simulated_field(
    asked: Asked, claims: Sequence[str], chance: random.Random, *, lines: bool
) -> str | list[dict[str, str]]:
    known = [key for key in claims if key in asked.script.claims]
    if not known:
        return [{"text": "…", "claim": ""}] if lines else "…"
    chosen = chance.sample(known, min(len(known), 2))
    texts = [asked.script.claims[key].sentence.said("kk") for key in chosen]
    if not lines:
        return "\n".join(texts)
    named = [key if chance.random() < 0.8 else "" for key in chosen]
    return [{"text": text[:600], "claim": key} for text, key in zip(texts, named, strict=True)]
