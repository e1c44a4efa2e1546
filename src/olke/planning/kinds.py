"""The kinds of documents as pages name them."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from olke.teaching.models import DocumentKind

KIND_TITLES: dict[DocumentKind, str | Promise] = {
    DocumentKind.DOSSIER: _("Dossiers"),
    DocumentKind.LESSON: _("Lessons"),
    DocumentKind.COURSE: _("Courses"),
}
KIND_LISTS = {
    DocumentKind.DOSSIER: "planning:dossiers",
    DocumentKind.LESSON: "planning:lessons",
    DocumentKind.COURSE: "planning:courses",
}
