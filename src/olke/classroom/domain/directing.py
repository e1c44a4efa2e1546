"""What the teacher does with the lesson: begin, open, pause, extend, close, reveal, move, end.

A class is at a place (activity and step). A step without answers is on the screens as soon as the
class arrives there; one with answers waits to be opened, is open, closed, perhaps revealed. The
teacher mostly presses one button: ``advance`` does what comes next, and ``next_of`` says it before.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from olke.accounts.models import Person
from olke.classroom.domain.changing import changing
from olke.classroom.domain.grouping import pairs_of
from olke.classroom.errors import CommandError
from olke.classroom.live.announce import announce
from olke.classroom.models import LiveClass, Turn
from olke.classroom.moment import Moment
from olke.classroom.primitives.base import Play
from olke.classroom.primitives.registry import play_of
from olke.history.domain import Change, record_changes
from olke.history.models import Action

LONGEST_EXTENSION = 3600
LONGEST_CLASS = timedelta(hours=24)
"""A class that was started longer ago was forgotten: its code must not stay open."""


class Next(StrEnum):
    """What the one button does next."""

    BEGIN = "begin"
    OPEN = "open"
    OWN = "own"
    CLOSE = "close"
    REVEAL = "reveal"
    ITEM = "item"
    STEP = "step"
    ACTIVITY = "activity"
    END = "end"


def place_token(moment: Moment) -> str:
    """Return what tells one state of the lesson from the next: a click on it counts once."""
    live, turn = moment.live, moment.turn
    stage = turn.data.get("stage", "") if turn else ""
    state = f"{turn.pk}-{bool(turn.closed_at):d}{bool(turn.revealed_at):d}{stage}" if turn else "0"
    return f"{live.activity}.{live.step}.{state}{'' if live.begun_at else '.lobby'}"


def next_of(moment: Moment) -> Next:
    """Return what comes next."""
    live, turn = moment.live, moment.turn
    if live.begun_at is None:
        return Next.BEGIN
    if turn is None:
        return Next.OPEN
    activity, step, play = moment.activity, turn.step, play_of(moment.activity, turn.step)
    if play and play.takes_answers(activity, step) and not _is_over(turn, moment.now):
        return Next.OWN if play.own_next(moment) else Next.CLOSE
    if play and play.reveals_now(moment) and not turn.revealed_at:
        return Next.REVEAL
    if play and play.follows(moment):
        return Next.ITEM
    return Next.ITEM if _following_item(moment, play) is not None else _place_after(moment)


def _place_after(moment: Moment) -> Next:
    if moment.step_number + 1 < moment.activity.length:
        return Next.STEP
    last = moment.live.activity + 1 == len(moment.script.activities)
    return Next.END if last else Next.ACTIVITY


def advance(live: LiveClass, at: str = "") -> Next:
    """Do what comes next and return it.

    ``at`` is the place the teacher saw (``place_token``): raises ``CommandError`` where the class
    has moved on since, so that two clicks are not two steps. The end is not reached this way:
    ``end_class`` ends a class.
    """
    with changing(live) as moment:
        if at and at != place_token(moment):
            raise CommandError("moved-on")
        done = next_of(moment)
        if done in {Next.BEGIN, Next.STEP, Next.ACTIVITY, Next.END}:
            _move(moment, done)
        else:
            _do(moment, done)
    return done


def _move(moment: Moment, to: Next) -> None:
    live = moment.live
    match to:
        case Next.BEGIN:
            live.begun_at = moment.now
            _arrive(moment, 0, 0)
        case Next.STEP:
            _arrive(moment, live.activity, live.step + 1)
        case Next.ACTIVITY:
            _arrive(moment, live.activity + 1, 0)
        case _:
            raise CommandError("at-end")


def _do(moment: Moment, what: Next) -> None:
    play = play_of(moment.activity, moment.step_number)
    match what:
        case Next.OPEN:
            _open_first(moment)
        case Next.OWN:
            _do_own_next(moment, play)
        case Next.CLOSE:
            _close(moment)
        case Next.REVEAL:
            _reveal(moment)
        case Next.ITEM:
            _go_on(moment, play)


def go(live: LiveClass, activity: int, step: int = 0) -> None:
    """Go to a step. One that was open before is shown as it was; ``repeat`` opens it anew.

    Where the class is already, nothing is done: what is open stays open. Raises ``CommandError``
    where there is no such step.
    """
    with changing(live) as moment:
        activities = moment.script.activities
        if not 0 <= activity < len(activities) or not 0 <= step < activities[activity].length:
            raise CommandError("place-unknown")
        if moment.live.begun_at and (activity, step) == (moment.live.activity, moment.live.step):
            return
        moment.live.begun_at = moment.live.begun_at or moment.now
        before = moment.turns_of(activities[activity].id, step)
        _close(moment)
        if before:
            _put(moment, activity, step, before[-1])
        else:
            _arrive(moment, activity, step)


def back(live: LiveClass) -> None:
    """Go back to the nearest earlier step that was open, as it was; where none was, to the one
    before. Raises ``CommandError`` at the first."""
    moment = Moment(live)
    places = [
        (number, step)
        for number, activity in enumerate(moment.script.activities)
        for step in range(activity.length)
    ]
    before = places[: places.index((live.activity, live.step))]
    if not before:
        raise CommandError("at-beginning")
    activities = moment.script.activities
    opened = [place for place in before if moment.turns_of(activities[place[0]].id, place[1])]
    go(live, *(opened or before)[-1])


def skip(live: LiveClass) -> None:
    """Go to the next activity, whatever is open. Raises ``CommandError`` at the last."""
    if live.activity + 1 >= len(Moment(live).script.activities):
        raise CommandError("at-end")
    go(live, live.activity + 1)


def repeat(live: LiveClass) -> None:
    """Open the step once more, from its first item; what was answered stays in the report."""
    with changing(live) as moment:
        if moment.turn is None:
            raise CommandError("nothing-open")
        _close(moment)
        _open_first(moment)


def close(live: LiveClass) -> None:
    """End the answers."""
    with changing(live) as moment:
        if moment.turn is None:
            raise CommandError("nothing-open")
        _close(moment)


def close_when_over(live: LiveClass, turn: int) -> None:
    """End the answers of a turn whose time has run out, so that every screen shows it.

    Asked for by the teacher's screens, which see the clock run out. Does nothing where another
    turn is on, or the clock was given more time meanwhile.
    """
    if live.turn_id != turn or live.turn is None or _is_over_already(live.turn):
        return
    with changing(live) as moment:
        if moment.turn and moment.turn.pk == turn and not moment.turn.takes(moment.now):
            _close(moment)


def _is_over_already(turn: Turn) -> bool:
    return turn.closed_at is not None or turn.takes(datetime.now(UTC))


def reveal(live: LiveClass) -> None:
    """Show the solution, with explanation and citation; ends the answers where they were open."""
    with changing(live) as moment:
        _reveal(moment)


def pause(live: LiveClass) -> None:
    """Stop the clock."""
    with changing(live) as moment:
        turn = _open_turn(moment)
        if turn.left is not None:
            raise CommandError("paused-already")
        turn.left = max((turn.closes_at or moment.now) - moment.now, timedelta(0))
        turn.save(update_fields=["left"])


def resume(live: LiveClass) -> None:
    """Let the clock go on with what it had left."""
    with changing(live) as moment:
        turn = _open_turn(moment)
        if turn.left is None:
            raise CommandError("not-paused")
        turn.closes_at, turn.left = moment.now + turn.left, None
        turn.save(update_fields=["left", "closes_at"])


def extend(live: LiveClass, seconds: int) -> None:
    """Give more time; a turn that is closed and not revealed opens again."""
    if not 1 <= seconds <= LONGEST_EXTENSION:
        raise CommandError("seconds-outside", most=LONGEST_EXTENSION)
    with changing(live) as moment:
        turn = moment.turn
        if turn is None or turn.revealed_at:
            raise CommandError("nothing-open")
        turn.closed_at = None
        if turn.left is not None:
            turn.left += timedelta(seconds=seconds)
        else:
            begun = max(turn.closes_at or moment.now, moment.now)
            turn.closes_at = begun + timedelta(seconds=seconds)
        turn.save(update_fields=["closed_at", "closes_at", "left"])


def end_class(live: LiveClass, *, by: Person | None) -> None:
    """End the class: its code is free again, phones show each learner's own result."""
    with changing(live) as moment:
        _close(moment)
        moment.live.ended_at, moment.live.code = moment.now, None
        state = {"ended": moment.now.isoformat()}
        record_changes([Change("class", live.key, Action.CHANGED, {}, state)], by=by, why="")


