"""Alphabets, and letters of other scripts that are drawn alike."""

KAZAKH_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
RUSSIAN_ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH_ONLY = frozenset("әғқңөұүһі")
"""Letters that a Kazakh word may have and a Russian one never has."""

# Latin letter → the Cyrillic letter drawn alike. Upper and lower case differ: H is Н, h is һ.
LATIN_AS_CYRILLIC = dict(
    zip("aceiopxyhkmtəɵABCEHIKMOPTXYƏƟ", "асеіорхуһкмтәөАВСЕНІКМОРТХУӘӨ", strict=True)
)
CYRILLIC_AS_LATIN = {
    cyrillic: latin for latin, cyrillic in LATIN_AS_CYRILLIC.items() if latin not in "hkmtəɵƏƟ"
}
# Letters of neighbouring Cyrillic alphabets that older fonts show in place of the Kazakh
# ones; ќ, Macedonian, is what a damaged code page left of қ.
KAZAKH_VARIANTS = dict(zip("ӊӈӄҡҚӉӇӃҠћЋќЌ", "ңңққҚҢҢҚҚһҺқҚ", strict=True))


def is_cyrillic(letter: str) -> bool:
    """Whether ``letter`` belongs to the Cyrillic block or its supplement."""
    return "\u0400" <= letter <= "\u052f"


def is_latin(letter: str) -> bool:
    """Whether ``letter`` is a Latin letter, with or without marks."""
    return letter.isalpha() and (letter < "\u0250" or letter in "əɵƏƟ")


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, parted by spaces: how the lists of this package are written."""
    return frozenset(text.split())
