"""Every sentence that a check says, by its code, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, pgettext_lazy

from olke.teaching import messages as documents

REASONS: dict[str, str] = {
    # the folder and its files
    "no-folder": gettext_noop("There is no such folder."),
    "no-descriptor": gettext_noop("The pack has no datapackage.json."),
    "missing-file": gettext_noop("The file “%(path)s” is listed and is not there."),
    "path-leaves-folder": gettext_noop("“%(path)s” does not stay inside the pack's folder."),
    "link": gettext_noop("This is a link, and a link may lead out of the pack's folder."),
    "file-too-large": gettext_noop("The file is larger than %(limit)s, or its path is too long."),
    "too-many-files": gettext_noop("The folder holds more than %(limit)s files."),
    "unreadable-file": gettext_noop("The file cannot be read: %(why)s."),
    "stray-table": gettext_noop(
        "This looks like a table and is none of the pack's tables; it is kept as it is."
    ),
    "undescribed-table": gettext_noop("datapackage.json does not list this table."),
    "edited-after-freezing": gettext_noop("The file is not as edition %(version)s had it."),
    # the descriptor
    "json": gettext_noop("The file is not JSON: %(why)s."),
    "descriptor-type": gettext_noop("This property is missing or has another type than it should."),
    "pack-name": gettext_noop("“%(found)s” cannot be a pack's name."),
    "format": gettext_noop("The pack's format is %(found)s; this Olke reads format %(wanted)s."),
    "resource-twice": gettext_noop("The file “%(path)s” is listed twice."),
    # how the file is written
    "bom": gettext_noop("The file begins with a byte order mark."),
    "encoding": gettext_noop("The file is in %(name)s and not in UTF-8."),
    "broken-utf8": gettext_noop("Some bytes of the file are no UTF-8."),
    "empty-file": gettext_noop("The file is empty."),
    "delimiter": gettext_noop("The columns are separated by “%(found)s” and not by a comma."),
    "sep-line": gettext_noop(
        "The first line tells Excel the field delimiter, and the header should stand there."
    ),
    "line-ends": gettext_noop(
        "The lines end with carriage returns and not with a line feed alone."
    ),
    "carriage-return": gettext_noop("There is a carriage return within the row."),
    "nul": gettext_noop("There is a NUL character in the row."),
    "quote": gettext_noop(
        "A quotation mark is not closed, or stands inside a cell without being doubled."
    ),
    "oversize": gettext_noop(
        "A cell is so long that it cannot be read; a quotation mark may not be closed."
    ),
    "unreadable-rest": gettext_noop(
        "The rest of the file was not read: too many rows have broken quotes."
    ),
    "blank-row": gettext_noop("The row is empty."),
    "ragged-row": gettext_noop("The row has %(found)s cells and the header %(wanted)s."),
    "not-canonical": gettext_noop("The file is written otherwise than a save would write it."),
    "unknown-column": gettext_noop("No such column is known."),
    "missing-column": gettext_noop("The column is missing."),
    "column-twice": gettext_noop("The column stands twice in the header."),
    # cells
    "required": gettext_noop("The cell may not be empty."),
    "untranslated": gettext_noop("There is no text in this language."),
    "too-long": gettext_noop("The text has %(length)s characters; %(longest)s fit."),
    "control-character": gettext_noop(
        "The cell holds a character that cannot be seen or was damaged."
    ),
    "spaces-around": gettext_noop("There are spaces before or after the text."),
    "bad-key": gettext_noop("“%(cell)s” cannot be a key."),
    "became-date": gettext_noop(
        "“%(cell)s” is a date: a spreadsheet has probably changed the cell."
    ),
    "edtf": gettext_noop("“%(cell)s” is not a date in EDTF."),
    "edtf-month": gettext_noop("“%(cell)s” names a month that does not exist."),
    "edtf-day": gettext_noop("“%(cell)s” names a day that does not exist."),
    "edtf-reversed": gettext_noop("“%(cell)s” ends before it begins."),
    "decimal": gettext_noop("“%(cell)s” is not a number."),
    "decimal-comma": gettext_noop("“%(cell)s” has a comma; a number is written with a point."),
    "exponent": gettext_noop("“%(cell)s” was shortened by a spreadsheet; digits may be lost."),
    "boolean": gettext_noop("“%(cell)s” is neither “true” nor empty."),
    "enum": gettext_noop("“%(cell)s” is none of the values of this column: %(choices)s."),
    "dangling": gettext_noop("“%(cell)s” is not in %(table)s."),
    "unit": gettext_noop("“%(cell)s” is no unit that is known."),
    "url": gettext_noop("“%(cell)s” is no address on the web."),
    "off-earth": gettext_noop("%(cell)s degrees are more than %(limit)s."),
    "coordinate-form": gettext_noop(
        "The degrees are not in their shortest form with five decimals."
    ),
    # documents
    "name-not-key": gettext_noop("The document's key is not the name of its file, “%(name)s”."),
    "duplicate-document": gettext_noop("“%(identity)s” is the key of %(row)s already."),
    "missing-picture": gettext_noop("The picture “%(path)s” is not there."),
    "not-a-picture": gettext_noop("“%(path)s” is no picture."),
    "key-of-person": gettext_noop("Somebody's own document has the key “%(key)s”."),
    # rows
    "duplicate": gettext_noop("“%(identity)s” stands in row %(row)s already."),
    "key-of-other-pack": gettext_noop(
        "The key “%(key)s” belongs to the pack “%(pack)s”, which is loaded."
    ),
    "needs-other": gettext_noop("This is filled, so “%(other)s” and this must be filled together."),
    "open-span": gettext_noop("A historical period needs a beginning and an end."),
    "overlap": gettext_noop("The span overlaps that of “%(key)s” in row %(row)s."),
    "cycle": gettext_noop("The rows lead back to where they began: %(path)s."),
    "only-for-quantity": gettext_noop(
        "This is for quantities; the indicator is of kind “%(kind)s”."
    ),
    "other-dimension": gettext_noop("“%(unit)s” measures %(of_unit)s and not %(dimension)s."),
    "factor-needs-base": gettext_noop("There is a factor and no unit that it multiplies."),
    "factor": gettext_noop("The factor “%(factor)s” is not a positive number."),
    "unit-exists": gettext_noop(
        "The unit “%(unit)s” is built in already, or stands in an earlier row."
    ),
    "needs-fond": gettext_noop("An inventory, file or sheet is given without its fond."),
    "source-without-title": gettext_noop(
        "Nothing tells what the source is: no title, number, fond or note."
    ),
    "language-code": gettext_noop("A language is written as its ISO 639 code."),
    "end-before-start": gettext_noop("The end, %(end)s, lies before the beginning, %(start)s."),
    "relation-to-itself": gettext_noop("The relation leads from an entity to itself."),
    "observation-needs": gettext_noop("An observation needs its %(column)s."),
    "only-for-observation": gettext_noop(
        "This is for observations; the claim is of kind “%(kind)s”."
    ),
    "event-needs-title": gettext_noop("An event needs a title in each of the three languages."),
    "indicator-of-other-kind": gettext_noop(
        "The claim is of kind “%(kind)s”, and “%(indicator)s” is for a “%(found)s”."
    ),
    "unit-of-measure": gettext_noop(
        "The measure “%(measure)s” is told in %(wanted)s and not in “%(unit)s”."
    ),
    "range-goes-down": gettext_noop("The upper end, %(high)s, is less than the value, %(low)s."),
    "base-needs-change": gettext_noop("Only a change or a share has a base period."),
    "base-is-period": gettext_noop("The base period is the period itself."),
    "wording-without-period": gettext_noop(
        "The source says when (“%(wording)s”), and no period is given."
    ),
    "locator-needs-kind": gettext_noop(
        "“%(locator)s” is a place in the source: page, sheet or paragraph?"
    ),
    "locator-needs-source": gettext_noop("A place is given in a source that is not named."),
    "cites-itself": gettext_noop("The source is said to cite itself."),
    "uncited": gettext_noop("The claim “%(key)s” has no citation."),
    # spreadsheets
    "upload-too-large": gettext_noop("The file is larger than %(limit)s."),
    "upload-kind": gettext_noop("“%(name)s” is neither CSV nor XLSX."),
    "upload-damaged": gettext_noop("The workbook is damaged (%(why)s)."),
    "upload-bomb": gettext_noop("Unpacked, the workbook would be larger than %(limit)s."),
    "upload-macros": gettext_noop("The workbook holds macros."),
    "upload-external": gettext_noop("The workbook refers to other files."),
    "upload-embedded": gettext_noop("The workbook holds other files."),
    "upload-too-many": gettext_noop("There are more than %(rows)s rows or %(columns)s columns."),
    "upload-no-table": gettext_noop("The header is not that of a table exported here."),
    "upload-nameless": gettext_noop("A column has no name."),
    "upload-formula": gettext_noop("The cell holds a formula."),
    "upload-error": gettext_noop("The cell shows the spreadsheet's error %(cell)s."),
    "upload-unknown-row": gettext_noop("There is no record “%(key)s” here."),
    "upload-changed-meanwhile": gettext_noop(
        "Somebody changed the record after the table was exported."
    ),
    "upload-moved": gettext_noop("A row cannot be given to another record in a spreadsheet."),
    # loading
    "conflict": gettext_noop(
        "“%(key)s” was changed here and in the file since the pack was last loaded."
    ),
    "vanished-withdrawn": gettext_noop(
        "The claim “%(key)s” is no longer in the file; it is withdrawn."
    ),
    "vanished-removed": gettext_noop(
        "“%(key)s” is no longer in the file and nothing refers to it; it is removed."
    ),
    "vanished-kept": gettext_noop(
        "“%(key)s” is no longer in the file; it is kept because something refers to it."
    ),
}

_UTF8 = gettext_noop(
    "Save it as “CSV UTF-8”; in LibreOffice choose the character set Unicode (UTF-8)."
)
ADVICE: dict[str, str] = {
    "no-folder": gettext_noop("Give the folder that holds datapackage.json."),
    "no-descriptor": gettext_noop("Copy the one of another pack and change its name and titles."),
    "missing-file": gettext_noop("Add the file, or take it out of the list."),
    "path-leaves-folder": gettext_noop(
        "Name a file inside the folder, without “..” and without a drive."
    ),
    "link": gettext_noop("Put the file itself in the folder."),
    "file-too-large": gettext_noop("Make the file smaller, or its path shorter."),
    "too-many-files": gettext_noop("Take out what does not belong to the pack."),
    "unreadable-file": gettext_noop("Copy the file anew, with the right to read it."),
    "stray-table": gettext_noop("If it is meant to be one, give it that table's name."),
    "undescribed-table": gettext_noop("Add it to “resources”, so that others can read the pack."),
    "edited-after-freezing": gettext_noop("Freeze a new edition when the changes are complete."),
    "json": gettext_noop(
        "Look for a comma or a quotation mark that is missing or too many just before that place."
    ),
    "descriptor-type": gettext_noop("Compare it with the datapackage.json of another pack."),
    "pack-name": gettext_noop("Use small Latin letters, digits and single hyphens, at most 60."),
    "format": gettext_noop("Write the format that is read here, or take a newer Olke."),
    "resource-twice": gettext_noop("Keep one of them."),
    "bom": gettext_noop("Save it as UTF-8 without BOM."),
    "encoding": _UTF8,
    "broken-utf8": _UTF8,
    "empty-file": gettext_noop("Write at least the header, or delete the file."),
    "delimiter": gettext_noop("Save it with the comma as field delimiter."),
    "sep-line": gettext_noop("Delete that line."),
    "line-ends": gettext_noop("Save it with Unix line ends (LF)."),
    "carriage-return": gettext_noop("Take it out, or end the line with a line feed alone."),
    "nul": gettext_noop("Save the file again as CSV UTF-8."),
    "quote": gettext_noop("Put the cell in quotation marks and double each one inside it."),
    "oversize": gettext_noop("Look for a quotation mark that is opened and not closed."),
    "unreadable-rest": gettext_noop("Correct the rows that are named, then check again."),
    "blank-row": gettext_noop("Delete the row."),
    "ragged-row": gettext_noop("Put a text that holds a comma in quotation marks."),
    "not-canonical": gettext_noop("Load and save the pack once to have it rewritten."),
    "unknown-column": gettext_noop("Correct its name, or delete the column."),
    "missing-column": gettext_noop("Add it; its cells may be empty where the column is optional."),
    "column-twice": gettext_noop("Keep one of them."),
    "required": gettext_noop("Fill it in."),
    "untranslated": gettext_noop("Write it in this language, too."),
    "too-long": gettext_noop("Shorten it; the rest can go into the note."),
    "control-character": gettext_noop("Type the text again."),
    "spaces-around": gettext_noop("Delete the spaces."),
    "bad-key": gettext_noop("Use small Latin letters, digits and single hyphens."),
    "became-date": gettext_noop("Type the cell again in a column that is formatted as text."),
    "edtf": gettext_noop("Write 1946, 1946-05, 1946-05-09, 1943/1945, 194X; an open end is “..”."),
    "edtf-month": gettext_noop(
        "A month is 01 to 12, a season 21 to 24, a quarter 33 to 36, a half-year 40 or 41."
    ),
    "edtf-day": gettext_noop("Look the day up in the source, or leave it out and keep the month."),
    "edtf-reversed": gettext_noop("Exchange the two ends."),
    "decimal": gettext_noop("Write digits and a decimal point only, for instance 1500.5."),
    "decimal-comma": gettext_noop("Write digits and a decimal point only, for instance 1500.5."),
    "exponent": gettext_noop("Copy the number from the source again."),
    "boolean": gettext_noop("Write “true”, or leave the cell empty."),
    "enum": gettext_noop("Write one of these values."),
    "dangling": gettext_noop("Add the row that is missing, or correct the key."),
    "unit": gettext_noop("Add it to units.csv, or use a built-in unit."),
    "url": gettext_noop("It begins with https:// or http://."),
    "off-earth": gettext_noop("Check that latitude and longitude were not exchanged."),
    "coordinate-form": gettext_noop("Round it to five decimals."),
    "name-not-key": gettext_noop("Rename the file, or correct the key."),
    "duplicate-document": gettext_noop("Give one of them another key."),
    "missing-picture": gettext_noop("Add the picture, or take it out of the text."),
    "not-a-picture": gettext_noop("Save it again as PNG, JPEG or WebP."),
    "key-of-person": gettext_noop("Choose another key."),
    "duplicate": gettext_noop("Give one of them another key, or delete one."),
    "key-of-other-pack": gettext_noop(
        "Choose another key, for instance with the region's name in front."
    ),
    "needs-other": gettext_noop("Fill both cells, or empty both."),
    "open-span": gettext_noop("Write it as 1939/1945."),
    "overlap": gettext_noop("Let one period end before the other begins."),
    "cycle": gettext_noop("Take one of these links away."),
    "only-for-quantity": gettext_noop("Empty the cell, or change the indicator's kind."),
    "other-dimension": gettext_noop(
        "Choose a unit that measures the same, or correct the dimension."
    ),
    "factor-needs-base": gettext_noop("Name the unit that it multiplies, or empty the factor."),
    "factor": gettext_noop("Write how many of the base unit one of these is, for instance 16.38."),
    "unit-exists": gettext_noop("Delete the row, or choose another key."),
    "needs-fond": gettext_noop("Fill in the fond."),
    "source-without-title": gettext_noop("Fill in the title, or what else tells the source."),
    "language-code": gettext_noop("Write kk, ru or en."),
    "end-before-start": gettext_noop("Exchange the two, or correct one of them."),
    "relation-to-itself": gettext_noop("Name the other entity, or delete the row."),
    "observation-needs": gettext_noop("Fill in the cell, or change the claim's kind."),
    "only-for-observation": gettext_noop("Empty the cell, or change the claim's kind."),
    "event-needs-title": gettext_noop("Write the title in Kazakh, Russian and English."),
    "indicator-of-other-kind": gettext_noop(
        "Choose an indicator of that kind, or change the claim's kind."
    ),
    "unit-of-measure": gettext_noop("Change the unit, or the measure."),
    "range-goes-down": gettext_noop("Exchange the value and its upper end."),
    "base-needs-change": gettext_noop("Empty the base period, or correct the measure."),
    "base-is-period": gettext_noop("Write the period that it is compared with, or empty the cell."),
    "wording-without-period": gettext_noop("Write the period in EDTF as well."),
    "locator-needs-kind": gettext_noop("Fill in the kind of the place."),
    "locator-needs-source": gettext_noop("Name the source, or empty the place."),
    "cites-itself": gettext_noop("Name the work that is cited there, or empty the cell."),
    "uncited": gettext_noop("Add a row to citations.csv."),
    "upload-too-large": gettext_noop("Send fewer rows at a time."),
    "upload-kind": gettext_noop("Save it as CSV UTF-8 or as an Excel workbook (.xlsx)."),
    "upload-damaged": gettext_noop("Open it in a spreadsheet program and save it again."),
    "upload-bomb": gettext_noop("Send fewer rows at a time."),
    "upload-macros": gettext_noop("Save it as a workbook without macros (.xlsx)."),
    "upload-external": gettext_noop("Break the links and save it again."),
    "upload-embedded": gettext_noop("Delete what is embedded and save it again."),
    "upload-too-many": gettext_noop("Send fewer rows at a time."),
    "upload-no-table": gettext_noop(
        "Export the table, correct it, and leave the first row as it is."
    ),
    "upload-nameless": gettext_noop("Delete the column, or give back its name."),
    "upload-formula": gettext_noop("Replace it by its value."),
    "upload-error": gettext_noop("Type the value."),
    "upload-unknown-row": gettext_noop(
        "New records are entered in the form, or in the pack's files."
    ),
    "upload-changed-meanwhile": gettext_noop("Export the table again and repeat the correction."),
    "upload-moved": gettext_noop(
        "Give the cell back what it held, and enter the row at the other record."
    ),
    "conflict": gettext_noop(
        "Load again with --ours to keep what is here, or --theirs to take the file."
    ),
    "vanished-withdrawn": gettext_noop("If that was a mistake, put the row back and load again."),
    "vanished-removed": gettext_noop("If that was a mistake, put the row back and load again."),
    "vanished-kept": gettext_noop("If that was a mistake, put the row back and load again."),
}


# What the built-in units measure; a pack's own dimension is said as the pack writes it.
DIMENSIONS: dict[str, Promise | str] = {
    "area": pgettext_lazy("dimension", "area"),
    "calendar-time": pgettext_lazy("dimension", "calendar time"),
    "count": pgettext_lazy("dimension", "count"),
    "energy": pgettext_lazy("dimension", "energy"),
    "explosive-yield": pgettext_lazy("dimension", "explosive yield"),
    "exposure-rate": pgettext_lazy("dimension", "exposure rate"),
    "frequency": pgettext_lazy("dimension", "frequency"),
    "length": pgettext_lazy("dimension", "length"),
    "mass": pgettext_lazy("dimension", "mass"),
    "milk-yield": pgettext_lazy("dimension", "milk yield"),
    "money": pgettext_lazy("dimension", "money"),
    "pay": pgettext_lazy("dimension", "pay"),
    "power": pgettext_lazy("dimension", "power"),
    "ratio": pgettext_lazy("dimension", "ratio"),
    "spending": pgettext_lazy("dimension", "spending"),
    "temperature": pgettext_lazy("dimension", "temperature"),
    "time": pgettext_lazy("dimension", "time"),
    "volume": pgettext_lazy("dimension", "volume"),
    "yield": pgettext_lazy("dimension", "yield"),
    "yield-per-head": pgettext_lazy("dimension", "yield per head"),
}


def reason_for(code: str, details: Mapping[str, str]) -> str:
    """Say what is wrong: with a table or a file, or with a document that teaching reads."""
    said = REASONS[code] if code in REASONS else documents.REASONS[code]
    measured = {name: details[name] for name in ("dimension", "of_unit") if name in details}
    named = {name: str(DIMENSIONS.get(word, word)) for name, word in measured.items()}
    return _(said) % {**details, **named}


def advice_on(code: str, details: Mapping[str, str]) -> str:
    """Say what to do about it; empty where the reason says it all."""
    said = ADVICE.get(code) or documents.ADVICE.get(code, "")
    return _(said) % details if said else ""
