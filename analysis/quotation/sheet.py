"""Citations as a table for spreadsheets (CSV), in which no cell is a formula."""

from __future__ import annotations

import csv
import io
import re

from analysis.quotation.citation import Citation

HEADING = "speaker,words,kind,confidence,title,byline,source,date,paragraph,url,file"
"""The first row."""
# What makes a spreadsheet calculate a cell, or call a program. Where a comma is a decimal's, cells
# are parted by semicolons, and what stands behind one in a text begins a cell.
_FORMULA = re.compile(r"(?:^|(?<=;))(?=[\s\"]*[=+\-@＝＋－＠])")


def to_row(citation: Citation) -> str:
    """Return a row with the cells that `HEADING` names."""
    cells = (
        citation.speaker,
        " ".join(citation.paragraphs),
        citation.kind,
        f"{citation.confidence:.2f}",
        citation.title,
        citation.byline,
        citation.source,
        citation.published,
        str(citation.first_paragraph),
        citation.url,
        citation.path,
    )
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow([defuse(cell or "") for cell in cells])
    return row.getvalue()


def defuse(cell: str) -> str:
    """Return a cell that a spreadsheet takes for text: an apostrophe stands before a formula."""
    return _FORMULA.sub("'", cell)
