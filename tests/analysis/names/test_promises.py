"""What holds for every text: the promises of `find_entities`."""

from __future__ import annotations

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
def test_mentions_lie_in_the_text_in_order_and_never_overlap(
    case: tuple[str, list[tuple[int, int, str]]],
) -> None:
    text, spans = case
    doc = _NLP(text)
    doc.set_ents([spacy.tokens.Span(doc, start, end, label) for start, end, label in spans])
    entities, mentions = find_entities(doc, article_of(text))
    reached = 0
    starts: dict[int, int] = {}
    for mention in mentions:
        start, end = mention.span
        assert reached <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        assert not (
            start
            and text[start - 1].isalnum()
            and text[start].isalnum()
            and start not in {token.idx for token in doc}
        )
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


def test_repeating_the_paragraphs_changes_no_entity() -> None:
    marked = (
        "[Emmanuel Macron|PERSON] met [Olaf Scholz|PERSON] at the World Food Programme (WFP).\n"
        "[Macron|PERSON] told [CNN|ORG] that [Scholz|PERSON] left."
    )
    once, twice = find(marked), find(f"{marked}\n{marked}")
    assert [(e.name, e.aliases, e.kind) for e in once.entities] == [
        (e.name, e.aliases, e.kind) for e in twice.entities
    ]


def test_labels_of_other_pipelines_are_understood() -> None:
    found = find("[Paris|GPE] and [Olaf Scholz|PER] on [Monday|DATE] at the [Louvre|FAC].")
    assert [(e.name, e.kind) for e in found.entities] == [
        ("Paris", "place"),
        ("Olaf Scholz", "person"),
        ("Louvre", "place"),
    ]


def test_the_time_grows_in_proportion_to_the_text() -> None:
    # Counted, not timed: the rules look at each word a bounded number of times.
    marked = "[Olaf Scholz|PERSON] told the World Food Programme (WFP) that he left.\n"
    small, large = (len(find(marked * count).mentions) for count in (10, 100))
    assert large == 10 * small
    assert len(doc_of(marked * 100)) > 1000
