"""Submission queues: learners send questions, vote on them, the teacher picks and answers them.

A step may gather, put to the vote, show one after another, or all of it at once; one that takes up
an earlier step goes on with what came in there.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from olke.classroom.errors import CommandError, RefusedError
from olke.classroom.models import Moderation
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives import entries as listing
from olke.classroom.primitives.base import Asked, Checked, Play, Sent, Shown
from olke.classroom.primitives.entries import ENTRY, VOTES
from olke.classroom.primitives.likeness import most_alike
from olke.classroom.primitives.voices import questions_of
from olke.classroom.script import ScriptActivity
from olke.classroom.showing import evidence_shown, item_shown, solution_shown
from olke.teaching.documents.items import AnyItem
from olke.teaching.primitives import Primitive, QueueSettings

LONGEST = 300
"""Letters of a question: more is not read from the screen."""
MOST_PICKED = 30


class Queues(Play):
    """Questions, votes, and the line of those that are answered.

    ``Turn.data`` holds what is on stage (``stage``: ``e`` and the number of a question, or ``i``
    and the id of a prepared one) and by which item each is answered (``ties``).
    """

    primitive = Primitive.QUEUE

    def takes_answers(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether questions or votes are taken."""
        settings = _settings(activity, step)
        return bool(settings.submissions or settings.votes)

    def check(self, asked: Asked, sent: Sent) -> Checked:
        """Return a question, empty where it is taken back, or votes."""
        settings = _settings(asked.activity, asked.step)
        if sent.item == VOTES and settings.votes:
            return Checked(listing.ballot(sent.value, settings.votes))
        if sent.item != ENTRY:
            raise RefusedError("item-unknown")
        if sent.number >= settings.submissions:
            raise RefusedError("too-many")
        return Checked("" if sent.value is None else listing.entry_words(sent.value, LONGEST))

    def for_phones(self, moment: Moment, language: str) -> Shown:
        """Return the questions that the teacher let through, by number, without their authors."""
        shown = self._common(moment, language) | listing.followed(moment)
        votes = self._votes(moment) if self._counts(moment) else {}
        shown["entries"] = {
            str(one.id): _entry(one, votes) for one in self._entries(moment) if one.is_shown
        }
        return shown

    def for_projector(self, moment: Moment, language: str) -> Shown:
        """Return the same, with names where they may be read, and how many came in."""
        shown = self.for_phones(moment, language)
        entries = self._entries(moment)
        shown["sent"] = len(entries)
        if not self._is_anonymous(moment):
            for one in entries:
                if one.is_shown and (name := listing.signature(moment, one)):
                    shown["entries"][str(one.id)]["by"] = name
        return shown

    def for_console(self, moment: Moment, language: str) -> Shown:
        """Return every question with its votes, and what the one on stage can be answered by."""
        shown = self._common(moment, language)
        entries, votes = self._entries(moment), self._votes(moment)
        shown["entries"] = listing.for_teacher(
            moment, entries, anonymous=self._is_anonymous(moment)
        )
        for number, count in votes.items():
            shown["entries"][str(number)]["votes"] = count
        shown["sent"] = len(entries)
        shown["limit"] = self._limit(moment)
        shown["chosen"] = any(one.picked for one in entries)
        shown["prepared"] = self._prepared(moment, language)
        return shown

    def follows(self, moment: Moment) -> bool:
        """Tell whether a question is on stage, or one is left to be put there."""
        step, turn = moment.step_number, moment.turn
        if turn is None or not _settings(moment.activity, step).answered:
            return False
        return bool(turn.data.get("stage")) or self._following(moment) is not None

    def follow(self, moment: Moment) -> None:
        """Note that the question on stage has been answered, and put the next one there."""
        turn = moment.turn
        if turn is None:
            return
        self._answered(moment)
        following = self._following(moment)
        turn.data = {**turn.data, "stage": f"e{following.id}" if following else ""}
        turn.save(update_fields=["data"])

    def command(self, moment: Moment, name: str, data: Mapping[str, str]) -> None:
        """Pick, put on stage, or tie to a prepared item: ``pick``, ``stage``, ``tie``.

        ``pick`` has ``entry`` and ``on``; ``stage`` an ``entry`` or an ``item``, or neither to
        clear the stage; ``tie`` an ``item``, empty to untie what is on stage.
        """
        if moment.turn is None:
            raise CommandError("nothing-open")
        match name:
            case "pick":
                self._pick(moment, data.get("entry", ""), picked=data.get("on") == "1")
            case "stage":
                self._stage(moment, data.get("entry", ""), data.get("item", ""))
            case "tie":
                self._tie(moment, data.get("item", ""))
            case _:
                raise CommandError("command-unknown")

    def simulated(self, asked: Asked, chance: random.Random) -> list[Sent]:
        """Ask one question or two about the activity, or vote for what is shown."""
        settings = _settings(asked.activity, asked.step)
        sent: list[Sent] = []
        if settings.submissions:
            count = 1 if chance.random() < 0.7 else min(2, settings.submissions)
            asked_for = questions_of(asked, chance, count)
            sent += [Sent(ENTRY, number, text) for number, text in enumerate(asked_for)]
        if settings.votes:
            moment = Moment(asked.turn.live_class, asked.turn)
            shown = [one.id for one in self._entries(moment) if one.is_shown]
            sent.append(Sent(VOTES, 0, listing.voted_by_chance(shown, settings.votes, chance)))
        return sent

    def summary(self, moment: Moment, language: str) -> list[Shown]:
        """Return the questions with their votes and the teacher's notes."""
        turn, step = moment.turn, moment.step
        if turn is None or step is None:
            return []
        entries = self._entries(moment)
        votes = self._votes(moment) if self._has_votes(moment) else None
        return [
            {
                "item": "",
                "text": step.title.said(language),
                "answered": len({one.party for one in moment.answers(turn)}),
                "right": None,
                "entries": listing.reported(
                    moment, entries, votes, anonymous=self._is_anonymous(moment)
                ),
            }
        ]

    def _common(self, moment: Moment, language: str) -> Shown:
        activity, number = moment.activity, moment.step_number
        settings = _settings(activity, number)
        shown: Shown = {
            "submissions": settings.submissions,
            "votes": settings.votes,
            "anonymous": self._is_anonymous(moment),
            "answering": settings.answered,
            "longest": LONGEST,
            "counted": self._counts(moment),
            "line": [one.id for one in self._line(moment)],
            "seeds": [
                {"id": item.id, "text": item.text.said(language)} for item in activity.shown(number)
            ],
        }
        if stage := self._on_stage(moment, language):
            shown["stage"] = stage
        return shown

    def _entries(self, moment: Moment) -> list[Kept]:
        return listing.entries_of(moment, *listing.around(moment))

    def _votes(self, moment: Moment) -> dict[int, int]:
        turns = listing.around(moment)
        return listing.votes_of(listing.entries_of(moment, *turns), moment.answers(*turns))

    def _chain(self, moment: Moment) -> list[QueueSettings]:
        """Return the settings of this step and of those queues that it goes on with."""
        steps, number, found = moment.activity.steps, moment.step_number + 1, []
        while number:
            step = steps[number - 1]
            if step.primitive == Primitive.QUEUE:
                found.append(_settings(moment.activity, number - 1))
            number = step.takes_up
        return found

    def _has_votes(self, moment: Moment) -> bool:
        return any(settings.votes for settings in self._chain(moment))

    def _is_anonymous(self, moment: Moment) -> bool:
        """Tell whether names are left out: the step where questions were sent decides."""
        chain = self._chain(moment)
        sending = [settings for settings in chain if settings.submissions] or chain
        return all(settings.anonymous for settings in sending)

    def _limit(self, moment: Moment) -> int:
        return next((settings.pick for settings in self._chain(moment) if settings.pick), 0)

    def _counts(self, moment: Moment) -> bool:
        """Tell whether votes may be seen: once no more are given, lest the first few decide."""
        turn = moment.turn
        if turn is None or not self._has_votes(moment):
            return False
        voting = bool(_settings(moment.activity, moment.step_number).votes)
        return not voting or turn.closed_at is not None

    def _line(self, moment: Moment) -> list[Kept]:
        """Return what was picked, in its order; while nothing is, what has the most votes."""
        shown = [one for one in self._entries(moment) if one.is_shown]
        if picked := [one for one in shown if one.picked]:
            return sorted(picked, key=lambda one: (one.picked, one.id))
        if not self._may_line_up(moment):
            return []
        return listing.by_votes(shown, self._votes(moment))[: self._limit(moment)]

    def _may_line_up(self, moment: Moment) -> bool:
        turn = moment.turn
        if turn is None:
            return False
        taking = self.takes_answers(moment.activity, moment.step_number)
        return not taking or turn.closed_at is not None

    def _following(self, moment: Moment) -> Kept | None:
        stage = moment.turn.data.get("stage") if moment.turn else ""
        waiting = (one for one in self._line(moment) if not one.answered)
        return next((one for one in waiting if f"e{one.id}" != stage), None)

    def _answered(self, moment: Moment) -> None:
        stage = moment.turn.data.get("stage", "") if moment.turn else ""
        for one in self._entries(moment):
            if f"e{one.id}" == stage:
                listing.decide(one.id, answered_at=datetime.now(UTC))

    def _on_stage(self, moment: Moment, language: str) -> Shown | None:
        """Return the question that is being answered, with the evidence its answer rests on."""
        data = moment.turn.data if moment.turn else {}
        stage = str(data.get("stage", ""))
        if stage.startswith("i"):
            item = moment.activity.item(stage[1:])
            if item is None:
                return None
            evidence = evidence_shown(item, moment.script, language)
            return {
                "item": item.id,
                "text": item_shown(item, moment.script, language)["text"],
                "evidence": evidence,
            }
        line = [one for one in self._entries(moment) if f"e{one.id}" == stage and one.is_shown]
        if not line:
            return None
        tied = moment.activity.item(str(data.get("ties", {}).get(str(line[0].id), "")))
        shown: Shown = {"entry": line[0].id, "text": listing.text_of(line[0]), "evidence": []}
        if tied:
            shown |= {"tied": tied.id, "evidence": evidence_shown(tied, moment.script, language)}
        return shown

    def _prepared(self, moment: Moment, language: str) -> list[Shown]:
        """Return the activity's items with their answers, the likest to the question first."""
        told = [item for item in moment.activity.items if item.claims]
        stage = self._on_stage(moment, language)
        if stage and "entry" in stage:
            told = _sorted_alike(moment, stage["text"], told, language)
        return [
            {
                "id": item.id,
                "text": item.text.said(language),
                **solution_shown(item, moment.script, language),
            }
            for item in told
        ]

    def _pick(self, moment: Moment, name: str, *, picked: bool) -> None:
        entries = self._entries(moment)
        entry = listing.entry_named(entries, name)
        line = [one for one in entries if one.picked]
        if not line and self._has_votes(moment):
            line = self._line(moment)
        kept = [
            one.id
            for one in sorted(line, key=lambda one: one.picked or line.index(one) + 1)
            if one.id != entry.id
        ]
        if picked:
            kept.append(entry.id)
        if len(kept) > MOST_PICKED:
            raise CommandError("too-many")
        Moderation.objects.filter(answer__in=[one.id for one in entries]).update(picked=0)
        for place, number in enumerate(kept, 1):
            listing.decide(number, picked=place)
        if picked:
            listing.let_through([entry.id])

    def _stage(self, moment: Moment, name: str, item: str) -> None:
        turn = moment.turn
        assert turn is not None  # noqa: S101 - ``command`` asked
        stage = ""
        if name:
            entry = listing.entry_named(self._entries(moment), name)
            listing.let_through([entry.id])
            stage = f"e{entry.id}"
        elif item:
            if moment.activity.item(item) is None:
                raise CommandError("entry-unknown")
            stage = f"i{item}"
        turn.data = {**turn.data, "stage": stage}
        turn.save(update_fields=["data"])

    def _tie(self, moment: Moment, item: str) -> None:
        turn = moment.turn
        assert turn is not None  # noqa: S101 - ``command`` asked
        stage = str(turn.data.get("stage", ""))
        if not stage.startswith("e"):
            raise CommandError("nothing-open")
        if item and moment.activity.item(item) is None:
            raise CommandError("entry-unknown")
        turn.data = {**turn.data, "ties": {**turn.data.get("ties", {}), stage[1:]: item}}
        turn.save(update_fields=["data"])


def _settings(activity: ScriptActivity, step: int) -> QueueSettings:
    settings = activity.settings(step)
    assert isinstance(settings, QueueSettings)  # noqa: S101 - by the step's primitive
    return settings


def _entry(one: Kept, votes: Mapping[int, int]) -> Shown:
    shown: Shown = {"text": listing.text_of(one)}
    if votes:
        shown["votes"] = votes.get(one.id, 0)
    if one.pinned:
        shown["pinned"] = True
    if one.answered:
        shown["answered"] = True
    return shown


def _sorted_alike(
    moment: Moment, question: str, items: Sequence[AnyItem], language: str
) -> list[AnyItem]:
    texts = [
        " ".join(
            [item.text.said(language)]
            + [one["sentence"] for one in evidence_shown(item, moment.script, language)]
        )
        for item in items
    ]
    return [items[place] for place in most_alike(question, texts)]
