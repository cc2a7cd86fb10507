"""Read what an article says of itself in a front-matter block."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.text import is_web_address, sanitise_line


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says of itself; each on one line, sanitised, or None."""

    title: str | None = None
    """Its headline."""
    byline: str | None = None
    """Who wrote it, without "By"."""
    source: str | None = None
    """Who published it."""
    published: str | None = None
    """When, as written; only the date of an ISO date with a time."""
    url: str | None = None
    """Its address: http or https."""

    def or_else(self, other: Metadata) -> Metadata:
        """Return this metadata, with what it lacks taken from another."""
        return Metadata(
            self.title or other.title,
            self.byline or other.byline,
            self.source or other.source,
            self.published or other.published,
            self.url or other.url,
        )


_FIELDS = {
    "title": "title",
    "headline": "title",
    "byline": "byline",
    "by": "byline",
    "author": "byline",
    "authors": "byline",
    "source": "source",
    "publication": "source",
    "publisher": "source",
    "date": "published",
    "published": "published",
    "publish date": "published",
    "publication date": "published",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "canonical url": "url",
}
_LONGEST_BLOCK = 50_000
_LONGEST_VALUE = 1000
_FENCE = re.compile(r"---[^\S\n]*(?:\n|\Z)")
_PAIR = re.compile(r"([^\W\d][\w -]{0,40}?)\s*:(?:\s+(.*))?")
_ITEM = re.compile(r"\s*-\s+(.+)")
_BY = re.compile(r"(?:written\s+)?by:?\s+(?=\S)", re.IGNORECASE)
_ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d?:\d\d.*")


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """Take a front-matter block off a text.

    The block opens with a first line `---`, closes with the next such line, and holds
    `key: value` lines (one at least); comments, lists and indented lines may stand among them.
    Keys are read without regard to case, unknown ones ignored, quotes round values stripped.

    A value longer than 1,000 characters is cut.

    Returns:
        What the block tells, and the text behind it without blank lines before and white space
        behind. An empty `Metadata` and the text as it is where there is no such block: one that
        does not close within 50,000 characters, or that holds prose, is text.
    """
    fence = _FENCE.match(text)
    if fence is None:
        return Metadata(), text
    values: dict[str, list[str]] = {}
    key = ""
    start = fence.end()
    while start < min(len(text), _LONGEST_BLOCK):
        if closing := _FENCE.match(text, start):
            if not values:
                break
            body = re.sub(r"\A(?:[^\S\n]*\n)+", "", text[closing.end() :]).rstrip()
            return _to_metadata(values), body
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)].rstrip()
        start = end + 1 if end >= 0 else len(text)
        if not line or line.startswith("#"):
            continue
        if pair := _PAIR.fullmatch(line):
            key = " ".join(re.split(r"[\s_-]+", pair[1].lower()))
            values.setdefault(key, []).extend(_values_of(pair[2] or ""))
        elif item := _ITEM.fullmatch(line):
            values.setdefault(key, []).append(_unquote(item[1]))
        elif not line[0].isspace():
            break
    return Metadata(), text


def clean_byline(raw: str) -> str:
    """Return who wrote an article, without "By"."""
    line = sanitise_line(raw)
    by = _BY.match(line)
    return line[by.end() :] if by else line


def clean_date(raw: str) -> str:
    """Return a date as written; only the date of an ISO date with a time."""
    return _ISO_TIME.sub(r"\1", raw.strip())


def _to_metadata(values: dict[str, list[str]]) -> Metadata:
    fields: dict[str, str] = {}
    for key, items in values.items():
        name = _FIELDS.get(key)
        value = sanitise_line(", ".join(items))[:_LONGEST_VALUE].rstrip()
        if name == "url" and not is_web_address(value):
            continue
        if name and value:
            fields.setdefault(name, value)
    if "byline" in fields:
        fields["byline"] = clean_byline(fields["byline"])
    if "published" in fields:
        fields["published"] = clean_date(fields["published"])
    return Metadata(**fields)


def _values_of(raw: str) -> list[str]:
    """Return a value, or those of a list in brackets."""
    raw = raw.strip()
    if raw.startswith("[") and raw.endswith("]"):
        return [_unquote(item) for item in raw[1:-1].split(",") if item.strip()]
    return [_unquote(raw)] if raw else []


def _unquote(raw: str) -> str:
    raw = raw.strip()
    if len(raw) >= 2 and raw[0] == raw[-1] and raw[0] in "\"'":
        inner = raw[1:-1]
        return inner.replace('\\"', '"') if raw[0] == '"' else inner.replace("''", "'")
    return raw
