"""The ``olke`` command: one function a subcommand.

``docs/reference/commands.md`` is made from this parser.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from olke.cli.benching import add_bench
from olke.cli.finding import add_analyse, add_search
from olke.cli.keeping import add_history, add_link, add_serve
from olke.cli.packing import add_pack
from olke.cli.parts import Command
from olke.cli.teaching import add_draft, add_lesson, add_method
from olke.environment import SettingError, StartError


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command, its help in English."""
    parser = argparse.ArgumentParser(
        prog="olke", description="A region's history, from the archive to the classroom and back."
    )
    parser.add_argument("--version", action="version", version=f"olke {version('olke')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add_serve(commands)
    add_pack(commands)
    add_search(commands)
    add_analyse(commands)
    add_method(commands)
    add_lesson(commands)
    add_draft(commands)
    add_history(commands)
    add_link(commands)
    add_bench(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 refused or found wrong, 2 misused."""
    parsed = build_parser().parse_args(arguments)
    if getattr(parsed, "data", None):
        os.environ["OLKE_DATA"] = str(parsed.data)
    try:
        command: Command = parsed.run
        return command(parsed)
    except SettingError as error:
        print(f"olke: {error}", file=sys.stderr)
        return 2
    except StartError as error:
        print(f"olke: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of a pipe had enough
        sys.stdout = None
        return 0
    except KeyboardInterrupt:
        return 130
