"""What the environment says, read once at start; a wrong value stops the program with a sentence.

Every variable is described in ``docs/reference/settings.md``, which is made from ``VARIABLES``.
"""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LANGUAGES = ("kk", "ru", "en")
CHECKOUT = Path(__file__).resolve().parents[2]


class SettingError(Exception):
    """An environment variable holds a value that Olke cannot use."""


class StartError(Exception):
    """Olke cannot start or go on; the message says what to do."""


@dataclass(frozen=True)
class Variable:
    """One environment variable: its name, what it means and what is used when it is not set."""

    name: str
    meaning: str
    default: str


VARIABLES = (
    Variable(
        "OLKE_DATA",
        "The folder that keeps the database and everything people enter.",
        "`data` beside the source, or `~/.local/share/olke` where Olke is installed as a package",
    ),
    Variable(
        "OLKE_DATABASE_URL",
        "Another database, for instance `postgresql://olke@localhost/olke`.",
        "SQLite in `OLKE_DATA`",
    ),
    Variable(
        "OLKE_REDIS_URL",
        "Redis or Valkey, for instance `redis://localhost:6379/0`: tells every process at once "
        "what happens in a live class. Needed with more than one process.",
        "none: one process",
    ),
    Variable(
        "OLKE_PACKS",
        "The folder whose packs are loaded into an empty database.",
        "`packs` beside the source, or the packs installed with the package",
    ),
    Variable(
        "OLKE_HOSTS",
        "Host names that this server answers to, separated by commas; `network` for every address "
        "of this machine in its local networks, `*` for any.",
        "`localhost`, `127.0.0.1`, `[::1]`, and what `olke serve --host` asks for",
    ),
    Variable("OLKE_LANGUAGE", "The language shown first: `kk`, `ru` or `en`.", "`kk`"),
    Variable("OLKE_TIME_ZONE", "The time zone of dates and times on pages.", "`Asia/Almaty`"),
    Variable(
        "OLKE_HTTPS",
        "`1` when a proxy in front serves HTTPS: cookies are then sent over HTTPS only.",
        "`0`",
    ),
    Variable("OLKE_DEBUG", "`1` shows technical details on error pages; never in public.", "`0`"),
)


@dataclass(frozen=True)
class Environment:
    """Everything that can be set from outside, checked and typed."""

    data: Path
    database_url: str
    redis_url: str
    packs: Path
    hosts: tuple[str, ...]
    language: str
    time_zone: str
    https: bool
    debug: bool


def read_environment(values: Mapping[str, str] | None = None) -> Environment:
    """Read the ``OLKE_`` variables.

    Raises ``SettingError`` at the first value that cannot be used, naming the variable and
    what it takes, so that a typing error never silently becomes a default.
    """
    values = os.environ if values is None else values
    _refuse_unknown(values)
    return Environment(
        data=Path(values.get("OLKE_DATA") or _default_data()).expanduser().resolve(),
        database_url=_database_url(values.get("OLKE_DATABASE_URL", "")),
        redis_url=_redis_url(values.get("OLKE_REDIS_URL", "")),
        packs=Path(values.get("OLKE_PACKS") or CHECKOUT / "packs").expanduser().resolve(),
        hosts=_hosts(values.get("OLKE_HOSTS", "")),
        language=_language(values.get("OLKE_LANGUAGE") or "kk"),
        time_zone=_time_zone(values.get("OLKE_TIME_ZONE") or "Asia/Almaty"),
        https=_flag("OLKE_HTTPS", values.get("OLKE_HTTPS", "")),
        debug=_flag("OLKE_DEBUG", values.get("OLKE_DEBUG", "")),
    )


def secret_key(data: Path) -> str:
    """Return this installation's own secret, made on the first start, kept in the data folder.

    Of two processes that start together, one writes it and the other waits and reads it.
    Raises ``SettingError`` where the folder cannot be made, read or written.
    """
    try:
        return _kept_secret(data)
    except OSError as fault:
        why = fault.strerror or fault
        raise SettingError(
            f"the data folder {data} cannot be used ({why}); choose one that can be written "
            "with --data or OLKE_DATA."
        ) from fault


def _kept_secret(data: Path) -> str:
    data.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(data / "secret_key", os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        secret = file.read().strip()
        if not secret:
            secret = secrets.token_urlsafe(48)
            file.write(secret)
        return secret


def _refuse_unknown(values: Mapping[str, str]) -> None:
    known = {variable.name for variable in VARIABLES}
    for name in values:
        if name.startswith("OLKE_") and name not in known:
            raise SettingError(
                f"{name} is not a setting of Olke. The settings are {', '.join(sorted(known))}."
            )


def _default_data() -> Path:
    if (CHECKOUT / "packs").is_dir():
        return CHECKOUT / "data"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "olke"


def _database_url(value: str) -> str:
    schemes = ("postgresql://", "postgres://", "sqlite:///")
    if value and not value.startswith(schemes):
        raise SettingError(
            f"OLKE_DATABASE_URL starts with {' or '.join(schemes)}; "
            f"it is {value.partition(':')[0]!r}."
        )
    return value


def _redis_url(value: str) -> str:
    schemes = ("redis://", "rediss://", "unix://")
    if value and not value.startswith(schemes):
        raise SettingError(
            f"OLKE_REDIS_URL starts with {' or '.join(schemes)}; it is {value.partition(':')[0]!r}."
        )
    return value


def _hosts(value: str) -> tuple[str, ...]:
    given = tuple(host.strip() for host in value.split(",") if host.strip())
    return given or ("localhost", "127.0.0.1", "[::1]")


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise SettingError(f"OLKE_LANGUAGE is one of {', '.join(LANGUAGES)}; it is {value!r}.")
    return value


def _time_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as fault:
        raise SettingError(
            f"OLKE_TIME_ZONE is a name such as Asia/Almaty; {value!r} is not known."
        ) from fault
    return value


def _flag(name: str, value: str) -> bool:
    if value not in {"", "0", "1"}:
        raise SettingError(f"{name} is 0 or 1; it is {value!r}.")
    return value == "1"
