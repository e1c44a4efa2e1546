"""The read-only JSON API. Every list answers ``{count, items}``; the description is OpenAPI."""

from olke.explore.api.application import api

__all__ = ["api"]
