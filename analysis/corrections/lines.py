"""Entries of the journal to lines of JSON and back, checked: a line may come from anywhere."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

from analysis.corrections.changes import (
    ONE_ARTICLE,
    Add,
    Change,
    ConfirmSpeaker,
    Correction,
    Ignore,
    Merge,
    QuotedWords,
    Rename,
    SetKind,
    SetSpeaker,
    Split,
    Who,
)
from analysis.errors import CodecError
from analysis.loading.files import MAX_BYTES
from analysis.schema import EntityKind, QuoteKind, Span
from analysis.text import sanitise_line

VERSION = 1
"""Changes whenever older programs would misread a line."""
MOST_CHARACTERS = 500
"""Characters that a name or a title may have."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A correction is taken back, or holds again."""

    id: str
    """This entry's own id."""
    when: str
    """When, as ISO 8601 in UTC."""
    way: Literal["undo", "redo"]
    """Which of the two."""
    correction: str
    """The `Correction.id` it is about."""


Entry: TypeAlias = Correction | Turn
"""What a line of the journal holds."""


class NewerLineError(CodecError):
    """A line that a newer version of newsreader wrote."""


def encode_entry(entry: Entry) -> str:
    """Return an entry as one line of JSON, without its line end."""
    data: dict[str, Any] = {"v": VERSION, "id": entry.id, "when": entry.when}
    if isinstance(entry, Turn):
        data[entry.way] = entry.correction
    else:
        data |= _encode_change(entry.change)
        data["article"] = entry.article
        data["title"] = entry.title
    return json.dumps(data, ensure_ascii=False)


def decode_entry(line: str) -> Entry:
    """Return the entry that a line holds; its words are sanitised.

    Raises:
        NewerLineError: A newer version wrote it.
        CodecError: It holds no entry.
    """
    try:
        data = json.loads(line)
        version = data["v"]
        if type(version) is not int or version < VERSION:
            raise ValueError(version)
        if version > VERSION:
            raise NewerLineError("written by a newer version of newsreader")
        name, when = _words(data["id"]), _words(data["when"])
        for way in ("undo", "redo"):
            if way in data:
                return Turn(name, when, way, _words(data[way]))
        article = None if data["article"] is None else _words(data["article"])
        change = _decode_change(data)
        if article is None and isinstance(change, ONE_ARTICLE):
            raise ValueError("of one article only")
        return Correction(name, when, change, article, sanitise_line(_string(data["title"])))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise CodecError(f"not a correction: {error!r}") from error


def _encode_change(change: Change) -> dict[str, Any]:
    match change:
        case Rename(who, to):
            return {"do": "rename", **_encode_who(who), "to": to}
        case Merge(who, into):
            return {"do": "merge", **_encode_who(who), "into": _encode_who(into)}
        case Split(who, alias):
            return {"do": "split", **_encode_who(who), "alias": alias}
        case SetKind(who, kind):
            return {"do": "kind", **_encode_who(who), "to": kind}
        case Ignore(who):
            return {"do": "ignore", **_encode_who(who)}
        case Add(words, kind):
            return {"do": "add", "name": words, "kind": kind}
        case SetSpeaker(quote, speaker):
            return {"do": "speaker", **_encode_quote(quote), "speaker": _who_or_none(speaker)}
        case ConfirmSpeaker(quote, speaker):
            return {"do": "confirm", **_encode_quote(quote), "speaker": _who_or_none(speaker)}


def _decode_change(data: dict[str, Any]) -> Change:
    match data["do"]:
        case "rename":
            return Rename(_decode_who(data), _words(data["to"]))
        case "merge":
            return Merge(_decode_who(data), _decode_who(data["into"]))
        case "split":
            return Split(_decode_who(data), _words(data["alias"]))
        case "kind":
            return SetKind(_decode_who(data), _kind(data["to"]))
        case "ignore":
            return Ignore(_decode_who(data))
        case "add":
            return Add(_words(data["name"]), _kind(data["kind"]))
        case "speaker":
            return SetSpeaker(_decode_quote(data), _speaker(data["speaker"]))
        case "confirm":
            return ConfirmSpeaker(_decode_quote(data), _speaker(data["speaker"]))
    raise ValueError(data["do"])


def _encode_who(who: Who) -> dict[str, str]:
    return {"name": who.name, "kind": who.kind}


def _who_or_none(who: Who | None) -> dict[str, str] | None:
    return None if who is None else _encode_who(who)


def _decode_who(data: Any) -> Who:
    return Who(_words(data["name"]), _kind(data["kind"]))


def _speaker(data: Any) -> Who | None:
    return None if data is None else _decode_who(data)


def _encode_quote(quote: QuotedWords) -> dict[str, Any]:
    return {
        "words": quote.words,
        "quote": quote.kind,
        "parts": [list(part) for part in quote.parts],
    }


def _decode_quote(data: dict[str, Any]) -> QuotedWords:
    parts = tuple(_span(pair) for pair in data["parts"])
    behind = [0, *(part.end for part in parts)]
    if not parts or any(end > part.start for end, part in zip(behind, parts, strict=False)):
        raise ValueError(f"parts {data['parts']!r}")
    for kind in get_args(QuoteKind):
        if kind == data["quote"]:
            return QuotedWords(parts, kind, sanitise_line(_string(data["words"])))
    raise ValueError(data["quote"])


def _span(pair: Any) -> Span:
    start, end = pair
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= MAX_BYTES:
        raise ValueError(f"span {pair!r}")
    return Span(start, end)


def _kind(value: Any) -> EntityKind:
    for kind in get_args(EntityKind):
        if kind == value:
            return kind  # type: ignore[no-any-return]
    raise ValueError(f"no kind {value!r}")


def _string(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MOST_CHARACTERS:
        raise ValueError(f"{value!r:.40} is no short text")
    return value


def _words(value: Any) -> str:
    words = sanitise_line(_string(value))
    if not words:
        raise ValueError("empty")
    return words