def end_forgotten() -> int:
    """End every class that was left running since yesterday; return how many."""
    before = datetime.now(UTC) - LONGEST_CLASS
    found = LiveClass.objects.filter(ended_at=None, started_at__lt=before).defer("script")
    for live in found:
        end_class(live, by=None)
    return len(found)


def do_own(live: LiveClass, name: str, data: dict[str, str]) -> None:
    """Do a command of the primitive that is open. Raises ``CommandError`` where it has none."""
    with changing(live) as moment:
        play = play_of(moment.activity, moment.step_number)
        if play is None:
            raise CommandError("command-unknown")
        play.command(moment, name, data)


def tell_again(live: LiveClass) -> None:
    """Show everything anew, on every screen."""
    announce(live.pk)


def _do_own_next(moment: Moment, play: Play | None) -> None:
    own = play.own_next(moment) if play else None
    if play is None or own is None:
        raise CommandError("moved-on")
    play.command(moment, own.name, own.data)


def _arrive(moment: Moment, activity: int, step: int) -> None:
    _close(moment)
    _put(moment, activity, step, None)
    play = play_of(moment.activity, step)
    if play is None or not play.takes_answers(moment.activity, step):
        _open_first(moment)


def _put(moment: Moment, activity: int, step: int, turn: Turn | None) -> None:
    moment.live.activity, moment.live.step = activity, step
    moment.live.turn = moment.turn = turn
    moment.__dict__.pop("activity", None)  # what was read for the place before


