"""Why a speaker: reasons in plain words, and the way from the words to the name."""

from __future__ import annotations

import json
from importlib import resources

import pytest

from analysis.corrections.quotes import BY_READER
from analysis.reasons import explain, tell_evidence
from analysis.reasons.evidence import CUE, SENTENCES, WORDS, find_sentence
from analysis.schema import Quote
from tests import saying


def said(beginning: str) -> Quote:
    text = saying.article().text
    return next(
        quote for quote in saying.analysis().quotes if quote.parts[0].of(text).startswith(beginning)
    )


def weights() -> list[str]:
    raw = resources.files("analysis.quotes").joinpath("weights.json").read_text("utf-8")
    return sorted(json.loads(raw)["speaker"])


def test_every_name_that_can_be_evidence_has_a_sentence() -> None:
    names = [*weights(), BY_READER, "label"]
    assert [name for name in names if find_sentence(name) is None] == []


def test_every_sentence_is_one() -> None:
    for sentence in SENTENCES.values():
        begins = sentence.removeprefix(WORDS).removeprefix(CUE).lstrip()
        assert begins[0].isupper() or sentence.startswith((WORDS, CUE))
        assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("name", "words", "cue", "sentence"),
    [
        (
            "link=subject2:say:left",
            "Ana Lund",
            "said",
            "“Ana Lund” stands before “said”, as a subject does.",
        ),
        ("link=inverted0", "he", "asked", "“he” stands behind “asked”, as in “…, said the mayor”."),
        (
            "link=between-cue-and-quote",
            "he",
            "told",
            "“he” stands between “told” and what was said.",
        ),
        (
            "likely-subject:say",
            None,
            None,
            "The speaker is most likely the subject of the word of saying.",
        ),
        (
            "carried1:near:alone:names",
            None,
            None,
            "Whoever spoke before goes on, and nothing names another.",
        ),
        (
            "they:count=8",
            "they",
            "said",
            "“they” fits those it stands for in number, nearness and weight.",
        ),
        ("that-clause", "he", "said", "“said” reports what follows it: “that …”."),
        ("reader", None, None, "You said so."),
    ],
)
def test_a_name_is_told_with_its_words(
    name: str, words: str | None, cue: str | None, sentence: str
) -> None:
    assert tell_evidence([name], words=words, cue=cue) == (sentence,)


def test_what_means_the_same_is_told_once_and_what_means_nothing_not_at_all() -> None:
    names = ("frame", "frame:left:whole", "no-such-rule", "plural:name")
    assert tell_evidence(names, words="she", cue="said") == (
        "“she” stands in the same sentence as the words.",
        "“she” stands for several.",
    )


@pytest.mark.parametrize(
    ("beginning", "chain"),
    [
        ("We have", [("Lind", 2), ("Nora Lind", 1)]),
        ("madness", [("Oskar Brandt", 3)]),
        ("Who will", [("he", 4), ("Oskar Brandt", 3)]),
        ("It is", [("she", 6), ("Lind", 2), ("Nora Lind", 1)]),
        ("We shall", []),
    ],
)
def test_the_way_leads_from_the_words_to_the_full_name(
    beginning: str, chain: list[tuple[str, int]]
) -> None:
    steps = explain(saying.article(), saying.analysis(), said(beginning)).chain
    assert [(step.words, step.paragraph) for step in steps] == chain


def test_what_is_to_be_read_holds_the_word_of_saying() -> None:
    for quote in saying.analysis().quotes:
        why = explain(saying.article(), saying.analysis(), quote)
        assert why.context.covers(quote.cue or quote.parts[0])
        assert why.cue == quote.cue
