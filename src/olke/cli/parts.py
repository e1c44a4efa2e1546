"""What the commands share: their options, and how they begin."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

Command = Callable[[argparse.Namespace], int]
"""Runs one subcommand and returns its exit status."""


def add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="folder of the database (default: OLKE_DATA)"
    )


def port(text: str) -> int:
    port = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text!r}")
    return port


def amount(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"a whole number from 0 up is wanted, not {text!r}")
    return int(text)


def with_database(command: Command, *, migrate: bool = True) -> Command:
    """Return the command with Django set up before it, and the database at this version."""

    def run(parsed: argparse.Namespace) -> int:
        from olke.serving import database_told_plainly, start_django

        with database_told_plainly():
            start_django(migrate=migrate)
            return command(parsed)

    return run
