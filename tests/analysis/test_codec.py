"""Articles and analyses to JSON and back: nothing lost, and nothing hostile let in."""

import json
import string
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.codec import decode_analysis, decode_article, encode_analysis, encode_article
from analysis.errors import CodecError
from analysis.load import make_article
from analysis.schema import (
    Analysis,
    Article,
    Candidate,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Quote,
    QuoteKind,
    Span,
    Speaker,
)
from analysis.text import sanitise

WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12).map(sanitise)


def spans(size: int) -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, size), st.integers(0, size))
    return ends.map(lambda pair: Span(*sorted(pair)))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.text(alphabet=st.sampled_from(string.ascii_letters + " .\n“”é日"), max_size=60))
    return replace(
        make_article(text),
        title=draw(WORDS),
        byline=draw(st.none() | WORDS),
        source=draw(st.none() | WORDS),
        published=draw(st.none() | WORDS),
        url=draw(st.none() | WORDS),
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Article, Analysis]:
    article = draw(articles())
    size = len(article.text)
    kinds = st.sampled_from(get_args(EntityKind))
    entities = tuple(
        Entity(index, draw(kinds), draw(WORDS), tuple(draw(st.lists(WORDS, max_size=2))),
               draw(st.none() | WORDS))
        for index in range(draw(st.integers(0, 3)))
    )  # fmt: skip
    some_entity = st.integers(0, len(entities) - 1) if entities else None
    speakers = st.builds(
        Speaker,
        st.none() | spans(size),
        st.none() | (st.none() if some_entity is None else some_entity),
        st.none() | spans(size),
    )
    quotes = st.builds(
        quote_with_runners_up,
        parts=st.lists(spans(size), min_size=1, max_size=3).map(tuple),
        kind=st.sampled_from(get_args(QuoteKind)),
        speaker=st.none() | speakers,
        cue=st.none() | spans(size),
        confidence=st.integers(0, 100).map(lambda percent: percent / 100),
        evidence=st.lists(WORDS, max_size=2).map(tuple),
        others=st.lists(speakers, max_size=4),
    )
    forms = st.sampled_from(get_args(MentionForm))
    mentions = st.builds(
        Mention, spans(size), forms, st.none() if some_entity is None else some_entity
    )
    return article, Analysis(
        article.key,
        draw(WORDS),
        tuple(draw(st.lists(spans(size), max_size=3))),
        entities,
        tuple(draw(st.lists(mentions, max_size=3 if entities else 0))),
        tuple(draw(st.lists(quotes, max_size=3))),
    )


def quote_with_runners_up(
    *, speaker: Speaker | None, confidence: float, others: list[Speaker], **rest: Any
) -> Quote:
    """Make a quote of which each speaker is told once, the runners-up equally likely."""
    known = {other.key: other for other in others}
    if speaker is not None:
        known.pop(speaker.key, None)
    likely = int((1 - confidence) * 100 / max(1, len(known))) / 100
    runners_up = tuple(Candidate(other, likely) for other in known.values())
    return Quote(speaker=speaker, confidence=confidence, runners_up=runners_up, **rest)


@given(articles())
def test_an_article_comes_back_as_it_was(article: Article) -> None:
    line = encode_article(article)
    assert "\n" not in line
    assert decode_article(line) == article


@given(pairs())
def test_an_analysis_comes_back_as_it_was(pair: tuple[Article, Analysis]) -> None:
    article, analysis = pair
    line = encode_analysis(analysis)
    assert "\n" not in line
    assert decode_analysis(line, article) == analysis


ARTICLE = make_article("Zoë said “no”.\n")
ANALYSIS = Analysis(
    ARTICLE.key,
    "rules",
    (Span(0, 14),),
    (Entity(0, "person", "Zoë", ("Z",), "docker"),),
    (Mention(Span(0, 3), "name", 0),),
    (
        Quote(
            (Span(10, 12),),
            "direct",
            Speaker(Span(0, 3), 0),
            Span(4, 8),
            0.8,
            ("said",),
            (Candidate(Speaker(Span(4, 8), None), 0.1),),
        ),
    ),
)
LINE = encode_analysis(ANALYSIS)


def test_a_confidence_is_kept_to_four_places() -> None:
    quote = replace(ANALYSIS.quotes[0], confidence=1 / 3)
    line = encode_analysis(replace(ANALYSIS, quotes=(quote,)))
    assert decode_analysis(line, ARTICLE).quotes[0].confidence == 0.3333


