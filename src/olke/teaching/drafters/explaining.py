"""Tasks that ask for a reason or a judgement, with what a good answer would say.

The evidence tells what happened, seldom why. So a model answer names the change with its numbers,
and the facts of the dossier from the same time that may bear on it; the criteria ask for a cause
and for the evidence it rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.utils.translation import gettext

from olke.entities.models import PLACES
from olke.evidence.models import Claim, ClaimKind
from olke.teaching.documents.items import Level, Prompt
from olke.teaching.documents.parts import NO_TEXT, Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.comparisons import Comparison, compared, two_events
from olke.teaching.drafters.disagreements import Disagreement
from olke.teaching.drafters.draft import UNNUMBERED
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.series import Pair, Series
from olke.teaching.drafters.statements import said

GROUNDS = 3
"""At most so many facts are named that may bear on a change."""
BEFORE = timedelta(days=731)
"""A cause is looked for up to two years before."""


def change(found: Series, material: Material) -> Prompt:
    """Ask what explains a series, giving its figures."""
    lines = [said(claim, material.units) for claim in found.claims]
    first, last = found.claims[0], found.claims[-1]
    rises = material.figures.above(last, first)
    grounds = bearing_on(first, last, material)
    question = asking.filled(
        lambda: gettext("What changed from %(first)s to %(last)s, and what may explain it?"),
        first=asking.time(first),
        last=asking.time(last),
    )
    return Prompt(
        id=UNNUMBERED,
        text=asking.under(asking.listed(lines), question),
        answer=asking.under(
            verdict(first, last, material, rises=rises), *grounds_for(grounds, material)
        ),
        explanation=criteria(_of_change()),
        claims=_keys(found.claims, grounds),
        level=Level.B,
        points=2,
    )


def difference(found: Comparison, material: Material) -> Prompt:
    """Ask what explains that one of two numbers is the higher."""
    claims = (found.less, found.more)
    grounds = bearing_on(found.less, found.more, material)
    question = asking.filled(lambda: gettext("What may explain the difference?"))
    lines = asking.listed([said(claim, material.units) for claim in claims])
    higher = verdict(found.less, found.more, material, rises=True)
    return Prompt(
        id=UNNUMBERED,
        text=asking.under(lines, question),
        answer=asking.under(higher, *grounds_for(grounds, material)),
        explanation=criteria(_of_change()),
        claims=_keys(claims, grounds),
        level=Level.B,
        points=2,
    )


def judgement(found: Disagreement, material: Material) -> Prompt:
    """Ask which of the figures that disagree to trust, and why."""
    lead, answer = _of_three() if len(found.claims) > 2 else _of_two()
    lines = [said(claim, material.units) for claim in found.claims]
    question = asking.filled(lambda: gettext("Which of them would you trust more, and why?"))
    return Prompt(
        id=UNNUMBERED,
        text=asking.under(lead, asking.listed(lines), question),
        answer=answer,
        explanation=criteria(_of_judgement()),
        claims=found.keys,
        level=Level.C,
        points=3,
    )


def _of_two() -> tuple[Text, Text]:
    """Say that two records differ, and what a good answer to that is."""
    return (
        asking.filled(lambda: gettext("Two records differ:")),
        asking.filled(
            lambda: gettext(
                "Both cannot be right. A good answer asks of each who counted, when, for whom and "
                "from what; says which record stands nearer to the event; and names what further "
                "document would settle it."
            )
        ),
    )


def _of_three() -> tuple[Text, Text]:
    """Say that plan, result and percent do not fit, and what a good answer to that is."""
    return (
        asking.filled(lambda: gettext("A plan, its result and the percent do not fit together:")),
        asking.filled(
            lambda: gettext(
                "All three cannot be right. A good answer works the percent out from the plan and "
                "the result, asks from which plan it was counted, and names what further document "
                "would settle it."
            )
        ),
    )


def fulfilment(pair: Pair, material: Material) -> Prompt:
    """Ask for a judgement on plan and actual."""
    plan, fact = pair.plan, pair.fact
    grounds = bearing_on(fact, fact, material)
    lines = asking.listed([said(claim, material.units) for claim in (plan, fact)])
    return Prompt(
        id=UNNUMBERED,
        text=asking.under(
            lines,
            asking.filled(
                lambda: gettext(
                    "Was the plan met? Judge whether the plan or the work accounts for the outcome."
                )
            ),
        ),
        answer=asking.under(outcome(pair, material), *grounds_for(grounds, material)),
        explanation=criteria(_of_judgement()),
        claims=_keys((plan, fact), grounds),
        level=Level.C,
        points=3,
    )


def reason(claim: Claim, material: Material) -> Prompt | None:
    """Ask why something happened; None where the dossier tells nothing that bears on it."""
    grounds = bearing_on(claim, claim, material)
    if not grounds:
        return None
    return Prompt(
        id=UNNUMBERED,
        text=asking.filled(
            lambda: gettext("%(event)s Why did this happen, and what did it change?"),
            event=said(claim, material.units),
        ),
        answer=asking.under(*grounds_for(grounds, material)),
        explanation=criteria(_of_change()),
        claims=_keys((claim,), grounds),
        level=Level.B,
        points=2,
    )


def bearing_on(first: Claim, last: Claim, material: Material) -> list[Claim]:
    """Return facts of the dossier about the same subject or theme from the time of a change.

    Those of the same subject come first, the nearer year before the further one, and in one year
    events before numbers.
    """
    begin = min((c.earliest for c in (first, last) if c.earliest), default=None)
    end = max((c.latest for c in (first, last) if c.latest), default=None)
    if begin is None or end is None:
        return []
    found = [
        claim
        for claim in material.certain
        if claim.pk not in (first.pk, last.pk)
        and claim.kind != ClaimKind.ROLE
        and claim.indicator_id != first.indicator_id
        and claim.earliest is not None
        and begin - BEFORE <= claim.earliest <= end
        and near(claim, first, material)
    ]

    def order(claim: Claim) -> tuple[bool, int, bool]:
        away = abs((claim.latest or end).year - end.year)
        return claim.subject_id != first.subject_id, away, claim.kind != ClaimKind.EVENT

    found.sort(key=order)
    return found[:GROUNDS]


def near(claim: Claim, other: Claim, material: Material) -> bool:
    """Tell whether a fact is of the same subject or its kin, or of the theme and of a place.

    What happened in another works of the trade seldom bears on this one.
    """
    theme = claim.indicator.theme_id
    same = theme is not None and theme == other.indicator.theme_id
    of_place = claim.subject.kind in PLACES or other.subject.kind in PLACES
    return (same and of_place) or material.kin.related(claim.subject_id, other.subject_id)


def _keys(claims: Sequence[Claim], grounds: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.key for claim in (*claims, *grounds)))


def verdict(first: Claim, last: Claim, material: Material, *, rises: bool) -> Text:
    """Say how the first number stands to the last: of one subject in time, or of two."""
    one, other = asking.value(first, material.units), asking.value(last, material.units)
    if first.subject_id != last.subject_id:
        return asking.filled(
            lambda: gettext("The figure is higher in the second case: %(one)s → %(other)s."),
            one=one,
            other=other,
        )
    message: Callable[[], str] = (
        (lambda: gettext("The figure rose: %(one)s → %(other)s."))
        if rises
        else (lambda: gettext("The figure fell: %(one)s → %(other)s."))
    )
    return asking.filled(message, one=one, other=other)


def outcome(pair: Pair, material: Material) -> Text:
    """Say whether a plan was met, with both numbers."""
    message: Callable[[], str] = (
        (lambda: gettext("The plan was not met: %(fact)s, against %(plan)s planned."))
        if material.figures.above(pair.plan, pair.fact)
        else (lambda: gettext("The plan was met: %(fact)s, against %(plan)s planned."))
    )
    plan, fact = (asking.number(claim, material.units) for claim in (pair.plan, pair.fact))
    return asking.filled(message, plan=plan, fact=fact)


def grounds_for(grounds: Sequence[Claim], material: Material) -> tuple[Text, ...]:
    """Say which facts may bear on a change, or that the dossier names none."""
    if not grounds:
        none = asking.filled(
            lambda: gettext("The dossier names no cause: an answer must look for one beyond it.")
        )
        return (none,)
    lead = asking.filled(lambda: gettext("Facts of the same time that may bear on it:"))
    lines = asking.listed([said(claim, material.units) for claim in grounds])
    return lead, lines


def _of_change() -> list[Text]:
    return [
        asking.filled(lambda: gettext("says what changed, with figures and times")),
        asking.filled(lambda: gettext("names a cause and rests it on the evidence")),
        asking.filled(lambda: gettext("tells what is known from what is supposed")),
    ]


def _of_judgement() -> list[Text]:
    return [
        asking.filled(lambda: gettext("takes a clear position")),
        asking.filled(lambda: gettext("weighs the figures by where they come from")),
        asking.filled(lambda: gettext("says what remains open, and what would settle it")),
    ]


def criteria(lines: Sequence[Text]) -> Text:
    """List what makes an answer or a work complete."""
    lead = asking.filled(lambda: gettext("A full answer:"))
    return asking.under(lead, asking.listed(lines)) if lines else NO_TEXT


def side_by_side(found: Comparison, material: Material) -> Prompt:
    """Ask which of two numbers is the higher, or which of two events came first."""
    of_events = found.less.kind == ClaimKind.EVENT
    # By key, not the lesser first: who reads many cells would see it.
    first, second = sorted((found.less, found.more), key=lambda claim: claim.key)
    if of_events:
        named = two_events(first, second)
        question = asking.filled(lambda: gettext("Which came first?"))
    else:
        named = compared(first, second)
        question = asking.filled(lambda: gettext("Which has the higher figure, and by how much?"))
    lines = [asking.dated(claim, material.units) for claim in (found.less, found.more)]
    return Prompt(
        id=UNNUMBERED,
        text=asking.joined([named, question]),
        answer=asking.listed(lines),
        explanation=asking.joined([said(c, material.units) for c in (first, second)]),
        claims=(first.key, second.key),
        level=Level.B,
    )
