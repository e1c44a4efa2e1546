"""The order of suffixes: which may follow which, and how usual each is.

A template spells a suffix with archiphonemes in Latin capitals, resolved by :mod:`.allomorphs`:
``A`` а/е, ``I`` ы/і, ``L`` л/д/т (plural), ``N`` н/д/т (genitive), ``O`` н/д/т (accusative),
``D`` д/т, ``Q`` д/н/т (ablative), ``G`` ғ/г/қ/к, ``M`` м/б/п (instrumental), ``B`` м/б/п
(negation), ``K`` қ/к. ``(I)`` stands after consonants only, ``(с)`` and ``(й)`` after vowels only.

The third field is the cost of the slot, roughly the negative natural logarithm of its share among
suffixes in running text as judged from grammars; only the order of the sums matters. ``lemma``
marks a suffix that makes an established new word, so that the reading's lemma includes it.
"""

from typing import NamedTuple


class Slot(NamedTuple):
    """One suffix out of one state: its name, template, cost and the state it leads to."""

    name: str
    template: str
    cost: float
    target: str
    lemma: bool = False


def _slots(table: str) -> tuple[Slot, ...]:
    rows = (line.split() for line in table.strip().splitlines())
    return tuple(
        Slot(r[0], r[1].replace("_", ""), float(r[2]), r[3], r[4:] == ["lemma"]) for r in rows
    )


_POSSESSIVE = _slots("""
    poss3    (с)I      0.6  poss3
    poss1    (I)м      1.8  poss12
    poss2    (I)ң      3.0  poss12
    poss2f   (I)ңIз    2.4  possplural
    poss1pl  (I)мIз    1.6  possplural
""")
_CASE = _slots("""
    gen      NIң       0.8  case
    acc      OI        0.8  case
    dat      GA        0.8  case
    loc      DA        0.8  loc
    abl      QAн       0.9  case
    ins      Mен       1.0  case
    ins      менен     4.0  case
    sim      DAй       1.6  similative
    equ      шA        2.2  end
    pred3    DIр       3.0  end
    poss-of  Nікі      2.0  poss3
""")
_CASE_POSS3 = _slots("""
    gen      NIң       0.7  case
    acc      н         0.7  case
    dat      нA        0.7  case
    loc      ндA       0.7  loc
    abl      нAн       0.8  case
    ins      Mен       0.9  case
    sim      ндAй      1.8  similative
    equ      ншA       1.6  end
    pred3    DIр       3.0  end
    poss-of  Nікі      2.0  poss3
""")
_CASE_POSS12 = _slots("""
    gen      NIң       0.8  case
    acc      OI        0.8  case
    dat      A         0.8  case
    loc      DA        0.8  loc
    abl      нAн       0.9  case
    ins      Mен       1.0  case
    sim      DAй       1.8  similative
    equ      шA        1.2  end
    pred3    DIр       3.0  end
""")
_PERSON = _slots("""
    cop1     MIн       2.8  end
    cop2     сIң       3.6  end
    cop2f    сIз       3.6  end
    cop1pl   MIз       3.0  end
    cop1pl   BIз       3.0  end
    cop2pl   сIңдAр    3.4  end
    cop2fpl  сIздAр    3.4  end
""")
_PLURAL = _slots("""
    pl       LAр       0.6  plural
""")
_DERIVED_NOUN = _slots("""
    lyq      LIқ       1.4  nominal  lemma
    ly       LI        2.2  adjective  lemma
    syz      сIз       2.2  adjective  lemma
    shy      шI        2.4  nominal  lemma
    shyl     шIл       3.2  adjective  lemma
    shylyq   шIлIқ     1.6  nominal  lemma
    shyldyq  шIлдIқ    1.8  nominal  lemma
    las      LAс       3.0  adjective  lemma
    ghy      GI        4.2  adjective  lemma
    shaq     шAқ       4.5  nominal  lemma
    stan     стан      4.5  nominal  lemma
    khana    хана      3.0  nominal  lemma
    ger      гер       4.0  nominal  lemma
    ker      кер       4.0  nominal  lemma
    paz      паз       4.5  nominal  lemma
    lau      LAу       4.5  adjective  lemma
    manner   шA        2.0  adjective  lemma
    aralyq   аралық    3.0  adjective  lemma
    la       LA        3.0  verb  lemma
    lan      LAн       3.0  verb  lemma
    las      LAс       3.6  verb  lemma
    landyr   LAндIр    2.6  verb  lemma
""")
_COMPARATIVE = _slots("""
    comp     (I)рAқ    1.4  nominal
    comp     LAу       2.2  nominal
""")
_NOMINAL = _PLURAL + _POSSESSIVE + _CASE + _PERSON

