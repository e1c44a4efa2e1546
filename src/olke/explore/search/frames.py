"""Words that say what kind of answer is wanted, not what it is about: «қой саны», «годы войны».

Beside other words they are answered by whatever is of that kind, in whichever words it says so: a
number by every observation and every indicator that is measured, years by a period.
"""

from __future__ import annotations

from dataclasses import dataclass

from olke.explore.search.expressions import Expression, Term
from olke.explore.search.marks import STATES_NUMBER, facet_term


@dataclass(frozen=True)
class Frame:
    """One kind of answer: the lemmas that ask for it, folded, and what is of that kind.

    ``alike`` are lemmas that answer and do not ask (бас is a head of cattle, and chief in бас
    инженер). ``also`` is what is of that kind in any words; ``needed`` where the
    words alone say too little; ``surely`` what needs none of the words.
    """

    asking: frozenset[str]
    alike: frozenset[str] = frozenset()
    also: tuple[Expression, ...] = ()
    surely: tuple[Expression, ...] = ()
    needed: bool = False

    @property
    def words(self) -> frozenset[str]:
        """Every lemma that answers."""
        return self.asking | self.alike


_NUMBER_WORDS = """
сан молшер колем канша неше количество число численност обем поголове сколко
number quantity amount count many
"""
_TIME_WORDS = """
жыл кезен дауир заман уакыт год период эпоха время year period era time
"""
_PERIOD = (Term(facet_term("type", "period")),)

NUMBER = Frame(
    frozenset(_NUMBER_WORDS.split()),
    alike=frozenset({"бас", "голова", "head"}),
    also=(Term(facet_term("kind", "observation")), Term(STATES_NUMBER)),
    needed=True,
)
TIME = Frame(frozenset(_TIME_WORDS.split()), also=_PERIOD, surely=_PERIOD)


def frame_of(terms: tuple[str, ...]) -> Frame | None:
    """Return the kind of answer that a word of these terms asks for, if it does."""
    return next((frame for frame in (NUMBER, TIME) if not frame.asking.isdisjoint(terms)), None)
