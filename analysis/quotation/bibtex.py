"""Citations as BibTeX entries, for BibTeX and biblatex alike."""

from __future__ import annotations

import re

from analysis.quotation.citation import Citation

# Braces are counted by BibTeX even behind a backslash, so those of a text may not stay braces.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{character: f"\\{character}" for character in "%#$&_"},
    }
)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def to_bibtex(citation: Citation) -> str:
    """Return an entry: the words as its abstract, the speaker and the paragraph as its note.

    The article is the work that is cited: an `@article` of its source, `@misc` without one.
    """
    # Braces round a value's own keep its capitals, and a comma or "and" in it from being read.
    fields = {
        "author": f"{{{escape_bibtex(citation.byline)}}}" if citation.byline else "",
        "title": f"{{{escape_bibtex(citation.title)}}}" if citation.title else "",
        "journal": escape_bibtex(citation.source),
        **_date(citation),
        "url": citation.url or "",
        "note": escape_bibtex(citation.note),
        "abstract": escape_bibtex(" ".join(citation.paragraphs)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    kind = "article" if citation.source else "misc"
    return "\n".join((f"@{kind}{{{citation.id},", *lines, "}"))


def escape_bibtex(text: str) -> str:
    """Return a text that BibTeX takes whole and TeX sets as it is."""
    return text.translate(_ESCAPES)


def _date(citation: Citation) -> dict[str, str]:
    """Return the date: `date` and `year` of one that sorts, else the year and the words."""
    if _ISO_DATE.fullmatch(citation.published):
        return {"date": citation.published, "year": citation.published[:4]}
    return {"year": citation.year or escape_bibtex(citation.published)}
