"""Bringing the stored documents of a pack into agreement with its files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from olke.accounts.models import Person
from olke.exchange.pack.differences import Difference, Resolution, Step, differences
from olke.exchange.pack.documents import PackDocument, picture_path, pictures_in
from olke.exchange.pack.folder import Folder
from olke.exchange.pack.past import agreed_number
from olke.exchange.pack.report import Problem
from olke.history.models import Entry
from olke.packs.models import Pack
from olke.teaching.domain.documents import Content, plain_content
from olke.teaching.domain.pack import put_pack_document, put_pictures, remove_pack_document
from olke.teaching.models import Document, DocumentKind, Version

Contents = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class DocumentPlan:
    """What a load will do to each document of the pack, before it does anything."""

    files: Mapping[str, PackDocument]
    steps: tuple[Difference, ...]
    taken: tuple[str, ...]
    """Keys that documents of people have, who made them before the pack did."""

    def problems(self) -> Iterator[Problem]:
        """Pass on what stops the load."""
        for difference in self.steps:
            if difference.step is Step.CONFLICT:
                found = self.files.get(difference.key)
                path = found.path if found else difference.key
                details = {"key": difference.key, "columns": _differing(difference)}
                yield Problem(path, "conflict", None, "key", details)
        for key in self.taken:
            yield Problem(self.files[key].path, "key-of-person", 1, "key", {"key": key})


def plan_documents(
    files: Mapping[str, PackDocument],
    pack: Pack,
    saved: Mapping[str, object],
    resolution: Resolution,
) -> DocumentPlan:
    """Compare the files with what is stored, three ways: the common past is the third."""
    stored = {
        document.key: document.content
        for document in Document.objects.filter(pack=pack, removed_at=None)
    }
    wanted = {key: plain_content(document.content, key) for key, document in files.items()}
    past = _past(pack, saved) if stored else {}
    steps = tuple(differences(wanted, stored, past, resolution))
    others = Document.objects.filter(key__in=wanted).exclude(pack=pack)
    return DocumentPlan(files, steps, tuple(others.values_list("key", flat=True)))


def apply_documents(
    plan: DocumentPlan, pack: Pack, folder: Folder, *, by: Person | None, why: str
) -> Counter[str]:
    """Do what was planned, each change with its history entry; return how many of each step."""
    counts: Counter[str] = Counter()
    for difference in plan.steps:
        found = plan.files.get(difference.key)
        if found and difference.step in {Step.ADD, Step.CHANGE, Step.NOTHING}:
            document = put_pack_document(pack, found.content, layout=found.text, by=by, why=why)
            put_pictures(document, _pictures(found.content, folder))
        elif difference.step is Step.VANISH:
            remove_pack_document(pack, difference.key, by=by, why=why)
        step = "removed" if difference.step is Step.VANISH else difference.step.value
        counts[step] += 1
    return counts


def _pictures(content: Content, folder: Folder) -> dict[str, bytes]:
    names = pictures_in(content)
    return {name: folder.files[picture_path(content.key, name)] for name in names}


def _past(pack: Pack, saved: Mapping[str, object]) -> dict[str, dict[str, Any] | None]:
    """Return, of each document changed here since files and database agreed, the state of then."""
    since = agreed_number(pack, saved)
    kinds = [kind.value for kind in DocumentKind]
    entries = Entry.objects.filter(number__gt=since, kind__in=kinds).order_by("number")
    revisions: dict[str, int | None] = {}
    for entry in entries:
        revision = json.loads(entry.old).get("revision") if entry.old else None
        if entry.old and revision is None:
            continue  # who may read it was changed, not what is in it
        revisions.setdefault(entry.key, revision)
    versions = Version.objects.filter(document__key__in=revisions, document__pack=pack)
    contents = {
        (key, number): content
        for key, number, content in versions.values_list("document__key", "number", "content")
    }
    return {
        key: None if revision is None else contents.get((key, revision))
        for key, revision in revisions.items()
    }


def _differing(difference: Difference) -> str:
    old, new = difference.old or {}, difference.new or {}
    return ", ".join(sorted(n for n in {*old, *new} if old.get(n) != new.get(n)))
