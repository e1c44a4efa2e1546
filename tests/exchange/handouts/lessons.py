"""A lesson on the wool mill with an item of every kind, for slides and handouts."""

from __future__ import annotations

from decimal import Decimal

from olke.teaching.documents.dossier import (
    ClaimEntry,
    Dossier,
    DrawingEntry,
    EntityEntry,
    NoteEntry,
    QuotationEntry,
    Section,
    SourceEntry,
)
from olke.teaching.documents.items import (
    AnyItem,
    Choice,
    Estimate,
    Exhibit,
    Grid,
    Level,
    Ordering,
    Prompt,
    Statement,
)
from olke.teaching.documents.lesson import (
    Activity,
    Lesson,
    LessonForm,
    Objective,
    Question,
    Stage,
    StagePart,
)
from olke.teaching.documents.parts import Text, Title

LETTERS = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"
NOTE = "Бұл ескертпе залға көрсетіледі."
QUOTED = "Киіз жылы, ал өзен суық."


def kk(words: str) -> Text:
    """Return words in Kazakh alone."""
    return Text(kk=words)


DOSSIER = Dossier(
    key="mill",
    title=Title(kk="Фабрика деректері"),
    question=kk("Фабрика соғыстан кейін не шығарды?"),
    lead=kk("Мұғалімге ғана айтылатын кіріспе."),
    sections=(
        Section(
            title=kk("Өнім"),
            entries=(
                ClaimEntry(claim="5-02", note=kk(NOTE)),
                ClaimEntry(claim="6-02"),
                ClaimEntry(claim="5-01"),
                EntityEntry(entity="wool-mill"),
                SourceEntry(source="handbook"),
                DrawingEntry(drawing="series?indicator=output&subject=wool-mill"),
                QuotationEntry(quotation=QUOTED, source="mill-file", locator="14-п."),
                NoteEntry(words=kk("Өз сөзіміз осы.")),
            ),
        ),
    ),
)

STATEMENT = Statement(
    id="s1",
    text=kk("Фабрика 1946 жылы жоспарды орындады."),
    answer=True,
    explanation=kk("Орындалуы 107,3 пайыз болған екен."),
    claims=("6-02",),
)
CHOICE = Choice(
    id="c1",
    text=kk("Фабрика қай жылы құрылды?"),
    options=(kk("Бірінші нұсқа"), kk("Екінші нұсқа")),
    answer=(1,),
    explanation=kk("Құрылған жылы осылай анықталды."),
    claims=("5-01",),
)
ESTIMATE = Estimate(
    id="e1",
    text=kk("Қанша киіз шықты деп ойлайсыз?"),
    answer=Decimal("12.50"),
    answer_max=Decimal(14),
    unit=kk("тонна"),
    explanation=kk("Есеп осыған саяды."),
    claims=("5-02",),
)
ORDERING = Ordering(
    id="o1",
    text=kk("Оқиғаларды ретімен қойыңыз."),
    entries=(kk("Құрылды"), kk("Кеңейді"), kk("Жабылды")),
    explanation=kk("Реті осылай болған еді."),
    claims=("5-01",),
)
PROMPT = Prompt(
    id="p1",
    text=kk("Неге киізге сұраныс өсті?"),
    answer=kk("Соғыстан кейін жылы киім керек болды."),
    claims=("5-02",),
    topic=kk("Сұраныс"),
    points=10,
)
GRID = Grid(
    id="g1",
    text=kk("Кестені толтырыңыз."),
    columns=(kk("Жоспар"), kk("Нәтиже")),
    rows=(kk("Киіз"),),
    cells=((kk("он екі тонна"), kk("он төрт тонна")),),
    blank=((0, 1),),
    claims=("5-02",),
)
ANSWERS = (
    "Орындалуы 107,3 пайыз",
    "Құрылған жылы осылай",
    "Есеп осыған саяды",
    "Реті осылай болған",
    "жылы киім керек",
    "он төрт тонна",
    "Өзен жақын болғандықтан",
)
"""What the lesson's learners are to find out: no sheet of theirs may tell it."""


def exhibit(number: int, stand: str = "") -> Exhibit:
    """Return a text to read."""
    return Exhibit.model_validate(
        {
            "id": f"x{number}",
            "title": {"kk": f"Мәтін {number}"},
            "text": {"kk": f"- Дерек {number} бірінші\n- Дерек {number} екінші"},
            "stand": stand,
            "questions": [{"kk": f"Мәтін {number} не айтады?"}],
            "claims": ["5-02"],
        }
    )


def activity(method: str | None, *items: AnyItem) -> Activity:
    """Return an activity of ten minutes; it is named for its method."""
    return Activity(
        id=f"a-{method or 'own'}",
        method=method,
        minutes=10,
        items=items,
        teacher=kk("Мұғалімнің сөзі осында."),
    )


def levels() -> tuple[Prompt, ...]:
    """Return a task of each level."""
    return tuple(
        PROMPT.model_copy(update={"id": f"l{place}", "level": level, "points": place})
        for place, level in enumerate(Level, 1)
    )


def lesson(*activities: Activity, **changes: object) -> Lesson:
    """Return a lesson of these activities, with aims, a plan and consolidation."""
    parts = {
        "key": "felt",
        "title": Title(kk=f"Киіз тарихы: {LETTERS}", en="A history of felt"),
        "form": LessonForm.SEMINAR,
        "dossiers": ("mill",),
        "aims": (kk("Дерекпен жұмыс істейді"),),
        "objectives": (Objective(text=kk("Киіз өндірісін сипаттайды"), code="7.3.1.2"),),
        "plan": (kk("Құрылуы"), kk("Өнімі")),
        "stages": (Stage(part=StagePart.MIDDLE, activities=activities),),
        "consolidation": (
            Question(
                text=kk("Фабрика неге осында салынды?"),
                answer=kk("Өзен жақын болғандықтан."),
                claims=("5-01",),
            ),
        ),
        "homework": kk("Үйде сұрап келіңіз."),
        **changes,
    }
    return Lesson.model_validate(parts)


def full_lesson() -> Lesson:
    """Return a lesson with an item of every kind."""
    return lesson(
        activity("true-or-false", STATEMENT),
        activity("question-and-answer", CHOICE, ESTIMATE, ORDERING),
        activity("hidden-cells", PROMPT),
        activity("levelled-tasks", *levels()),
        activity("jigsaw", exhibit(1), exhibit(2), CHOICE),
        activity("poster-debate", exhibit(3, "for"), exhibit(4, "against")),
        activity("corroborating", exhibit(5), exhibit(6)),
        activity("open-microphone", PROMPT),
        activity("knowledge-tree"),
        activity(None, GRID),
    )
