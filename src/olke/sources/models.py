"""Archives and what they keep, publications, and what people remember."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from olke.packs.models import PackRecord
from olke.web.localised import localised


class Repository(PackRecord):
    """An archive, library or museum that keeps sources (in ISDIAH: an institution)."""

    abbreviation_kk = models.CharField(_("abbreviation in Kazakh"), max_length=60, blank=True)
    abbreviation_ru = models.CharField(_("abbreviation in Russian"), max_length=60, blank=True)
    abbreviation_en = models.CharField(_("abbreviation in English"), max_length=60, blank=True)
    name_kk = models.CharField(_("name in Kazakh"), max_length=250)
    name_ru = models.CharField(_("name in Russian"), max_length=250)
    name_en = models.CharField(_("name in English"), max_length=250)
    place = models.CharField(_("place"), max_length=120, blank=True)
    former_name = models.CharField(_("former name"), max_length=250, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "repositories"

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Name in the reader's language."""
        return localised(self, "name")

    @property
    def abbreviation(self) -> str:
        """Abbreviation in the reader's language, or the name where none is known."""
        return localised(self, "abbreviation") or self.name


class SourceGroup(models.TextChoices):
    """The group a source belongs to; the first five are those of local dissertations in history."""

    ARCHIVE = "archive", _("Archive fonds")
    DECISION = "decision", _("Party and state decisions")
    STATISTICS = "statistics", _("Statistical collections")
    PERIODICAL = "periodical", _("Periodicals")
    SPEECH_MEMOIR = "speech-memoir", _("Speeches and memoirs")
    FAMILY_ORAL = "family-oral", _("Family and oral evidence")
    RESEARCH = "research", _("Research")


class SourceKind(models.TextChoices):
    """What sort of document a source is."""

    FOND = "fond", _("fond")
    FILE = "file", _("archival file")
    BOOK = "book", _("book")
    ARTICLE = "article", _("article")
    CHAPTER = "chapter", _("chapter")
    NEWSPAPER = "newspaper", _("newspaper")
    JOURNAL = "journal", _("journal")
    DISSERTATION = "dissertation", _("dissertation")
    DECREE = "decree", _("decree")
    COLLECTION = "collection", _("collection of documents")
    REPORT = "report", _("report")
    MEMOIR = "memoir", _("memoir")
    INTERVIEW = "interview", _("interview")
    WEB = "web", _("web page")
    UNKNOWN = "unknown", _("not known")


class Source(PackRecord):
    """What a claim rests on: an archival file, a book, a newspaper, somebody's memory.

    ``reference`` is its number in the citing work's list, where that list is all we know.
    Fond, inventory (опись), file (дело) and sheet (лист) are kept apart, as archives number them.
    """

    group = models.CharField(_("group"), max_length=20, choices=SourceGroup, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind)
    reference = models.CharField(_("number in the citing work's list"), max_length=20, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    author = models.CharField(_("author"), max_length=250, blank=True)
    year = models.CharField(_("year (EDTF)"), max_length=60, blank=True)
    publisher = models.CharField(_("publisher"), max_length=250, blank=True)
    place = models.CharField(_("place of publication"), max_length=250, blank=True)
    container = models.CharField(
        _("in (journal, newspaper, collection)"), max_length=300, blank=True
    )
    repository = models.ForeignKey(
        Repository,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name=_("repository"),
    )
    fond = models.CharField(_("fond"), max_length=40, blank=True)
    fond_title = models.CharField(_("title of the fond"), max_length=300, blank=True)
    inventory = models.CharField(_("inventory"), max_length=40, blank=True)
    file = models.CharField(_("file"), max_length=40, blank=True)
    sheet = models.CharField(_("sheet"), max_length=40, blank=True)
    pages = models.CharField(_("pages"), max_length=60, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    url = models.URLField(_("address on the web"), max_length=500, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering = ["position"]
        indexes = [models.Index(fields=["group"], name="source_of_group")]
        constraints = [
            models.CheckConstraint(
                condition=Q(group__in=["", *SourceGroup.values]), name="source_group_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=SourceKind.values), name="source_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(inventory="", file="", sheet="") | ~Q(fond=""),
                name="source_inventory_needs_fond",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.reference or self.key
