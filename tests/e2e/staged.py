"""A class on stage for tests in a browser: its own server, its teacher, a cable that can be cut.

Run as a program it prepares the database in ``OLKE_DATA`` and prints what the tests have to know.
"""

from __future__ import annotations

import json
import os
import select
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OLKE = Path(sys.executable).with_name("olke")
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Stage:
    """A running server with classes to join; the teacher directs them by requests."""

    address: str
    data: Path
    session: str
    classes: dict[str, dict[str, Any]]

    def command(self, key: str, name: str, **data: object) -> None:
        """Do what a button of the console does."""
        token = "k" * 32
        body = urllib.parse.urlencode({"name": name, **data}).encode()
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={token}",
            "X-CSRFToken": token,
            "Accept": "application/json",
        }
        url = f"{self.address}/classes/{key}/command/"
        with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=20):  # noqa: S310
            pass

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        path = f"file:{self.data / 'olke.sqlite3'}?mode=ro"
        with closing(sqlite3.connect(path, uri=True, timeout=20)) as base:
            return int(base.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608

    def next(self, key: str, times: int = 1) -> None:
        """Press the one button."""
        for _ in range(times):
            self.command(key, "advance")


@contextmanager
def staged(data: Path, lessons: list[str]) -> Iterator[Stage]:
    """Start a server on an empty data folder with a class for each lesson of ``LESSONS``."""
    packs = data / "no-packs"
    packs.mkdir(parents=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OLKE_")}
    environment = kept | {"OLKE_DATA": str(data), "OLKE_PACKS": str(packs)}
    told = subprocess.run(
        [sys.executable, "-m", "tests.e2e.staged", *lessons],
        env=environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    port = free_port()
    process = subprocess.Popen(
        [OLKE, "serve", "--port", str(port), "--no-browser"],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(port, process)
        yield Stage(f"http://127.0.0.1:{port}", data, **json.loads(told))
    finally:
        process.terminate()
        process.wait(timeout=20)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, "the server did not start"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise AssertionError("the server did not start")


class Cable:
    """Stands between browsers and the server: it can be cut, and it can let no sockets through."""

    def __init__(self, address: str, *, sockets: bool = True) -> None:
        self._port = int(address.rpartition(":")[2])
        self._sockets = sockets
        self._muted = False
        self._whole = threading.Event()
        self._whole.set()
        self._open: set[socket.socket] = set()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """End what is open and let nothing through."""
        self._whole.clear()
        self._end_open()

    def mend(self) -> None:
        """Let everything through again, on new connections: what was said meanwhile is lost."""
        if self._muted:
            self._end_open()
        self._whole.set()
        self._muted = False

    def mute(self) -> None:
        """Keep open what is open, and pass on nothing that is said there."""
        self._muted = True

    def allow_sockets(self) -> None:
        """Let sockets through from now on."""
        self._sockets = True

    def close(self) -> None:
        """End it for good."""
        self.cut()
        self._door.close()

    def _end_open(self) -> None:
        for end in list(self._open):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _listen(self) -> None:
        while True:
            try:
                browser, _ = self._door.accept()
            except OSError:
                return
            if not self._whole.is_set():
                browser.close()
                continue
            threading.Thread(target=self._pass_on, args=(browser,), daemon=True).start()

    def _pass_on(self, browser: socket.socket) -> None:
        with suppress(OSError), browser, socket.create_connection(("127.0.0.1", self._port)) as end:
            self._open |= {browser, end}
            try:
                self._pump(browser, end)
            finally:
                self._open -= {browser, end}

    def _pump(self, browser: socket.socket, server: socket.socket) -> None:
        others = {browser: server, server: browser}
        while self._whole.is_set():
            ready, _, _ = select.select(list(others), [], [], 0.5)
            for one in ready:
                sent = one.recv(65536)
                if not sent:
                    return
                if not self._sockets and b"\r\nupgrade: websocket" in sent.lower():
                    return
                if not self._muted:
                    others[one].sendall(sent)


def words(kk: str, ru: str, en: str) -> dict[str, str]:
    """Return a text in three languages."""
    return {"kk": kk, "ru": ru, "en": en}


CLAIM = "a-claim"
CLAIMS = {
    CLAIM: {
        "sentence": words(
            "Семей ет комбинаты 1946 жылғы тоғыз айда 7 646 тонна ет өндірді, жоспар 9 650 тонна.",
            "Семипалатинский мясокомбинат за девять месяцев 1946 года дал 7 646 тонн мяса "
            "при плане 9 650 тонн.",
            "In nine months of 1946 the meat cannery made 7,646 tonnes of meat; "
            "the plan was 9,650 tonnes.",
        ),
        "citations": [
            words(
                "ШҚО ҚТЗҚО, 741-қор, 1-тізбе, 35-іс, 32-парақ",
                "ЦДНИ ВКО. Ф. 741. Оп. 1. Д. 35. Л. 32",
                "ЦДНИ ВКО. Fond 741, inventory 1, file 35, sheet 32",
            )
        ],
    }
}
EXPLANATION = words(
    "7 646 тоннаны 9 650 тоннаға бөлсек, 79,2 % шығады.",
    "7 646 тонн разделить на 9 650 тонн: 79,2 %.",
    "7,646 tonnes divided by 9,650 tonnes is 79.2 %.",
)
ITEMS: dict[str, dict[str, Any]] = {
    "statement": {
        "kind": "statement",
        "text": words(
            "1946 жылғы тоғыз айда Семей ет комбинаты ет жоспарын асыра орындады.",
            "За девять месяцев 1946 года Семипалатинский мясокомбинат перевыполнил план по мясу.",
            "In nine months of 1946 the Semipalatinsk meat cannery exceeded its plan for meat.",
        ),
        "answer": False,
    },
    "choice": {
        "kind": "choice",
        "text": words(
            "1946 жылғы тоғыз айда Семей ет комбинаты ет жоспарын қанша пайызға орындады?",
            "На сколько процентов Семипалатинский мясокомбинат выполнил план по мясу "
            "за девять месяцев 1946 года?",
            "What part of its plan for meat did the meat cannery fulfil in nine months of 1946?",
        ),
        "options": [words(n, n, n) for n in ("104 %", "79 %", "57 %", "91 %")],
        "answer": [1],
    },
    "several": {
        "kind": "choice",
        "text": words(
            "Қай кәсіпорындар соғыс жылдары Семейге көшірілді?",
            "Какие предприятия эвакуировали в Семипалатинск в годы войны?",
            "Which enterprises were moved to Semipalatinsk during the war?",
        ),
        "options": [
            words("Киев тігін фабрикасы", "Киевская швейная фабрика", "Kiev clothing factory"),
            words("Ет комбинаты", "Мясокомбинат", "Meat cannery"),
            words("Тула аяқкиім фабрикасы", "Тульская обувная фабрика", "Tula shoe factory"),
        ],
        "answer": [0, 2],
    },
    "estimate": {
        "kind": "estimate",
        "text": words(
            "1946 жылғы тоғыз айда комбинат қанша тонна ет өндірді?",
            "Сколько тонн мяса дал комбинат за девять месяцев 1946 года?",
            "How many tonnes of meat did the cannery make in nine months of 1946?",
        ),
        "answer": "7646",
        "unit": words("тонна", "тонн", "tonnes"),
    },
    "ordering": {
        "kind": "ordering",
        "text": words(
            "Оқиғаларды рет-ретімен қойыңдар.",
            "Расставьте события по порядку.",
            "Put the events in their order.",
        ),
        "entries": [
            words("Семей облысының құрылуы", "Образование области", "The oblast is founded"),
            words("Полигондағы алғашқы сынақ", "Первое испытание на полигоне", "The first test"),
            words("Полигонның жабылуы", "Закрытие полигона", "The test site is closed"),
        ],
    },
    "prompt": {
        "kind": "prompt",
        "text": words(
            "Неге есептегі пайыз өз сандарына сай келмейді?",
            "Почему процент в отчёте не сходится с его собственными числами?",
            "Why does the report's percentage not follow from its own figures?",
        ),
        "answer": words("Қатемен есептелген.", "Посчитан с ошибкой.", "It was miscounted."),
    },
}


def _main(lessons: list[str]) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "olke.settings"
    from olke.serving import start_django  # noqa: PLC0415 - settings are read when it is imported

    start_django()
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415

    from olke.accounts.domain import create_person  # noqa: PLC0415
    from olke.accounts.models import Role  # noqa: PLC0415

    teacher = create_person(username="teacher", role=Role.TEACHER, by=None)
    session = SessionStore()
    session[SESSION_KEY] = str(teacher.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = teacher.get_session_auth_hash()
    session.save()
    classes = {name: _started(name, teacher) for name in lessons}
    print(json.dumps({"session": session.session_key, "classes": classes}))  # noqa: T201


def _started(name: str, teacher: Any) -> dict[str, Any]:
    """Start a class that asks the items named, one after another: ``statement+choice``.

    Settings may follow as JSON after a question mark; what follows # tells two classes apart.
    """
    from tests.classroom.rooms import started, with_steps  # noqa: PLC0415
    from tests.lessons import activity, statement  # noqa: PLC0415

    live = started(teacher, activity(1, method="true-or-false", items=[statement(1)]))
    kinds, _, settings = name.partition("#")[0].partition("?")
    items = [
        {"id": f"q{n}", "claims": [CLAIM], "explanation": EXPLANATION, **ITEMS[kind]}
        for n, kind in enumerate(kinds.split("+"), 1)
    ]
    given = json.loads(settings) if settings else {"seconds": 600}
    with_steps(
        live,
        {"primitive": "timed-question", "settings": given, "items": "all"},
        items=items,
    )
    live.script["claims"] = CLAIMS
    live.save(update_fields=["script"])
    return {"key": live.key, "code": live.code}


if __name__ == "__main__":
    _main(sys.argv[1:])
