"""Connects the index to the evidence: importing this module is enough."""

from __future__ import annotations

from olke.evidence.signals import evidence_changed
from olke.explore.search.indexing import follow_evidence

evidence_changed.connect(follow_evidence, dispatch_uid="olke.explore.search")
