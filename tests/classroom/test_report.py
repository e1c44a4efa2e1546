"""The report: who was there, what came of each question, and what nobody may learn from it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook

from olke.accounts.models import Person, Role
from olke.classroom.domain import directing
from olke.classroom.domain.changing import changing
from olke.classroom.domain.erasing import erase_class, erase_expired, erase_participant
from olke.classroom.domain.grouping import draw_groups
from olke.classroom.models import Answer, LiveClass, Participant
from olke.classroom.rendering import read_class
from olke.classroom.report.reading import read_report
from olke.history.models import Entry
from tests.classroom.rooms import choice, forward, joined, prompt, sent, started, with_steps
from tests.lessons import statement

pytestmark = pytest.mark.django_db


def questions(teacher: Person, *items: dict, **settings: object) -> LiveClass:
    """Return a class whose lesson asks some items one after another."""
    step = {"primitive": "timed-question", "items": "all", "settings": settings}
    return with_steps(started(teacher), step, items=items or [statement(1)])


def answered(teacher: Person, right: int, wrong: int) -> LiveClass:
    """Return a class that has ended after one true statement."""
    live = questions(teacher, statement(1))
    learners = joined(live, right + wrong)
    forward(live, 2)
    for number, learner in enumerate(learners):
        sent(live, learner, value=number < right)
    directing.reveal(live)
    directing.end_class(live, by=teacher)
    return read_class(live.pk)


def table(client: Client, live: LiveClass, name: str) -> list[dict[str, str]]:
    """Read one table of the report as a spreadsheet does."""
    data = client.get(reverse("classroom:report_table", args=[live.key, name])).content
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_what_too_few_understood_is_to_be_taken_up_again(teacher: Person) -> None:
    assert [row["share"] for row in read_report(answered(teacher, 1, 4), "en").again] == [20]
    assert read_report(answered(teacher, 4, 1), "en").again == ()


def test_two_answers_say_nothing_about_a_class(teacher: Person) -> None:
    assert read_report(answered(teacher, 0, 2), "en").again == ()


def test_a_report_takes_the_same_number_of_statements_for_one_and_three(teacher: Person) -> None:
    counted = []
    for number in (1, 3):
        items = [statement(n) for n in range(1, number + 1)]
        live = questions(teacher, *items)
        learners = joined(live, number)
        forward(live, 2)
        for _ in range(number):
            for learner in learners:
                sent(live, learner, value=True)
            directing.reveal(live)
            if number > 1 and read_class(live.pk).turn.item != items[-1]["id"]:
                directing.advance(live)
        with CaptureQueriesContext(connection) as queries:
            report = read_report(read_class(live.pk), "en")
        assert len(report.people) == len(report.turns) == number
        counted.append(len(queries))

    assert counted[0] == counted[1] <= 12


def test_the_page_and_every_table_open_in_three_languages(
    teacher: Person, client_of: Callable[[Role], Client]
) -> None:
    live, client = answered(teacher, 2, 2), client_of(Role.TEACHER)
    for language in ("kk", "ru", "en"):
        with override(language):
            tables = [
                reverse("classroom:report_table", args=[live.key, name])
                for name in ("people", "items", "answers", "times")
            ]
            addresses = [reverse("classroom:report", args=[live.key]), *tables]
        assert {client.get(address).status_code for address in addresses} == {200}


def test_the_workbook_has_every_answer_once(
    teacher: Person, client_of: Callable[[Role], Client]
) -> None:
    live = answered(teacher, 3, 2)
    with override("en"):
        address = reverse("classroom:report_workbook", args=[live.key])
    book = load_workbook(io.BytesIO(client_of(Role.TEACHER).get(address).content))

    assert book.sheetnames == ["Attendance", "Questions", "Answers", "Times"]
    assert [row[8] for row in book["Answers"].iter_rows(min_row=2, values_only=True)] == [
        "true",
        "true",
        "true",
        "false",
        "false",
    ]


def test_what_a_learner_wrote_is_never_run_by_a_spreadsheet(
    teacher: Person, client_of: Callable[[Role], Client]
) -> None:
    live = questions(teacher, prompt(1))
    (learner,) = joined(live, 1)
    forward(live, 2)
    sent(live, learner, "=HYPERLINK(1)")

    (row,) = table(client_of(Role.TEACHER), live, "answers")
    assert "'=HYPERLINK(1)" in row.values()


def test_nothing_tells_who_sent_what_in_an_anonymous_step(
    teacher: Person, client_of: Callable[[Role], Client]
) -> None:
    step = {"primitive": "survey", "settings": {"options": [{"kk": "A"}, {"kk": "B"}]}}
    live = with_steps(started(teacher), {**step, "items": "all"}, items=[choice(1)])
    learners = joined(live, 4)
    forward(live, 2)
    for number, learner in enumerate(learners):
        sent(live, learner, [number % 2], item="c1")
    client = client_of(Role.TEACHER)
    rows = table(client, live, "answers")
    names = {one.name for one in learners} | {one.seat for one in learners}

    assert Answer.objects.count() == len(rows) == 4
    assert not names & {cell for row in rows for cell in row.values()}
    said = [row[[*row][8]] for row in rows]
    assert said == sorted(said)  # not in the order in which they came
    assert {row[[*row][-1]] for row in rows} == {""}  # nor with the time
    page = client.get(reverse("classroom:report_person", args=[live.key, learners[0].seat]))
    assert "Option" not in page.content.decode()


def test_a_report_is_its_own_teachers_alone(
    teacher: Person, client_of: Callable[[Role], Client]
) -> None:
    live = answered(teacher, 1, 0)
    seat = live.participants.get().seat
    researcher = client_of(Role.RESEARCHER)
    for name, *rest in (("report",), ("report_workbook",), ("report_person", seat)):
        address = reverse(f"classroom:{name}", args=[live.key, *rest])
        assert researcher.get(address).status_code == 404
    for name in ("erase", "keep"):
        address = reverse(f"classroom:{name}", args=[live.key])
        assert researcher.post(address, {"sure": "1"}).status_code == 404
    assert LiveClass.objects.exists()


def test_erasing_a_class_leaves_only_that_it_was_there(
    teacher: Person, client_of: Callable[[Role], Client]
) -> None:
    live, client = answered(teacher, 2, 1), client_of(Role.TEACHER)
    address = reverse("classroom:erase", args=[live.key])
    client.post(address)
    assert LiveClass.objects.exists()  # the box was not ticked

    client.post(address, {"sure": "1"})

    assert not (LiveClass.objects.exists())
    assert not (Participant.objects.exists())
    assert not Answer.objects.exists()
    kept = "".join(f"{e.old}{e.new}" for e in Entry.objects.filter(kind="class", key=live.key))
    assert "Learner" not in kept


def test_a_learner_is_erased_and_what_the_group_wrote_stays_the_groups(teacher: Person) -> None:
    live = questions(teacher, prompt(1), by="group", seconds=60)
    writer, other = joined(live, 2)
    with changing(live) as moment:
        draw_groups(moment, (2,))
    forward(live, 2)
    sent(live, writer, "Ours")

    erase_participant(live, writer.seat)

    assert not Participant.objects.filter(pk=writer.pk).exists()
    assert {one.participant_id for one in Answer.objects.all()} == {other.pk}


def test_classes_are_erased_when_their_day_has_passed(teacher: Person) -> None:
    live, kept = answered(teacher, 1, 0), answered(teacher, 1, 0)
    LiveClass.objects.filter(pk=live.pk).update(keep_until=date(2020, 1, 1))

    assert erase_expired() == 1
    assert LiveClass.objects.get() == kept


def test_starting_a_class_erases_those_whose_day_has_passed(teacher: Person) -> None:
    answered(teacher, 1, 0)
    LiveClass.objects.update(keep_until=date(2020, 1, 1))

    live = started(teacher)

    assert LiveClass.objects.get() == live


def test_a_day_that_has_passed_is_no_day_to_keep_a_class_until(
    teacher: Person, client_of: Callable[[Role], Client]
) -> None:
    live, client = answered(teacher, 1, 0), client_of(Role.TEACHER)
    before = live.keep_until
    address = reverse("classroom:keep", args=[live.key])
    client.post(address, {"keep_until": "2020-01-01"})
    assert LiveClass.objects.get().keep_until == before

    later = datetime.now(UTC).date() + timedelta(days=30)
    client.post(address, {"keep_until": later.isoformat()})
    assert LiveClass.objects.get().keep_until == later


def test_an_erased_class_takes_its_code_from_no_other(teacher: Person) -> None:
    live, other = started(teacher), started(teacher)
    erase_class(live, by=teacher)

    assert LiveClass.objects.get().code == other.code
