"""What everybody does alone in a step: questions, cards, polls, surveys."""

from __future__ import annotations

from playwright.sync_api import expect

from olke.teaching.documents.items import AnyItem, Choice, Exhibit, Ordering, Statement
from olke.teaching.primitives import Primitive
from tests.e2e.actors import KAZAKH, Phone
from tests.e2e.room import Play


class Questions(Play):
    """Items one by one; the last learner is always wrong."""

    number = -1

    def arrived(self) -> None:
        """What nobody answers on a phone is there at once."""
        super().arrived()
        if self.shows_items and self.settings.get("aloud") and not self.settings.get("volunteers"):
            self.opened()

    @property
    def shows_items(self) -> bool:
        """Whether items are asked, or what was asked before is talked through."""
        return bool(self.step and self.step.items)

    @property
    def item(self) -> AnyItem:
        """The item that is shown."""
        return self.activity.items[self.number]

    def opened(self) -> None:
        """Read the question; answer it, or raise a hand."""
        self.number += 1
        self.room.reads(self._asked(KAZAKH))
        if self.settings.get("volunteers"):
            self._ask_for_the_word()
        elif not self.settings.get("aloud"):
            self.room.everybody(Primitive.QUESTION, self._answer, "phone.kept")
            self.teacher.has_answers(len(self.room.phones))

    went_on = opened

    def _asked(self, language: str) -> str:
        """What is asked: of a text that was read, one of its questions."""
        if isinstance(self.item, Exhibit):
            return self.item.title.said(language)
        return self.item.text.said(language)

    def _answer(self, phone: Phone) -> None:
        phone.reads(self._asked(phone.language))
        wrong = phone is self.room.phones[-1]
        match self.item:
            case Statement(answer=answer):
                key = "question.true" if answer != wrong else "question.false"
                phone.press(key)
            case Choice(options=options, answer=answer):
                chosen = next(n for n in range(len(options)) if (n in answer) != wrong)
                phone.press_text(options[chosen].said(phone.language))
            case Ordering(entries=entries):
                if not wrong:
                    phone.put_in_order([one.said(phone.language) for one in entries])
                phone.press("phone.send")
            case _:
                phone.main.locator("textarea").fill(f"{phone.name}: 1941")
                phone.press("phone.send")

    def _ask_for_the_word(self) -> None:
        if not self.room.first_time("word"):
            return
        phone = self.room.phones[0]
        phone.press("question.hand-raise")
        phone.sees("phone.hand-up")
        self.teacher.press("console.question.call")
        self.room.says("projector.word", name=phone.name)

    def revealed(self) -> None:
        """The projector shows what the answer rests on, the phones whether theirs was right."""
        phone = self.room.phones[0]
        if self.item.claims:
            cited = phone.main.locator(".phone-evidence cite").first.inner_text()
            expect(self.room.wall.locator(".wall-sources")).to_contain_text(cited)
        if not self.settings.get("aloud") and isinstance(self.item, Statement | Choice):
            phone.sees("question.right")
            self.room.phones[-1].sees("question.wrong")


class Entries(Play):
    """Questions of a queue, cards of a wall: written, let through, read, voted on."""

    primitive = Primitive.QUEUE
    asked_for = "submissions"

    def opened(self) -> None:
        """Write or vote."""
        if self.settings.get(self.asked_for, 1):
            self._write()
        if self.settings.get("votes"):
            self.room.everybody(self.primitive, self._vote, "entry.own")
            self.teacher.has_answers(len(self.room.phones))

    def text_of(self, phone: Phone) -> str:
        """What a learner writes, different in each step."""
        place = self.step.title.said(phone.language) if self.step else ""
        return f"{phone.name}: {place}?"

    def _write(self) -> None:
        self.room.everybody(self.primitive, self._send, "entry.waiting")
        waiting = self.teacher.word("entries.wait", count=len(self.room.phones))
        expect(self.teacher.page.locator(".entries-count")).to_have_text(waiting)
        first = self.room.phones[0]
        expect(self.room.wall.locator("olke-projector")).not_to_contain_text(self.text_of(first))
        self.teacher.press("console.entries.show.all")
        self._shown()

    def _send(self, phone: Phone) -> None:
        phone.main.locator("#entry-text").fill(self.text_of(phone))
        phone.main.locator(".entry-form .phone-main").click()

    def _shown(self) -> None:
        for phone in self.room.phones:
            self.room.reads(self.text_of(phone))
        self.room.phones[-1].sees("entry.shown")

    def _vote(self, phone: Phone) -> None:
        phone.main.locator(".entry-vote:visible:enabled").first.click()


class Queue(Entries):
    """Questions; then the answers, each with the evidence it rests on."""

    answered = picked = 0

    def closed(self) -> None:
        """Votes are seen once no more are given; nobody votes for the own question."""
        if self.settings.get("votes"):
            votes = str(len(self.room.phones) - 1)
            expect(self.room.wall.locator(".queue-votes").first).to_have_text(votes)

    def went_on(self) -> None:
        """A question is on the wall with what its answer rests on, or all were answered."""
        stage = self.room.wall.locator(".queue-stage")
        self.answered += 1
        if self.answered > 1 and self.answered > self.picked:
            expect(stage).to_be_hidden()
            return
        expect(stage).to_be_visible()
        self.picked = self.room.wall.locator(".queue-row.is-picked").count()
        tie = self.teacher.page.locator(".queue-tie select")
        if tie.locator("option").count() > 1 and self.room.first_time("tie"):
            tie.select_option(index=1)
            expect(stage.locator("cite").first).not_to_be_empty()


class Wall(Entries):
    """Cards in columns, of groups, with evidence; words; wishes that are handed on."""

    primitive = Primitive.WALL
    asked_for = "cards"

    def text_of(self, phone: Phone) -> str:
        """Return one word where one is asked for."""
        return "Зауыт" if self.settings.get("shown") == "words" else super().text_of(phone)

    def opened(self) -> None:
        """Sort cards as well, where the class sorts."""
        super().opened()
        if self.settings.get("votes") and self.settings.get("columns"):
            phone = self.room.phones[0]
            phone.main.locator(".wall-chip:visible:enabled").first.click()

    def _send(self, phone: Phone) -> None:
        claim = phone.main.locator("#wall-claim")
        if self.settings.get("needs_evidence") and phone is self.room.phones[0]:
            claim.select_option(index=1)
        super()._send(phone)

    def _shown(self) -> None:
        if not self.settings.get("passed_on"):
            super()._shown()

    def closed(self) -> None:
        """A wish has come to every phone."""
        if self.settings.get("passed_on"):
            for phone in self.room.phones:
                phone.sees("wall.wish-for-you")


class Poll(Play):
    """One of a few options; the wall counts."""

    def opened(self) -> None:
        """Choose, each another one."""
        self.room.everybody(Primitive.POLL, self._choose, "phone.kept")
        self.room.says("poll.chosen", count=len(self.room.phones))

    def _choose(self, phone: Phone) -> None:
        options = phone.main.locator(".phone-choice")
        expect(options.first).to_be_enabled()
        options.nth(self.room.phones.index(phone) % options.count()).click()


class Survey(Play):
    """Apples of the tree, and words of who has some."""

    def opened(self) -> None:
        """Hang an apple; one says what is unclear."""
        self.room.everybody(Primitive.SURVEY, self._hang, "survey.hung")
        self.room.says("survey.answered", count=len(self.room.phones))

    def _hang(self, phone: Phone) -> None:
        for group in phone.main.locator(".survey-asked .phone-choices").all():
            group.locator(".phone-choice").first.click()
