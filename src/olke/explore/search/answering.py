"""Answering a query: which documents, in which order, how many, and what was understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from olke.explore.search.expressions import Except, Expression, Term, any_of
from olke.explore.search.marks import facet_term
from olke.explore.search.matching import (
    BOUND,
    Counted,
    among,
    anything,
    count,
    find,
    find_by_time,
    joined,
    named,
)
from olke.explore.search.numbering import DocumentKind
from olke.explore.search.planning import Concept, Plan, plan_query
from olke.explore.search.ranking import (
    ANYWHERE,
    CANDIDATES,
    EXACT,
    IN_LEMMAS,
    IN_TITLE,
    SURELY,
    Hit,
    Stage,
    never_rising,
    ranked,
)
from olke.explore.search.remembering import remembered
from olke.explore.search.selections import TYPE, Selection
from olke.explore.search.storing import LONGEST_NAME

MOST_CONCEPTS = 8
"""Concepts that are left out one by one where no document has them all."""
MOST_EXACT = 20


class Order(StrEnum):
    """What results are sorted by."""

    RELEVANCE = "relevance"
    OLDEST = "time"
    NEWEST = "-time"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a query the first results have."""

    had: int
    of: int
    unknown: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing had to be left out."""
        return self.had == self.of


@dataclass(frozen=True)
class Question:
    """A query understood: the stages of its answer, before anything is narrowed or counted.

    ``expression`` is what all results hold; None asks for everything.
    """

    plan: Plan
    stages: tuple[Stage, ...]
    expression: Expression | None
    coverage: Coverage

    @property
    def hopeless(self) -> bool:
        """Whether nothing can match, whatever is chosen."""
        return not self.stages


def understand(text: str) -> Question:
    """Read a query and find out how much of it any document has, before anything is narrowed."""
    plan = plan_query(text, max(1, remembered().documents))
    of = len(plan.wanted) + len(plan.unknown)
    if plan.empty or (plan.unwanted is not None and not of):
        stage = Stage(_refusing(None, plan), 1.0, ANYWHERE)
        return Question(plan, (stage,), stage.expression, Coverage(0, 0, ()))
    if not plan.wanted:
        return Question(plan, (), None, Coverage(0, of, plan.unknown))
    strict = _strict(plan.wanted, plan)
    whole = strict[-1].expression
    if len(plan.wanted) == 1 or (whole is not None and anything(whole)):
        coverage = Coverage(len(plan.wanted), of, plan.unknown)
        return Question(plan, _disjoint(strict), whole, coverage)
    return _relaxed(plan, of)


def narrow(question: Question, selection: Selection) -> Expression | None:
    """Return what results hold after narrowing, for counting."""
    return joined(question.expression, selection.expression())


def how_many(question: Question, selection: Selection) -> Counted:
    """Return the number of results."""
    return Counted(0) if question.hopeless else count(narrow(question, selection))


def results(
    question: Question,
    selection: Selection,
    *,
    limit: int,
    offset: int = 0,
    order: Order = Order.RELEVANCE,
) -> list[Hit]:
    """Return one page of results; no page goes beyond the first ``BOUND``."""
    limit = max(0, min(limit, BOUND - offset))
    if question.hopeless or limit == 0:
        return []
    if order is not Order.RELEVANCE:
        found = find_by_time(
            narrow(question, selection), limit, offset, newest=order is Order.NEWEST
        )
        return [Hit(one.number, 0.0) for one in found]
    hits = _exact(question.plan, selection)
    for stage in question.stages:
        if len(hits) >= offset + limit:
            break
        hits += _of_stage(stage, selection, hits, offset + limit)
    return never_rising(hits)[offset : offset + limit]


def _of_stage(stage: Stage, selection: Selection, before: list[Hit], needed: int) -> list[Hit]:
    expression = joined(stage.expression, selection.expression())
    seen = {hit.number for hit in before}
    candidates = find(expression, CANDIDATES)
    hits = ranked([one for one in candidates if one.number not in seen], stage)
    missing = needed - len(before) - len(hits)
    if missing > 0 and len(candidates) == CANDIDATES:
        further = find(expression, missing + len(seen), CANDIDATES)
        hits += [Hit(one.number, 0.0) for one in further if one.number not in seen]
    return hits


def _exact(plan: Plan, selection: Selection) -> list[Hit]:
    """Return the records with a name that is what was typed, then those with a form of it."""
    if not plan.names:
        return []
    places = named([name[:LONGEST_NAME] for name in plan.names], MOST_EXACT)
    wanted = among(selection.expression(), list(places))
    hits = [Hit(number, IN_LEMMAS if places[number] else EXACT) for number in wanted]
    return sorted(hits, key=lambda hit: (-hit.score, hit.number))


def _strict(concepts: tuple[Concept, ...], plan: Plan) -> list[Stage]:
    weight = sum(concept.weight for concept in concepts) or 1.0
    surely = joined(*(concept.surely for concept in concepts))
    in_title = joined(*(concept.in_title for concept in concepts))
    anywhere = joined(*(concept.anywhere for concept in concepts))
    steps = [(surely, SURELY), (in_title, IN_TITLE), (anywhere, ANYWHERE)]
    if surely == in_title:
        del steps[0]
    return [Stage(_refusing(step, plan), weight, field) for step, field in steps]


def _relaxed(plan: Plan, of: int) -> Question:
    """Leave out as few concepts as possible, then as many as must be."""
    concepts = tuple(sorted(plan.wanted, key=lambda concept: -concept.weight))[:MOST_CONCEPTS]
    for size in range(len(concepts) - 1, 0, -1):
        stages = [
            _strict(some, plan)[-1]
            for some in combinations(concepts, size)
            if (whole := joined(*(c.anywhere for c in some))) is not None and anything(whole)
        ]
        if stages:
            stages.sort(key=lambda stage: -stage.weight)
            rest = any_of(*(concept.anywhere for concept in plan.wanted))
            last = Stage(_refusing(rest, plan), min(c.weight for c in concepts), ANYWHERE)
            coverage = Coverage(size, of, plan.unknown)
            return Question(plan, _disjoint((*stages, last)), last.expression, coverage)
    return Question(plan, (), None, Coverage(0, of, plan.unknown))


def _disjoint(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """Return the stages without what stands in an earlier one."""
    told: list[Stage] = []
    for stage in stages:
        earlier = [one.expression for one in stages[: len(told)] if one.expression is not None]
        expression = stage.expression
        if earlier and expression is not None:
            expression = Except(expression, any_of(*earlier))
        told.append(replace(stage, expression=expression))
    return tuple(told)


def _refusing(expression: Expression | None, plan: Plan) -> Expression | None:
    if plan.unwanted is None:
        return expression
    everything = any_of(*(Term(facet_term(TYPE, kind.code)) for kind in DocumentKind))
    return Except(expression or everything, plan.unwanted)
