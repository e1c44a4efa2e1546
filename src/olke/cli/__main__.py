"""``python -m olke.cli``: the command without its script."""

from __future__ import annotations

import sys

from olke.cli import main

sys.exit(main())
