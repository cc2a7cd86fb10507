"""Real articles, analyses and messages with bytes and values changed: read, or refused by name.

Some hundreds a test; `pytest --mutations=20000` tries as many. A failure tells the input, and the
number from which it is made again.
"""

from __future__ import annotations

import io
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from analysis.codec import decode_analysis, decode_article, encode_analysis, encode_article
from analysis.corrections import Correction, Merge, QuotedWords, SetSpeaker, Who
from analysis.corrections.lines import Turn, decode_entry, encode_entry
from analysis.errors import CodecError, LoadError
from analysis.load import load_article, read_article_from
from analysis.protocol import (
    Ask,
    Drop,
    Part,
    Refusal,
    decode_reply,
    decode_request,
    encode_ask,
    encode_drop,
    encode_reply,
    read_greeting,
)
from analysis.schema import Analysis, Article, Span
from analysis.text import escape_unsafe, fold, join_line_ends, sanitise, sanitise_line
from tests import canned
from tests.hostile import hostile
from tests.mutation import json_mutants, mutants, told

SEEDS = Path(__file__).parents[1] / "seeds"
HEAD = "---\ntitle: “The vote: a “tale”\nauthors: [A, 'B']\ndate: 2026-03-02T10:00\nurl: https://a.b\n---\n"
TEXTS = [
    *(path.read_bytes() for path in sorted(SEEDS.glob("*.[tm][xd]*"))),
    canned.TEXT.encode(),
    hostile("The council said: “No.”").encode(),
    (HEAD + "Harbour vote\n===\nBy Jane Doe\n3 May 2026\n\n“It is over,” he said.\n").encode(),
    *("“Señor Núñez” – façade, £5".encode(name) for name in ("utf-16", "utf-32", "cp1252")),
    "「はい」と市長は言った。\r\n次の日。".encode("shift-jis"),
    "«Нет», — сказал мэр.\r\n".encode("cp1251") * 20,
]
ARTICLE, ANALYSIS = canned.article(), canned.analysis()
KNOWN = {ARTICLE.key: ARTICLE}
ARTICLES = [encode_article(ARTICLE)]
ANALYSES = [encode_analysis(ANALYSIS)]
REQUESTS = [encode_ask(ARTICLE), encode_ask(ARTICLE, in_parts=True), encode_drop(ARTICLE.key)]
REPLIES = [
    encode_reply(reply)
    for reply in (
        ANALYSIS,
        Part(ARTICLE.key, 12, ANALYSIS),
        Part(ARTICLE.key, 12, None),
        Refusal(ARTICLE.key, "no"),
        Refusal(None, "no"),
    )
]
ENTRIES = [
    encode_entry(entry)
    for entry in (
        Turn("2", "2026-03-02T10:00:00+00:00", "undo", "1"),
        Correction("1", "now", Merge(Who("Ana", "person"), Who("Bo", "person")), "key", "Title"),
        Correction(
            "1",
            "now",
            SetSpeaker(QuotedWords.of(ARTICLE, ANALYSIS.quotes[0]), Who("Tom", "person")),
            "key",
        ),
    )
]
FOLDED = 400
"""Characters of each text that are folded, which takes longer than all else."""
HIDDEN = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@pytest.fixture
def count(request: pytest.FixtureRequest) -> int:
    """Return how many inputs a test tries."""
    return int(request.config.getoption("--mutations"))


def lines_of(originals: list[str], count: int) -> list[tuple[int, str]]:
    """Return lines with changed bytes, as they come through a pipe, and with changed values."""
    data = [line.encode() for line in originals]
    through_a_pipe = [
        (number, line.decode("utf-8", "replace")) for number, line in mutants(data, count=count)
    ]
    return through_a_pipe + list(json_mutants(originals, count=count))


def test_an_article_is_loaded_whole_or_refused(tmp_path: Path, count: int) -> None:
    file = tmp_path / "a.txt"
    for number, data in mutants(TEXTS, count=count):
        with told(number, data):
            file.write_bytes(data)
            try:
                article = load_article(file)
            except LoadError as error:
                assert_shown(str(error))
                with pytest.raises(LoadError):
                    read_article_from(io.BytesIO(data), name="a pipe")
                continue
            assert read_article_from(io.BytesIO(data), name="a") == article
            assert_valid_article(article)
            assert article.paragraphs
            assert decode_article(encode_article(article)) == article


def test_text_of_any_bytes_is_sanitised_one_for_one(count: int) -> None:
    for number, data in mutants(TEXTS, count=count):
        for raw in (data.decode("utf-8", "surrogateescape"), data.decode("utf-16", "replace")):
            with told(number, data):
                text = sanitise(raw)
                assert len(text) == len(raw)
                assert_shown(text)
                assert sanitise_line(raw) == " ".join(text.split())
                assert "\r" not in join_line_ends(raw)
                assert sanitise(escape_unsafe(raw)) == escape_unsafe(raw)
                few = text[-FOLDED:]
                offsets = fold(few).offsets
                if offsets is not None:
                    assert list(offsets) == sorted(offsets)
                    assert offsets[-1] == len(few)


