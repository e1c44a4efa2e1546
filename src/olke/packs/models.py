"""A region's pack, its editions and the files in it that are not tables."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from olke.packs.columns import KEY_PATTERN
from olke.web.localised import localised

KEY = RegexValidator(
    rf"^{KEY_PATTERN}\Z",
    _("A key is made of small Latin letters, digits and single hyphens, for instance “wool-mill”."),
)


class Pack(models.Model):
    """One region's evidence, loaded from a folder of plain files.

    ``descriptor`` is the pack's ``datapackage.json`` as it was read, ``layout`` the column order of
    each table, so that saving gives back the bytes that were loaded.
    """

    key = models.CharField(_("key"), max_length=60, unique=True, validators=[KEY])
    title_kk = models.CharField(max_length=200)
    title_ru = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    lead_kk = models.TextField(blank=True)
    lead_ru = models.TextField(blank=True)
    lead_en = models.TextField(blank=True)
    span = models.CharField(_("years covered"), max_length=60, blank=True)
    region_key = models.CharField(_("entity that is the region"), max_length=120, blank=True)
    descriptor = models.TextField()
    layout = models.JSONField(default=dict)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Title in the reader's language."""
        return localised(self, "title")

    @property
    def lead(self) -> str:
        """The one or two sentences under the title, in the reader's language."""
        return localised(self, "lead")

    @property
    def notices(self) -> list[tuple[str, str]]:
        """Path and text of the pack's notices and licences; needs ``files`` loaded."""
        return [
            (file.path, bytes(file.content).decode(errors="replace"))
            for file in self.files.all()
            if file.path.lower().endswith((".md", ".txt")) or "licen" in file.path.lower()
        ]


class PackRecord(models.Model):
    """A record that comes from a pack and goes back to it.

    ``key`` is unique in the whole installation, because addresses and citations use it alone.
    ``position`` is the row's place in its table; ``revision`` grows with each change, so that two
    people who edit at once cannot overwrite one another unseen.
    """

    pack = models.ForeignKey(Pack, models.PROTECT, related_name="+")
    key = models.CharField(_("key"), max_length=120, unique=True, validators=[KEY])
    position = models.PositiveIntegerField(default=0, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class Edition(models.Model):
    """A numbered, checksummed state of a pack that can be cited."""

    pack = models.ForeignKey(Pack, models.CASCADE, related_name="editions")
    number = models.CharField(_("number"), max_length=40)
    checksum = models.CharField(_("checksum (SHA-256)"), max_length=64)
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["pack", "number"], name="edition_once"),
        ]

    def __str__(self) -> str:
        return f"{self.pack.key} {self.number}"


class PackFile(models.Model):
    """A file of the pack that is not a table: a map layer, a notice, a picture."""

    pack = models.ForeignKey(Pack, models.CASCADE, related_name="files")
    path = models.CharField(max_length=200)
    content = models.BinaryField()
    checksum = models.CharField(max_length=64)

    class Meta:
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(fields=["pack", "path"], name="pack_file_once"),
            models.CheckConstraint(
                condition=~Q(path__startswith="/") & ~Q(path__contains=".."),
                name="pack_file_stays_inside",
            ),
        ]

    def __str__(self) -> str:
        return self.path
