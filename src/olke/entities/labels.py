"""What a relation is called when it is seen from its other end."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from olke.entities.models import RelationKind

INVERSE: dict[RelationKind, str | Promise] = {
    RelationKind.PART_OF: _("Parts"),
    RelationKind.LOCATED_IN: _("Located here"),
    RelationKind.SUCCESSOR_OF: _("Successors"),
    RelationKind.MERGED_INTO: _("Merged into it"),
    RelationKind.SPLIT_FROM: _("Split from it"),
    RelationKind.SUBORDINATE_TO: _("Subordinate to it"),
    RelationKind.MEMBER_OF: _("Members"),
}


def inverse_label(kind: str) -> str:
    """Return the heading for the entities that stand in a relation to this one."""
    return str(INVERSE[RelationKind(kind)])
