"""What the analysing process is asked and what it answers: one line of JSON a message. Light.

It says first `{"ready": NAME}` or `{"failed": SENTENCE}`. Then it may be told, at any time,
`{"analyse": ARTICLE, "in_parts": BOOL}` and `{"drop": KEY}`. The article asked for last comes
first; asked for again, an article comes first from then on, and nothing is read twice. It is
answered by its analysis, or by `{"article": KEY, "error": SENTENCE}`; asked for in parts, before
that by any number of `{"article": KEY, "reached": CHARACTER, "found": ANALYSIS or null}`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.codec import analysis_in, article_in, encode_analysis, encode_article, read_object
from analysis.errors import CodecError
from analysis.schema import Analysis, Article


@dataclass(frozen=True, slots=True)
class Ask:
    """An article is to be analysed."""

    article: Article
    """The article."""
    in_parts: bool
    """Whether to tell how far it is and what was found so far."""


@dataclass(frozen=True, slots=True)
class Drop:
    """An article need not be analysed any more."""

    key: str
    """`Article.key`."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an article is read."""

    key: str
    """`Article.key`."""
    reached: int
    """The character of the article up to which it is read."""
    found: Analysis | None
    """What is in that part; None where nothing was looked for yet."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An article cannot be analysed; others can."""

    key: str | None
    """`Article.key`; None where not even that was understood."""
    sentence: str
    """Why, for the reader."""


Reply = Part | Analysis | Refusal


def encode_ask(article: Article, *, in_parts: bool = False) -> str:
    """Return the request for an article's analysis."""
    options = '"in_parts": true, ' if in_parts else ""
    return f'{{{options}"analyse": {encode_article(article)}}}'


def encode_drop(key: str) -> str:
    """Return the request to leave an article alone."""
    return json.dumps({"drop": key})


def decode_request(line: str) -> Ask | Drop:
    """Return what is asked.

    Raises:
        CodecError: The line is no request of this version.
    """
    data = read_object(line)
    if isinstance(key := data.get("drop"), str):
        return Drop(key)
    article = data.get("analyse")
    if not isinstance(article, dict):
        raise CodecError("not a request of this version")
    return Ask(article_in(article), in_parts=data.get("in_parts") is True)


def encode_reply(reply: Reply) -> str:
    """Return a reply as it is sent."""
    match reply:
        case Part(key, reached, found):
            told = "null" if found is None else encode_analysis(found)
            return f'{{"article": {json.dumps(key)}, "reached": {reached}, "found": {told}}}'
        case Refusal(key, sentence):
            return json.dumps({"article": key, "error": sentence})
        case Analysis():
            return encode_analysis(reply)


def decode_reply(line: str, articles: Mapping[str, Article]) -> Reply | None:
    """Return a reply, checked against the article that it is about.

    Args:
        line: The reply.
        articles: Those that are asked for, by `Article.key`.

    Returns:
        The reply; None where it is about an article that is not asked for any more.

    Raises:
        CodecError: The line is no reply of this version.
    """
    data = read_object(line)
    key = data.get("article")
    if isinstance(sentence := data.get("error"), str) and (key is None or isinstance(key, str)):
        return Refusal(key, sentence)
    if not isinstance(key, str):
        raise CodecError("not a reply of this version")
    article = articles.get(key)
    if article is None:
        return None
    if "reached" not in data:
        return analysis_in(data, article)
    reached, found = data["reached"], data.get("found")
    if type(reached) is not int or not 0 <= reached <= len(article.text):
        raise CodecError(f"{reached!r} is no place in the article")
    if found is not None and not isinstance(found, dict):
        raise CodecError("what was found is no object")
    return Part(key, reached, None if found is None else analysis_in(found, article))


def read_greeting(line: str) -> str | None:
    """Return None for the process' first word where it is ready, else why it is not."""
    try:
        data = read_object(line)
    except CodecError:
        data = {}
    if isinstance(data.get("ready"), str):
        return None
    failed = data.get("failed")
    if isinstance(failed, str):
        return failed
    return "the analysis speaks another language than this program; install it anew"
