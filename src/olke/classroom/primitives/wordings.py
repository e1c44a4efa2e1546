"""Words that a class sent, the same ones counted together: however they were typed, as written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from olke.classroom.models import EntryState
from olke.classroom.moment import Kept
from olke.classroom.primitives.entries import text_of
from olke.language.normalising import normalise

_EDGES = re.compile(r"^\W+|\W+$")
_SPACES = re.compile(r"\s+")


def word_key(text: str) -> str:
    """Return what two spellings of a word share: case, spaces, quotes around it aside.

    No letter becomes another: Қой (sheep) and Кой stay two words, but a Latin i within Kazakh is і.
    """
    return _EDGES.sub("", _SPACES.sub(" ", normalise(text))) or normalise(text).strip()


def words_shown(entries: Iterable[Kept]) -> dict[str, tuple[str, int]]:
    """Return each word that others may read, as most wrote it, and how many sent it.

    Once the teacher has let a word through, everybody who sent the same one counts.
    """
    together: dict[str, list[Kept]] = defaultdict(list)
    for one in entries:
        if one.state != EntryState.HIDDEN:
            together[word_key(text_of(one))].append(one)
    return {
        key: (_usual([one for one in found if one.is_shown]), len({one.party for one in found}))
        for key, found in together.items()
        if any(one.is_shown for one in found)
    }


def _usual(entries: Iterable[Kept]) -> str:
    """Return the spelling that is most frequent; of several, the one that came first."""
    written = [" ".join(text_of(one).split()) for one in entries]
    return Counter(written).most_common(1)[0][0]
