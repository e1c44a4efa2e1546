"""What a class does in a step together: groups, documents, the board."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.actors import KAZAKH, Phone, word
from tests.e2e.room import Play


class Groups(Play):
    """Tables by colour: drawn by lot or chosen, with roles."""

    def arrived(self) -> None:
        """Everybody finds the own table on the wall and on the phone."""
        if not self.settings.get("chosen") and not self.settings.get("roles"):
            self._seated()

    def opened(self) -> None:
        """Choose a sticker, or take a role."""
        if self.settings.get("chosen"):
            for phone in self.room.phones:
                phone.main.locator(".groups-sticker:enabled").first.click()
                phone.sees("groups.yours")
            return
        if self.settings.get("grouping") == "new":
            self.teacher.page.locator("#groups-number").fill("2")
            self.teacher.press("groups.draw")
            expect(self.room.wall.locator(".table")).to_have_count(2)
        phone = self.room.phones[0]
        phone.main.locator(".groups-roles .phone-small").last.click()
        expect(phone.main.locator(".groups-roles [aria-pressed=true]")).to_have_count(1)
        self._seated()

    def closed(self) -> None:
        """Whoever chose has a table now."""
        self._seated()

    def _seated(self) -> None:
        for phone in self.room.phones:
            self.room.reads(phone.name)
            expect(phone.main.locator(".groups-name")).to_be_visible()


class Documents(Play):
    """Written by one for all, shown one after another, given points by criteria."""

    def opened(self) -> None:
        """Write; one's own work is looked at again where each gives points to the own."""
        if (self.step and not self.step.takes_up) or self.settings.get("needs_evidence"):
            for phone in self._writers():
                self._write(phone)
        elif self.settings.get("assessed") == "self":
            self._assess(self.room.phones[0])

    def _writers(self) -> list[Phone]:
        if self.settings.get("by") == "pair":
            return self.room.phones[:1]
        if self.settings.get("by") == "group":
            return list({one.group: one for one in reversed(self.room.phones)}.values())
        return self.room.phones

    def _write(self, phone: Phone) -> None:
        """Fill in every field: the first line with evidence, a second one without any."""
        parts = phone.main.locator(".document-field:visible")
        expect(parts.first).to_be_visible()
        for number, part in enumerate(parts.all()):
            text = part.locator("textarea").first
            text.fill(f"{phone.name}: {number + 1}")
            pick = part.locator("select.document-pick")
            if pick.count() and pick.first.is_visible():
                pick.first.select_option(index=1)
        phone.main.locator("h1").click()
        phone.sees("document.saved")
        others = [one for one in self.room.phones if one.group == phone.group != ""]
        if self.settings.get("by") == "group" and len(others) > 1:
            others[-1].sees("document.writer", name=phone.name)

    def own(self) -> None:
        """A document is presented; the other groups read it and give points."""
        sheet = self.room.wall.locator(".paper-sheet")
        expect(sheet).to_be_visible()
        expect(sheet.locator("cite").first).not_to_be_empty()
        group = self.room.wall.locator(".paper-title .sticker").inner_text()
        for phone in self.room.phones:
            if phone.group != group and self.settings.get("assessed") == "peers":
                self._assess(phone)

    def _assess(self, phone: Phone) -> None:
        form = phone.main.locator(".document-assess:visible").first
        expect(form).to_be_visible()
        for row in form.locator(".document-descriptor").all():
            row.locator("button").last.click()
        form.locator(".phone-main").click()
        phone.sees("document.given")

    def closed(self) -> None:
        """The teacher gives points where it is the teacher who does."""
        if self.settings.get("assessed") != "teacher":
            return
        paper = self.teacher.page.locator("details.paper").first
        paper.locator("summary").click()
        paper.locator(".paper-criteria button").click()
        expect(paper.locator(".paper-points")).not_to_be_empty()


class Board(Play):
    """Two cells: one that a team chooses and answers, one that the teacher opens for nothing."""

    def opened(self) -> None:
        """Play the two, and end the game."""
        self._play_right()
        self._play_lost()
        self.teacher.press("console.close")
        expect(self.teacher.page.locator("[data-phones]")).to_have_text(
            self.teacher.word("phones.closed")
        )

    def _play_right(self) -> None:
        phone = self._whose_turn_it_is()
        phone.sees("board.your.turn")
        with self.teacher.something_else_follows():
            phone.main.locator(".board-cell:enabled").first.click()
        self.teacher.next()
        phone.sees("board.your.question")
        phone.main.locator("textarea").fill("1400")
        phone.press("phone.send")
        expect(self.teacher.page.locator(".board-answers")).to_contain_text("1400")
        with self.teacher.something_else_follows():
            self.teacher.press("board.right")
        self.room.says("board.won", team=word(KAZAKH, f"groups.name.{phone.group}"), points=10)
        self._solved()
        self.teacher.next()

    def _play_lost(self) -> None:
        self.room.says("board.choosing", team=word(KAZAKH, "groups.name.2"))
        with self.teacher.something_else_follows():
            self.teacher.page.locator(".board-cells .board-cell:enabled").last.click()
        self.room.says("board.asked", team=word(KAZAKH, "groups.name.2"))
        self.teacher.next()
        self.room.says("board.asked", team=word(KAZAKH, "groups.name.1"))
        self.teacher.next()
        self.room.says("board.lost")
        self._solved()

    def _whose_turn_it_is(self) -> Phone:
        number = self.room.wall.locator(".board-turn .sticker").inner_text()
        return next(one for one in self.room.phones if one.group == number)

    def _solved(self) -> None:
        expect(self.room.wall.locator(".wall-answer").first).not_to_be_empty()
        expect(self.room.wall.locator(".wall-sources")).not_to_be_empty()
