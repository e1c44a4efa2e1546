"""Simple English lemmas: plurals, -ed, -ing, and the irregular forms that texts are full of."""

import re
from functools import lru_cache

from .letters import word_set

_IRREGULAR: dict[str, str] = {}
for _line in """
be am is are was were been being
have has had having|do does did done|go goes went gone|say said|make made|take took taken
see saw seen|come came|know knew known|get got gotten|give gave given|find found|think thought
tell told|become became|show shown|leave left|feel felt|bring brought|begin began begun
keep kept|hold held|write wrote written|stand stood|hear heard|mean meant|meet met|run ran
pay paid|sit sat|speak spoke spoken|lead led|read read|grow grew grown|lose lost|fall fell fallen
send sent|build built|understand understood|draw drew drawn|break broke broken|spend spent
rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|win won
teach taught|fight fought|sell sold|seek sought|eat ate eaten|sink sank sunk|swim swam swum
forget forgot forgotten|catch caught|fly flew flown|shoot shot|sing sang sung|strike struck
man men|woman women|child children|person people|foot feet|tooth teeth|goose geese|mouse mice
ox oxen|life lives|wife wives|knife knives|leaf leaves|half halves|wolf wolves|shelf shelves
loaf loaves|thief thieves|calf calves|crisis crises|analysis analyses|basis bases
thesis theses|criterion criteria|phenomenon phenomena|datum data|medium media|index indices
i me my mine|we us our ours|he him his|she her hers|they them their theirs|you your yours
good better best|bad worse worst|many more most|little less least|far further furthest
""".replace("\n", "|").split("|"):
    _lemma, *_forms = _line.split() or [""]
    _IRREGULAR.update(dict.fromkeys(_forms, _lemma))

_UNCHANGED = word_set(
    """
    this his its was has as is us bus gas news series species always perhaps thus across plus
    during thing nothing something anything everything king ring spring string morning evening
    building need seed feed speed indeed hundred bed red led united less
    """
)
_VOWEL = re.compile("[aeiouy]")


@lru_cache(maxsize=20_000)
def english_lemmas(form: str) -> tuple[str, ...]:
    """Dictionary forms of the lower-case ``form``, likeliest first."""
    word = form.removesuffix("'s").removesuffix("s'") or form
    if word in _IRREGULAR:
        return (_IRREGULAR[word], word)
    if word in _UNCHANGED or len(word) < 4:
        return (word,)
    return tuple(dict.fromkeys([*_candidates(word), word]))


def _candidates(word: str) -> list[str]:
    if word.endswith(("ss", "us", "is")):
        return [word]
    if word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]]
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return [word[:-2]]
    if word.endswith("s"):
        return [word[:-1]]
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and _VOWEL.search(stem) and len(stem) > 2:
            return _verb_stems(stem)
    return [word]


def _verb_stems(stem: str) -> list[str]:
    if stem.endswith("i"):
        return [stem[:-1] + "y"]
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return [stem[:-1], stem]
    if stem.endswith(("at", "iz", "iv", "uc", "rg", "ag", "ng", "s", "v", "c", "bl", "u")):
        return [stem + "e", stem]
    return [stem, stem + "e"]
