"""The tool that keeps the catalogues, on catalogues of its own."""

from __future__ import annotations

import gettext
import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "messages.py"
CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy
A = _("Save")
B = pgettext_lazy("verb", "Search")
def c(n): return ngettext("%(n)d source", "%(n)d sources", n) % {"n": n}
"""
PAGE = """{% load i18n %}<p class="a" title='it"s'>{% translate "Don't" %} {{ _("In a variable") }}
{% translate "Search" context "noun" %}{% blocktranslate count n=x %}One for {{ who }}{% plural %}
{{ n }} for {{ who }}{% endblocktranslate %}</p>"""
RUSSIAN = {
    (None, "Save"): "Сохранить",
    ("verb", "Search"): "Найти",
    ("noun", "Search"): "Поиск",
    (None, "Don't"): "Не надо",
    (None, "In a variable"): "В переменной",
    (None, "%(n)d source"): ("%(n)d источник", "%(n)d источника", "%(n)d источников"),
    (None, "One for %(who)s"): ("%(n)s для %(who)s",) * 3,
}


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages_tool", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "SOURCE", tmp_path)
    room = tmp_path / "room"
    (room / "templates").mkdir(parents=True)
    (room / "apps.py").write_text("")
    (room / "code.py").write_text(CODE)
    (room / "templates" / "page.html").write_text(PAGE)
    return module


def translate(tool: ModuleType, language: str, words: dict[tuple[str | None, str], object]) -> None:
    path = tool.catalogue_path("room", language)
    catalogue = tool._read(path, language)
    for message in tool._entries(catalogue):
        message.string = words.get((message.context, tool._singular(message.id)), message.string)
    path.write_bytes(tool._serialise(catalogue, language))


@pytest.fixture
def translated(tool: ModuleType) -> ModuleType:
    tool.update(["room"])
    translate(tool, "ru", RUSSIAN)
    kazakh = {k: v[:1] if isinstance(v, tuple) else v for k, v in RUSSIAN.items()}
    translate(tool, "kk", kazakh)
    return tool


def problems(tool: ModuleType) -> list[str]:
    return list(tool.check(["room"]))


def test_messages_of_code_and_templates_are_found_with_their_contexts(tool: ModuleType) -> None:
    found = {(m.context, tool._singular(m.id)) for m in tool._entries(tool.extract("room"))}
    assert found == set(RUSSIAN)


def test_a_whole_catalogue_has_no_problems(translated: ModuleType) -> None:
    assert problems(translated) == []


def test_updating_twice_changes_nothing(translated: ModuleType) -> None:
    path = translated.catalogue_path("room", "ru")
    before = path.read_bytes()
    translated.update(["room"])
    assert path.read_bytes() == before
    assert "Сохранить" in before.decode()


def test_each_missing_translation_is_named(tool: ModuleType) -> None:
    tool.update(["room"])
    assert "room kk: 'Save': not translated" in problems(tool)
    assert not [line for line in problems(tool) if line.startswith("room en")]


def test_a_new_message_is_missed_until_the_update(translated: ModuleType) -> None:
    code = translated.SOURCE / "room" / "code.py"
    code.write_text(CODE + 'D = _("Undo")\n')
    assert "room ru: 'Undo': missing; run tools/messages.py update" in problems(translated)
    translated.update(["room"])
    assert "room ru: 'Undo': not translated" in problems(translated)


def test_a_message_that_is_gone_leaves_the_catalogue(translated: ModuleType) -> None:
    (translated.SOURCE / "room" / "code.py").write_text("")
    assert any("not in the sources any more" in line for line in problems(translated))
    translated.update(["room"])
    assert b"Save" not in translated.catalogue_path("room", "ru").read_bytes()


@pytest.mark.parametrize(
    ("key", "wrong", "reason"),
    [
        ((None, "%(n)d source"), ("%(n)d источник", "%(x)d", "%(n)d"), "placeholders"),
        ((None, "Save"), "Сохранить ", "white space"),
        ((None, "Save"), "Coхранить", "mixes Latin and Cyrillic"),
    ],
)
def test_a_wrong_translation_is_found(
    translated: ModuleType, key: tuple[str | None, str], wrong: object, reason: str
) -> None:
    translate(translated, "ru", {key: wrong})
    (problem,) = problems(translated)
    assert problem.startswith(f"room ru: {key[1]!r}")
    assert reason in problem


def test_a_fuzzy_translation_is_found(translated: ModuleType) -> None:
    path = translated.catalogue_path("room", "kk")
    text = path.read_text().replace('msgid "Save"', '#, fuzzy\nmsgid "Save"')
    path.write_text(text)
    assert "room kk: 'Save': fuzzy: read the translation and remove the mark" in problems(
        translated
    )


def test_two_rooms_cannot_translate_one_message_differently(translated: ModuleType) -> None:
    other = translated.SOURCE / "other"
    other.mkdir()
    (other / "apps.py").write_text('A = _("Save")\n')
    translated.update(["other"])
    assert problems(translated) == []
    path = translated.catalogue_path("other", "ru")
    path.write_text(path.read_text().replace("Сохранить", "Записать"))
    assert problems(translated) == ["room ru: 'Save': other translates it differently"]


def test_compiled_catalogues_answer_with_their_plural_forms(translated: ModuleType) -> None:
    translated.compile_catalogues(["room"])

    def counted(language: str, number: int) -> str:
        path = translated.catalogue_path("room", language).with_suffix(".mo")
        with path.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)
        return catalogue.ngettext("%(n)d source", "%(n)d sources", number) % {"n": number}

    assert [counted("ru", n) for n in (1, 3, 11)] == ["1 источник", "3 источника", "11 источников"]
    assert counted("kk", 5) == "5 источник"
    assert [counted("en", n) for n in (1, 2)] == ["1 source", "2 sources"]


def test_a_catalogue_is_compiled_again_whatever_time_its_file_has(translated: ModuleType) -> None:
    compiled = translated.catalogue_path("room", "ru").with_suffix(".mo")
    translated.compile_catalogues(["room"])
    whole = compiled.read_bytes()
    compiled.write_bytes(b"of another catalogue")
    later = compiled.with_suffix(".po").stat().st_mtime_ns + 1
    os.utime(compiled, ns=(later, later))
    translated.compile_catalogues(["room"])
    assert compiled.read_bytes() == whole


def test_what_is_compiled_already_stays_as_it_is(translated: ModuleType) -> None:
    compiled = translated.catalogue_path("room", "ru").with_suffix(".mo")
    translated.compile_catalogues(["room"])
    before = compiled.stat()
    translated.compile_catalogues(["room"])
    assert compiled.stat() == before


def test_a_catalogue_that_is_gone_leaves_nothing_compiled(translated: ModuleType) -> None:
    catalogue = translated.catalogue_path("room", "ru")
    translated.compile_catalogues(["room"])
    catalogue.unlink()
    translated.compile_catalogues(["room"])
    assert not catalogue.with_suffix(".mo").exists()
