"""The ``olke`` command: one function a subcommand.

``docs/reference/commands.md`` is made from this parser.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path

from olke.environment import SettingError, StartError

Command = Callable[[argparse.Namespace], int]


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command, its help in English."""
    parser = argparse.ArgumentParser(
        prog="olke", description="A region's history, from the archive to the classroom and back."
    )
    parser.add_argument("--version", action="version", version=f"olke {version('olke')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_serve(commands)
    _add_pack(commands)
    _add_search(commands)
    _add_analyse(commands)
    _add_method(commands)
    _add_lesson(commands)
    _add_draft(commands)
    _add_history(commands)
    _add_link(commands)
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


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="folder of the database (default: OLKE_DATA)"
    )


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("serve", help="open the region in a browser")
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (0.0.0.0: the local network)"
    )
    parser.add_argument(
        "--port", type=_port, default=8000, help="port to listen on (default: 8000)"
    )
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    _add_data(parser)
    parser.set_defaults(run=_serve)


def _serve(parsed: argparse.Namespace) -> int:
    from olke.serving import serve

    return serve(host=parsed.host, port=parsed.port, browser=not parsed.no_browser)


def _port(text: str) -> int:
    port = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text!r}")
    return port


def _amount(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"a whole number from 0 up is wanted, not {text!r}")
    return int(text)


