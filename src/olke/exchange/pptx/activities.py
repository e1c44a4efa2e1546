"""Activities on slides: what learners do and how long, their items, groups, boards, criteria."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from olke.exchange.handouts.colours import (
    COLOURS,
    Colour,
    groups_of,
    roles_of,
    settings_of,
    steps_of,
)
from olke.exchange.handouts.evidence import item_references
from olke.exchange.plans.evidence import Evidence
from olke.exchange.pptx.asking import Asking
from olke.exchange.pptx.pieces import (
    Box,
    Boxes,
    Kind,
    Para,
    Prose,
    Slide,
    Table,
    Tone,
    ended,
    marked_paras,
    prose,
)
from olke.teaching.documents.items import AnyItem, Exhibit, Level
from olke.teaching.documents.lesson import Activity, Criterion
from olke.teaching.methods.dealing import Seat, dealt
from olke.teaching.methods.library import UnknownMethodError, method_of
from olke.teaching.methods.method import Method, Step
from olke.teaching.primitives import Primitive, QuestionSettings

LISTED = frozenset({Primitive.QUEUE, Primitive.WALL, Primitive.POLL, Primitive.SURVEY})
"""Primitives that show their questions together; the others one after another."""


@dataclass(frozen=True)
class Activities:
    """Lays activities out on slides, in one language."""

    evidence: Evidence
    language: str

    def slides(self, activity: Activity) -> Iterator[Slide]:
        """Pass on an activity's slides in the order they are needed."""
        title = self.title(activity)
        yield self._opening(activity, title)
        if count := groups_of(activity):
            yield self._groups(activity, count, title)
        if activity.criteria:
            yield criteria_slide(activity.criteria, title, self.language)
        yield from self._items(activity, title)

    def title(self, activity: Activity) -> str:
        """Return an activity's title, or its method's."""
        method = _method_of(activity)
        own = activity.title.said(self.language)
        return own or (method.title.said(self.language) if method else _("Activity"))

    def _opening(self, activity: Activity, title: str) -> Slide:
        return Slide(
            Kind.PART,
            title,
            minutes(activity.minutes) if activity.minutes else "",
            tuple(self._learner(activity)),
            notes=tuple(self._notes(activity)),
        )

    def _learner(self, activity: Activity) -> Iterator[Prose]:
        own = prose(activity.learner.said(self.language))
        if own:
            yield from own
            return
        said = [
            f"{ended(step.title.said(self.language))} {step.learner.said(self.language)}"
            for step in steps_of(activity)
        ]
        if said:
            yield Prose(tuple(Para(text, f"{number}.") for number, text in enumerate(said, 1)))

    def _notes(self, activity: Activity) -> Iterator[str]:
        if activity.minutes:
            yield _("Time: %(minutes)s.") % {"minutes": minutes(activity.minutes)}
        if teacher := activity.teacher.said(self.language):
            yield _("Teacher: %(action)s") % {"action": teacher}
        method = _method_of(activity)
        if method:
            yield from self._step_notes(method, activity)
        for label, text in (
            (_("Assessment"), activity.assessment),
            (_("Resources"), activity.resources),
            (_("Support"), activity.support),
            (_("Challenge"), activity.challenge),
        ):
            if said := text.said(self.language):
                yield f"{label}: {said}"

    def _step_notes(self, method: Method, activity: Activity) -> Iterator[str]:
        times = method.timed(activity.minutes) if activity.minutes else [0] * len(method.steps)
        for step, seconds in zip(method.steps, times, strict=True):
            time = f" ({clock(seconds)})" if seconds else ""
            title, action = step.title.said(self.language), step.teacher.said(self.language)
            yield f"{title}{time}: {action}"

    def _groups(self, activity: Activity, count: int, title: str) -> Slide:
        """Show the groups by colour, with what each reads where texts are dealt to them."""
        colours = COLOURS[:count]
        portions = dealt_of(activity)
        across = {1: 1, 2: 2, 4: 2, 7: 4, 8: 4}.get(count, 3)
        boxes = [
            Box(
                self._named(colour, portions, Seat(number, count)),
                colour.value,
                Tone.INK if colour.dark else Tone.PAPER,
            )
            for number, colour in enumerate(colours)
        ]
        rows = tuple(tuple(boxes[at : at + across]) for at in range(0, len(boxes), across))
        roles = roles_of(activity, self.language)
        said = prose("\n".join(f"- {role}" for role in roles), sizes=(26, 24, 22, 20))
        head = (Prose((Para(_("In every group"), bold=True),), (24,)),) if roles else ()
        return Slide(
            Kind.TEXT,
            _("Our groups"),
            title,
            (Boxes(rows, height=96.0, size=20 if portions else 28), *head, *said),
            notes=(_("Change the number of colours to the number of groups."),),
        )

    def _named(self, colour: Colour, portions: Sequence[Exhibit], seat: Seat) -> str:
        titles = [
            item.title.said(self.language)
            for item in dealt(portions, seat)
            if isinstance(item, Exhibit)
        ]
        return f"{colour.name}: {'; '.join(titles)}" if titles else str(colour.name)

    def _items(self, activity: Activity, title: str) -> Iterator[Slide]:
        done: set[str] = set()
        steps = steps_of(activity)
        for number, step in enumerate(steps, 1):
            shown = [item for item in step.shown(activity.items) if item.id not in done]
            done.update(item.id for item in shown)
            if shown:
                settings = settings_of(activity, number, step)
                seconds = settings.seconds if isinstance(settings, QuestionSettings) else 0
                asking = Asking(self.evidence, self.language, title, seconds)
                yield from self._step(step, activity, shown, asking)
        rest = [item for item in activity.items if item.id not in done]
        yield from Asking(self.evidence, self.language, title).slides(rest)

    def _step(
        self, step: Step, activity: Activity, shown: Sequence[AnyItem], asking: Asking
    ) -> Iterator[Slide]:
        if step.primitive is Primitive.BOARD:
            yield from self._board(activity, shown, asking)
        elif step.items == "dealt":
            # Each group reads its own on paper; what is asked of all comes after.
            yield from ()
        elif step.items == "chosen" and any(item.level for item in shown):
            yield from self._levels(shown, asking)
        elif step.primitive in LISTED and len(shown) > 1:
            yield from self._listed(shown, asking)
        else:
            yield from asking.slides(shown)

    def _levels(self, shown: Sequence[AnyItem], asking: Asking) -> Iterator[Slide]:
        """Show each level's tasks together: learners work on the level they chose."""
        asking = replace(asking, levels=True)
        for level in (*Level, None):
            tasks = [item for item in shown if item.level is level]
            if tasks:
                name = _("Level %(level)s") % {"level": level.value} if level else asking.kicker
                yield self._together(tasks, asking, name)
        for number, item in enumerate(shown, 1):
            yield from asking.reveal(item, number, len(shown))

    def _listed(self, shown: Sequence[AnyItem], asking: Asking) -> Iterator[Slide]:
        exhibits = [item for item in shown if isinstance(item, Exhibit)]
        questions = [item for item in shown if not isinstance(item, Exhibit)]
        yield from asking.slides(exhibits)
        if questions:
            yield self._together(questions, asking, _("Questions"))
        for number, item in enumerate(questions, 1):
            yield from asking.reveal(item, number, len(questions))

    def _together(self, items: Sequence[AnyItem], asking: Asking, title: str) -> Slide:
        marked = [(f"{number}.", item) for number, item in enumerate(items, 1)]
        paras = [para for mark, item in marked for para in marked_paras(asking.said(item), mark)]
        answers = ((mark, asking.answer(item)) for mark, item in marked)
        notes = [f"{mark} {answer}" for mark, answer in answers if answer]
        return Slide(
            Kind.QUESTION, title, asking.kicker, (Prose(tuple(paras)),), notes=tuple(notes)
        )

    def _board(
        self, activity: Activity, shown: Sequence[AnyItem], asking: Asking
    ) -> Iterator[Slide]:
        """Show the board with a link to each cell's question, and from there back."""
        board = f"board-{activity.id}"
        columns: dict[str, list[AnyItem]] = {}
        for item in shown:
            columns.setdefault(item.topic.said(self.language), []).append(item)
        rows = tuple(
            (Box(topic or asking.kicker, Tone.PAPER), *map(_cell_of(board), cells))
            for topic, cells in columns.items()
        )
        height = min(96.0, max(44.0, 360.0 / max(len(rows), 1) - 8.0))
        yield Slide(
            Kind.TEXT,
            asking.kicker,
            "",
            (Boxes(rows, height, size=20, first=2.0),),
            notes=(_("A click on a cell opens its question; the arrow leads back."),),
            name=board,
        )
        back = Asking(self.evidence, self.language, asking.kicker, asking.seconds, board)
        for item in shown:
            yield back.question(item, 1, 1, name=f"{board}-{item.id}")
            yield from back.reveal(item, 1, 1)


