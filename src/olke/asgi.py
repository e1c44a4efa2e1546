"""The web application, for uvicorn or any other ASGI server."""

from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "olke.settings")
application = get_asgi_application()
