"""Form fields for words: what was pasted from Word becomes plain text, as a document keeps it."""

from __future__ import annotations

from typing import Any

from django import forms

from olke.teaching.documents.cleaning import cleaned, cleaned_line


class PlainLine(forms.CharField):
    """One line: a title, a question, a reference."""

    def to_python(self, value: Any) -> str:
        """Return the line without bullets, line breaks and whatever is invisible."""
        return cleaned_line(super().to_python(value) or "")


class PlainText(forms.CharField):
    """Paragraphs and lists."""

    def to_python(self, value: Any) -> str:
        """Return the text with its paragraphs, and ``- `` for every bullet."""
        return cleaned(super().to_python(value) or "")
