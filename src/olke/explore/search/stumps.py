"""Words made of the beginning of one word and the whole of another: пединститут.

Soviet Russian and Kazakh are full of them, and few stand in a dictionary (Comrie, Stone, Polinsky
1996, «The Russian Language in the Twentieth Century», chapter 4: stump compounds).
"""

from __future__ import annotations

from olke.explore.models import SearchTerm
from olke.explore.search.marks import JOINT
from olke.explore.search.matching import document_counts, starts_with

SHORTEST_STUMP, LONGEST_STUMP = 3, 6
SHORTEST_WHOLE = 5
MOST_BEGINNING = 6


def stump_compounds(words: list[str]) -> list[tuple[str, str]]:
    """Return what folded words may be made of: known words that begin as they do, and a known one.

    The longest known whole is taken, with the most frequent words that its stump begins. One
    statement, and one more where a whole is known.
    """
    splits = [
        (word[:i], word[i:])
        for word in words
        for i in range(SHORTEST_STUMP, LONGEST_STUMP + 1)
        if len(word) - i >= SHORTEST_WHOLE and word.isalpha()
    ]
    known = document_counts(list(dict.fromkeys(whole for _, whole in splits)))
    found = sorted((s for s in splits if s[1] in known), key=lambda split: -len(split[1]))
    if not found:
        return []
    stump, whole = found[0]
    beginning = SearchTerm.objects.filter(starts_with("term", stump)).exclude(term__contains=JOINT)
    terms = beginning.order_by("-documents", "term").values_list("term", flat=True)
    return [(term, whole) for term in terms[:MOST_BEGINNING]]