def test_an_encoded_article_is_read_or_refused(count: int) -> None:
    for number, line in lines_of(ARTICLES, count):
        with told(number, line):
            try:
                article = decode_article(line)
            except CodecError as error:
                assert_shown(str(error))
                continue
            assert_within(article.paragraphs, article)
            assert decode_article(encode_article(article)) == article


def test_an_encoded_analysis_is_read_or_refused(count: int) -> None:
    for number, line in lines_of(ANALYSES, count):
        with told(number, line):
            try:
                analysis = decode_analysis(line, ARTICLE)
            except CodecError as error:
                assert_shown(str(error))
                continue
            assert_valid_analysis(analysis, ARTICLE)
            assert decode_analysis(encode_analysis(analysis), ARTICLE) == analysis


def test_a_request_is_understood_or_refused(count: int) -> None:
    for number, line in lines_of(REQUESTS, count):
        with told(number, line):
            try:
                request = decode_request(line)
            except CodecError as error:
                assert_shown(str(error))
                continue
            match request:
                case Ask(article, in_parts):
                    assert_within(article.paragraphs, article)
                    again = encode_ask(article, in_parts=in_parts)
                case Drop(key):
                    again = encode_drop(key)
            assert decode_request(again) == request


def test_a_reply_is_believed_only_where_it_holds(count: int) -> None:
    for number, line in lines_of(REPLIES, count):
        with told(number, line):
            read_greeting(line)
            try:
                reply = decode_reply(line, KNOWN)
            except CodecError as error:
                assert_shown(str(error))
                continue
            match reply:
                case Analysis():
                    assert_valid_analysis(reply, ARTICLE)
                case Part(_, reached, found):
                    assert 0 <= reached <= len(ARTICLE.text)
                    if found is not None:
                        assert_valid_analysis(found, ARTICLE)
            if reply is not None:
                assert decode_reply(encode_reply(reply), KNOWN) == reply


def test_a_line_of_corrections_is_read_or_refused(count: int) -> None:
    for number, line in lines_of(ENTRIES, count):
        with told(number, line):
            try:
                entry = decode_entry(line)
            except CodecError as error:
                assert_shown(str(error))
                continue
            assert_shown(encode_entry(entry))
            assert decode_entry(encode_entry(entry)) == entry


def assert_shown(text: str) -> None:
    """Fail where a text holds what a terminal would act on or hide, or cannot be written."""
    text.encode()
    for character in set(text) - {"\n"}:
        assert unicodedata.category(character) not in ("Cc", "Cs"), character
        assert unicodedata.bidirectional(character) not in HIDDEN, character
        assert not 0xE0000 <= ord(character) <= 0xE0FFF, character


def assert_within(spans: tuple[Span, ...], article: Article) -> None:
    """Fail where a span lies outside an article's text."""
    assert all(0 <= span.start <= span.end <= len(article.text) for span in spans), spans


def assert_valid_article(article: Article) -> None:
    """Fail where an article is not what `schema.Article` says."""
    assert_shown(article.text)
    assert_within(article.paragraphs, article)
    for paragraph in article.paragraphs:
        words = paragraph.of(article.text)
        assert words.strip() == words != ""
    for before, after in pairwise([Span(0, 0), *article.paragraphs]):
        assert not article.text[before.end : after.start].strip()
    assert article.title
    fields = (article.title, article.byline, article.source, article.published, article.url)
    for field in filter(None, fields):
        assert sanitise_line(field) == field
        assert_shown(field)
        assert len(field) <= 1_000
    assert article.url is None or article.url.lower().startswith(("http://", "https://"))


def assert_valid_analysis(analysis: Analysis, article: Article) -> None:
    """Fail where an analysis is not of its article, or says what cannot be shown."""
    assert analysis.article_key == article.key
    speakers = [quote.speaker for quote in analysis.quotes if quote.speaker]
    speakers += [other.speaker for quote in analysis.quotes for other in quote.runners_up]
    spans = [*analysis.sentences, *(mention.span for mention in analysis.mentions)]
    spans += [span for quote in analysis.quotes for span in (*quote.parts, quote.cue) if span]
    spans += [span for speaker in speakers for span in (speaker.span, speaker.description) if span]
    assert_within(tuple(spans), article)
    named = [mention.entity for mention in analysis.mentions]
    named += [speaker.entity for speaker in speakers if speaker.entity is not None]
    assert all(0 <= entity < len(analysis.entities) for entity in named)
    assert [entity.id for entity in analysis.entities] == list(range(len(analysis.entities)))
    for entity in analysis.entities:
        for words in (entity.name, *entity.aliases, entity.role or ""):
            assert_shown(words)
    assert all(quote.parts and 0 <= quote.confidence <= 1 for quote in analysis.quotes)
    assert_shown(encode_analysis(analysis))
