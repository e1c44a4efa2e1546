"""Entries: questions and cards that others may see once the teacher lets them, and votes on them.

An entry is an answer whose value is its words, or a mapping with ``text`` and more. What was taken
back is empty. Votes are one answer: the list of the entries they are for.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from unicodedata import category

from olke.classroom.errors import CommandError, RefusedError
from olke.classroom.models import EntryState, Moderation, NameState, Turn
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.base import Shown
from olke.classroom.primitives.questions import words_of

ENTRY = "entry"
"""The item of a question or card; its number counts those of one party from 0."""
VOTES = "votes"
"""The item of the one answer that holds a party's votes."""
_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n){2,}")
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn"}
"""Controls, formats, private and unassigned characters (general categories of Unicode)."""


def text_of(kept: Kept) -> str:
    """Return the words of an entry, empty where it was taken back."""
    return words_in(kept.value)


def entry_words(value: object, longest: int) -> str:
    """Return what somebody wrote for others to read, without what would spoil a screen.

    Characters that turn the direction of writing or cannot be seen are left out, and so are empty
    lines beyond one. Raises ``RefusedError`` as ``questions.words_of``.
    """
    words = words_of(value, 10 * longest)
    seen = "".join(one for one in words if one == "\n" or category(one) not in _UNSEEN)
    return words_of(_EMPTY_LINES.sub("\n\n", seen), longest)


def words_in(value: Any) -> str:
    """Return the words of an entry's value."""
    return str(value.get("text", "")) if isinstance(value, Mapping) else str(value or "")


def entries_of(moment: Moment, *turns: Turn | None) -> list[Kept]:
    """Return every entry of some turns that was not taken back, in the order it came."""
    return [one for one in moment.answers(*turns) if one.item == ENTRY and text_of(one)]


def around(moment: Moment) -> tuple[Turn, ...]:
    """Return the turn that is shown and those it goes on with."""
    return tuple(turn for turn in (moment.turn, *moment.taken_up()) if turn)


def ballot(value: object, most: int) -> list[int]:
    """Return votes as they are stored: numbers of entries, each once, ``most`` at the most.

    Whether an entry is there to be voted for is asked when votes are counted: what the teacher
    shows, hides and merges changes it.
    """
    if not isinstance(value, list) or any(type(one) is not int or one < 1 for one in value):
        raise RefusedError("value-misshapen")
    chosen = sorted(set(value))
    if len(chosen) > most:
        raise RefusedError("too-many")
    return chosen


def votes_of(entries: Iterable[Kept], answers: Iterable[Kept]) -> dict[int, int]:
    """Return the votes of each entry that is shown.

    A vote for what was merged counts for what it was merged into, once for each party; one for
    one's own entry, for what is hidden or what is not there does not count.
    """
    known = {one.id: one for one in entries}
    targets = {one.id: one.merged_into or one.id for one in known.values()}
    counted: Counter[int] = Counter()
    for given in answers:
        if given.item != VOTES:
            continue
        others = (one for one in given.value if one in known and known[one].party != given.party)
        chosen = {targets[one] for one in others}
        counted.update(one for one in chosen if one in known and known[one].is_shown)
    return {one.id: counted[one.id] for one in known.values() if one.is_shown}


def by_votes(entries: Iterable[Kept], votes: Mapping[int, int]) -> list[Kept]:
    """Return entries that are shown: pinned first, then the most votes, then as they came."""
    shown = [one for one in entries if one.is_shown]
    return sorted(shown, key=lambda one: (not one.pinned, -votes.get(one.id, 0), one.id))


def for_teacher(moment: Moment, entries: Sequence[Kept], *, anonymous: bool) -> dict[str, Shown]:
    """Return entries by number as the teacher looks through them; no names where anonymous."""
    return {
        str(one.id): {
            "text": text_of(one),
            "by": "" if anonymous else moment.named(one),
            "state": str(one.state),
            "edit": one.edit,
            "pinned": one.pinned,
            "answered": one.answered,
            "merged": one.merged_into,
            "note": one.note,
        }
        for one in entries
    }


def signature(moment: Moment, kept: Kept) -> str:
    """Return the name that others may read below an entry; nothing until the teacher lets it.

    A seat code is no signature: it opens its learner's place in the class to whoever reads it.
    """
    learner = moment.learners.get(kept.participant)
    return learner.name if learner and learner.name_state == NameState.SHOWN else ""


def followed(moment: Moment, *, by_group: bool = False) -> Shown:
    """Return how phones keep up with what others send where the teacher looks at nothing first.

    Elsewhere they change with what the teacher does, whatever the number of learners.
    """
    if not moment.live.shows_at_once:
        return {}
    return {"follows": "own" if by_group else "all"}


def entry_named(entries: Iterable[Kept], name: str) -> Kept:
    """Return the entry whose number a command names. Raises ``CommandError``."""
    found = next((one for one in entries if str(one.id) == name), None)
    if found is None:
        raise CommandError("entry-unknown")
    return found


def decide(entry: int, **decided: Any) -> None:
    """Note what the teacher decided about an entry: two statements at the most."""
    Moderation.objects.update_or_create(answer_id=entry, defaults=decided)


def let_through(entries: Iterable[int]) -> None:
    """Note that others may read some entries, whatever was decided before."""
    for entry in entries:
        decide(entry, state=EntryState.SHOWN)


def reported(
    moment: Moment, entries: Iterable[Kept], votes: Mapping[int, int] | None, *, anonymous: bool
) -> list[Shown]:
    """Return entries as the report lists them, the most votes first where there were any."""
    told = votes or {}
    ordered = sorted(entries, key=lambda one: (-told.get(one.id, 0), one.id))
    return [
        {
            "id": one.id,
            "text": text_of(one),
            "by": "" if anonymous else moment.named(one),
            "note": one.note,
            "hidden": one.state == EntryState.HIDDEN,
            **({"count": told.get(one.id, 0)} if votes is not None else {}),
        }
        for one in ordered
        if one.merged_into is None
    ]


def voted_by_chance(shown: Sequence[int], most: int, chance: random.Random) -> list[int]:
    """Return the votes of a simulated learner: earlier entries are liked more, as they are read."""
    left = list(shown)
    chosen: list[int] = []
    while left and len(chosen) < most:
        place = min(int(chance.expovariate(3 / len(left))), len(left) - 1)
        chosen.append(left.pop(place))
    return sorted(chosen)
