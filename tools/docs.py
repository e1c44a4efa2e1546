"""Keeps the documentation true: writes the generated reference, and checks what can be checked.

``python tools/docs.py write`` makes docs/reference/commands.md, settings.md, the tables of pack.md
and the drawing of the rooms again; ``check`` exits 1 where a generated page is stale, a link leads
nowhere, or a room has no README and no line in the tour.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import tomllib
from pathlib import Path

import django

from olke.cli import build_parser
from olke.environment import VARIABLES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "olke.settings")
ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
ROOMS_BEGIN, ROOMS_END = "<!-- rooms -->", "<!-- /rooms -->"
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#|mailto:)([^)#\s]+)")


def commands() -> str:
    """Return the command reference as Markdown, from the parser itself."""
    parts = ["# Commands\n\nMade from the program (`python tools/docs.py write`).\n"]
    for path, parser in walk(build_parser(), ()):
        if any(isinstance(action, argparse._SubParsersAction) for action in parser._actions):
            continue
        usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
        parts.append(f"\n## {' '.join(path)}\n\n    {usage}\n")
        parts += [f"\n- `{name(action)}`: {action.help}" for action in arguments(parser)]
        parts.append("\n")
    return "".join(parts).rstrip() + "\n"


def walk(
    parser: argparse.ArgumentParser, path: tuple[str, ...]
) -> list[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """Return every parser below one, with the words that lead to it."""
    path = path or (parser.prog,)
    found = [(path, parser)]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, child in action.choices.items():
                found += walk(child, (*path, word))
    return found


def arguments(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return what a command takes, without --help."""
    return [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]


def name(action: argparse.Action) -> str:
    """Return how an argument is written."""
    value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
    if not action.option_strings:
        return value.strip()
    return ", ".join(action.option_strings) + value


def settings() -> str:
    """Return the settings reference as Markdown, from the list that the program reads."""
    rows = [
        f"| `{variable.name}` | {variable.meaning} | {variable.default} |" for variable in VARIABLES
    ]
    return (
        "# Settings\n\nMade from the program (`python tools/docs.py write`). "
        "A fresh clone runs with none set;\n"
        "a wrong value, or a name that is not in this list, stops the program with a sentence.\n\n"
        "| variable | meaning | when not set |\n|---|---|---|\n" + "\n".join(rows) + "\n"
    )


def rooms() -> str:
    """Return the order of the rooms as Import Linter holds it, top first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    lines = [" ".join(layer.replace("olke.", "").replace(" |", ",").split()) for layer in layers]
    return "```\n" + "\n    ↓\n".join(lines) + "\n```"


def tour() -> str:
    """Return the tour with the drawing of the rooms brought up to date."""
    text = (ROOT / "docs" / "tour.md").read_text()
    before, rest = text.split(ROOMS_BEGIN)
    after = rest.split(ROOMS_END)[1]
    return f"{before}{ROOMS_BEGIN}\n{rooms()}\n{ROOMS_END}{after}"


def pack() -> str:
    """Return the reference of the pack with its tables and codes brought up to date."""
    django.setup()
    from olke.exchange.pack.reference import write_reference  # noqa: PLC0415 - models are ready now

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "pack.md"
        copy.write_text((REFERENCE / "pack.md").read_text())
        write_reference(copy)
        return copy.read_text()


def generated() -> dict[Path, str]:
    """Return every generated page and what it should say."""
    return {
        REFERENCE / "pack.md": pack(),
        REFERENCE / "commands.md": commands(),
        REFERENCE / "settings.md": settings(),
        ROOT / "docs" / "tour.md": tour(),
    }


def faults() -> list[str]:
    """Return a sentence for everything in the documentation that is not true."""
    found = [
        f"{path.relative_to(ROOT)} is stale: run python tools/docs.py write"
        for path, text in generated().items()
        if not path.exists() or path.read_text() != text
    ]
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/*.md")]:
        found += [
            f"{page.relative_to(ROOT)} links to {target}, which is not there"
            for target in LINK.findall(page.read_text())
            if not (page.parent / target).exists()
        ]
    for room in sorted((ROOT / "src" / "olke").iterdir()):
        if (room / "__init__.py").exists() and not (room / "README.md").exists():
            found.append(f"{room.relative_to(ROOT)} has no README.md")
        if (room / "__init__.py").exists() and f"- **{room.name}**: " not in tour():
            found.append(f"docs/tour.md does not say what {room.name} is")
    return found


def main() -> int:
    """Write or check, as asked."""
    if sys.argv[1:] == ["write"]:
        for path, text in generated().items():
            path.write_text(text)
        return 0
    found = faults()
    print("\n".join(found) or "The documentation is true.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