def _go_on(moment: Moment, play: Play | None) -> None:
    """Show the next thing of the turn, or open the next item."""
    if play and play.follows(moment):
        play.follow(moment)
    else:
        _open(moment, _following_item(moment, play) or "")


def _open_first(moment: Moment) -> None:
    play = play_of(moment.activity, moment.step_number)
    names = play.items_in_turn(moment.activity, moment.step_number) if play else ("",)
    _open(moment, names[0])


def _open(moment: Moment, item: str) -> None:
    """Open a turn at the place of the class, and close the one before."""
    activity, step = moment.activity, moment.step_number
    _close(moment)
    play = play_of(activity, step)
    opening = play.opening(moment, item) if play else None
    seconds = play.seconds(activity, step, item) if play else activity.seconds[0]
    turn = Turn.objects.create(
        live_class=moment.live,
        number=max((turn.number for turn in moment.turns), default=0) + 1,
        activity=activity.id,
        step=step,
        item=item,
        attempt=_attempt(moment, activity.id, step, item),
        opened_at=moment.now,
        closes_at=moment.now + timedelta(seconds=seconds) if seconds else None,
        hard=play.hard if play else False,
        series=(opening.series if opening else 0) or _series(moment, play),
        data=dict(opening.data) if opening else {},
    )
    moment.__dict__.pop("turns", None)
    moment.live.turn = moment.turn = turn


def _attempt(moment: Moment, activity: str, step: int, item: str) -> int:
    place = (activity, step, item)
    found = [t.attempt for t in moment.turns if (t.activity, t.step, t.item) == place]
    return max(found, default=0) + 1


def _series(moment: Moment, play: Play | None) -> int:
    """Return the groups that answer as one, 0 for each alone; pairs are made when first needed."""
    if play is None:
        return 0
    activity, step = moment.activity, moment.step_number
    by = play.answers_by(activity, step)
    if by == "each":
        return 0
    if by == "group":
        return moment.live.series
    before = moment.turns_of(activity.id, step)
    return before[-1].series if before and before[-1].series else pairs_of(moment)


def _close(moment: Moment) -> None:
    turn = moment.turn
    if turn is None or turn.closed_at:
        return
    # What the clock has ended was over then, and not when the teacher said so.
    ended = turn.closes_at if turn.hard and turn.left is None and turn.closes_at else moment.now
    turn.closed_at, turn.left = min(ended, moment.now), None
    turn.save(update_fields=["closed_at", "left"])
    play = play_of(moment.activity, moment.step_number)
    if play is not None:
        play.closing(moment)


def _reveal(moment: Moment) -> None:
    turn, play = moment.turn, play_of(moment.activity, moment.step_number)
    if turn is None or play is None or not play.reveals_now(moment):
        raise CommandError("nothing-to-reveal")
    _close(moment)
    turn.revealed_at = turn.revealed_at or moment.now
    turn.save(update_fields=["revealed_at"])
    play.revealing(moment)


def _open_turn(moment: Moment) -> Turn:
    if moment.turn is None or moment.turn.closed_at:
        raise CommandError("nothing-open")
    return moment.turn


def _is_over(turn: Turn, now: datetime) -> bool:
    return turn.closed_at is not None or not turn.takes(now)


def _following_item(moment: Moment, play: Play | None) -> str | None:
    if play is None or moment.turn is None:
        return None
    names = play.items_in_turn(moment.activity, moment.step_number)
    place = names.index(moment.turn.item) + 1 if moment.turn.item in names else len(names)
    return names[place] if place < len(names) else None


def minutes_since(begun: datetime | None) -> float:
    """Return the minutes since a time, 0 where it has not come."""
    return (datetime.now(UTC) - begun).total_seconds() / 60 if begun else 0.0
