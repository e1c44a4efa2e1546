"""Static files under names that carry their content's digest, so that phones keep them for good."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder, get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from whitenoise.storage import (  # type: ignore[import-untyped]
    CompressedManifestStaticFilesStorage,
)

from olke.web import fonts

# django-htmx brings four builds and their extensions; pages use one.
LEFT_OUT = ["htmax-*", "htmx-4*", "htmx-2.js", "ext", "django-htmx.js", "*.py"]
FONTS = "web/fonts"


class AssetStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # untyped
    """Digest names, ready-made gzip and Brotli; what is not collected yet keeps its plain name."""

    manifest_strict = False
    support_js_module_import_aggregation = True
    # One for each level of modules that import one another: five of Django's are too few.
    max_post_process_passes = 20

    def stored_name(self, name: str) -> str:
        """Return the name with its digest; the plain one in tests, which collect nothing."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name


class FontFinder(FileSystemFinder):
    """Finds the built fonts, which belong to the data folder and not to the source."""

    def __init__(self, *_args: object, **_kwargs: object) -> None:
        root = str(fonts_folder())
        storage = FileSystemStorage(location=root)
        storage.prefix = FONTS  # type: ignore[attr-defined] # read by Django's finders
        self.locations = [(FONTS, root)]
        self.storages = {root: storage}


def fonts_folder() -> Path:
    """Return the folder of the built fonts, beside the collected files."""
    return Path(settings.STATIC_ROOT).with_name("fonts")


def prepare_assets() -> bool:
    """Build the fonts and collect every static file, unless that was done for just these files.

    Returns True when there was something to do (about two seconds); otherwise it costs a few
    milliseconds. Several processes may start together: one works, the others wait for it.
    """
    root = Path(settings.STATIC_ROOT)
    root.parent.mkdir(parents=True, exist_ok=True)
    with _one_at_a_time(root.with_name("static.lock")):
        _prepare_fonts()
        stamp = root / ".made-from"
        wanted = _fingerprint()
        if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
            return False
        # Files under digest names of an older version stay: a page opened before still needs them.
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=LEFT_OUT)
        stamp.write_text(wanted, encoding="ascii")
    return True


def _prepare_fonts() -> None:
    folder = fonts_folder()
    stamp = folder.with_name("fonts.made-from")
    wanted = f"{fonts.version()} {_digest(Path(fonts.__file__).read_bytes())}"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted and folder.is_dir():
        return
    shutil.rmtree(folder, ignore_errors=True)
    fonts.build_fonts(folder)
    stamp.write_text(wanted, encoding="ascii")


def _fingerprint() -> str:
    """Return a digest of the names, sizes and times of every file to be collected."""
    lines = []
    for finder in get_finders():
        for path, storage in finder.list(LEFT_OUT):
            stat = Path(storage.path(path)).stat()
            lines.append(f"{path} {stat.st_size} {stat.st_mtime_ns}")
    kind = type(staticfiles_storage).__module__
    return _digest("\n".join([kind, *sorted(lines)]).encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
