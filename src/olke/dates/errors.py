"""The one error of reading EDTF."""


class EdtfError(ValueError):
    """A text is no EDTF date.

    code: `empty`, `syntax`, `month`, `day`, `part`, `reversed`, `year-too-far` or `set`.
    position: offset of the first character in `text` that cannot stand there.
    suggestion: an EDTF text that was probably meant, or None.
    """

    def __init__(self, code: str, text: str, position: int, suggestion: str | None = None) -> None:
        self.code = code
        self.text = text
        self.position = position
        self.suggestion = suggestion
        super().__init__(code, text, position, suggestion)

    def __str__(self) -> str:
        """Say it in English; a page translates from `code`."""
        hint = f"; did you mean {self.suggestion!r}?" if self.suggestion else ""
        return f"{REASONS[self.code]} at position {self.position} of {self.text!r}{hint}"


REASONS = {
    "empty": "no date given",
    "syntax": "not an EDTF date",
    "month": "no such month",
    "day": "no such day in that month",
    "part": "no such season, quarter or half (21-41)",
    "reversed": "the end lies before the start",
    "year-too-far": "a year of more than nine digits",
    "set": "a set must list dates within its brackets",
}
