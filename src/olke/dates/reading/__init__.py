"""Date wordings in running text: `read` in `olke.dates.reading.reader`."""
