"""Commands that find: search, analyse."""

from __future__ import annotations

import argparse
import json
import sys
from functools import partial

from olke.cli.parts import add_data, amount, with_database


def add_search(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("search", help="search claims, entities and sources")
    parser.add_argument("query", metavar="QUERY", nargs="+", help="words in any form")
    parser.add_argument(
        "--limit", type=amount, default=20, help="at most so many results (default: 20)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a result")
    add_data(parser)
    parser.set_defaults(run=with_database(_search))


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


def add_analyse(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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
