"""Commands for teaching: method, lesson, draft."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from olke.cli.parts import add_data, amount, with_database


def add_method(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    method = commands.add_parser("method", help="check a method of teaching, or list them all")
    actions = method.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser("check", help="report every fault in a method's file")
    check.add_argument("path", type=Path, metavar="FILE", help="the method's TOML file")
    check.set_defaults(run=with_database(_method_check, migrate=False))
    listed = actions.add_parser("list", help="list the methods of the library")
    listed.add_argument("--json", action="store_true", help="print one JSON object a method")
    add_data(listed)
    listed.set_defaults(run=with_database(_method_list, migrate=False))


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


def add_lesson(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    lesson = commands.add_parser("lesson", help="list the lessons, or print one")
    actions = lesson.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", help="list the lessons")
    listed.add_argument("--json", action="store_true", help="print one JSON object a lesson")
    listed.set_defaults(run=with_database(_lesson_list))
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
    printed.set_defaults(run=with_database(_lesson_print))
    forms = actions.add_parser("forms", help="list the official forms, and check the school's own")
    forms.add_argument("--json", action="store_true", help="print one JSON object a form")
    forms.set_defaults(run=with_database(_lesson_forms, migrate=False))
    for parser in (listed, printed, forms):
        add_data(parser)


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


def add_draft(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("draft", help="fill a method of teaching from a dossier")
    parser.add_argument("method", metavar="METHOD", help="the method's key")
    parser.add_argument("--dossier", required=True, metavar="KEY", help="the dossier's key")
    parser.add_argument(
        "--seed", type=amount, default=1, help="the same seed gives the same items (default: 1)"
    )
    parser.add_argument(
        "--wanted", type=amount, metavar="N", help="how many items (default: the method's own)"
    )
    parser.add_argument(
        "--language", choices=["kk", "ru", "en"], default="kk", help="of the words (default: kk)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object an item")
    add_data(parser)
    parser.set_defaults(run=with_database(_draft))


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
