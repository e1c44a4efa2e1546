"""Commands for packs: check, load, save, describe, freeze."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from olke.cli.parts import add_data, with_database


def add_pack(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    pack = commands.add_parser("pack", help="check, load or save a region's folder of plain files")
    actions = pack.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser("check", help="report every fault in a pack, and change nothing")
    check.add_argument("--json", action="store_true", help="print one JSON object a fault")
    check.set_defaults(run=with_database(_pack_check, migrate=False))
    load = actions.add_parser("load", help="load a pack, whole or not at all")
    load.add_argument("--json", action="store_true", help="print one JSON object a fault")
    choice = load.add_mutually_exclusive_group()
    choice.add_argument(
        "--theirs",
        dest="prefer",
        action="store_const",
        const="pack",
        help="where both changed, take the pack's row",
    )
    choice.add_argument(
        "--ours",
        dest="prefer",
        action="store_const",
        const="database",
        help="where both changed, keep the database's record",
    )
    load.set_defaults(run=with_database(_pack_load))
    save = actions.add_parser("save", help="write the pack to a folder")
    save.add_argument("--key", default="", help="which pack, where several are loaded")
    save.set_defaults(run=with_database(_pack_save))
    describe = actions.add_parser(
        "describe", help="bring datapackage.json up to date with the files beside it"
    )
    describe.set_defaults(run=with_database(_pack_describe, migrate=False))
    freeze = actions.add_parser("freeze", help="give what is loaded a number that can be cited")
    freeze.add_argument("number", metavar="NUMBER", help="for instance 1.2")
    freeze.add_argument("--note", default="", help="what is new in this edition")
    freeze.add_argument("--key", default="", help="which pack, where several are loaded")
    freeze.set_defaults(run=with_database(_pack_freeze))
    add_data(freeze)
    for parser in (check, load, save, describe):
        parser.add_argument("path", type=Path, metavar="PATH", help="the pack's folder")
        add_data(parser)


def _pack_check(parsed: argparse.Namespace) -> int:
    from olke.exchange.pack.commands import check

    report = check(parsed.path)
    print(report.as_json_lines() if parsed.json else report.as_text())
    return 0 if report.loadable else 1


def _pack_load(parsed: argparse.Namespace) -> int:
    from olke.exchange.pack.commands import load
    from olke.serving import ended_by_interrupt

    with ended_by_interrupt():
        report = load(parsed.path, by=None, prefer=parsed.prefer)
    print(report.as_json_lines() if parsed.json else report.as_text())
    return 0 if report.loaded else 1


def _pack_save(parsed: argparse.Namespace) -> int:
    from olke.exchange.pack.commands import SaveError, save

    try:
        written = save(parsed.path, key=parsed.key)
    except SaveError as error:
        print(f"olke: {error}", file=sys.stderr)
        return 1
    print(written.as_text())
    return 0


def _pack_describe(parsed: argparse.Namespace) -> int:
    from olke.exchange.pack.commands import SaveError, describe

    try:
        changed = describe(parsed.path)
    except SaveError as error:
        print(f"olke: {error}", file=sys.stderr)
        return 1
    print("written" if changed else "unchanged")
    return 0


def _pack_freeze(parsed: argparse.Namespace) -> int:
    from olke.exchange.pack.commands import SaveError, freeze

    try:
        edition = freeze(parsed.number, note=parsed.note, key=parsed.key)
    except SaveError as error:
        print(f"olke: {error}", file=sys.stderr)
        return 1
    print(f"{edition} {edition.checksum}")
    return 0