_VOICE = _slots("""
    pass     Iл        0.9  voiced  lemma
    pass     л         1.2  voiced  lemma
    refl     Iн        1.1  voiced  lemma
    refl     н         1.2  voiced  lemma
    caus     т         1.2  voiced  lemma
    caus     DIр       1.2  voiced  lemma
    caus     GIз       1.4  voiced  lemma
    caus     Iт        2.8  voiced  lemma
    caus     Aр        3.6  voiced  lemma
    recip    Iс        1.4  voiced  lemma
    recip    с         1.4  voiced  lemma
    iter     (I)ңқIрA  3.0  voiced  lemma
""")
_NEGATION = _slots("""
    neg      BA        1.0  negated
""")
_FINITE = _slots("""
    past     DI        0.6  person-k
    cond     сA        1.3  person-k
    perf     GAн       0.5  participle
    conv     *п        0.6  converb
    impf     *й        0.9  present
    hab      *йтIн     1.0  participle
    hab      *йтұғын   4.0  participle
    inf      *у        0.6  infinitive
    imp3     сIн       2.6  end
    imp3     сIндAр    4.0  end
    imp2f    (I)ңIз    2.6  imperative
    imp2     (I)ң      4.0  imperative
    imp2pl   (I)ңдAр   3.4  imperative
    imp2fpl  (I)ңIздAр 3.0  imperative
    imp1     (A)йIн    3.0  end
    imp1pl   (A)йIқ    2.8  end
    imp1pl   (A)лIқ    5.0  end
    imp2e    GIн       4.6  imperative
    intent   BAқ       2.2  intent
    intent   BAқшI     2.2  intent
    purp     GAлI      1.8  purpose
    until    GAншA     1.8  end
    opt      GAй       3.0  intent
    wish     GI        3.2  wish
    upon     *сымен    4.0  end
""")
_AORIST = _slots("""
    aor      *р        1.4  aorist
""")
_NEGATIVE_AORIST = _slots("""
    negaor   BAс       1.4  aorist
""")
_DERIVED_VERB = _slots("""
    imp2neg  BA        3.4  imperative
    polite   шI        4.5  end
    deed     BA        3.6  nominal  lemma
    agent    *ушI      1.2  noun  lemma
    ghysh    GIш       2.4  adjective  lemma
    uly      *улI      2.2  adjective  lemma
""")
_PERSON_K = _slots("""
    p1       м         1.2  end
    p2       ң         2.6  end
    p2f      ңIз       2.0  end
    p1pl     K         1.0  end
    p2pl     ңдAр      3.0  end
    p2fpl    ңIздAр    3.0  end
    polite   шI        3.4  end
""")
_PERSON_PRESENT = _slots("""
    p3       дI        0.2  end
    p1       мIн       1.4  end
    p2       сIң       2.4  end
    p2f      сIз       1.8  end
    p1pl     мIз       1.2  end
    p2pl     сIңдAр    3.0  end
    p2fpl    сIздAр    2.6  end
""")
_PERSON_CONVERB = _slots("""
    p3       тI        0.8  end
    p1       пIн       2.4  end
    p2       сIң       3.0  end
    p2f      сIз       2.6  end
    p1pl     пIз       2.2  end
    p2pl     сIңдAр    3.4  end
    p2fpl    сIздAр    3.2  end
""")
_VERBAL_NOUN_MAKER = _slots("""
    abs      LIқ       0.9  nominal
""")

_VERB_ENDINGS = _FINITE + _DERIVED_VERB

SLOTS: dict[str, tuple[Slot, ...]] = {
    "noun": _NOMINAL + _DERIVED_NOUN,
    "adjective": _NOMINAL + _DERIVED_NOUN + _COMPARATIVE,
    "nominal": _NOMINAL,
    "plural": _POSSESSIVE + _CASE + _PERSON,
    "possessive": _POSSESSIVE,
    "poss3": _CASE_POSS3 + _PERSON,
    "poss12": _CASE_POSS12,
    "possplural": _CASE,
    "case": _PERSON + _slots("pred3 DIр 3.0 end"),
    "loc": _slots("attr GI 0.2 nominal\n pred3 DIр 3.0 end") + _PERSON,
    "similative": _NOMINAL,
    "verb": _VOICE + _NEGATION + _VERB_ENDINGS + _AORIST + _NEGATIVE_AORIST,
    "voiced": _VOICE + _NEGATION + _VERB_ENDINGS + _AORIST + _NEGATIVE_AORIST,
    "negated": _FINITE + _slots("negconv йIншA 1.2 end\n abs стIқ 2.0 nominal"),
    "participle": _NOMINAL + _VERBAL_NOUN_MAKER,
    "aorist": _NOMINAL + _VERBAL_NOUN_MAKER,
    "infinitive": _NOMINAL + _slots("attr DAғI 2.0 nominal"),
    "purpose": _slots("abl QAн 1.0 end"),
    "present": _PERSON_PRESENT,
    "converb": _PERSON_CONVERB,
    "person-k": _PERSON_K,
    "intent": _PERSON + _NOMINAL,
    "imperative": _slots("polite шI 0.2 end"),
    "wish": _POSSESSIVE,
    "end": (),
}
"""State → suffixes that may follow. ``noun``, ``adjective`` and ``verb`` are where roots start."""

FINAL: frozenset[str] = frozenset(SLOTS) - {"wish", "voiced", "negated", "verb", "possessive"}
"""States a word may end in (a bare verb stem is an imperative, which :mod:`.readings` adds)."""
