"""Finding out how a file's bytes spell text, where they are not the UTF-8 they should be."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 BOM"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
CYRILLIC_WORD = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+")


@dataclass(frozen=True)
class Decoded:
    """A file's text and what its bytes are: ``code`` is empty for plain UTF-8, else the fault's.

    ``name`` is the encoding as people call it, ``line`` that of the first byte that is no UTF-8.
    """

    text: str
    code: str = ""
    name: str = "UTF-8"
    line: int | None = None


def decode(content: bytes) -> Decoded:
    """Read bytes as text whatever they are, naming what is not UTF-8 without a BOM.

    Never fails: the rest of the file is still worth checking. Bytes that fit nothing are read as
    UTF-8 with U+FFFD in their place.
    """
    for bom, codec, name in BOMS:
        if content.startswith(bom):
            code = "bom" if name == "UTF-8 BOM" else "encoding"
            return Decoded(content.decode(codec, "replace").removeprefix("\ufeff"), code, name)
    if _is_utf16_without_bom(content):
        codec = "utf-16-be" if content[:1] == b"\0" else "utf-16-le"
        return Decoded(content.decode(codec, "replace"), "encoding", "UTF-16")
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
    single = _single_byte(content)
    if single:
        name, text = single
        return Decoded(text, "encoding", name, line)
    return Decoded(content.decode("utf-8", "replace"), "broken-utf8", "UTF-8", line)


def _is_utf16_without_bom(content: bytes) -> bool:
    sample = content[:512]
    return len(sample) > 3 and sample.count(0) >= len(sample) // 4 and b"\0" in sample[:2]


def _single_byte(content: bytes) -> tuple[str, str] | None:
    """Tell Windows-1251 from code page 866 by which of them spells words and not mixed-up letters.

    A handful of bad bytes in a file that is otherwise good UTF-8 is damage, not another encoding.
    """
    repaired = content.decode("utf-8", "replace")
    if len(CYRILLIC_WORD.findall(repaired)) > repaired.count("\ufffd"):
        return None
    readings = []
    for name, codec in (("Windows-1251", "cp1251"), ("CP866", "cp866")):
        text = content.decode(codec, "replace")
        readings.append((_likeness(text), name, text))
    score, name, text = max(readings, key=lambda reading: reading[0])
    return (name, text) if score > 0 else None


def _likeness(text: str) -> int:
    """Count letters in words that look like words: small letters, or a capital and small ones."""
    good = bad = 0
    for word in CYRILLIC_WORD.findall(text[:20000]):
        if len(word) > 1 and (word.islower() or word.istitle() or word.isupper()):
            good += len(word)
        else:
            bad += 1
    return good - 2 * bad - 3 * text[:20000].count("\ufffd")
