"""Built-in lessons from start to report: teacher, projector, five phones, one loses its network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from olke.teaching.documents.lesson import Lesson
from olke.teaching.documents.reading import read_toml
from olke.teaching.methods.library import methods
from olke.teaching.primitives import Primitive
from tests.e2e.actors import LAPTOP, PATIENCE, WALL, Phone, Teacher, phones, visitor
from tests.e2e.conftest import Server
from tests.e2e.playing import run_step
from tests.e2e.room import Room

pytestmark = pytest.mark.e2e
FOLDER = Path(__file__).parents[2] / "packs" / "semey" / "lessons"
LEARNERS = [("Айгүл", "kk"), ("Ерлан", "kk"), ("Әсем", "kk"), ("Саша", "ru"), ("Kim", "en")]
LESSONS = {
    "lecture-8-kazakhstan-in-the-war": Primitive.QUESTION,
    "seminar-8-kazakhstan-1950-1960": Primitive.QUEUE,
    "school-grade-7-enterprises": Primitive.QUESTION,
}
"""In which lesson a phone loses its network in the middle of what."""


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_runs_from_its_start_to_its_report(
    name: str, browser: Browser, signed_in: Any, server: Server, tmp_path: Path
) -> None:
    lesson = read_toml(Lesson, (FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    with (
        visitor(browser, LAPTOP, storage_state=signed_in) as console,
        visitor(browser, WALL, storage_state=signed_in) as wall,
        phones(browser, LEARNERS) as learners,
    ):
        teacher = Teacher(console)
        teacher.start(server.address, name)
        teacher.show_on(wall)
        room = Room(teacher, wall, learners, away=(learners[2], LESSONS[name]))
        gather(room, server)
        for activity in lesson.activities:
            for step in methods()[activity.method].steps if activity.method else (None,):
                teacher.next()
                run_step(room, activity, step)
        teacher.end()
        for phone in learners:
            phone.sees("phone.ended")
        assert room.away is None
        read_report(console, learners, tmp_path)


def gather(room: Room, server: Server) -> None:
    """Let everybody in by the code on the wall, and their names be read."""
    code = room.wall.locator(".lobby-code").inner_text()
    expect(room.wall.locator(".lobby-qr svg")).to_be_visible()
    for phone in room.phones:
        phone.join(server.address, code)
    room.says("projector.joined", count=len(room.phones))
    room.teacher.press("console.names.show")


def read_report(console: Page, learners: list[Phone], folder: Path) -> None:
    """Read who was there and what was found, and take the tables home."""
    console.locator(".now-report .btn-main").click()
    rows = console.locator("table.facts tbody tr")
    expect(rows).to_have_count(len(learners))
    for phone in learners:
        expect(rows.filter(has_text=phone.name)).to_have_count(1)
    expect(console.locator(".asked").first).to_be_visible()
    with console.expect_download() as begun:
        console.locator(".head .btn-main").click()
    begun.value.save_as(book := folder / "report.xlsx")
    people = openpyxl.load_workbook(book).worksheets[0]
    told = {cell for row in people.iter_rows(values_only=True) for cell in row}
    assert {phone.name for phone in learners} <= told
