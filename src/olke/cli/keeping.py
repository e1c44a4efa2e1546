"""Commands that serve and keep an installation: serve, history, link."""

from __future__ import annotations

import argparse
import sys

from olke.cli.parts import add_data, port, with_database


def add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("serve", help="open the region in a browser")
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (0.0.0.0: the local network)"
    )
    parser.add_argument("--port", type=port, default=8000, help="port to listen on (default: 8000)")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    add_data(parser)
    parser.set_defaults(run=_serve)


def _serve(parsed: argparse.Namespace) -> int:
    from olke.serving import serve

    return serve(host=parsed.host, port=parsed.port, browser=not parsed.no_browser)


def add_history(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    history = commands.add_parser("history", help="prove that the history is whole")
    actions = history.add_subparsers(dest="action", required=True, metavar="ACTION")
    verify = actions.add_parser("verify", help="compute the chain of changes again")
    add_data(verify)
    verify.set_defaults(run=with_database(_history_verify))


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


def add_link(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("sign-in-link", help="print a link that signs a person in once")
    parser.add_argument(
        "username", nargs="?", default="", help="whom (default: the first administrator)"
    )
    parser.add_argument(
        "--address", default="http://127.0.0.1:8000", help="where this server is reached"
    )
    add_data(parser)
    parser.set_defaults(run=with_database(_sign_in_link))


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
