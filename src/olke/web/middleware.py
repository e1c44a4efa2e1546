"""What is done with every request before any page sees it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]
REPLACEMENT = "%EF%BF%BD"
"""U+FFFD, percent-encoded."""


def nul_replaced(get_response: Answer) -> Answer:
    """Let no NUL character through: PostgreSQL keeps none, and no name has one.

    It becomes the replacement character, which any search survives and no key matches. Forms refuse
    it by themselves.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            request.path_info = request.path_info.replace("\0", "\ufffd")
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query or "\0" in query:
            plain = query.replace("%00", REPLACEMENT).replace("\0", REPLACEMENT)
            request.META["QUERY_STRING"] = plain
        return get_response(request)

    return answer
