"""Card walls: cards in columns, by groups, with evidence, as words, or passed on as wishes."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence

from olke.classroom.errors import CommandError, RefusedError
from olke.classroom.models import Turn
from olke.classroom.moment import Kept, Learner, Moment
from olke.classroom.primitives import entries as listing
from olke.classroom.primitives.base import Asked, Checked, Opening, Play, Sent, Shown
from olke.classroom.primitives.cards import (
    LONGEST_CARD,
    LONGEST_WORD,
    card_of,
    evidence_for,
    simulated_card,
    simulated_text,
    sorting_of,
    told_beside,
)
from olke.classroom.primitives.entries import ENTRY, VOTES, text_of
from olke.classroom.primitives.handing import dealing, hand_out, handed, kind_word, received
from olke.classroom.primitives.wordings import word_key, words_shown
from olke.classroom.script import ScriptActivity
from olke.classroom.showing import item_shown
from olke.teaching.primitives import Primitive, WallSettings

SORTED = "sorted"
"""The item by which a learner helps to sort: columns by entry."""
FEWEST_IDEAS = 3
"""So many ideas of the step before are taken up, where its votes do not say how many."""


class Walls(Play):
    """Cards that are written, sorted, voted on, tied to evidence, shown, or handed to others.

    ``Turn.data``: ``placed`` are columns by entry, as the teacher put them; ``series`` the groups
    that have parts of their own; ``dealt`` the learners to whom cards were passed on, by entry;
    ``kind_word`` what the teacher wishes those who got none.
    """

    primitive = Primitive.WALL

    def takes_answers(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether cards or votes are taken."""
        settings = _settings(activity, step)
        return bool(settings.cards or settings.votes)

    def answers_by(self, activity: ScriptActivity, step: int) -> str:
        """Return who answers together: in a group everybody writes cards, on the group's part."""
        return "pair" if _settings(activity, step).by == "pair" else "each"

    def opening(self, moment: Moment, item: str) -> Opening:
        """Note which groups have their parts."""
        del item
        settings = _settings(moment.activity, moment.step_number)
        return Opening(data={"series": moment.live.series} if settings.by == "group" else {})

    def settle(self, moment: Moment) -> None:
        """Hand out wishes: once none waits to be looked at, or the class has gone on."""
        for turn in listing.around(moment):
            if _settings_of(moment, turn).passed_on and turn.closed_at:
                hand_out(moment, turn, waits=turn == moment.turn)

    def check(self, asked: Asked, sent: Sent) -> Checked:
        """Return a card, empty where it is taken back, votes, or how somebody would sort."""
        settings = _settings(asked.activity, asked.step)
        if sent.item == VOTES and settings.votes:
            return Checked(listing.ballot(sent.value, settings.votes))
        if sent.item == SORTED and _is_sorted(asked.activity, asked.step):
            return Checked(sorting_of(sent.value, len(settings.columns)))
        if sent.item != ENTRY:
            raise RefusedError("item-unknown")
        if sent.number >= settings.cards:
            raise RefusedError("too-many")
        return Checked("" if sent.value is None else card_of(asked, settings, sent.value))

    def for_phones(self, moment: Moment, language: str) -> Shown:
        """Return the cards that the teacher let through, of the whole class's wall."""
        settings = _settings(moment.activity, moment.step_number)
        shown = self._common(moment, language)
        if _is_passed_on(moment):
            return shown
        shown |= listing.followed(moment, by_group=settings.by == "group")
        if settings.by == "group":
            return shown
        cards = self._cards(moment, language)
        if settings.shown == "words":
            return shown | {"words": _words(self._entries(moment))}
        return shown | {"cards": cards}

    def for_learners(
        self, moment: Moment, learners: Sequence[Learner], language: str
    ) -> dict[int, Shown]:
        """Return the wishes somebody received, or the cards of their group."""
        turn = moment.turn
        if turn is None:
            return {}
        if _is_passed_on(moment):
            wishes = received(moment)
            return {one.id: {"wishes": wishes.get(one.id, [])} for one in learners}
        series = turn.data.get("series", 0)
        if not series:
            return {}
        cards, found = self._cards(moment, language), {}
        for one in learners:
            team = moment.team_of(one.id, series)
            if team:
                found[one.id] = {
                    "cards": {n: c for n, c in cards.items() if c.get("group") == team.number}
                }
        return found

    def for_projector(self, moment: Moment, language: str) -> Shown:
        """Return the cards with names where they may be read; of wishes, only what is pinned."""
        settings = _settings(moment.activity, moment.step_number)
        shown = self._common(moment, language)
        entries = self._entries(moment)
        shown["sent"] = len(entries)
        if settings.shown == "words":
            return shown | {"words": _words(entries)}
        cards = self._cards(moment, language, named=not settings.anonymous)
        if _is_passed_on(moment):
            cards = {number: card for number, card in cards.items() if card.get("pinned")}
            shown["handed"] = handed(moment)
        return shown | {"cards": cards}

    def for_console(self, moment: Moment, language: str) -> Shown:
        """Return every card, where it stands, and what is to be decided."""
        settings = _settings(moment.activity, moment.step_number)
        shown = self._common(moment, language)
        entries = self._entries(moment)
        told = listing.for_teacher(moment, entries, anonymous=self._is_anonymous(moment))
        votes, columns = self._votes(moment), self._columns(moment)
        for one in entries:
            about = told[str(one.id)]
            about |= told_beside(one, moment, language) | {"votes": votes.get(one.id, 0)}
            if one.id in columns:
                about["column"] = columns[one.id]
            if settings.shown == "words":
                about["word"] = word_key(text_of(one))
        shown |= {"entries": told, "sent": len(entries)}
        if _is_passed_on(moment):
            shown["handed"] = handed(moment)
            shown["kind_word"] = kind_word(moment)
        return shown

    def command(self, moment: Moment, name: str, data: Mapping[str, str]) -> None:
        """Put a card into a column (``place``), or wish something oneself (``kind-word``)."""
        turn = moment.turn
        if turn is None:
            raise CommandError("nothing-open")
        if name == "place":
            self._place(moment, turn, data)
        elif name == "kind-word" and _is_passed_on(moment):
            words = data.get("text", "").replace("\0", "").strip()[:LONGEST_CARD]
            turn.data = {**turn.data, "kind_word": words}
        else:
            raise CommandError("command-unknown")
        turn.save(update_fields=["data"])

    def simulated(self, asked: Asked, chance: random.Random) -> list[Sent]:
        """Write some cards on what the activity is about, sort and vote."""
        settings = _settings(asked.activity, asked.step)
        sent: list[Sent] = []
        if settings.cards:
            count = 1 + min(int(chance.expovariate(1)), settings.cards - 1)
            texts = dict.fromkeys(simulated_text(asked, settings, chance) for _ in range(count))
            ideas = self._simulated_ideas(asked)
            sent += [
                Sent(ENTRY, n, simulated_card(asked, settings, text, ideas, chance))
                for n, text in enumerate(texts)
            ]
        if settings.votes:
            moment = Moment(asked.turn.live_class, asked.turn)
            shown = [one.id for one in self._entries(moment) if one.is_shown]
            sent.append(Sent(VOTES, 0, listing.voted_by_chance(shown, settings.votes, chance)))
            if _is_sorted(asked.activity, asked.step) and shown:
                some = chance.sample(shown, min(len(shown), 6))
                width = len(settings.columns)
                # As a class would: of one mind about most cards.
                columns = {
                    str(n): n % width if chance.random() < 0.8 else chance.randrange(width)
                    for n in some
                }
                sent.append(Sent(SORTED, 0, columns))
        return sent

    def summary(self, moment: Moment, language: str) -> list[Shown]:
        """Return the cards, or the words with how many sent each; a row for each column."""
        turn, step = moment.turn, moment.step
        if turn is None or step is None:
            return []
        settings = _settings(moment.activity, moment.step_number)
        answered = len({one.party for one in moment.answers(turn)})
        row: Shown = {"item": "", "answered": answered, "right": None}
        if settings.shown == "words":
            words = sorted(_words(self._entries(moment)).values(), key=lambda one: -one["count"])
            bars = [{"label": one["text"], "count": one["count"], "right": None} for one in words]
            return [row | {"text": step.title.said(language), "bars": bars}]
        votes = self._votes(moment) if self._has_votes(moment) else None
        anonymous, columns = self._is_anonymous(moment), self._columns(moment)
        parts: dict[int | None, list[Kept]] = {n: [] for n in range(len(settings.columns))}
        for one in self._entries(moment):
            parts.setdefault(columns.get(one.id), []).append(one)
        return [
            row
            | {
                "text": (step.title if column is None else settings.columns[column]).said(language),
                "entries": listing.reported(moment, found, votes, anonymous=anonymous),
            }
            for column, found in parts.items()
        ]

    def _common(self, moment: Moment, language: str) -> Shown:
        activity, number = moment.activity, moment.step_number
        settings, turn = _settings(activity, number), moment.turn
        shown: Shown = {
            "cards_each": settings.cards,
            "votes": settings.votes,
            "counted": self._counts(moment),
            "anonymous": self._is_anonymous(moment),
            "by": settings.by,
            "shown": settings.shown,
            "passed_on": _is_passed_on(moment),
            "handed_out": bool(turn and dealing(moment)),
            "longest": LONGEST_WORD if settings.shown == "words" else LONGEST_CARD,
            "columns": [column.said(language) for column in settings.columns],
            "sorting": _is_sorted(activity, number),
            "items": [
                item_shown(item, moment.script, language)
                for item in activity.shown(number)
                if item.kind == "prompt" or settings.needs_evidence
            ]
            or [item_shown(item, moment.script, language) for item in activity.shown(number)],
        }
        if settings.needs_evidence:
            shown["evidence"] = evidence_for(moment, language)
        if settings.cards and activity.steps[number].takes_up:
            shown["ideas"] = [{"id": one.id, "text": text_of(one)} for one in self._ideas(moment)]
        return shown

    def _entries(self, moment: Moment) -> list[Kept]:
        """Return the cards of this step, and those it goes on with where it adds none."""
        settings = _settings(moment.activity, moment.step_number)
        turns = (moment.turn,) if settings.cards else listing.around(moment)
        return listing.entries_of(moment, *turns)

    def _earlier(self, moment: Moment) -> list[Kept]:
        return listing.entries_of(moment, *moment.taken_up())

    def _votes(self, moment: Moment) -> dict[int, int]:
        turns = listing.around(moment)
        return listing.votes_of(listing.entries_of(moment, *turns), moment.answers(*turns))

    def _ideas(self, moment: Moment) -> list[Kept]:
        """Return the cards of the step before that this one looks for evidence of: the chosen."""
        turns = moment.taken_up()
        earlier = self._earlier(moment)
        votes = listing.votes_of(earlier, moment.answers(*turns))
        if pinned := [one for one in earlier if one.is_shown and one.pinned]:
            return pinned
        most = max([_settings_of(moment, turn).votes for turn in turns] or [0]) or FEWEST_IDEAS
        ranked = listing.by_votes(earlier, votes)
        return [one for one in ranked if votes.get(one.id) or not any(votes.values())][:most]

    def _has_votes(self, moment: Moment) -> bool:
        return any(_settings_of(moment, turn).votes for turn in listing.around(moment))

    def _counts(self, moment: Moment) -> bool:
        """Tell whether votes may be seen: once no more are given."""
        turn = moment.turn
        if turn is None or not self._has_votes(moment):
            return False
        voting = bool(_settings(moment.activity, moment.step_number).votes)
        return not voting or turn.closed_at is not None

    def _is_anonymous(self, moment: Moment) -> bool:
        """Tell whether names are left out: the step where cards were written decides."""
        told = [_settings_of(moment, turn) for turn in listing.around(moment)]
        return any(settings.anonymous for settings in told if settings.cards)

    def _columns(self, moment: Moment) -> dict[int, int]:
        """Return the column of each card that has one: the teacher's, the class's, the author's."""
        width = len(_settings(moment.activity, moment.step_number).columns)
        if not width:
            return {}
        found = _sorted_by_class(moment)
        for one in self._entries(moment):
            own = one.value.get("column") if isinstance(one.value, Mapping) else None
            if isinstance(own, int) and one.turn == (moment.turn.pk if moment.turn else 0):
                found[one.id] = own
        for turn in reversed(listing.around(moment)):
            found |= {int(n): c for n, c in turn.data.get("placed", {}).items() if c < width}
        return found

    def _cards(self, moment: Moment, language: str, *, named: bool = False) -> dict[str, Shown]:
        votes = self._votes(moment) if self._counts(moment) else {}
        columns, anonymous = self._columns(moment), self._is_anonymous(moment)
        found: dict[str, Shown] = {}
        for one in self._entries(moment):
            if not one.is_shown:
                continue
            card: Shown = {"text": text_of(one)} | told_beside(one, moment, language)
            if one.id in columns:
                card["column"] = columns[one.id]
            if votes:
                card["votes"] = votes.get(one.id, 0)
            if one.pinned:
                card["pinned"] = True
            if named and not anonymous and (name := listing.signature(moment, one)):
                card["by"] = name
            found[str(one.id)] = card
        return found

    def _place(self, moment: Moment, turn: Turn, data: Mapping[str, str]) -> None:
        entry = listing.entry_named(self._entries(moment), data.get("entry", ""))
        column = data.get("column", "")
        width = len(_settings(moment.activity, moment.step_number).columns)
        placed = {**turn.data.get("placed", {})}
        placed.pop(str(entry.id), None)
        if column:
            if not 0 <= int(column) < width:
                raise CommandError("entry-unknown")
            placed[str(entry.id)] = int(column)
        turn.data = {**turn.data, "placed": placed}

    def _simulated_ideas(self, asked: Asked) -> list[int]:
        if not asked.activity.steps[asked.step].takes_up:
            return []
        moment = Moment(asked.turn.live_class, asked.turn)
        return [one.id for one in self._ideas(moment)]


