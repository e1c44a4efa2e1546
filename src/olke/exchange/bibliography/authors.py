"""Names of authors as machines want them."""

from __future__ import annotations

import re

PERSON = re.compile(
    r"(?P<family>[^\W\d_][\w’'-]+),? (?P<given>(?:[^\W\d_]\w?\.\s?-?){1,3})", re.UNICODE
)


def authors(text: str) -> list[tuple[str, str]]:
    """Split «Омаров Б.А., Асанова К.» into pairs of family name and initials.

    What is not surely people's names (an office, a full name in unknown order) is one pair with an
    empty second part.
    """
    parts = [part.strip() for part in re.split(r"[;,]", text) if part.strip()]
    found = [PERSON.fullmatch(part) for part in parts]
    if parts and all(found):
        return [(match["family"], match["given"].strip()) for match in found if match]
    return [(text.strip(), "")] if text.strip() else []