def changed(path: list[str | int], value: Any) -> str:
    data: Any = json.loads(LINE)
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["schema"], 0),
        (["schema"], "1"),
        (["article"], "another"),
        (["fingerprint"], 7),
        (["fingerprint"], "rules\u202e"),
        (["sentences"], None),
        (["sentences"], "0-14"),
        (["sentences", 0], [0]),
        (["sentences", 0], [0, 16]),
        (["sentences", 0], [-1, 3]),
        (["sentences", 0], [3, 1]),
        (["sentences", 0], [0.0, 3]),
        (["sentences", 0], [False, True]),
        (["sentences", 0], ["0", "3"]),
        (["entities"], {"person": 1}),
        (["entities", 0], ["person", "Zoë", []]),
        (["entities", 0, 0], "deity"),
        (["entities", 0, 0], None),
        (["entities", 0, 1], 5),
        (["entities", 0, 2], "aliases"),
        (["entities", 0, 2], {"a": 1}),
        (["entities", 0, 2], [None]),
        (["entities", 0, 3], []),
        (["entities", 0, 1], "Zo\x1b[2J"),
        (["entities", 0, 2], ["Zo\x9b2J"]),
        (["entities", 0, 3], "mayor\u202e"),
        (["mentions", 0], [0, 3, "name"]),
        (["mentions", 0, 1], 99),
        (["mentions", 0, 2], "nickname"),
        (["mentions", 0, 3], 1),
        (["mentions", 0, 3], -1),
        (["mentions", 0, 3], True),
        (["quotes", 0], []),
        (["quotes", 0, 0], []),
        (["quotes", 0, 0], [[10, 99]]),
        (["quotes", 0, 0], {"10": 12}),
        (["quotes", 0, 1], "shouted"),
        (["quotes", 0, 2], []),
        (["quotes", 0, 2], [[0, 3], 0]),
        (["quotes", 0, 2], [[0, 99], 0, None]),
        (["quotes", 0, 2], [None, 5, None]),
        (["quotes", 0, 2], [None, None, [0, 99]]),
        (["quotes", 0, 2], "ab"),
        (["quotes", 0, 3], [4, 99]),
        (["quotes", 0, 4], 1.5),
        (["quotes", 0, 4], -0.1),
        (["quotes", 0, 4], "0.9"),
        (["quotes", 0, 4], True),
        (["quotes", 0, 4], float("nan")),
        (["quotes", 0, 4], None),
        (["quotes", 0, 5], "said"),
        (["quotes", 0, 5], [1]),
        (["quotes", 0, 5], ["said\ud800"]),
        (["quotes", 0, 6], None),
        (["quotes", 0, 6], [[[4, 8], None, 0.1]]),
        (["quotes", 0, 6], [[[4, 99], None, None, 0.1]]),
        (["quotes", 0, 6], [[None, 1, None, 0.1]]),
        (["quotes", 0, 6], [[None, None, None, None]]),
        (["quotes", 0, 6], [[None, None, None, 0.3]]),
        (["quotes", 0, 6], [[None, 0, None, 0.1]]),
        (["quotes", 0, 6], [[[4, 8], None, None, 0.1], [[4, 8], None, None, 0.1]]),
        (["quotes", 0, 6], [[[4, 8], None, None, 0.01], [[4, 9], None, None, 0.1]]),
        (["quotes", 0, 6], [[[at, 15], None, None, 0.01] for at in range(9)]),
    ],
)
def test_an_analysis_of_another_form_is_refused(path: list[str | int], value: Any) -> None:
    with pytest.raises(CodecError):
        decode_analysis(changed(path, value), ARTICLE)


ARTICLE_FIELDS = ["key", "text", "paragraphs", "title", "byline", "source", "published"]


@pytest.mark.parametrize("field", ARTICLE_FIELDS)
@pytest.mark.parametrize("value", [1, [1], [[0, 99]], [["0", "1"]], {}])
def test_an_article_of_another_form_is_refused(field: str, value: Any) -> None:
    if field == "paragraphs" and value == {}:
        pytest.skip("an empty object and an empty list say the same")
    data = {**json.loads(encode_article(ARTICLE)), field: value}
    with pytest.raises(CodecError):
        decode_article(json.dumps(data))


@pytest.mark.parametrize("field", ARTICLE_FIELDS)
def test_an_article_that_lacks_something_is_refused(field: str) -> None:
    data = json.loads(encode_article(ARTICLE))
    del data[field]
    with pytest.raises(CodecError):
        decode_article(json.dumps(data))


HOSTILE = ["", "null", "[]", "7", '"text"', "{", "{}", "[" * 100_000, "1" * 10_000, "\ud800", "\0"]


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_record_is_refused(line: str) -> None:
    with pytest.raises(CodecError):
        decode_article(line)
    with pytest.raises(CodecError):
        decode_analysis(line, ARTICLE)


def test_an_analysis_of_another_article_is_refused() -> None:
    with pytest.raises(CodecError):
        decode_analysis(LINE, make_article("Something else entirely.\n"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 20) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=12,
)


@given(
    st.sampled_from(["sentences", "entities", "mentions", "quotes", "fingerprint", "schema"]), JSON
)
def test_anything_in_a_field_is_read_or_refused(field: str, value: Any) -> None:
    try:
        analysis = decode_analysis(changed([field], value), ARTICLE)
    except CodecError:
        return
    assert decode_analysis(encode_analysis(analysis), ARTICLE) == analysis


@given(st.sampled_from(ARTICLE_FIELDS), JSON)
def test_anything_in_an_article_is_read_or_refused(field: str, value: Any) -> None:
    line = json.dumps({**json.loads(encode_article(ARTICLE)), field: value})
    try:
        article = decode_article(line)
    except CodecError:
        return
    assert decode_article(encode_article(article)) == article


@given(st.integers(0, len(LINE) - 1), st.characters())
def test_a_line_with_one_character_changed_is_read_or_refused(at: int, character: str) -> None:
    try:
        decode_analysis(LINE[:at] + character + LINE[at + 1 :], ARTICLE)
    except CodecError:
        return
