"""Kazakh, Russian and English text: normalising, tokens, lemmas, collation, search terms.

Needs nothing of the rest of Olke and may be used alone. Start with :func:`analyse`.
"""

from .analysis import Analysis, Language, analyse, lemmas, preload
from .collation import CollationKey, collation_key
from .folding import fold, variant_key
from .kazakh.readings import Reading
from .matching import QueryToken, match_spans, query_terms, search_terms
from .normalising import NormalisedText, normalise, normalise_with_offsets
from .sentences import sentences
from .tokens import Token, TokenKind, tokenise
from .transliteration import from_latin, slug, transliterate

__all__ = [
    "Analysis",
    "CollationKey",
    "Language",
    "NormalisedText",
    "QueryToken",
    "Reading",
    "Token",
    "TokenKind",
    "analyse",
    "collation_key",
    "fold",
    "from_latin",
    "lemmas",
    "match_spans",
    "normalise",
    "normalise_with_offsets",
    "preload",
    "query_terms",
    "search_terms",
    "sentences",
    "slug",
    "tokenise",
    "transliterate",
    "variant_key",
]
