"""Evidence on a topic of one's own: what a search finds, and the dossier that is made of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from olke.evidence.models import Claim, ClaimKind
from olke.evidence.queries import standing_claims
from olke.evidence.sentences import claim_sentence
from olke.explore.charts.choices import SeriesChoice
from olke.explore.search.answering import results, understand
from olke.explore.search.hits import told_hits
from olke.explore.search.parsing import typed
from olke.explore.search.selections import Selection
from olke.planning.lessons import wording
from olke.planning.lessons.own_part import SECTIONS_SHOWN
from olke.planning.lessons.wording import said_in_three
from olke.teaching.documents.dossier import AnyEntry, ClaimEntry, Dossier, DrawingEntry, Section
from olke.teaching.documents.parts import Text, Title
from olke.teaching.drafters.material import is_certain
from olke.vocabulary.units import unit_registry

MOST_FOUND = 40
MOST_CHOSEN = 24
"""Of what is found, the most important are chosen beforehand: more do not fit a lesson."""
MOST_KEPT = 200
LONG = 3
"""A chart of two values shows nothing that two sentences do not."""


@dataclass(frozen=True)
class FoundClaim:
    """A claim that a topic could rest on, in one sentence; ``chosen``: it is ticked."""

    claim: Claim
    sentence: str
    chosen: bool


@dataclass(frozen=True)
class Finding:
    """What was found: the claims, whether they have every word, and words that nothing has."""

    claims: tuple[FoundClaim, ...]
    complete: bool
    unknown: tuple[str, ...]

    @property
    def chosen(self) -> int:
        """How many claims are ticked."""
        return sum(one.chosen for one in self.claims)


def found_on(words: str, language: str, kept: Sequence[str] = ()) -> Finding:
    """Return the claims ticked already, then those that a search for the words finds.

    A dozen statements. A claim that somebody withdrew is not found. One that somebody questioned
    is, and so are claims with some of the words alone; but those a teacher has to tick.
    """
    ticked = _in_order(kept)
    units = unit_registry()
    before = [
        FoundClaim(claim, claim_sentence(claim, language, units), chosen=True) for claim in ticked
    ]
    known = {claim.pk for claim in ticked}
    question = understand(typed(words).text)
    hits = results(question, Selection(types=("claim",)), limit=MOST_FOUND)
    told = ((item.claim, item.title) for item in told_hits(hits, frozenset(), language))
    new = [(claim, title) for claim, title in told if claim and claim.pk not in known]
    complete = question.coverage.complete
    room = max(0, MOST_CHOSEN - len(before)) if complete else 0
    chosen = set([claim.pk for claim, _title in new if is_certain(claim)][:room])
    found = [FoundClaim(claim, title, claim.pk in chosen) for claim, title in new]
    return Finding((*before, *found), complete, question.coverage.unknown)


def dossier_on(topic: str, keys: Sequence[str], language: str) -> Dossier | None:
    """Put claims together in a dossier; None where none of them stands.

    What several claims tell of gets a section of its own, with a chart where there is a series;
    all else stands in the last one. Within a section the oldest comes first.
    """
    claims = sorted(_in_order(keys), key=_when)
    if not claims:
        return None
    return Dossier(
        key="new",
        title=Title.model_validate({language: topic}),
        sections=tuple(_sections(claims)),
    )


def _in_order(keys: Sequence[str]) -> list[Claim]:
    """Read the standing claims of some keys, each once, in that order."""
    wanted = list(dict.fromkeys(keys))[:MOST_KEPT]
    if not wanted:
        return []
    found = {claim.key: claim for claim in standing_claims().filter(key__in=wanted)}
    return [found[key] for key in wanted if key in found]


def _when(claim: Claim) -> tuple[date, str]:
    return claim.earliest or claim.latest or date.max, claim.key


def _sections(claims: Sequence[Claim]) -> Iterator[Section]:
    """Give a section to each of the things that most is told of, in the order of their time."""
    told = Counter(claim.subject_id for claim in claims)
    own = {pk for pk, count in told.most_common(SECTIONS_SHOWN - 1) if count > 1}
    by_subject: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_subject[claim.subject_id if claim.subject_id in own else 0].append(claim)
    rest = by_subject.pop(0, [])
    for listed in by_subject.values():
        subject = listed[0].subject
        title = Text(kk=subject.name_kk, ru=subject.name_ru, en=subject.name_en)
        yield Section(title=title, entries=tuple(_entries(listed)))
    if rest:
        title = said_in_three(wording.OTHER_EVIDENCE) if by_subject else Text()
        yield Section(title=title, entries=tuple(_entries(rest)))


def _entries(claims: Sequence[Claim]) -> Iterator[AnyEntry]:
    for claim in claims:
        yield ClaimEntry(claim=claim.key)
    yield from _chart(claims)


def _chart(claims: Iterable[Claim]) -> Iterator[DrawingEntry]:
    """Give the chart of the longest series among claims, where there is one."""
    times: dict[tuple[str, str], set[date]] = defaultdict(set)
    for claim in claims:
        if claim.kind == ClaimKind.OBSERVATION and claim.earliest:
            times[claim.indicator.key, claim.subject.key].add(claim.earliest)
    long = {pair: len(known) for pair, known in times.items() if len(known) >= LONG}
    if long:
        indicator, subject = max(long, key=lambda pair: long[pair])
        query = SeriesChoice(indicators=(indicator,), subjects=(subject,)).query
        yield DrawingEntry(drawing=f"series?{query}")
