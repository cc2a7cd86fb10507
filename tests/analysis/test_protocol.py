"""What the analysing process is asked and answers: to JSON and back, and nothing else believed."""

from __future__ import annotations

import json

import pytest

from analysis.codec import encode_analysis, encode_article
from analysis.errors import CodecError
from analysis.protocol import (
    Ask,
    Drop,
    Part,
    Refusal,
    Reply,
    decode_reply,
    decode_request,
    encode_ask,
    encode_drop,
    encode_reply,
    read_greeting,
)
from tests import canned

ARTICLE, ANALYSIS = canned.article(), canned.analysis()
KNOWN = {ARTICLE.key: ARTICLE}


@pytest.mark.parametrize("in_parts", [False, True])
def test_a_request_is_understood_as_it_was_meant(in_parts: bool) -> None:
    assert decode_request(encode_ask(ARTICLE, in_parts=in_parts)) == Ask(ARTICLE, in_parts)
    assert decode_request(encode_drop(ARTICLE.key)) == Drop(ARTICLE.key)


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "[]",
        "{}",
        '{"analyse": "a story"}',
        '{"analyse": {}}',
        '{"drop": 7}',
        encode_article(ARTICLE),
    ],
)
def test_what_is_no_request_is_refused(line: str) -> None:
    with pytest.raises(CodecError):
        decode_request(line)


@pytest.mark.parametrize(
    "reply",
    [
        ANALYSIS,
        Part(ARTICLE.key, 12, None),
        Part(ARTICLE.key, 12, ANALYSIS),
        Refusal(ARTICLE.key, "no such “luck”"),
        Refusal(None, "not understood"),
    ],
)
def test_a_reply_is_one_line_and_understood_as_it_was_meant(reply: Reply) -> None:
    line = encode_reply(reply)
    assert "\n" not in line
    assert decode_reply(line, KNOWN) == reply


@pytest.mark.parametrize("reply", [ANALYSIS, Part(ARTICLE.key, 12, ANALYSIS)])
def test_a_reply_about_an_article_that_is_not_asked_for_is_none(reply: Reply) -> None:
    assert decode_reply(encode_reply(reply), {}) is None


WRONG_ENTITY = {**json.loads(encode_analysis(ANALYSIS)), "mentions": [[0, 3, "name", 99]]}


@pytest.mark.parametrize(
    "message",
    [
        ["what?"],
        {},
        {"article": 7},
        {"article": ARTICLE.key},
        {"article": ARTICLE.key, "error": 7},
        {"article": ARTICLE.key, "reached": -1, "found": None},
        {"article": ARTICLE.key, "reached": len(ARTICLE.text) + 1, "found": None},
        {"article": ARTICLE.key, "reached": True, "found": None},
        {"article": ARTICLE.key, "reached": 5, "found": []},
        {"article": ARTICLE.key, "reached": 5, "found": {}},
        {"article": ARTICLE.key, "reached": 5, "found": WRONG_ENTITY},
        WRONG_ENTITY,
    ],
)
def test_a_reply_that_does_not_hold_is_not_believed(message: object) -> None:
    with pytest.raises(CodecError):
        decode_reply(json.dumps(message), KNOWN)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"ready": "en_news"}', None),
        ('{"failed": "no such pipeline"}', "no such pipeline"),
        ('{"ready": 7}', "another language"),
        ("hello", "another language"),
        ("[]", "another language"),
    ],
)
def test_the_first_word_tells_whether_it_is_ready(line: str, problem: str | None) -> None:
    told = read_greeting(line)
    assert told is None if problem is None else told is not None and problem in told