def _add_pack(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    pack = commands.add_parser("pack", help="check, load or save a region's folder of plain files")
    actions = pack.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser("check", help="report every fault in a pack, and change nothing")
    check.add_argument("--json", action="store_true", help="print one JSON object a fault")
    check.set_defaults(run=_with_database(_pack_check, migrate=False))
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
    load.set_defaults(run=_with_database(_pack_load))
    save = actions.add_parser("save", help="write the pack to a folder")
    save.add_argument("--key", default="", help="which pack, where several are loaded")
    save.set_defaults(run=_with_database(_pack_save))
    describe = actions.add_parser(
        "describe", help="bring datapackage.json up to date with the files beside it"
    )
    describe.set_defaults(run=_with_database(_pack_describe, migrate=False))
    freeze = actions.add_parser("freeze", help="give what is loaded a number that can be cited")
    freeze.add_argument("number", metavar="NUMBER", help="for instance 1.2")
    freeze.add_argument("--note", default="", help="what is new in this edition")
    freeze.add_argument("--key", default="", help="which pack, where several are loaded")
    freeze.set_defaults(run=_with_database(_pack_freeze))
    _add_data(freeze)
    for parser in (check, load, save, describe):
        parser.add_argument("path", type=Path, metavar="PATH", help="the pack's folder")
        _add_data(parser)


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


def _add_search(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("search", help="search claims, entities and sources")
    parser.add_argument("query", metavar="QUERY", nargs="+", help="words in any form")
    parser.add_argument(
        "--limit", type=_amount, default=20, help="at most so many results (default: 20)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a result")
    _add_data(parser)
    parser.set_defaults(run=_with_database(_search))


def _search(parsed: argparse.Namespace) -> int:
    from olke.explore.search.command import search_lines
    from olke.serving import load_first_packs

    load_first_packs()
    say = partial(print, file=sys.stderr)
    lines = search_lines(" ".join(parsed.query), limit=parsed.limit, say=say)
    for line in lines:
        print(
            json.dumps(line, ensure_ascii=False)
            if parsed.json
            else f"{line['title']}  ({line['kind']} {line['key']})"
        )
    return 0


def _add_analyse(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("analyse", help="give the lemmas of a text on standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON object a token")
    parser.set_defaults(run=_analyse)


def _analyse(parsed: argparse.Namespace) -> int:
    from olke.language import analyse

    text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
    for found in analyse(text):
        if parsed.json:
            print(
                json.dumps(
                    {"token": found.token.text, "lemmas": list(found.lemmas), "lang": found.lang},
                    ensure_ascii=False,
                )
            )
        else:
            written = " ".join(found.token.text.split())  # a word may run over a line end
            print(written, " ".join(found.lemmas), found.lang, sep="\t")
    return 0


def _add_method(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    method = commands.add_parser("method", help="check a method of teaching, or list them all")
    actions = method.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser("check", help="report every fault in a method's file")
    check.add_argument("path", type=Path, metavar="FILE", help="the method's TOML file")
    check.set_defaults(run=_with_database(_method_check, migrate=False))
    listed = actions.add_parser("list", help="list the methods of the library")
    listed.add_argument("--json", action="store_true", help="print one JSON object a method")
    _add_data(listed)
    listed.set_defaults(run=_with_database(_method_list, migrate=False))


def _method_check(parsed: argparse.Namespace) -> int:
    from olke.teaching.methods.checking import check_method

    try:
        report = check_method(parsed.path)
    except OSError as error:
        print(f"olke: {error}", file=sys.stderr)
        return 2
    print(report.as_text())
    return 0 if report.method else 1


def _method_list(parsed: argparse.Namespace) -> int:
    from django.utils.translation import get_language

    from olke.teaching.methods.library import methods

    for key, method in methods().items():
        title = method.title.said(get_language() or "kk")
        line = {"key": key, "title": title, "minutes": method.minutes}
        print(json.dumps(line, ensure_ascii=False) if parsed.json else f"{key:22} {title}")
    return 0


def _add_lesson(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    lesson = commands.add_parser("lesson", help="list the lessons, or print one")
    actions = lesson.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", help="list the lessons")
    listed.add_argument("--json", action="store_true", help="print one JSON object a lesson")
    listed.set_defaults(run=_with_database(_lesson_list))
    printed = actions.add_parser("print", help="write a lesson, course or dossier to a file")
    printed.add_argument("key", metavar="KEY", help="which one")
    printed.add_argument(
        "--as",
        dest="format",
        choices=("docx", "pdf", "pptx"),
        help="format (default: the ending of FILE, or docx)",
    )
    printed.add_argument(
        "--language", choices=("kk", "ru", "en"), default="kk", help="language (default: kk)"
    )
    printed.add_argument("--out", type=Path, metavar="FILE", help="file or folder to write to")
    printed.add_argument("--form", default="", help="key of an official form")
    printed.add_argument("--answers", action="store_true", help="with answers, for the teacher")
    printed.set_defaults(run=_with_database(_lesson_print))
    forms = actions.add_parser("forms", help="list the official forms, and check the school's own")
    forms.add_argument("--json", action="store_true", help="print one JSON object a form")
    forms.set_defaults(run=_with_database(_lesson_forms, migrate=False))
    for parser in (listed, printed, forms):
        _add_data(parser)


def _lesson_list(parsed: argparse.Namespace) -> int:
    from django.utils.translation import get_language

    from olke.exchange.plans.commands import lesson_lines
    from olke.serving import load_first_packs

    load_first_packs()
    for line in lesson_lines(get_language() or "kk"):
        said = f"{line['key']:32} {line['form']:12} {line['title']}"
        print(json.dumps(line, ensure_ascii=False) if parsed.json else said)
    return 0


def _lesson_print(parsed: argparse.Namespace) -> int:
    from olke.exchange.plans.commands import print_document
    from olke.exchange.plans.options import PrintOptions
    from olke.explore.charts.addresses import draw_address
    from olke.explore.charts.rendering import png_of
    from olke.serving import load_first_packs

    load_first_packs()
    ending = parsed.out.suffix.removeprefix(".") if parsed.out else ""
    form = parsed.format or (ending if ending in ("docx", "pdf", "pptx") else "docx")
    options = PrintOptions(
        answers=parsed.answers, form=parsed.form, draw=draw_address, rasterise=png_of
    )
    print(print_document(parsed.key, form, parsed.language, parsed.out, options))
    return 0


def _lesson_forms(parsed: argparse.Namespace) -> int:
    from django.utils.translation import get_language

    from olke.exchange.plans.commands import form_faults, form_lines

    for line in form_lines(get_language() or "kk"):
        said = f"{line['key']:22} {line['since'] or '-':10} {line['title']}"
        print(json.dumps(line, ensure_ascii=False) if parsed.json else said)
    faults = form_faults()
    for fault in faults:
        print(f"olke: {fault}", file=sys.stderr)
    return 1 if faults else 0


def _add_draft(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("draft", help="fill a method of teaching from a dossier")
    parser.add_argument("method", metavar="METHOD", help="the method's key")
    parser.add_argument("--dossier", required=True, metavar="KEY", help="the dossier's key")
    parser.add_argument(
        "--seed", type=_amount, default=1, help="the same seed gives the same items (default: 1)"
    )
    parser.add_argument(
        "--wanted", type=_amount, metavar="N", help="how many items (default: the method's own)"
    )
    parser.add_argument(
        "--language", choices=["kk", "ru", "en"], default="kk", help="of the words (default: kk)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object an item")
    _add_data(parser)
    parser.set_defaults(run=_with_database(_draft))


def _draft(parsed: argparse.Namespace) -> int:
    from django.utils.translation import override

    from olke.exchange.drafting import CannotDraftError, draft_lines, drafted
    from olke.serving import load_first_packs
    from olke.teaching.messages import shortfall_said

    load_first_packs()
    try:
        draft = drafted(parsed.method, parsed.dossier, seed=parsed.seed, wanted=parsed.wanted)
    except CannotDraftError as error:
        print(f"olke: {error}", file=sys.stderr)
        return 1
    for line in draft_lines(draft, parsed.language):
        print(json.dumps(line, ensure_ascii=False) if parsed.json else f"{line['text']}\n")
    with override(parsed.language):
        for shortfall in draft.shortfalls:
            print(f"olke: {shortfall_said(shortfall)}", file=sys.stderr)
    return 0 if draft.items else 1


def _add_history(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    history = commands.add_parser("history", help="prove that the history is whole")
    actions = history.add_subparsers(dest="action", required=True, metavar="ACTION")
    verify = actions.add_parser("verify", help="compute the chain of changes again")
    _add_data(verify)
    verify.set_defaults(run=_with_database(_history_verify))


def _history_verify(_parsed: argparse.Namespace) -> int:
    from olke.history.models import Head
    from olke.history.queries import find_break

    broken = find_break()
    if broken:
        print(f"The history is {broken.reason} at entry {broken.number}.", file=sys.stderr)
        return 1
    head = Head.objects.filter(id=1).first() or Head()
    print(f"The history is whole: {head.number} entries, digest {head.digest or 'none'}.")
    return 0


def _add_link(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("sign-in-link", help="print a link that signs a person in once")
    parser.add_argument(
        "username", nargs="?", default="", help="whom (default: the first administrator)"
    )
    parser.add_argument(
        "--address", default="http://127.0.0.1:8000", help="where this server is reached"
    )
    _add_data(parser)
    parser.set_defaults(run=_with_database(_sign_in_link))


def _sign_in_link(parsed: argparse.Namespace) -> int:
    from olke.accounts.links import issue_sign_in_link
    from olke.accounts.models import Person, Role

    if parsed.username:
        person = Person.objects.filter(username__iexact=parsed.username).first()
    else:
        person = Person.objects.filter(role=Role.ADMINISTRATOR).order_by("pk").first()
    if person is None:
        if parsed.username:
            print(f"olke: nobody signs in as {parsed.username!r}.", file=sys.stderr)
        else:
            print("olke: nobody has an account yet; start `olke serve` once.", file=sys.stderr)
        return 1
    print(parsed.address.rstrip("/") + issue_sign_in_link(person))
    return 0


def _with_database(command: Command, *, migrate: bool = True) -> Command:
    """Return the command with Django set up before it, and the database at this version."""

    def run(parsed: argparse.Namespace) -> int:
        from olke.serving import database_told_plainly, start_django

        with database_told_plainly():
            start_django(migrate=migrate)
            return command(parsed)

    return run


if __name__ == "__main__":
    sys.exit(main())
