"""What the teacher can ask for, each under the name that its button sends."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from olke.accounts.models import Person
from olke.classroom.domain import awarding, directing, joining, moderating, rehearsing
from olke.classroom.errors import CommandError
from olke.classroom.models import EntryState, LiveClass, NameState


class Given:
    """What came with a command. Whatever cannot be read is refused with ``malformed``."""

    def __init__(self, data: Mapping[str, str], by: Person) -> None:
        self.data = data
        self.by = by

    def text(self, name: str) -> str:
        """Return a text, empty where there is none."""
        return self.data.get(name, "").replace("\0", "").strip()

    def number(self, name: str) -> int:
        """Return a whole number."""
        return _number(self.text(name))

    def place(self) -> tuple[int, int]:
        """Return activity and step, counted from 0: two fields, or ``place`` with both: 2.0."""
        if not self.text("place"):
            return self.number("activity"), self.number("step") if self.text("step") else 0
        activity, _, step = self.text("place").partition(".")
        return _number(activity), _number(step or "0")

    def numbers(self, name: str) -> list[int]:
        """Return numbers that stand with commas between."""
        return [_number(one) for one in self.text(name).split(",") if one.strip()]


Command = Callable[[LiveClass, Given], object]


def _number(text: str) -> int:
    try:
        return int(text[:18])
    except ValueError:
        raise CommandError("malformed") from None


def _award(live: LiveClass, given: Given) -> object:
    points, why = given.number("points"), given.text("why")
    if given.text("group"):
        return awarding.award_group(live, given.number("group"), points, why)
    return awarding.award_learner(live, given.text("seat"), points, why)


COMMANDS: dict[str, Command] = {
    # the lesson
    "advance": lambda live, given: directing.advance(live, given.text("at")),
    "back": lambda live, _: directing.back(live),
    "skip": lambda live, _: directing.skip(live),
    "repeat": lambda live, _: directing.repeat(live),
    "go": lambda live, given: directing.go(live, *given.place()),
    "close": lambda live, _: directing.close(live),
    "time-over": lambda live, given: directing.close_when_over(live, given.number("turn")),
    "reveal": lambda live, _: directing.reveal(live),
    "pause": lambda live, _: directing.pause(live),
    "resume": lambda live, _: directing.resume(live),
    "extend": lambda live, given: directing.extend(live, given.number("seconds")),
    "end": lambda live, given: directing.end_class(live, by=given.by),
    # who is in
    "lock": lambda live, _: joining.lock_door(live, locked=True),
    "unlock": lambda live, _: joining.lock_door(live, locked=False),
    "show-names": lambda live, _: joining.show_all_names(live),
    "show-name": lambda live, given: joining.judge_name(live, given.text("seat"), NameState.SHOWN),
    "hide-name": lambda live, given: joining.judge_name(live, given.text("seat"), NameState.HIDDEN),
    "rename": lambda live, given: joining.rename(live, given.text("seat"), given.text("called")),
    "take-out": lambda live, given: joining.take_out(live, given.text("seat")),
    "let-back": lambda live, given: joining.let_back(live, given.text("seat")),
    "award": _award,
    # a rehearsal
    "fill-class": lambda live, _: rehearsing.fill_class(live),
    "answer-some": lambda live, _: rehearsing.answer_some(live),
    # what they wrote
    "at-once": lambda live, given: moderating.show_everything(
        live, at_once=given.text("on") == "1"
    ),
    "show-entries": lambda live, given: moderating.judge_entries(
        live, given.numbers("entries"), EntryState.SHOWN
    ),
    "hide-entries": lambda live, given: moderating.judge_entries(
        live, given.numbers("entries"), EntryState.HIDDEN
    ),
    "pin": lambda live, given: moderating.pin_entry(live, given.number("entry"), pinned=True),
    "unpin": lambda live, given: moderating.pin_entry(live, given.number("entry"), pinned=False),
    "answered": lambda live, given: moderating.mark_answered(
        live, given.number("entry"), answered=True
    ),
    "unanswered": lambda live, given: moderating.mark_answered(
        live, given.number("entry"), answered=False
    ),
    "merge": lambda live, given: moderating.merge_entries(
        live, given.numbers("entries"), given.number("into")
    ),
    "part": lambda live, given: moderating.part_entry(live, given.number("entry")),
    "note": lambda live, given: moderating.note_entry(
        live, given.number("entry"), given.text("note")
    ),
}
"""The room's own commands; every other name goes to the primitive that is open."""


def do_command(live: LiveClass, data: Mapping[str, str], *, by: Person) -> None:
    """Do what a form of the console asks for, by its ``name``. Raises ``CommandError``."""
    name = data.get("name", "")
    if known := COMMANDS.get(name):
        known(live, Given(data, by))
    else:
        own = {key: value for key, value in data.items() if key != "csrfmiddlewaretoken"}
        directing.do_own(live, name, own)
