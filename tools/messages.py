"""Message catalogues: ``update`` from the sources, ``compile``, ``check`` that they are whole.

Every room keeps its own in ``src/olke/<room>/locale/<language>/LC_MESSAGES/django.po``. English
is the language of the sources. ``docs/howto/translate.md`` says how to translate.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract as babel_extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parents[1] / "src" / "olke"
LANGUAGES = ("kk", "ru", "en")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "ngettext_noop": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# Kazakh nouns stay singular after a number, so one form does.
PLURALS = {
    "kk": "nplurals=1; plural=0;",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 "
    "&& (n%100<10 || n%100>=20) ? 1 : 2);",
    "en": "nplurals=2; plural=(n != 1);",
}
# What ``templatize`` makes of a translated tag; the rest of its output is not Python.
CALL = re.compile(
    r"""(?:_|n?p?gettext)\((?:\s*u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")\s*,?|\s*\w+\s*)*\)""",
    re.DOTALL,
)
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%([sd])|\{(\w*)\}")
MIXED = re.compile(r"\w*(?:[a-zA-Z][а-яёәғқңөұүһі]|[а-яёәғқңөұүһі][a-zA-Z])\w*", re.IGNORECASE)
Key = tuple[str | None, str]


def main() -> int:
    """Run one of the three commands; 1 when ``check`` finds something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["update", "compile", "check"])
    parser.add_argument("rooms", nargs="*", help="only these rooms")
    arguments = parser.parse_args()
    chosen = arguments.rooms or rooms()
    if arguments.command == "compile":
        compile_catalogues(chosen)
        return 0
    if arguments.command == "update":
        update(chosen)
        return 0
    problems = list(check(chosen))
    print("\n".join(problems) or f"The catalogues of {len(chosen)} rooms are whole.")
    return bool(problems)


def rooms() -> list[str]:
    """Return the rooms that are Django apps; the pure packages have nothing to translate."""
    return sorted(path.parent.name for path in SOURCE.glob("*/apps.py"))


def catalogue_path(room: str, language: str) -> Path:
    """Return where a room's catalogue in one language is."""
    return SOURCE / room / "locale" / language / "LC_MESSAGES" / "django.po"


# Extraction


def extract(room: str) -> Catalog:
    """Return every translatable message of a room's Python and templates."""
    catalogue = Catalog()
    for path in sorted(_sources(room)):
        text = path.read_text(encoding="utf-8")
        code = _calls_of_template(text, path) if path.suffix != ".py" else text
        for message, comments, context in _messages(code):
            known = catalogue.get(_singular(message), context)
            # A comment may stand at one of several uses; keep it once.
            kept = [c for c in comments if not known or c not in known.auto_comments]
            catalogue.add(message, auto_comments=kept, context=context)
    return catalogue


def _sources(room: str) -> Iterator[Path]:
    for path in (SOURCE / room).rglob("*"):
        is_template = path.suffix in {".html", ".txt"} and "templates" in path.parts
        if is_template or (path.suffix == ".py" and "migrations" not in path.parts):
            yield path
    if room == "web":
        yield from SOURCE.glob("*.py")


def _calls_of_template(text: str, path: Path) -> str:
    return "\n".join(CALL.findall(templatize(text, origin=str(path))))


def _messages(code: str) -> Iterator[tuple[str | tuple[str, ...], list[str], str | None]]:
    found = babel_extract(
        "python",
        io.BytesIO(code.encode()),
        KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for _line, message, comments, context in found:
        yield message, list(comments), context


# Update


def update(chosen: list[str]) -> None:
    """Bring the catalogues in line with the sources: new messages in, unused ones out."""
    known = {language: _all_translations(language) for language in LANGUAGES}
    for room in chosen:
        template = extract(room)
        for language in LANGUAGES:
            path = catalogue_path(room, language)
            if not len(template):
                path.unlink(missing_ok=True)
                continue
            catalogue = _merge(template, _read(path, language), known[language], language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_serialise(catalogue, language))


def _all_translations(language: str) -> dict[Key, Message]:
    """Return every finished translation of any room: what one room has translated, all have."""
    return {
        (message.context, _singular(message.id)): message
        for room in rooms()
        for message in _entries(_read(catalogue_path(room, language), language))
        if _finished(message)
    }


def _merge(template: Catalog, old: Catalog, known: dict[Key, Message], language: str) -> Catalog:
    merged = _empty(language)
    for message in _entries(template):
        key = (message.context, _singular(message.id))
        before = old.get(key[1], key[0])
        if before is None or not _finished(before) or type(before.id) is not type(message.id):
            before = known.get(key)
        merged.add(
            message.id,
            _translation(message, before, language),
            auto_comments=message.auto_comments,
            user_comments=before.user_comments if before else (),
            flags=before.flags & {"fuzzy"} if before else (),
            context=message.context,
        )
    return merged


def _translation(message: Message, before: Message | None, language: str) -> object:
    if before is not None and type(before.id) is type(message.id):
        return before.string
    if language == "en":
        return message.id
    forms = int(PLURALS[language][9])
    return ("",) * forms if isinstance(message.id, tuple) else ""


def _serialise(catalogue: Catalog, language: str) -> bytes:
    body = io.BytesIO()
    write_po(body, catalogue, width=100, no_location=True, omit_header=True, sort_output=True)
    return _header(language) + body.getvalue()


# Compile


def compile_catalogues(chosen: list[str]) -> None:
    """Write a ``.mo`` beside each catalogue that it does not come from.

    Compared by content: a checkout gives a catalogue any time, older than its ``.mo`` too.
    """
    for room in chosen:
        for language in LANGUAGES:
            source = catalogue_path(room, language)
            target = source.with_suffix(".mo")
            if source.is_file():
                _write_new(target, _compiled(source, language))
            else:
                target.unlink(missing_ok=True)


def _compiled(source: Path, language: str) -> bytes:
    compiled = io.BytesIO()
    write_mo(compiled, _read(source, language))
    return compiled.getvalue()


def _write_new(target: Path, content: bytes) -> None:
    if target.is_file() and target.read_bytes() == content:
        return
    # Written aside and renamed: a server that starts meanwhile reads the old or the new.
    aside = target.with_suffix(".mo-new")
    aside.write_bytes(content)
    aside.replace(target)


# Check


def check(chosen: list[str]) -> Iterator[str]:
    """Yield one line for everything that is wrong, naming room, language and message."""
    for room in chosen:
        template = extract(room)
        wanted = {(m.context, _singular(m.id)): m for m in _entries(template)}
        for language in LANGUAGES:
            path = catalogue_path(room, language)
            entries = {(m.context, _singular(m.id)): m for m in _entries(_read(path, language))}
            for key in sorted(wanted.keys() | entries.keys(), key=str):
                for problem in _problems(wanted.get(key), entries.get(key)):
                    yield f"{room} {language}: {key[1]!r}: {problem}"
            if path.is_file() and (stale := _stale(path, language)):
                yield f"{room} {language}: {stale}"
    yield from _disagreements()


def _problems(wanted: Message | None, entry: Message | None) -> Iterator[str]:
    if entry is None:
        yield "missing; run tools/messages.py update"
    elif wanted is None or type(wanted.id) is not type(entry.id):
        yield "not in the sources any more; run tools/messages.py update"
    elif entry.fuzzy:
        yield "fuzzy: read the translation and remove the mark"
    elif not all(_forms(entry)):
        yield "not translated"
    else:
        yield from _differences(entry)


def _differences(entry: Message) -> Iterator[str]:
    sources = entry.id if isinstance(entry.id, tuple) else (entry.id,)
    allowed = [_placeholders(source) for source in sources]
    for form in _forms(entry):
        if _placeholders(form) not in allowed:
            yield f"the placeholders of {form!r} differ"
        if _edges(form) not in map(_edges, sources):
            yield f"{form!r} begins or ends with other white space"
        if mixed := MIXED.search(PLACEHOLDER.sub(" ", form)):
            yield f"{mixed.group()!r} mixes Latin and Cyrillic letters"


def _stale(path: Path, language: str) -> str:
    text = path.read_bytes()
    same = text == _serialise(_read(path, language), language)
    return "" if same else "not in the form that tools/messages.py update writes"


def _disagreements() -> Iterator[str]:
    """Yield messages that two rooms translate differently: only one of them would be shown."""
    for language in LANGUAGES:
        seen: dict[Key, tuple[str, object]] = {}
        for room in rooms():
            for message in _entries(_read(catalogue_path(room, language), language)):
                key = (message.context, _singular(message.id))
                first, string = seen.setdefault(key, (room, message.string))
                if string != message.string:
                    yield f"{room} {language}: {key[1]!r}: {first} translates it differently"


# One message


def _read(path: Path, language: str) -> Catalog:
    if not path.is_file():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, ignore_obsolete=True)


def _empty(language: str) -> Catalog:
    # Read and not constructed, because the header says how many plural forms there are.
    return read_po(io.BytesIO(_header(language)), locale=language)


def _header(language: str) -> bytes:
    # No dates, names or line numbers: a file changes only when a message does.
    return (
        'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {PLURALS[language]}\\n"\n\n'
    ).encode()


def _entries(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _singular(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def _forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string or "",)


def _finished(message: Message) -> bool:
    return all(_forms(message))


def _placeholders(text: str) -> list[str]:
    found = PLACEHOLDER.findall(text.replace("%%", ""))
    return sorted(named or percent or f"{{{brace}}}" for named, percent, brace in found)


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


if __name__ == "__main__":
    sys.exit(main())
