"""What the room's README tells page authors is true."""

from __future__ import annotations

import re
from pathlib import Path

from django.template.engine import Engine

from olke import web

ROOM = Path(web.__file__).parent
README = (ROOM / "README.md").read_text(encoding="utf-8")
STYLES = "".join(path.read_text(encoding="utf-8") for path in ROOM.glob("static/web/*.css"))


def test_every_tag_it_shows_exists() -> None:
    known = {name for library in Engine.get_default().template_builtins for name in library.tags}
    endings = {f"end{name}" for name in known}
    assert set(re.findall(r"\{% (\w+)", README)) <= known | endings


def test_every_part_has_its_line() -> None:
    from olke.web.templatetags.olke import register  # noqa: PLC0415 - a template library

    assert {name for name in register.tags if f"{{% {name}" not in README} == set()


def test_every_class_it_lists_has_a_style() -> None:
    listed = README.split("Classes, each shown")[1].split("\n\n")[0]
    words = re.findall(r"`([^`]+)`", listed)
    names = {match for word in words for match in re.findall(r"^[a-z-]+$|(?<=\.)[a-z-]+", word)}
    elements = {
        "mark",
        "time",
        "div",
        "summary",
        "span",
        "h3",
        "dl",
        "th",
        "td",
        "del",
        "ins",
        "li",
    }
    assert {name for name in names - elements - {"data-label"} if f".{name}" not in STYLES} == set()


def test_every_block_it_names_is_in_the_frame() -> None:
    frame = (ROOM / "templates/web/base.html").read_text(encoding="utf-8")
    (line,) = re.findall(r"^Blocks: (.*?)\. ", README, re.MULTILINE)
    for name in re.findall(r"`(\w+)`", line):
        assert f"{{% block {name} %}}" in frame
