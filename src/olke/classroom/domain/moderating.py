"""What the teacher lets the others read: cards, questions, words. Nobody's words are changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from olke.classroom.domain.changing import changing
from olke.classroom.errors import CommandError
from olke.classroom.models import Answer, EntryState, LiveClass, Moderation


def judge_entries(live: LiveClass, entries: Iterable[int], state: EntryState) -> int:
    """Show or hide some entries; return how many there were."""
    with changing(live):
        found = _decided(live, entries)
        for one in found:
            one.state = state
        return _saved(found, "state")


def pin_entry(live: LiveClass, entry: int, *, pinned: bool) -> None:
    """Keep an entry at the top, or no longer; what is pinned is shown."""
    with changing(live):
        (one,) = _decided(live, [entry])
        one.pinned = pinned
        if pinned:
            one.state = EntryState.SHOWN
        _saved([one], "pinned", "state")


def mark_answered(live: LiveClass, entry: int, *, answered: bool) -> None:
    """Note that a question has been answered."""
    with changing(live):
        (one,) = _decided(live, [entry])
        one.answered_at = datetime.now(UTC) if answered else None
        _saved([one], "answered_at")


def merge_entries(live: LiveClass, entries: Iterable[int], into: int) -> None:
    """Let one entry stand for others that say the same; it gets their votes.

    Raises ``CommandError`` where an entry would be merged into itself. Merging into one that was
    merged before means the one it was merged into.
    """
    with changing(live):
        target = _decided(live, [into])[0]
        final = target.merged_into_id or into
        names = set(entries) - {final}
        if not names:
            raise CommandError("merge-with-itself")
        found = _decided(live, names)
        for one in found:
            one.merged_into_id = final
        _saved(found, "merged_into")
        Moderation.objects.filter(merged_into__in=names).update(merged_into=final)


def part_entry(live: LiveClass, entry: int) -> None:
    """Let an entry stand for itself again."""
    with changing(live):
        (one,) = _decided(live, [entry])
        one.merged_into_id = None
        _saved([one], "merged_into")


def note_entry(live: LiveClass, entry: int, note: str) -> None:
    """Write the teacher's word about an entry, for its author and the report."""
    with changing(live):
        (one,) = _decided(live, [entry])
        one.note = note.replace("\0", "").strip()[:1000]
        _saved([one], "note")


def show_everything(live: LiveClass, *, at_once: bool) -> None:
    """Let entries and names through as they come, or look at each first."""
    with changing(live) as moment:
        moment.live.shows_at_once = at_once


def _decided(live: LiveClass, entries: Iterable[int]) -> list[Moderation]:
    """Return what is decided about some entries, made where nothing was yet."""
    wanted = set(entries)
    found = set(
        Answer.objects.filter(pk__in=wanted, turn__live_class=live).values_list("pk", flat=True)
    )
    if found != wanted or not wanted:
        raise CommandError("entry-unknown")
    Moderation.objects.bulk_create(
        [Moderation(answer_id=pk) for pk in sorted(wanted)], ignore_conflicts=True
    )
    return list(Moderation.objects.select_for_update().filter(answer__in=wanted).order_by("pk"))


def _saved(found: list[Moderation], *columns: str) -> int:
    return Moderation.objects.bulk_update(found, columns)
