"""The part that the teacher leads: the dossier's sections, each a text to show and to read."""

from __future__ import annotations

from collections.abc import Iterator

from olke.planning.lessons import wording
from olke.planning.lessons.wording import said_in_three
from olke.teaching.documents.dossier import ClaimEntry, NoteEntry, Section
from olke.teaching.documents.items import AnyItem, Exhibit
from olke.teaching.documents.lesson import Activity, LessonForm
from olke.teaching.documents.parts import Text, Title
from olke.teaching.drafters.material import Material, in_three
from olke.teaching.drafters.statements import said

CLAIMS_SHOWN = 10
"""Of a section in one exhibit: more do not fit a slide or a reader."""
SECTIONS_SHOWN = 8


def own_activity(
    activity_id: str, minutes: int, material: Material | None, form: LessonForm
) -> Activity:
    """Return the lecture, the discussion, the new material or the guided work of a form."""
    own = wording.OWN_PARTS[form]
    return Activity(
        id=activity_id,
        title=said_in_three(own.title),
        minutes=minutes,
        teacher=said_in_three(own.teacher),
        learner=said_in_three(own.learner),
        items=tuple(exhibits(material)) if material else (),
    )


def exhibits(material: Material) -> Iterator[AnyItem]:
    """Give one exhibit for each section of the dossier: what its claims say, and its notes."""
    for number, section in enumerate(material.dossier.sections[:SECTIONS_SHOWN], 1):
        exhibit = _exhibit(f"s{number}", section, material)
        if exhibit is not None:
            yield exhibit


def _exhibit(number: str, section: Section, material: Material) -> Exhibit | None:
    certain = {claim.key: claim for claim in material.certain}
    named = (entry.claim for entry in section.entries if isinstance(entry, ClaimEntry))
    claims = [certain[key] for key in named if key in certain][:CLAIMS_SHOWN]
    notes = [entry.words for entry in section.entries if isinstance(entry, NoteEntry)]
    if not claims and not notes:
        return None
    sentences = [said(claim, material.units) for claim in claims]

    def text(language: str) -> str:
        listed = "\n".join(f"- {sentence.said(language)}" for sentence in sentences)
        return "\n\n".join(filter(None, [listed, *(note.said(language) for note in notes)]))

    heading = section.title or said_in_three(wording.OTHER_EVIDENCE)
    return Exhibit(
        id=number,
        title=Title.model_validate(shortened(heading).model_dump()),
        text=in_three(text),
        claims=tuple(claim.key for claim in claims),
    )


def shortened(text: Text, longest: int = 200) -> Text:
    """Return a text that fits a title."""
    said = {code: words[:longest] for code, words in text.model_dump().items()}
    return Text.model_validate(said)
