"""Any module of the room may be the first one imported: by a test run alone, or in a shell."""

from __future__ import annotations

import subprocess
import sys

# A child a module: each starts from what Django's own start has imported.
EACH_FIRST = """
import importlib, os, sys
from pathlib import Path
import django, ninja
django.setup()
from olke import explore
root = Path(explore.__file__).parents[2]
for file in sorted(Path(explore.__file__).parent.rglob("*.py")):
    name = ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
    if "migrations" in file.parts or name in sys.modules:
        continue
    child = os.fork()
    if not child:
        try:
            importlib.import_module(name)
        except ImportError as error:
            print(name, error, flush=True)
        os._exit(0)
    os.waitpid(child, 0)
"""


def test_any_module_may_be_imported_first() -> None:
    found = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", EACH_FIRST],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")
