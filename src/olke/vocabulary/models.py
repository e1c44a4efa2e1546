"""The terms a region's history is told in. Each is a row of the pack, in three languages."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from olke.packs.models import PackRecord
from olke.web.localised import localised


class Labelled(PackRecord):
    """A pack record with a label and a description in three languages."""

    label_kk = models.CharField(_("label in Kazakh"), max_length=200)
    label_ru = models.CharField(_("label in Russian"), max_length=200)
    label_en = models.CharField(_("label in English"), max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Label in the reader's language."""
        return localised(self, "label")


class Described(models.Model):
    """A description in three languages."""

    description_kk = models.TextField(_("description in Kazakh"), blank=True)
    description_ru = models.TextField(_("description in Russian"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)

    class Meta:
        abstract = True

    @property
    def description(self) -> str:
        """Description in the reader's language."""
        return localised(self, "description")


class Theme(Labelled, Described):
    """A field of regional life: industry, transport, agriculture ...; themes nest."""

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )

    class Meta:
        ordering = ["position"]


class HistoricalPeriod(Labelled, Described):
    """A named span of the region's history, for instance the war."""

    span = models.CharField(_("span (EDTF interval)"), max_length=60)
    earliest = models.DateField(editable=False)
    latest = models.DateField(editable=False)

    class Meta:
        ordering = ["earliest"]
        constraints = [
            models.CheckConstraint(
                condition=Q(earliest__lte=models.F("latest")), name="period_starts_before_it_ends"
            ),
        ]


class IndicatorKind(models.TextChoices):
    """What sort of claim an indicator is for."""

    QUANTITY = "quantity", _("quantity")
    EVENT = "event", _("event")
    ROLE = "role", pgettext_lazy("kind of claim", "role")


class Summable(models.TextChoices):
    """What may be added up."""

    YES = "yes", _("over subjects and over time")
    STOCK = "stock", _("over subjects, not over time")
    NO = "no", pgettext_lazy("summing", "never")


class Polarity(models.TextChoices):
    """What more of a quantity, or an event that happens, means for the people of the region.

    The direction of an indicator, as in composite indicators: OECD, Handbook on Constructing
    Composite Indicators (2008). Left open where it is neither, or depends on what is asked.
    """

    POSITIVE = "positive", pgettext_lazy("polarity", "a gain")
    NEGATIVE = "negative", pgettext_lazy("polarity", "a harm or a lack")


class Indicator(Labelled, Described):
    """What is counted (a quantity), what happened (an event), or what somebody was (a role).

    A ``grave`` one tells of people who died, fell ill or were deported: it is read and weighed, but
    no game is made of it.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=IndicatorKind)
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="indicators"
    )
    unit = models.CharField(_("usual unit"), max_length=60, blank=True)
    dimension = models.CharField(_("dimension"), max_length=40, blank=True)
    summable = models.CharField(_("may be summed"), max_length=10, choices=Summable, blank=True)
    polarity = models.CharField(_("gain or harm"), max_length=10, choices=Polarity, blank=True)
    grave = models.BooleanField(_("not for games"), default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=IndicatorKind.values), name="indicator_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(summable__in=["", *Summable.values]), name="indicator_summable_known"
            ),
            models.CheckConstraint(
                condition=Q(polarity__in=["", *Polarity.values]), name="indicator_polarity_known"
            ),
        ]


class Product(Labelled):
    """What is produced, grown, kept or sold; products nest (food, meat, sausage)."""

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )

    class Meta:
        ordering = ["position"]


class PackUnit(PackRecord):
    """A unit that the pack adds to the built-in ones, mostly a counted noun."""

    dimension = models.CharField(_("dimension"), max_length=40)
    base = models.CharField(_("unit it is measured in"), max_length=60, blank=True)
    factor = models.CharField(_("how many of those it is"), max_length=40, blank=True)
    label_kk = models.CharField(max_length=100)
    label_ru_one = models.CharField(max_length=100)
    label_ru_few = models.CharField(max_length=100)
    label_ru_many = models.CharField(max_length=100)
    label_en_one = models.CharField(max_length=100)
    label_en_other = models.CharField(max_length=100)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.key


class TermKind(models.TextChoices):
    """What a glossary entry explains."""

    TERM = "term", _("term")
    ABBREVIATION = "abbreviation", _("abbreviation")


class Term(PackRecord):
    """A glossary entry."""

    kind = models.CharField(_("kind"), max_length=20, choices=TermKind)
    term_kk = models.CharField(max_length=200)
    term_ru = models.CharField(max_length=200)
    term_en = models.CharField(max_length=200)
    definition_kk = models.TextField()
    definition_ru = models.TextField()
    definition_en = models.TextField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=TermKind.values), name="term_kind_known"),
        ]

    def __str__(self) -> str:
        return self.term

    @property
    def term(self) -> str:
        """The word in the reader's language."""
        return localised(self, "term")

    @property
    def definition(self) -> str:
        """The explanation in the reader's language."""
        return localised(self, "definition")
