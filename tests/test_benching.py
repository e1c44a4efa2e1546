"""`olke bench classroom`: its load, tried on the bare server, and what it refuses to measure."""

from __future__ import annotations

import asyncio

import pytest

from olke.cli import build_parser
from olke.cli.bench import servers
from olke.cli.bench.lesson import Class, Measured, percentile
from olke.cli.bench.reference import Reference
from olke.cli.bench.teacher import Teacher
from tests.classroom.live.loops import finished

HOST = "127.0.0.1"


def test_every_phone_is_shown_the_question_and_told_that_its_answer_came() -> None:
    async def ask(port: int) -> Measured:
        measured, teacher = Measured(), Teacher(port, "/")
        phones = Class(Reference(), HOST, port, 3)
        await phones.join()
        await phones.ask(b'"open"', lambda: teacher.post(b'"open"', "application/json"), measured)
        await phones.answer(0.0, str, measured)
        back = await phones.come_back([1])
        phones.leave()
        assert len(back) == 1
        return measured

    with servers.reference() as server:
        measured = finished(lambda: ask(server.port))
        assert server.memory() > 0

    assert (len(measured.questions), measured.unseen) == (3, 0)
    assert sorted(measured.sent.values()) == ["0", "1", "2"]
    assert (measured.unanswered, measured.refused) == (0, 0)


def test_an_answer_that_the_server_never_hears_of_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("olke.cli.bench.lesson.PATIENCE", 0.1)

    async def ask(port: int) -> Measured:
        measured = Measured()
        phones = Class(Reference(), HOST, port, 2)
        await phones.join()
        phones.phones[0].hang_up()
        await asyncio.wait_for(phones.phones[0].lost, 10)
        await phones.answer(0.0, str, measured)
        phones.leave()
        return measured

    with servers.reference() as server:
        measured = finished(lambda: ask(server.port))

    assert (len(measured.answers), measured.unanswered) == (1, 1)


def test_the_95th_of_a_hundred_is_exceeded_by_five() -> None:
    assert percentile([float(one) for one in range(1, 101)], 0.95) == 95
    assert percentile([7.0], 0.95) == 7


@pytest.mark.parametrize(
    "options",
    [["--participants", "0"], ["--window", "-1"], ["--window", "nan"], ["--questions", "21"]],
)
def test_what_cannot_be_measured_is_refused(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args(["bench", "classroom", *options])

    assert ended.value.code == 2
    assert options[0] in capsys.readouterr().err
