"""Citations as CSL-JSON, which Zotero, Pandoc and most reference managers read."""

from __future__ import annotations

import json
import re
from typing import Any

from analysis.quotation.citation import Citation
from analysis.text import escape_unsafe

_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def to_csl(citation: Citation) -> str:
    """Return an item: the words as its abstract, the speaker and the paragraph as its note."""
    item = {
        "id": citation.id,
        "type": "article-newspaper" if citation.source else "article",
        "title": citation.title,
        # A by-line is no list of names one could take apart: "the desk", "Jane Doe in Lund".
        "author": [{"literal": citation.byline}] if citation.byline else None,
        "container-title": citation.source,
        "issued": _to_date(citation.published) if citation.published else None,
        "URL": citation.url,
        "note": citation.note,
        "abstract": "\n".join(citation.paragraphs),
    }
    known = {name: value for name, value in item.items() if value}
    return escape_unsafe(json.dumps(known, ensure_ascii=False, indent=2))


def _to_date(published: str) -> dict[str, Any]:
    if iso := _ISO_DATE.fullmatch(published):
        return {"date-parts": [[int(part) for part in iso.groups()]]}
    return {"literal": published}
