"""Words of surveys and of the knowledge tree, on all screens."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted, ngettext_noop

WORDS: dict[str, str | Counted] = {
    "survey.nameless": gettext_noop("Nobody sees who answered what."),
    "survey.nobody": gettext_noop("Nobody sees who answered what, you included."),
    "survey.comment": gettext_noop("What is still unclear? You may leave it empty."),
    "survey.kept": gettext_noop("Your answers are kept. You may change them."),
    "survey.hung": gettext_noop("Your apple hangs on the tree. You may change it."),
    "survey.thanks": gettext_noop("Thank you. Look at the screen."),
    "survey.words-kept": gettext_noop("Your words are with the teacher."),
    "survey.answered": ngettext_noop("%(count)s has answered", "%(count)s have answered"),
    "survey.tree": ngettext_noop("A tree with %(count)s apple", "A tree with %(count)s apples"),
}
