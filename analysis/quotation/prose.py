"""Citations for people: plain, the words alone, Markdown and HTML."""

from __future__ import annotations

import html
import re

from analysis.quotation.citation import Citation

# What Markdown could read as more than a character, anywhere or at the start of a line.
_MARKDOWN = re.compile(
    r"[\\`*_\[\]<>&~|]|(?<!\S)[#+-](?=\s)|(?<=\d)[.)](?=\s)|^(?:#+|=+|-+)(?=\s|$)"
)


def to_plain(citation: Citation) -> str:
    """Return “words” — Speaker, "Title", Source, date, address: what is known of these."""
    told = (citation.speaker, *_origin(citation, f'"{citation.title}"'), citation.url)
    attribution = ", ".join(filter(None, told))
    words = "\n\n".join(citation.paragraphs)
    return f"{words} — {attribution}" if attribution else words


def to_words(citation: Citation) -> str:
    """Return the words without marks and attribution: each part on a line of its own."""
    return "\n\n".join("\n".join(pieces) for pieces in citation.pieces)


def to_markdown(citation: Citation) -> str:
    """Return a block quote with its attribution, the title linked to the article's address."""
    quoted = "\n>\n".join(f"> {escape_markdown(words)}" for words in citation.paragraphs)
    origin = [escape_markdown(part) for part in _origin(citation, citation.title)]
    if origin:  # the title, or what stands for it
        address = html.escape(citation.url, quote=False) if citation.url else None
        origin[0] = f"*[{origin[0]}](<{address}>)*" if address else f"*{origin[0]}*"
    speaker = [escape_markdown(citation.speaker)] if citation.speaker else []
    attribution = ", ".join([*speaker, *origin])
    return f"{quoted}\n>\n> — {attribution}" if attribution else quoted


def to_html(citation: Citation) -> str:
    """Return a `<blockquote>` with its attribution, the title linked to the article's address."""
    quoted = "".join(f"<p>{html.escape(words, quote=False)}</p>" for words in citation.paragraphs)
    origin = [html.escape(part, quote=False) for part in _origin(citation, citation.title)]
    address = html.escape(citation.url) if citation.url else None
    if origin:  # the title, or what stands for it
        title = f'<a href="{address}">{origin[0]}</a>' if address else origin[0]
        origin[0] = f"<cite>{title}</cite>"
    speaker = [html.escape(citation.speaker, quote=False)] if citation.speaker else []
    attribution = ", ".join([*speaker, *origin])
    footer = f"<footer>— {attribution}</footer>" if attribution else ""
    opening = f'<blockquote cite="{address}">' if address else "<blockquote>"
    return f"{opening}{quoted}{footer}</blockquote>"


def escape_markdown(text: str) -> str:
    """Return a line that Markdown shows as it is."""
    return _MARKDOWN.sub(lambda match: "\\" + match[0], text)


def _origin(citation: Citation, title: str) -> list[str]:
    """Return the title as given, and what else is known of where the article appeared."""
    known = (title if citation.title else None, citation.source, citation.published)
    return [part for part in known if part]
