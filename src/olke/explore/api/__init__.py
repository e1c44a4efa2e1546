"""The read-only JSON API. Every list answers ``{count, items}``; the description is OpenAPI.

``application`` puts it together from the routers of search and charts, which take their parameters
from here: so this module imports none of it.
"""