def _settings(activity: ScriptActivity, step: int) -> WallSettings:
    settings = activity.settings(step)
    assert isinstance(settings, WallSettings)  # noqa: S101 - by the step's primitive
    return settings


def _settings_of(moment: Moment, turn: Turn) -> WallSettings:
    """Return the settings of a turn's step; those of another primitive's step say nothing."""
    settings = moment.activity.settings(turn.step)
    return settings if isinstance(settings, WallSettings) else WallSettings(cards=0)


def _is_sorted(activity: ScriptActivity, step: int) -> bool:
    """Tell whether learners help to sort: cards of an earlier step into columns."""
    settings = _settings(activity, step)
    taken_up = activity.steps[step].takes_up
    return bool(settings.columns and settings.votes and taken_up and not settings.cards)


def _sorted_by_class(moment: Moment) -> dict[int, int]:
    """Return where most of those who sorted a card would put it; the first of several columns."""
    counted: dict[int, Counter[int]] = {}
    for one in moment.answers(moment.turn):
        if one.item == SORTED:
            for entry, column in one.value.items():
                counted.setdefault(int(entry), Counter())[column] += 1
    return {
        entry: min(found, key=lambda column: (-found[column], column))
        for entry, found in counted.items()
    }


def _words(entries: Sequence[Kept]) -> dict[str, Shown]:
    return {
        key: {"text": text, "count": count} for key, (text, count) in words_shown(entries).items()
    }


def _is_passed_on(moment: Moment) -> bool:
    settings = _settings(moment.activity, moment.step_number)
    if settings.passed_on:
        return True
    return any(_settings_of(moment, turn).passed_on for turn in moment.taken_up())
