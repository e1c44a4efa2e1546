"""The command that measures: `olke bench classroom`."""

from __future__ import annotations

import argparse
import json

from olke.cli.parts import amount


def add_bench(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bench = commands.add_parser("bench", help="measure this installation beside a named peer")
    subjects = bench.add_subparsers(dest="subject", required=True, metavar="SUBJECT")
    parser = subjects.add_parser(
        "classroom", help="a live class beside a bare python-socketio server, on this machine"
    )
    parser.add_argument(
        "--participants", type=_some, default=1000, help="how many phones (default: 1000)"
    )
    parser.add_argument(
        "--window",
        type=_seconds,
        default=1.0,
        help="seconds over which a question's answers come, 0: all at once (default: 1)",
    )
    parser.add_argument(
        "--processes",
        type=_some,
        default=1,
        help="web processes; more than one start a PostgreSQL and a Redis (default: 1)",
    )
    parser.add_argument(
        "--questions", type=_questions, default=20, help="of the lesson, 1 to 20 (default: 20)"
    )
    parser.add_argument("--json", action="store_true", help="print the JSON object only")
    parser.set_defaults(run=_classroom)


def _classroom(parsed: argparse.Namespace) -> int:
    from olke.cli.bench.report import as_lines, as_object
    from olke.cli.bench.run import Asked, measure

    asked = Asked(parsed.participants, parsed.window, parsed.processes, parsed.questions)
    told = as_object(asked, measure(asked))
    if not parsed.json:
        print("\n".join(as_lines(told)))
    print(json.dumps(told))
    return 1 if told["lost"] else 0


def _some(text: str) -> int:
    number = amount(text)
    if not number:
        raise argparse.ArgumentTypeError("at least one is wanted")
    return number


def _questions(text: str) -> int:
    number = _some(text)
    if number > 20:
        raise argparse.ArgumentTypeError("the lesson has twenty questions")
    return number


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 10:
        raise argparse.ArgumentTypeError(f"seconds from 0 to 10 are wanted, not {text!r}")
    return seconds
