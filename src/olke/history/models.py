"""The chain of changes. Entries are only ever added; each carries the digest of the one before."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Action(models.TextChoices):
    """What was done to a record."""

    ADDED = "added", _("added")
    CHANGED = "changed", _("changed")
    WITHDRAWN = "withdrawn", _("withdrawn")
    RESTORED = "restored", _("restored")
    REVIEWED = "reviewed", _("reviewed")
    REVERTED = "reverted", _("reverted")
    REMOVED = "removed", _("removed")


class Entry(models.Model):
    """One change of one record.

    ``old`` and ``new`` are canonical JSON texts (sorted keys, no spaces) so that the digest can be
    computed again from what the database returns, whichever database it is. They hold no name of
    a person, nor does the entry: ``by`` leads to an account, and an account can be erased.
    """

    number = models.BigIntegerField(_("number"), unique=True)
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="history_entries"
    )
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    action = models.CharField(_("what"), max_length=20, choices=Action)
    why = models.TextField(_("why"), blank=True)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["kind", "key", "number"], name="entry_of_record")]
        constraints = [
            models.CheckConstraint(
                condition=Q(action__in=Action.values), name="entry_action_known"
            ),
            models.CheckConstraint(condition=~Q(old="", new=""), name="entry_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.key} {self.action}"

    @property
    def by_name(self) -> str:
        """Who it was, by the name of today; "" for what the system did by itself.

        Load ``by`` with the entries, or this asks one statement an entry.
        """
        return str(self.by) if self.by else ""


class Head(models.Model):
    """The end of the chain: one row, locked by whoever adds to it.

    Without it entries could be cut off at the end unseen.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="head_is_one_row")]

    def __str__(self) -> str:
        return f"{self.number} {self.digest[:12]}"
