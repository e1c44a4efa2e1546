"""Words of several parts: hyphenated pairs, particles after a hyphen, run-together compounds."""

from functools import lru_cache

from ..letters import word_set
from .chains import chains
from .lexicon import Stem, listed_forms, stems
from .readings import LONGEST_WORD, Reading, known_readings, readings
from .sounds import Harmony, Sound, has_vowel, last_sound

_PARTICLES = word_set(
    """
    ақ ау ай мыс міс ды ді шы ші ғой қой тағы дағы н ң
    """
)
_CASES = word_set(
    """
    мен бен пен дан ден тан тен нан нен лар лер дар дер тар тер ның нің дың дің тың тің
    """
)
_PAIR_COST = 0.5
_SHORTEST_PART = 2
_SHORTEST_COMPOUND = 7
_COMMON = 3
_EASY = 5.0
_NOMINAL = frozenset({"noun", "adjective"})


def word_readings(form: str, *, name: bool = False) -> tuple[Reading, ...]:
    """Readings of a form that may be hyphenated: құрал-жабдықтары has құрал-жабдық."""
    if "-" not in form or len(form) > LONGEST_WORD or form in listed_forms() or form in stems():
        found = readings(form, name=name)
        return found if name or found[0].known else _run_together(form, found)
    head, _, tail = form.rpartition("-")
    if not head or not tail:
        return readings(form.strip("-") or form, name=name)
    if tail in _PARTICLES or _is_bare_suffix(head, tail):
        return word_readings(head, name=name)
    return tuple(_pair(head, r) for r in readings(tail))


def _run_together(form: str, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """An unknown word of two known ones keeps its first part: ортағасырларға, бейнефильмдер."""
    parts = compound_parts(form)[:1]
    return (*(Reading(x + y, "noun", (), known=False, cost=0.0) for x, y in parts), *found)


def _pair(head: str, tail: Reading) -> Reading:
    return Reading(f"{head}-{tail.lemma}", tail.pos, tail.slots, tail.known, tail.cost + _PAIR_COST)


def _is_bare_suffix(head: str, tail: str) -> bool:
    """КСРО-ның, МТС-тер: the hyphen parts an abbreviation from its suffixes."""
    if len(tail) > 2 and tail in stems() and tail not in _CASES and has_vowel(head):
        return False
    after = (last_sound(head), *Sound) if has_vowel(head) else tuple(Sound)
    return any(
        not chain.lemma_length
        for sound in after
        for chain in chains("noun", sound, Harmony.EITHER, tail)
    )


def _tails(reading: Reading) -> bool:
    """A word read with ease, and not a verb."""
    easy = reading.known and reading.cost < _EASY
    return easy and reading.pos != "verb" and len(reading.lemma) > _SHORTEST_PART


def _heads(stem: Stem) -> bool:
    """Only a common word is looked for at the head of another."""
    return not stem.bound and stem.state in _NOMINAL and stem.weight >= _COMMON


@lru_cache(maxsize=20_000)
def compound_parts(form: str) -> tuple[tuple[str, ...], ...]:
    """Ways to part a run-together word into two known words: етконсерві into ет, консерві.

    A word that the lexicon reads as one is not parted.
    """
    if (
        not _SHORTEST_COMPOUND <= len(form) <= LONGEST_WORD
        or "-" in form
        or readings(form)[0].known
    ):
        return ()
    index = stems()
    found: list[tuple[float, tuple[str, ...]]] = []
    for length in range(_SHORTEST_PART, len(form) - _SHORTEST_PART):
        heads = [s for s in index[form[:length]] if _heads(s)]
        tail = known_readings(form[length:])[:1] if heads else ()
        if tail and _tails(tail[0]):
            found.append((tail[0].cost - length, (heads[0].lemma, tail[0].lemma)))
    return tuple(parts for _, parts in sorted(found))[:3]
