"""What holds for every text: the promises of `find_entities`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.names import RULE_NAMES, find_entities
from tests.analysis.names.named import article_of, doc_of, find

_WORDS = (
    "Macron Emmanuel Olaf Scholz Mr. Mrs President Ministry of Health and the The Court Bank (WFP) "
    "World Food Programme said told CNN NATO Kremlin's French ' ’s “ ” , . ; – — - ( ) \n \n\n & 43 "
    "who spokesman for Tai -lok bin Salman By contributed to this report US Department State A. J. "
    "al-Sisi d’Ivoire İstanbul ﬁne 黃 é Inc Ltd Twitter Facebook also known as alias wife minister"
).split(" ")
_LABELS = ("PERSON", "ORG", "LOC", "MISC", "GPE", "NORP", "DATE")
_NLP = spacy.blank("en")


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    text = " ".join(draw(st.lists(st.sampled_from(_WORDS), max_size=40)))
    size = len(_NLP(text))
    spans, reached = [], 0
    while reached < size and draw(st.booleans()):
        start = draw(st.integers(reached, size - 1))
        end = draw(st.integers(start + 1, min(start + 5, size)))
        spans.append((start, end, draw(st.sampled_from(_LABELS))))
        reached = end
    return text, spans


@settings(max_examples=300, deadline=None)
@given(marked_texts())
def test_mentions_lie_in_order_at_the_edges_of_words_and_never_overlap(
    case: tuple[str, list[tuple[int, int, str]]],
) -> None:
    text, spans = case
    doc = _NLP(text)
    doc.set_ents([spacy.tokens.Span(doc, start, end, label) for start, end, label in spans])
    entities, mentions = find_entities(doc, article_of(text))
    edges = {edge for token in doc for edge in (token.idx, token.idx + len(token))}
    reached = 0
    starts: dict[int, int] = {}
    for mention in mentions:
        start, end = mention.span
        assert reached <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        assert start in edges
        assert end in edges
        starts.setdefault(mention.entity, start)
        reached = end
    assert [entity.id for entity in entities] == list(range(len(entities)))
    assert list(starts) == sorted(starts, key=starts.__getitem__) == list(range(len(entities)))
    for entity in entities:
        assert entity.name
        assert entity.name not in entity.aliases
        assert len(set(entity.aliases)) == len(entity.aliases)


@pytest.mark.parametrize("rule", RULE_NAMES)
def test_every_rule_can_be_left_out(rule: str) -> None:
    marked = (
        "By Jane Doe\n[President Olaf Scholz|PERSON] told [CNN|ORG] the World Food Programme (WFP) "
        "would help [Scholz|ORG]. [Given Merkel|PERSON]'s aide, Tai-lok bin Salman, 43, left."
    )
    found = find(marked, without=frozenset({rule}))
    assert all(one.span.end <= len(found.text) for one in found.mentions)


def test_an_empty_text_has_no_names() -> None:
    assert find_entities(spacy.blank("en")(""), article_of("")) == ((), ())


_PEOPLE = (
    "Olaf Scholz",
    "Emmanuel Macron",
    "Maria Orlova",
    "Scholz",
    "Macron",
    "Jane Macron",
    "Orlova",
)
_BODIES = ("World Food Programme", "Interior Ministry", "WFP", "Kremlin", "Northern Optics Ltd")
_PLACES = ("France", "Arda", "United States", "US")
_FRAMES = (
    "President {0} told {1} that {2} had changed.",
    "{1} and {2} met Mr {0} there.",
    "“It is late,” said {0}, a spokesman for {1}.",
    "In {2} the {1} thanked {0}, who left.",
    "The World Food Programme (WFP) of {2} paid {0}.",
)


@st.composite
def marked_articles(draw: st.DrawFn) -> str:
    """Draw paragraphs of sentences in which people, bodies and places are marked."""
    paragraphs = []
    for _ in range(draw(st.integers(1, 4))):
        names = [
            f"[{draw(st.sampled_from(drawn))}|{label}]"
            for drawn, label in ((_PEOPLE, "PERSON"), (_BODIES, "ORG"), (_PLACES, "LOC"))
        ]
        paragraphs.append(draw(st.sampled_from(_FRAMES)).format(*names))
    return "\n".join(paragraphs)


@settings(max_examples=100, deadline=None)
@given(marked_articles())
def test_repeating_the_paragraphs_changes_no_name(marked: str) -> None:
    once, twice = find(marked), find(f"{marked}\n{marked}")
    assert [(one.name, one.kind) for one in once.entities] == [
        (one.name, one.kind) for one in twice.entities
    ]


@settings(max_examples=100, deadline=None)
@given(marked_articles())
def test_each_stretch_is_a_mention_of_one_entity_and_each_entity_is_mentioned(marked: str) -> None:
    found = find(marked)
    spans = [one.span for one in found.mentions]
    assert len(set(spans)) == len(spans)
    assert {one.entity for one in found.mentions} == {one.id for one in found.entities}
    for entity in found.entities:
        forms = {" ".join(form.split()) for form in found.words_of(entity.name)}
        assert set(entity.aliases) <= forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[Olaf Scholz|PERSON]", "[Scholz|PERSON]"),
        ("[Volodymyr Zelensky|PERSON]", "[Volodymyr Zelenskyy|PERSON]"),
        ("[Joe Biden|PERSON]", "[Hunter Biden|PERSON]"),
        ("[World Food Programme|ORG]", "[WFP|ORG]"),
        ("[US State Department|ORG]", "[State Department|ORG]"),
        ("[French Interior Ministry|ORG]", "[German Interior Ministry|ORG]"),
        ("[United States|LOC]", "[US|LOC]"),
    ],
)
def test_two_names_are_joined_in_either_order_or_in_neither(one: str, other: str) -> None:
    ways = [f"Then {first} left. Then {last} left." for first, last in ((one, other), (other, one))]
    counts = {len(find(marked).entities) for marked in ways}
    assert len(counts) == 1


def test_labels_of_other_pipelines_are_understood() -> None:
    found = find("[Paris|GPE] and [Olaf Scholz|PER] on [Monday|DATE] at the [Louvre|FAC].")
    assert [(e.name, e.kind) for e in found.entities] == [
        ("Paris", "place"),
        ("Olaf Scholz", "person"),
        ("Louvre", "place"),
    ]


def test_the_work_grows_in_proportion_to_the_text() -> None:
    marked = (
        "[Olaf Scholz|PERSON] told the World Food Programme (WFP) that Jane Orlova left Arda.\n"
    )
    small, large = (_count_lines_run(marked * count) for count in (20, 200))
    assert large < 11 * small


def _count_lines_run(marked: str) -> int:
    """Return how many lines of the rules run over a text: work that no busy machine changes."""
    doc = doc_of(marked)
    article = article_of(doc.text)
    lines = 0

    def trace(frame: FrameType, event: str, argument: object) -> Callable[..., Any] | None:
        nonlocal lines
        if "analysis" not in frame.f_code.co_filename:
            return None
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        find_entities(doc, article)
    finally:
        sys.settrace(before)
    return lines
