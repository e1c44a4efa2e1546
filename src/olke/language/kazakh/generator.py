"""Spelling a form from a stem and the names of its slots: the slot machine run forwards."""

from .allomorphs import Allomorph, allomorphs
from .lexicon import Entry, free_stem
from .slots import SLOTS
from .sounds import VOICED_PAIR, Harmony, harmony, last_sound

_VOWELS = frozenset("аәеёиоөуүұыіэюя")


class NoSuchFormError(ValueError):
    """The slots asked for cannot follow one another, or the word."""


def inflect(entry: Entry, slots: tuple[str, ...]) -> str:
    """The form of a regular word with the suffixes of ``slots`` in order.

    Raises :class:`NoSuchFormError` where a slot may not follow; a word whose stem changes in a way
    that only its entry tells (халық, халқы) is spelled by that entry.
    """
    verb = entry.pos == "verb"
    text = (entry.stem.split("|")[0] or free_stem(entry.lemma)) if verb else entry.lemma
    state = "verb" if verb else "noun"
    side = harmony(text)
    for place, slot in enumerate(slots):
        text, item = _appended(entry, text, state, side, slot, first=place == 0)
        state, side = item.target, item.harmony
    return text


def _appended(
    entry: Entry, text: str, state: str, side: Harmony, slot: str, *, first: bool
) -> tuple[str, Allomorph]:
    joint = ""
    if first and state == "verb":
        text, joint = _shortened(text, slot)
    slots = [x for x in SLOTS[state] if x.name == slot]
    found = [x for each in slots for x in allomorphs(each, last_sound(text), side, joint)]
    if not found:
        raise NoSuchFormError(f"{slot} cannot follow {state} in {entry.lemma}")
    item = _whole(found)
    stem = text if joint else _joined(entry, text, item, first=first)
    return stem + item.surface, item


def _shortened(text: str, slot: str) -> tuple[str, str]:
    """A verb stem that gives up its last letter to the suffix: оқы + у, қой + у."""
    makes_glide = slot in ("inf", "agent")
    if text[-1] == "п" and slot == "conv" and text[-2] in _VOWELS:
        return text[:-1] + "у", "weakened"
    if text.endswith(("йы", "йі")) and makes_glide:
        return text[:-2], "merged"
    if text[-1] in "ыі" and slot in ("inf", "impf", "hab", "agent"):
        return text[:-1], "dropped"
    back = slot in ("impf", "hab", "aor") and _is_back(text)
    if text[-1] == "й" and (makes_glide or back):
        return text[:-1], "merged"
    return text, "i-final" if text[-1] == "и" else ""


def _is_back(text: str) -> bool:
    return next((x in "аоұы" for x in reversed(text) if x in "аоұыәеөүі"), False)


def _whole(found: list[Allomorph]) -> Allomorph:
    """Of the shapes of one suffix the one that is not voiced before a vowel."""
    return next((x for x in found if x.target == x.slot.target), found[0])


def _joined(entry: Entry, text: str, item: Allomorph, *, first: bool) -> str:
    """The stem as it is written before this suffix: кітап- becomes кітаб- before ы."""
    if item.surface[0] not in _VOWELS:
        return text
    if first and entry.stem and entry.pos != "verb":
        return entry.stem
    if text[-1] not in VOICED_PAIR:
        return text
    if entry.pos == "verb" and text[-2:-1] not in _VOWELS:
        return text
    return text[:-1] + VOICED_PAIR[text[-1]]
