"""Authored documents: one row each, with versions, drafts, shares and what they rest on."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from olke.packs.models import KEY, Pack
from olke.teaching.documents.course import Course
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson, LessonForm
from olke.web.localised import localised


class DocumentKind(models.TextChoices):
    """The three kinds of authored documents."""

    DOSSIER = "dossier", _("dossier")
    COURSE = "course", _("course")
    LESSON = "lesson", _("lesson")


CONTENTS: dict[str, type[Dossier] | type[Course] | type[Lesson]] = {
    DocumentKind.DOSSIER: Dossier,
    DocumentKind.COURSE: Course,
    DocumentKind.LESSON: Lesson,
}
FORMS = {
    LessonForm.LECTURE: _("lecture"),
    LessonForm.SEMINAR: _("seminar"),
    LessonForm.SCHOOL: _("school lesson"),
    LessonForm.INDEPENDENT: _("independent work"),
}


class Visibility(models.TextChoices):
    """Who may read a document besides its owner and those it is shared with."""

    PRIVATE = "private", _("only me")
    ORGANISATION = "organisation", _("teachers of my organisations")
    LINK = "link", _("anyone who has the link")
    PUBLIC = "public", _("everyone")


def new_secret() -> str:
    """Return what makes a private link unguessable: 128 random bits."""
    return secrets.token_urlsafe(16)


class Document(models.Model):
    """A dossier, course or lesson as it is now.

    ``content`` is the document's data (``olke.teaching.documents``); titles, form and minutes
    are in it too and stand beside it for lists. Every saved state is a ``Version``; ``revision``
    is the number of the newest. A document of a pack has no owner and is public. ``layout`` is
    the pack file's text as it was loaded, given back byte for byte while nothing changed.
    """

    kind = models.CharField(max_length=10, choices=DocumentKind)
    key = models.CharField(_("key"), max_length=120, unique=True, validators=[KEY])
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="documents"
    )
    pack = models.ForeignKey(Pack, models.PROTECT, null=True, related_name="documents")
    title_kk = models.CharField(max_length=200, blank=True)
    title_ru = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    form = models.CharField(
        max_length=12, blank=True, choices=[(form.value, said) for form, said in FORMS.items()]
    )
    minutes = models.PositiveSmallIntegerField(default=0)
    content = models.JSONField()
    revision = models.PositiveIntegerField(default=1)
    visibility = models.CharField(max_length=12, choices=Visibility, default=Visibility.PRIVATE)
    secret = models.CharField(max_length=43, unique=True, default=new_secret, editable=False)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="copies")
    layout = models.TextField(blank=True)
    created_at = models.DateTimeField(db_default=Now())
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-changed_at", "-pk"]
        indexes = [models.Index(fields=["kind", "visibility"], name="document_by_kind")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=DocumentKind.values), name="document_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(visibility__in=Visibility.values), name="document_visibility_known"
            ),
            models.CheckConstraint(
                condition=~Q(title_kk="", title_ru="", title_en=""), name="document_has_title"
            ),
            models.CheckConstraint(
                condition=Q(kind="lesson", form__in=[form.value for form in LessonForm])
                | ~Q(kind="lesson") & Q(form="", minutes=0),
                name="document_form_of_lesson",
            ),
            models.CheckConstraint(
                condition=Q(owner__isnull=False, pack__isnull=True)
                | Q(owner__isnull=True, pack__isnull=False, visibility="public"),
                name="document_has_owner_or_pack",
            ),
            models.CheckConstraint(condition=Q(revision__gte=1), name="document_has_revision"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Title in the reader's language."""
        return localised(self, "title")

    def parsed(self) -> Dossier | Course | Lesson:
        """Return the content as the data class of its kind."""
        return CONTENTS[self.kind].model_validate(self.content)


class Version(models.Model):
    """A saved state of a document; versions are only added."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_counts_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} · {self.number}"


class Draft(models.Model):
    """What somebody has typed and not yet saved: kept until saved or thrown away.

    ``data`` is plain data that need not be a whole document yet; ``revision`` is the version it
    began from.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="drafts")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="teaching_drafts"
    )
    revision = models.PositiveIntegerField()
    data = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "person"], name="draft_once"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} · {self.person_id}"


class Share(models.Model):
    """A colleague who may read a document, or change it too."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="shares")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="shared_documents"
    )
    may_change = models.BooleanField(_("may change it"), default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "person"], name="share_once")]

    def __str__(self) -> str:
        return f"{self.document_id} · {self.person_id}"


class UseKind(models.TextChoices):
    """What a document may rest on."""

    CLAIM = "claim", _("claim")
    ENTITY = "entity", _("entity")
    SOURCE = "source", _("source")
    DOCUMENT = "document", _("document")


class Use(models.Model):
    """A document rests on a record. By key: a document outlives what it was made from.

    ``seen`` is the number of the newest history entry when the document last agreed with the
    record: entries of the record after it are corrections that its teacher has not yet seen.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="uses")
    kind = models.CharField(max_length=10, choices=UseKind)
    key = models.CharField(max_length=120)
    seen = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["kind", "key"], name="use_of_record")]
        constraints = [
            models.UniqueConstraint(fields=["document", "kind", "key"], name="use_once"),
            models.CheckConstraint(condition=Q(kind__in=UseKind.values), name="use_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} → {self.kind} {self.key}"


class Picture(models.Model):
    """A picture in a document, drawn anew from what was uploaded, so that only pixels are left.

    ``digest`` is the SHA-256 of ``content``; ``name`` is unique in its document.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="pictures")
    name = models.CharField(max_length=120)
    content = models.BinaryField()
    media_type = models.CharField(max_length=40)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "name"], name="picture_once"),
            models.CheckConstraint(
                condition=Q(width__gte=1, height__gte=1), name="picture_has_size"
            ),
            models.CheckConstraint(
                condition=Q(media_type__in=["image/jpeg", "image/png", "image/webp"]),
                name="picture_media_type_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name


def listed_fields(content: Dossier | Course | Lesson) -> dict[str, Any]:
    """Return the columns of a document that stand in its content, too."""
    title = {f"title_{code}": getattr(content.title, code) for code in ("kk", "ru", "en")}
    if isinstance(content, Lesson):
        return {**title, "form": content.form.value, "minutes": content.minutes}
    return {**title, "form": "", "minutes": 0}
