"""A class in its room, and what happens in any step of its lesson."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from olke.teaching.documents.lesson import Activity
from olke.teaching.methods.method import Step
from olke.teaching.primitives import Primitive
from tests.e2e.actors import KAZAKH, Phone, Teacher, word


@dataclass
class Room:
    """A class in its room: who teaches, what is on the wall, who learns.

    ``away``: the phone that loses its network, and the primitive in the middle of which it does.
    """

    teacher: Teacher
    wall: Page
    phones: list[Phone]
    away: tuple[Phone, Primitive] | None = None
    done: set[str] = field(default_factory=set)
    """What was tried once in this class and teaches nothing the second time."""

    def reads(self, text: str) -> None:
        """Make sure that a text is on the projector."""
        expect(self.wall.locator("olke-projector")).to_contain_text(text)

    def says(self, key: str, **values: object) -> None:
        """Make sure that a word of the screens is on the projector."""
        self.reads(word(KAZAKH, key, **values))

    def everybody(self, primitive: Primitive, do: Callable[[Phone], None], kept: str) -> None:
        """Let every learner do something; whose network is away does it all the same.

        That phone says that there is no connection and that something waits; when the network is
        back, it says that it is kept: the word ``kept``.
        """
        lost = self.away[0] if self.away and self.away[1] == primitive else None
        if lost:
            lost.page.context.set_offline(True)
        for phone in self.phones:
            do(phone)
        if lost:
            lost.sees("phone.offline")
            lost.sees("phone.waiting", count=1)
            lost.page.context.set_offline(False)
            self.away = None
            lost.sees(kept)

    def first_time(self, what: str) -> bool:
        """Tell whether something was not tried yet, and note it."""
        is_new = what not in self.done
        self.done.add(what)
        return is_new


class Play:
    """One step: what happens when it is reached, opened, about to be closed, closed, revealed."""

    def __init__(self, room: Room, activity: Activity, step: Step | None) -> None:
        self.room = room
        self.teacher = room.teacher
        self.activity = activity
        self.step = step

    @property
    def settings(self) -> dict[str, object]:
        """What is set of the primitive, where it differs from what is usual."""
        return self.step.settings if self.step else {}

    def arrived(self) -> None:
        """Everybody sees what it is about, each in the own language."""
        title = self.step.title if self.step else self.activity.title
        self.room.reads(title.said(KAZAKH))
        for phone in self.room.phones[-2:]:
            phone.reads(title.said(phone.language))

    def opened(self) -> None:
        """Do what is asked for."""

    def went_on(self) -> None:
        """See the next item, or do what it asks for."""

    def closing(self) -> None:
        """Do what is to be done before the end."""

    def closed(self) -> None:
        """See what the end brought."""

    def revealed(self) -> None:
        """See the solution or the result."""

    def own(self) -> None:
        """See what a button of the primitive's own did."""