def criteria_slide(criteria: Sequence[Criterion], kicker: str, language: str) -> Slide:
    """Return the criteria of assessment with their descriptors and points."""
    rows = [
        (
            "" if number else criterion.text.said(language),
            descriptor.text.said(language),
            str(descriptor.points),
        )
        for criterion in criteria
        for number, descriptor in enumerate(criterion.descriptors)
    ]
    rows += [(one.text.said(language), "", "") for one in criteria if not one.descriptors]
    head = (_("Criterion"), _("What can be seen"), _("Points"))
    table = Table(head, tuple(rows), (1.0, 2.1, 0.42), sizes=(22, 20))
    return Slide(Kind.TEXT, _("How it is assessed"), kicker, (table,))


def dealt_of(activity: Activity) -> tuple[Exhibit, ...]:
    """Return the texts that are dealt to groups, without those of a debate's sides."""
    if not any(step.items == "dealt" for step in steps_of(activity)):
        return ()
    texts = [item for item in activity.items if isinstance(item, Exhibit)]
    return tuple(text for text in texts if not text.stand)


def minutes(number: int) -> str:
    """Say a number of minutes."""
    return ngettext("%(n)d minute", "%(n)d minutes", number) % {"n": number}


def clock(seconds: int) -> str:
    """Say seconds as minutes and seconds: ``4:30``."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def foot_of(items: Sequence[AnyItem], evidence: Evidence, language: str) -> tuple[str, ...]:
    """Return the source lines of several items."""
    lines = [line for item in items for line in item_references(item, evidence, language)]
    return tuple(dict.fromkeys(lines))


def _cell_of(board: str) -> Callable[[AnyItem], Box]:
    def cell(item: AnyItem) -> Box:
        points = str(item.points or "?")
        return Box(points, Tone.EVIDENCE, Tone.PAPER, link=f"{board}-{item.id}")

    return cell


def _method_of(activity: Activity) -> Method | None:
    try:
        return method_of(activity.method) if activity.method else None
    except UnknownMethodError:
        return None
