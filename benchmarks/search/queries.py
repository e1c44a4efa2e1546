"""The mixture of queries: words as they stand in the claims, so that the peer finds them too."""

from __future__ import annotations

import random
import re
import sqlite3
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

OF_EACH = 40
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Query:
    """One query: its class, words, and a filter on theme and kind where it has one."""

    sort: str
    words: str
    theme: str = ""
    kind: str = ""

    def ours(self, page: str) -> str:
        """Return the address of the JSON (``api``) or of the page (``page``)."""
        chosen = {name: getattr(self, name) for name in ("theme", "kind") if getattr(self, name)}
        if page == "api":
            return f"/api/search?{urlencode({'q': self.words, 'limit': 20, **chosen})}"
        return f"/search/?{urlencode({'q': self.words, **chosen})}"

    def theirs(self) -> str:
        """Return the same question put to Datasette."""
        chosen = {name: getattr(self, name) for name in ("theme", "kind") if getattr(self, name)}
        return f"/peer/claims.json?{urlencode({'_search': self.words, '_size': 20, **chosen})}"


def mixture(peer: Path, seed: int = 1997) -> list[Query]:
    """Return 40 queries of each class, shuffled: frequent, middling, rare, several words,
    filtered, and found nowhere."""
    chance = random.Random(seed)
    connection = sqlite3.connect(peer)
    texts = [
        row[0]
        for row in connection.execute("SELECT text FROM claims ORDER BY id LIMIT 20000").fetchall()
    ]
    themes = [
        row[0]
        for row in connection.execute("SELECT DISTINCT theme FROM claims ORDER BY 1")
        if row[0]
    ]
    connection.close()
    documents = Counter(word for text in texts for word in {*_WORD.findall(text.lower())})
    # Sorted: the order of a set changes from run to run, and with it what the seed draws.
    share = {word: number / len(texts) for word, number in sorted(documents.items())}
    frequent = [word for word, part in share.items() if part > 0.05]
    middling = [word for word, part in share.items() if 0.002 < part <= 0.05]
    rare = [word for word, part in share.items() if part <= 0.002]
    queries = [
        *(Query("frequent", chance.choice(frequent)) for _ in range(OF_EACH)),
        *(Query("middling", chance.choice(middling)) for _ in range(OF_EACH)),
        *(Query("rare", chance.choice(rare)) for _ in range(OF_EACH)),
        *(Query("several words", _together(chance, texts)) for _ in range(OF_EACH)),
        *(
            Query("filtered", chance.choice(middling), *_filter(chance, themes))
            for _ in range(OF_EACH)
        ),
        *(Query("nowhere", _nonsense(chance)) for _ in range(OF_EACH)),
    ]
    chance.shuffle(queries)
    return queries


def _together(chance: random.Random, texts: list[str]) -> str:
    words = sorted({*_WORD.findall(chance.choice(texts).lower())})
    return " ".join(chance.sample(words, min(len(words), chance.choice((2, 3)))))


def _filter(chance: random.Random, themes: list[str]) -> tuple[str, str]:
    if chance.random() < 0.5:
        return chance.choice(themes), ""
    return "", chance.choice(("observation", "event", "role"))


def _nonsense(chance: random.Random) -> str:
    return "".join(chance.choice("бвгджзклмнпрст" if i % 2 else "аеиоу") for i in range(11))
