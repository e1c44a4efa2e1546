"""Places, organisations and people, and how they belong together."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from olke.packs.models import PackRecord
from olke.vocabulary.models import Described, Theme
from olke.web.localised import localised


class EntityKind(models.TextChoices):
    """What sort of thing an entity is."""

    COUNTRY = "country", _("country")
    REPUBLIC = "republic", _("republic")
    OBLAST = "oblast", _("oblast")
    DISTRICT = "district", _("district")
    CITY_DISTRICT = "city-district", _("city district")
    SETTLEMENT = "settlement", _("town or village")
    REGION = "region", _("region")
    SITE = "site", _("site")
    ENTERPRISE = "enterprise", _("enterprise")
    FARM = "farm", _("farm")
    INSTITUTION = "institution", _("institution")
    PARTY_BODY = "party-body", _("party body")
    STATE_BODY = "state-body", _("state body")
    NEWSPAPER = "newspaper", _("newspaper")
    MILITARY_UNIT = "military-unit", _("military unit")
    ORGANISATION = "organisation", _("organisation")
    PERSON = "person", _("person")
    GROUP = "group", _("group of people")
    OTHER = "other", _("other")


PLACES = frozenset(
    {
        EntityKind.COUNTRY,
        EntityKind.REPUBLIC,
        EntityKind.OBLAST,
        EntityKind.DISTRICT,
        EntityKind.CITY_DISTRICT,
        EntityKind.SETTLEMENT,
        EntityKind.REGION,
        EntityKind.SITE,
    }
)


class Entity(PackRecord, Described):
    """Somebody or something that claims are about."""

    kind = models.CharField(_("kind"), max_length=20, choices=EntityKind)
    name_kk = models.CharField(_("name in Kazakh"), max_length=250)
    name_ru = models.CharField(_("name in Russian"), max_length=250)
    name_en = models.CharField(_("name in English"), max_length=250)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="entities")
    start = models.CharField(_("beginning (EDTF)"), max_length=60, blank=True)
    end = models.CharField(_("end (EDTF)"), max_length=60, blank=True)
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    coordinate_source = models.CharField(_("source of the coordinates"), max_length=60, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=EntityKind.values), name="entity_kind_known"
            ),
            models.CheckConstraint(
                # SQL takes a comparison with NULL for no violation, so both are said to be there.
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="entity_coordinates_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Main name in the reader's language."""
        return localised(self, "name")


class NameKind(models.TextChoices):
    """What sort of name it is."""

    OFFICIAL = "official", _("official name")
    FORMER = "former", _("former name")
    VARIANT = "variant", _("variant")
    ABBREVIATION = "abbreviation", _("abbreviation")
    MISSPELLING = "misspelling", _("misspelling")
    TRANSLITERATION = "transliteration", _("transliteration")


class Name(models.Model):
    """A further name of an entity, in one language, for a time or always."""

    entity = models.ForeignKey(Entity, models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=250)
    language = models.CharField(_("language"), max_length=2)
    kind = models.CharField(_("kind"), max_length=20, choices=NameKind)
    period = models.CharField(_("when (EDTF)"), max_length=60, blank=True)
    position = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=NameKind.values), name="name_kind_known"),
            models.CheckConstraint(
                condition=Q(language__in=["kk", "ru", "en"]), name="name_language_known"
            ),
            models.UniqueConstraint(fields=["entity", "name", "language"], name="name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class RelationKind(models.TextChoices):
    """How one entity stands to another."""

    PART_OF = "part-of", _("part of")
    LOCATED_IN = "located-in", _("located in")
    SUCCESSOR_OF = "successor-of", _("successor of")
    MERGED_INTO = "merged-into", _("merged into")
    SPLIT_FROM = "split-from", _("split from")
    SUBORDINATE_TO = "subordinate-to", _("subordinate to")
    MEMBER_OF = "member-of", _("member of")


class Relation(models.Model):
    """One entity belongs to, lies in or comes from another, for a time or always."""

    entity = models.ForeignKey(Entity, models.CASCADE, related_name="relations")
    kind = models.CharField(_("relation"), max_length=20, choices=RelationKind)
    other = models.ForeignKey(Entity, models.PROTECT, related_name="inverse_relations")
    period = models.CharField(_("when (EDTF)"), max_length=60, blank=True)
    note = models.TextField(_("note"), blank=True)
    position = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=RelationKind.values), name="relation_kind_known"
            ),
            models.CheckConstraint(condition=~Q(entity=F("other")), name="relation_needs_two"),
            models.UniqueConstraint(
                fields=["entity", "kind", "other", "period"], name="relation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entity} {self.kind} {self.other}"
