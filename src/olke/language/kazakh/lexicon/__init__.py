"""The Kazakh lexicon: tab-separated files by part of speech, read once into an index of stems.

Columns: ``lemma``, ``pos``, ``weight`` (5 among the few hundred commonest words ... 1 rare),
``stem`` (where spelling does not give it: оқу has оқы, халық before a possessive has халқ;
қорқу has two, ``қорық|қорқ``).
``forms.tsv`` lists whole forms whose lemma the slots cannot give or should not decide:
``form``, ``lemmas`` (best first, parted by ``|``), ``pos``.
"""

from .index import Stem, Stems, stems
from .spelled import Bound, free_stem
from .words import Entry, entries, listed_forms

__all__ = ["Bound", "Entry", "Stem", "Stems", "entries", "free_stem", "listed_forms", "stems"]
