"""What ``datapackage.json`` says of a pack, and whether it may say so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from olke.dates import EdtfError, parse
from olke.exchange.pack.cells import KEY
from olke.exchange.pack.folder import Folder, checksum
from olke.exchange.pack.report import Problem, Severity
from olke.exchange.pack.schema import DESCRIPTOR, FORMAT

LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True)
class Descriptor:
    """The parts of the descriptor that Olke reads; its own are under the property ``olke``."""

    name: str
    titles: Mapping[str, str] = field(default_factory=dict)
    leads: Mapping[str, str] = field(default_factory=dict)
    span: str = ""
    region: str = ""
    version: str = ""
    checksum: str = ""
    hashes: Mapping[str, str] = field(default_factory=dict)
    saved: Mapping[str, object] = field(default_factory=dict)


def read_descriptor(folder: Folder) -> tuple[Descriptor, list[Problem]]:
    """Read the descriptor, with every problem in it; fields that are wrong come back empty."""
    problems: list[Problem] = []
    data = _load(folder.descriptor, problems)
    own = _object(data, "olke", problems)
    edition = _object(own, "edition", problems)
    found = Descriptor(
        name=_string(data, "name", problems),
        titles=_strings(own, "titles", problems),
        leads=_strings(own, "leads", problems),
        span=_string(own, "span", problems),
        region=_string(own, "region", problems),
        version=_string(data, "version", problems),
        checksum=_string(edition, "checksum", problems),
        hashes=_hashes(data, folder, problems),
        saved=_object(own, "saved", problems),
    )
    if folder.descriptor and not any(p.code == "json" for p in problems):
        problems.extend(_faults(found, own, folder))
    return found, problems


def _load(text: str, problems: list[Problem]) -> dict[str, Any]:
    if not text:
        return {}
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as fault:
        row = getattr(fault, "lineno", 1)
        too_long = "a number is too long" if isinstance(fault, ValueError) else "too deep"
        details = {"why": getattr(fault, "msg", too_long)}
        problems.append(Problem(DESCRIPTOR, "json", row, details=details))
        return {}
    if not isinstance(data, dict):
        problems.append(Problem(DESCRIPTOR, "json", 1, details={"why": "not an object"}))
        return {}
    return data


def _faults(found: Descriptor, own: dict[str, Any], folder: Folder) -> list[Problem]:
    faults: list[Problem] = []

    def add(code: str, column: str, **details: str) -> None:
        faults.append(Problem(DESCRIPTOR, code, column=column, details=details))

    if not KEY.fullmatch(found.name) or len(found.name) > 60:
        add("pack-name", "name", found=found.name)
    if own.get("format") != FORMAT:
        add("format", "olke.format", found=str(own.get("format")), wanted=str(FORMAT))
    if not any(found.titles.values()):
        add("required", "olke.titles")
    try:
        parse(found.span) if found.span else None
    except EdtfError as fault:
        meant = fault.suggestion or ""
        details = {"cell": found.span}
        faults.append(Problem(DESCRIPTOR, "edtf", None, "olke.span", details, meant))
    faults.extend(_edited(found, folder))
    return faults


def _edited(found: Descriptor, folder: Folder) -> list[Problem]:
    """Warn of files that are not as the frozen edition had them."""
    edited = [
        Problem(
            path,
            "edited-after-freezing",
            details={"version": found.version or "?"},
            severity=Severity.WARNING,
        )
        for path, digest in found.hashes.items()
        if folder.digests.get(path, digest) != digest
    ]
    if edited or not found.checksum or found.checksum == checksum(folder.digests):
        return edited
    details = {"version": found.version or "?"}
    return [
        Problem(DESCRIPTOR, "edited-after-freezing", None, "version", details, "", Severity.WARNING)
    ]


def _hashes(data: dict[str, Any], folder: Folder, problems: list[Problem]) -> dict[str, str]:
    """Return the declared SHA-256 of each resource, reporting resources that cannot be."""
    hashes: dict[str, str] = {}
    names: set[str] = set()
    resources = data.get("resources", [])
    if not isinstance(resources, list):
        problems.append(Problem(DESCRIPTOR, "descriptor-type", column="resources"))
        return {}
    for number, resource in enumerate(resources):
        column = f"resources[{number}]"
        path = resource.get("path") if isinstance(resource, dict) else None
        if not isinstance(path, str):
            problems.append(Problem(DESCRIPTOR, "descriptor-type", column=f"{column}.path"))
            continue
        problems.extend(_path_faults(path, f"{column}.path", folder))
        if path in names:
            details = {"path": path}
            problems.append(Problem(DESCRIPTOR, "resource-twice", column=column, details=details))
        names.add(path)
        digest = resource.get("hash")
        if isinstance(digest, str) and digest:
            hashes[path] = digest.removeprefix("sha256:")
    if folder.descriptor and data:
        problems.extend(_undescribed(names, folder))
    return hashes


def _path_faults(path: str, column: str, folder: Folder) -> list[Problem]:
    inside = PurePosixPath(path)
    details = {"path": path}
    if inside.is_absolute() or ".." in inside.parts or "://" in path or "\\" in path:
        return [Problem(DESCRIPTOR, "path-leaves-folder", None, column, details)]
    reported = any(problem.file == path for problem in folder.problems)
    if path not in folder.digests and not reported:
        return [Problem(DESCRIPTOR, "missing-file", None, column, details)]
    return []


def _undescribed(names: set[str], folder: Folder) -> list[Problem]:
    return [
        Problem(f"{table}.csv", "undescribed-table", severity=Severity.WARNING)
        for table in folder.tables
        if f"{table}.csv" not in names
    ]


def _object(data: dict[str, Any], name: str, problems: list[Problem]) -> dict[str, Any]:
    value = data.get(name, {})
    if isinstance(value, dict):
        return value
    problems.append(Problem(DESCRIPTOR, "descriptor-type", column=name))
    return {}


def _string(data: dict[str, Any], name: str, problems: list[Problem]) -> str:
    value = data.get(name, "")
    if isinstance(value, str):
        return value
    problems.append(Problem(DESCRIPTOR, "descriptor-type", column=name))
    return ""


def _strings(data: dict[str, Any], name: str, problems: list[Problem]) -> dict[str, str]:
    held = _object(data, name, problems)
    return {code: _string(held, code, problems) for code in LANGUAGES}
