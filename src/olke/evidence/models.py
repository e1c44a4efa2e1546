"""The claim and its citations."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from olke.dates import parse
from olke.entities.models import Entity
from olke.evidence.fields import ExactDecimalField
from olke.packs.models import PackRecord
from olke.sources.models import Source
from olke.vocabulary.models import Indicator, Product
from olke.web.localised import localised


class ClaimKind(models.TextChoices):
    """The three kinds of claim."""

    OBSERVATION = "observation", _("observation")
    EVENT = "event", _("event")
    ROLE = "role", pgettext_lazy("kind of claim", "role")


class Bound(models.TextChoices):
    """How the source limits a number."""

    AT_LEAST = "at-least", _("at least")
    AT_MOST = "at-most", _("at most")
    MORE_THAN = "more-than", _("more than")
    LESS_THAN = "less-than", _("less than")


class Aspect(models.TextChoices):
    """Whether a number tells what was, what was planned, required or guessed."""

    ACTUAL = "actual", _("actual")
    PLANNED = "planned", _("planned")
    NORM = "norm", _("norm")
    ESTIMATE = "estimate", _("estimate")


class Measure(models.TextChoices):
    """How a number is expressed."""

    ABSOLUTE = "absolute", _("absolute")
    PERCENT_OF_PLAN = "percent-of-plan", _("percent of plan")
    SHARE = "share", _("share")
    CHANGE_PERCENT = "change-percent", _("change in percent")
    CHANGE_TIMES = "change-times", _("change in times")


class Rank(models.TextChoices):
    """Which of several claims about the same thing to show first (after Wikibase)."""

    PREFERRED = "preferred", _("preferred")
    NORMAL = "normal", _("normal")
    DEPRECATED = "deprecated", _("deprecated")


class Review(models.TextChoices):
    """How far a claim has been checked against its source; apart from its rank."""

    UNREVIEWED = "unreviewed", _("not reviewed")
    REVIEWED = "reviewed", _("reviewed")
    QUESTIONED = "questioned", _("questioned")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Claim(PackRecord):
    """One statement that a source makes: a number, an event, or who was what.

    ``value`` and ``value_max`` are in ``unit``; ``value_sort`` and ``value_max_sort`` are their
    nearest floats, for ordering and drawing only. ``earliest`` and ``latest`` are the first and
    last day that ``period`` covers, None where it is open or unknown. ``object`` is the other
    party of an event or the organisation of a role.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=ClaimKind)
    subject = models.ForeignKey(
        Entity, models.PROTECT, related_name="claims", verbose_name=_("subject")
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="claims", verbose_name=_("indicator")
    )
    product = models.ForeignKey(
        Product,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("product"),
    )
    value = ExactDecimalField(_("value"), null=True, blank=True)
    value_max = ExactDecimalField(_("upper end of the range"), null=True, blank=True)
    value_sort = models.FloatField(null=True, editable=False)
    value_max_sort = models.FloatField(null=True, editable=False)
    bound = models.CharField(_("bound"), max_length=10, choices=Bound, blank=True)
    approximate = models.BooleanField(_("approximate"), default=False)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    period = models.CharField(_("when (EDTF)"), max_length=60, blank=True)
    period_wording = models.CharField(_("when, as the source says it"), max_length=120, blank=True)
    earliest = models.DateField(null=True, editable=False)
    latest = models.DateField(null=True, editable=False)
    aspect = models.CharField(_("aspect"), max_length=10, choices=Aspect, blank=True)
    measure = models.CharField(_("measure"), max_length=16, choices=Measure, blank=True)
    base_period = models.CharField(_("compared with (EDTF)"), max_length=60, blank=True)
    object = models.ForeignKey(
        Entity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims_as_object",
        verbose_name=_("other party"),
    )
    place = models.ForeignKey(
        Entity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims_as_place",
        verbose_name=_("place"),
    )
    title_kk = models.CharField(_("title in Kazakh"), max_length=200, blank=True)
    title_ru = models.CharField(_("title in Russian"), max_length=200, blank=True)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    wording = models.CharField(_("the source's words for it"), max_length=120, blank=True)
    rank = models.CharField(_("rank"), max_length=10, choices=Rank, default=Rank.NORMAL)
    review = models.CharField(_("review"), max_length=10, choices=Review, default=Review.UNREVIEWED)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering = ["position"]
        indexes = [
            models.Index(fields=["indicator", "subject"], name="claim_of_series"),
            models.Index(fields=["earliest"], name="claim_by_time"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ClaimKind.values), name="claim_kind_known"),
            models.CheckConstraint(
                condition=Q(bound__in=["", *Bound.values]), name="claim_bound_known"
            ),
            models.CheckConstraint(condition=Q(rank__in=Rank.values), name="claim_rank_known"),
            models.CheckConstraint(
                condition=Q(review__in=Review.values), name="claim_review_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    kind="observation",
                    value__isnull=False,
                    value_sort__isnull=False,
                    aspect__in=Aspect.values,
                    measure__in=Measure.values,
                )
                & ~Q(unit="")
                | Q(
                    kind__in=["event", "role"],
                    value__isnull=True,
                    value_sort__isnull=True,
                    unit="",
                    aspect="",
                    measure="",
                ),
                name="claim_observation_has_value",
            ),
            models.CheckConstraint(
                condition=~Q(kind="event") | ~Q(title_kk="", title_ru="", title_en=""),
                name="claim_event_has_title",
            ),
            models.CheckConstraint(
                # SQL takes a comparison with NULL for no violation, so all are said to be there.
                condition=Q(value_max__isnull=True, value_max_sort__isnull=True)
                | Q(
                    value__isnull=False,
                    value_sort__isnull=False,
                    value_max__isnull=False,
                    value_max_sort__isnull=False,
                    value_max_sort__gte=F("value_sort"),
                ),
                name="claim_range_goes_up",
            ),
            models.CheckConstraint(
                condition=Q(earliest__isnull=True)
                | Q(latest__isnull=True)
                | Q(earliest__lte=F("latest")),
                name="claim_time_goes_forward",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def title(self) -> str:
        """Title of an event or role in the reader's language; empty for an observation."""
        return localised(self, "title")

    def clean(self) -> None:
        """Bring the columns that follow from others up to date, so that constraints can judge."""
        self.derive()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the columns that follow from others brought up to date."""
        self.derive()
        super().save(*args, **kwargs)

    def derive(self) -> None:
        """Fill the columns that follow from ``value``, ``value_max`` and ``period``."""
        self.value_sort = None if self.value is None else float(self.value)
        self.value_max_sort = None if self.value_max is None else float(self.value_max)
        self.earliest = self.latest = None
        if self.period:
            period = parse(self.period)
            self.earliest, self.latest = period.earliest, period.latest


class LocatorKind(models.TextChoices):
    """How a place in a source is counted."""

    PAGE = "page", _("page")
    SHEET = "sheet", _("sheet")
    PARAGRAPH = "paragraph", _("paragraph")


class Citation(models.Model):
    """Where a claim stands: a source and a place in it, and the work that source itself cites."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="citations")
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="citations", verbose_name=_("source")
    )
    locator_kind = models.CharField(_("counted in"), max_length=10, choices=LocatorKind, blank=True)
    locator = models.CharField(_("where in it"), max_length=60, blank=True)
    through = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="citations_through",
        verbose_name=_("which cites"),
    )
    through_locator_kind = models.CharField(
        _("counted in"), max_length=10, choices=LocatorKind, blank=True
    )
    through_locator = models.CharField(_("where in it"), max_length=60, blank=True)
    note = models.TextField(_("note"), blank=True)
    position = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["source", "locator"], name="citation_by_locator")]
        constraints = [
            models.CheckConstraint(
                condition=Q(locator_kind__in=["", *LocatorKind.values])
                & Q(through_locator_kind__in=["", *LocatorKind.values]),
                name="citation_locator_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(locator="") | ~Q(locator_kind=""), name="citation_locator_has_kind"
            ),
            models.CheckConstraint(
                condition=Q(through_locator="")
                | Q(through__isnull=False) & ~Q(through_locator_kind=""),
                name="citation_through_locator_has_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source.key} {self.locator}".strip()
