"""Every sentence that a check says, by its code, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

REASONS: dict[str, str] = {
    # the folder and its files
    "no-folder": noop("There is no such folder."),
    "no-descriptor": noop("The pack has no datapackage.json."),
    "missing-file": noop("The file “%(path)s” is listed and is not there."),
    "path-leaves-folder": noop("“%(path)s” does not stay inside the pack's folder."),
    "link": noop("This is a link, and a link may lead out of the pack's folder."),
    "file-too-large": noop("The file is larger than %(limit)s, or its path is too long."),
    "too-many-files": noop("The folder holds more than %(limit)s files."),
    "unreadable-file": noop("The file cannot be read: %(why)s."),
    "stray-table": noop(
        "This looks like a table and is none of the pack's tables; it is kept as it is."
    ),
    "undescribed-table": noop("datapackage.json does not list this table."),
    "edited-after-freezing": noop("The file is not as edition %(version)s had it."),
    # the descriptor
    "json": noop("The file is not JSON: %(why)s."),
    "descriptor-type": noop("This property is missing or has another type than it should."),
    "pack-name": noop("“%(found)s” cannot be a pack's name."),
    "format": noop("The pack's format is %(found)s; this Olke reads format %(wanted)s."),
    "resource-twice": noop("The file “%(path)s” is listed twice."),
    # how the file is written
    "bom": noop("The file begins with a byte order mark."),
    "encoding": noop("The file is in %(name)s and not in UTF-8."),
    "broken-utf8": noop("Some bytes of the file are no UTF-8."),
    "empty-file": noop("The file is empty."),
    "delimiter": noop("The columns are separated by “%(found)s” and not by a comma."),
    "line-ends": noop("The lines end with carriage returns and not with a line feed alone."),
    "carriage-return": noop("There is a carriage return within the row."),
    "nul": noop("There is a NUL character in the row."),
    "quote": noop("A quotation mark is not closed, or stands inside a cell without being doubled."),
    "oversize": noop(
        "A cell is so long that it cannot be read; a quotation mark may not be closed."
    ),
    "unreadable-rest": noop("The rest of the file was not read: too many rows have broken quotes."),
    "blank-row": noop("The row is empty."),
    "ragged-row": noop("The row has %(found)s cells and the header %(wanted)s."),
    "not-canonical": noop("The file is written otherwise than a save would write it."),
    "unknown-column": noop("No such column is known."),
    "missing-column": noop("The column is missing."),
    "column-twice": noop("The column stands twice in the header."),
    # cells
    "required": noop("The cell may not be empty."),
    "untranslated": noop("There is no text in this language."),
    "too-long": noop("The text has %(length)s characters; %(longest)s fit."),
    "control-character": noop("The cell holds a character that cannot be seen or was damaged."),
    "spaces-around": noop("There are spaces before or after the text."),
    "bad-key": noop("“%(cell)s” cannot be a key."),
    "became-date": noop("“%(cell)s” is a date: a spreadsheet has probably changed the cell."),
    "edtf": noop("“%(cell)s” is not a date in EDTF."),
    "edtf-month": noop("“%(cell)s” names a month that does not exist."),
    "edtf-day": noop("“%(cell)s” names a day that does not exist."),
    "edtf-reversed": noop("“%(cell)s” ends before it begins."),
    "decimal": noop("“%(cell)s” is not a number."),
    "decimal-comma": noop("“%(cell)s” has a comma; a number is written with a point."),
    "exponent": noop("“%(cell)s” was shortened by a spreadsheet; digits may be lost."),
    "boolean": noop("“%(cell)s” is neither “true” nor empty."),
    "enum": noop("“%(cell)s” is none of the values of this column: %(choices)s."),
    "dangling": noop("“%(cell)s” is not in %(table)s."),
    "unit": noop("“%(cell)s” is no unit that is known."),
    "url": noop("“%(cell)s” is no address on the web."),
    "off-earth": noop("%(cell)s degrees are more than %(limit)s."),
    "coordinate-form": noop("The degrees are not in their shortest form with five decimals."),
    # rows
    "duplicate": noop("“%(identity)s” stands in row %(row)s already."),
    "key-of-other-pack": noop("The key “%(key)s” belongs to the pack “%(pack)s”, which is loaded."),
    "needs-other": noop("This is filled, so “%(other)s” and this must be filled together."),
    "open-span": noop("A historical period needs a beginning and an end."),
    "overlap": noop("The span overlaps that of “%(key)s” in row %(row)s."),
    "cycle": noop("The rows lead back to where they began: %(path)s."),
    "only-for-quantity": noop("This is for quantities; the indicator is of kind “%(kind)s”."),
    "other-dimension": noop("“%(unit)s” measures %(of_unit)s and not %(dimension)s."),
    "factor-needs-base": noop("There is a factor and no unit that it multiplies."),
    "factor": noop("The factor “%(factor)s” is not a positive number."),
    "unit-exists": noop("The unit “%(unit)s” is built in already, or stands in an earlier row."),
    "needs-fond": noop("An inventory, file or sheet is given without its fond."),
    "source-without-title": noop(
        "Nothing tells what the source is: no title, number, fond or note."
    ),
    "language-code": noop("A language is written as its ISO 639 code."),
    "end-before-start": noop("The end, %(end)s, lies before the beginning, %(start)s."),
    "relation-to-itself": noop("The relation leads from an entity to itself."),
    "observation-needs": noop("An observation needs its %(column)s."),
    "only-for-observation": noop("This is for observations; the claim is of kind “%(kind)s”."),
    "event-needs-title": noop("An event needs a title in each of the three languages."),
    "indicator-of-other-kind": noop(
        "The claim is of kind “%(kind)s”, and “%(indicator)s” is for a “%(found)s”."
    ),
    "unit-of-measure": noop(
        "The measure “%(measure)s” is told in %(wanted)s and not in “%(unit)s”."
    ),
    "range-goes-down": noop("The upper end, %(high)s, is less than the value, %(low)s."),
    "base-needs-change": noop("Only a change or a share has a base period."),
    "base-is-period": noop("The base period is the period itself."),
    "wording-without-period": noop("The source says when (“%(wording)s”), and no period is given."),
    "locator-needs-kind": noop("“%(locator)s” is a place in the source: page, sheet or paragraph?"),
    "locator-needs-source": noop("A place is given in a source that is not named."),
    "cites-itself": noop("The source is said to cite itself."),
    "uncited": noop("The claim “%(key)s” has no citation."),
    # spreadsheets
    "upload-too-large": noop("The file is larger than %(limit)s."),
    "upload-kind": noop("“%(name)s” is neither CSV nor XLSX."),
    "upload-damaged": noop("The workbook is damaged (%(why)s)."),
    "upload-bomb": noop("Unpacked, the workbook would be larger than %(limit)s."),
    "upload-macros": noop("The workbook holds macros."),
    "upload-external": noop("The workbook refers to other files."),
    "upload-embedded": noop("The workbook holds other files."),
    "upload-too-many": noop("There are more than %(rows)s rows or %(columns)s columns."),
    "upload-no-table": noop("The header is not that of a table exported here."),
    "upload-nameless": noop("A column has no name."),
    "upload-formula": noop("The cell holds a formula."),
    "upload-error": noop("The cell shows the spreadsheet's error %(cell)s."),
    "upload-unknown-row": noop("There is no record “%(key)s” here."),
    "upload-changed-meanwhile": noop("Somebody changed the record after the table was exported."),
    "upload-moved": noop("A row cannot be given to another record in a spreadsheet."),
    # loading
    "conflict": noop("“%(key)s” was changed here and in the file since the pack was last loaded."),
    "vanished-withdrawn": noop("The claim “%(key)s” is no longer in the file; it is withdrawn."),
    "vanished-removed": noop(
        "“%(key)s” is no longer in the file and nothing refers to it; it is removed."
    ),
    "vanished-kept": noop(
        "“%(key)s” is no longer in the file; it is kept because something refers to it."
    ),
}

_UTF8 = noop("Save it as “CSV UTF-8”; in LibreOffice choose the character set Unicode (UTF-8).")
ADVICE: dict[str, str] = {
    "no-folder": noop("Give the folder that holds datapackage.json."),
    "no-descriptor": noop("Copy the one of another pack and change its name and titles."),
    "missing-file": noop("Add the file, or take it out of the list."),
    "link": noop("Put the file itself in the folder."),
    "undescribed-table": noop("Add it to “resources”, so that others can read the pack."),
    "edited-after-freezing": noop("Freeze a new edition when the changes are complete."),
    "pack-name": noop("Use small Latin letters, digits and single hyphens, at most 60."),
    "bom": noop("Save it as UTF-8 without BOM."),
    "encoding": _UTF8,
    "broken-utf8": _UTF8,
    "empty-file": noop("Write at least the header, or delete the file."),
    "delimiter": noop("Save it with the comma as field delimiter."),
    "line-ends": noop("Save it with Unix line ends (LF)."),
    "carriage-return": noop("Take it out, or end the line with a line feed alone."),
    "nul": noop("Save the file again as CSV UTF-8."),
    "quote": noop("Put the cell in quotation marks and double each one inside it."),
    "oversize": noop("Look for a quotation mark that is opened and not closed."),
    "blank-row": noop("Delete the row."),
    "ragged-row": noop("Put a text that holds a comma in quotation marks."),
    "not-canonical": noop("Load and save the pack once to have it rewritten."),
    "missing-column": noop("Add it; its cells may be empty where the column is optional."),
    "column-twice": noop("Keep one of them."),
    "bad-key": noop("Use small Latin letters, digits and single hyphens."),
    "became-date": noop("Type the cell again in a column that is formatted as text."),
    "edtf": noop("Write 1946, 1946-05, 1946-05-09, 1943/1945, 194X; an open end is “..”."),
    "edtf-reversed": noop("Exchange the two ends."),
    "exponent": noop("Copy the number from the source again."),
    "boolean": noop("Write “true”, or leave the cell empty."),
    "dangling": noop("Add the row that is missing, or correct the key."),
    "unit": noop("Add it to units.csv, or use a built-in unit."),
    "url": noop("It begins with https:// or http://."),
    "control-character": noop("Type the text again."),
    "duplicate": noop("Give one of them another key, or delete one."),
    "key-of-other-pack": noop("Choose another key, for instance with the region's name in front."),
    "uncited": noop("Add a row to citations.csv."),
    "language-code": noop("Write kk, ru or en."),
    "upload-kind": noop("Save it as CSV UTF-8 or as an Excel workbook (.xlsx)."),
    "upload-damaged": noop("Open it in a spreadsheet program and save it again."),
    "upload-macros": noop("Save it as a workbook without macros (.xlsx)."),
    "upload-external": noop("Break the links and save it again."),
    "upload-embedded": noop("Delete what is embedded and save it again."),
    "upload-no-table": noop("Export the table, correct it, and leave the first row as it is."),
    "upload-nameless": noop("Delete the column, or give back its name."),
    "upload-formula": noop("Replace it by its value."),
    "upload-error": noop("Type the value."),
    "upload-unknown-row": noop("New records are entered in the form, or in the pack's files."),
    "upload-changed-meanwhile": noop("Export the table again and repeat the correction."),
    "conflict": noop("Load again with --ours to keep what is here, or --theirs to take the file."),
}


def reason_for(code: str, details: Mapping[str, str]) -> str:
    """Say what is wrong."""
    return _(REASONS[code]) % details


def advice_on(code: str, details: Mapping[str, str]) -> str:
    """Say what to do about it; empty where the reason says it all."""
    return _(ADVICE[code]) % details if code in ADVICE else ""
