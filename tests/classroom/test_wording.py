"""Words of the screens: in each language, with its plural forms, and none that no screen says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import olke.classroom
from olke.classroom.wording import said, words_for

ROOM = Path(olke.classroom.__file__).parent


def test_russian_has_a_form_for_each_kind_of_number() -> None:
    forms = words_for("ru")["projector.joined"]

    assert forms == {
        "one": "%(count)s участник",
        "few": "%(count)s участника",
        "many": "%(count)s участников",
        "other": "%(count)s участников",
    }


def test_a_template_says_the_same_as_the_script() -> None:
    assert said("projector.joined", count=24) == "24 қатысушы"


def test_a_screen_leaves_out_the_words_of_another() -> None:
    words = words_for("en", leave_out=("console",))

    assert not [key for key in words if key.startswith("console.")]
    assert "projector.joined" in words


@pytest.mark.parametrize("screen", ["console", "projector"])
def test_every_word_that_a_script_says_is_there(screen: str) -> None:
    known = words_for("en")
    scripts = [
        ROOM / f"static/classroom/{screen}.js",
        *(ROOM / "static/classroom" / screen).rglob("*.js"),
    ]
    said_keys = {
        key
        for path in scripts
        for key in re.findall(r'[sS]ay\(\s*"([\w.-]+)"', path.read_text(encoding="utf-8"))
    }

    assert said_keys
    assert said_keys <= set(known)
