from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from analysis.schema import Quote

Reader = Callable[..., Any]

PEOPLE = ("Anna Lind", "Tom Berg")
SPOKEN = [
    ("“We will leave the house tomorrow,” Anna Lind said.", "Anna Lind"),
    ("“We will leave the house tomorrow,” said Anna Lind.", "Anna Lind"),
    ("Anna Lind said: “We will leave the house tomorrow.”", "Anna Lind"),
    ("According to Anna Lind, “the house is lost and we will leave it”.", "Anna Lind"),
    ("“We will leave the house tomorrow,” Lind told Tom Berg.", "Anna Lind"),
    ("Anna Lind, who met Tom Berg, said: “We will leave the house tomorrow.”", "Anna Lind"),
    ("Anna Lind blamed Tom Berg, saying: “We will leave the house tomorrow.”", "Anna Lind"),
    ("“We will leave the house tomorrow.” — Anna Lind", "Anna Lind"),
    ("Anna Lind was late. “We will leave the house tomorrow,” she said.", "Anna Lind"),
    ("Tom Berg met Anna Lind. “We will leave the house tomorrow,” she said.", "Anna Lind"),
    ("Tom Berg met Anna Lind. “We will leave the house tomorrow,” he said.", "Tom Berg"),
    ("Tom Berg wept. “LIND: Well, we will leave the house tomorrow.” Lind left.", "Anna Lind"),
    ("“We will leave the house tomorrow,” a European official said.", "a European official"),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_the_speaker_is_told_even_without_tags_or_a_parse(
    read: Reader, text: str, expected: str
) -> None:
    found = read(text, people=PEOPLE)

    assert found.speakers() == [expected]


def test_words_split_by_their_attribution_are_one_quote(read: Reader) -> None:
    found = read("“We will leave,” Anna Lind said. “We will not come back.”", people=PEOPLE)

    assert found.words() == [["We will leave,", "We will not come back."]]


def test_words_attributed_to_somebody_else_are_a_quote_of_their_own(read: Reader) -> None:
    found = read(
        "“We will leave,” Tom Berg said. “We will not come back,” wrote Anna Lind.", people=PEOPLE
    )

    assert found.speakers() == ["Tom Berg", "Anna Lind"]


def test_words_over_several_paragraphs_are_one_quote(read: Reader) -> None:
    found = read(
        "Anna Lind said: “We will leave the house.\n\n“We will not come back.”", people=PEOPLE
    )

    assert found.words() == [["We will leave the house.", "We will not come back."]]
    assert found.speakers() == ["Anna Lind"]


def test_words_alone_in_a_paragraph_go_to_the_one_who_spoke_last(read: Reader) -> None:
    found = read(
        "“We will leave the house,” Anna Lind said.\n\n“We will not come back to it again.”",
        people=PEOPLE,
    )

    assert found.speakers() == ["Anna Lind", "Anna Lind"]


def test_he_after_a_reported_statement_is_the_one_who_made_it(read: Reader) -> None:
    found = read(
        "Paul Reed said the house was lost.\n\n"
        "Tom Berg, a neighbour, said it was not.\n\n“We will rebuild it together,” he said.",
        people=("Paul Reed", "Tom Berg"),
    )

    assert found.speakers() == ["Tom Berg"]


def test_she_who_speaks_for_a_company_without_a_name_stays_without_one(read: Reader) -> None:
    found = read(
        "A spokeswoman said the shop was closed.\n\n“We will open it again on Monday,” she said.",
        people=("Tom Berg",),
    )

    assert found.speakers() == ["A spokeswoman"]


DIALOGUE = """Anna Lind met Tom Berg.

ANNA LIND: We will leave the house.

BERG: Why?

LIND: Because “it is lost”, as they say.

BERG: I see.

ANNA LIND: Good."""


def test_the_turns_of_a_dialogue_without_marks_are_quotes(read: Reader) -> None:
    found = read(DIALOGUE, people=PEOPLE)

    assert found.speakers() == ["Anna Lind", "Tom Berg", "Anna Lind", "Tom Berg", "Anna Lind"]
    assert found.words()[2] == ["Because “it is lost”, as they say."]


def test_a_headline_with_a_name_and_a_colon_is_no_turn_of_a_dialogue_in_capitals(
    read: Reader,
) -> None:
    found = read(f"Gov Lind: Berg left the house\n\n{DIALOGUE}", people=PEOPLE)

    assert len(found.marked) == 5


def test_a_paragraph_that_opens_with_a_place_and_a_colon_is_no_turn(read: Reader) -> None:
    assert read("LINDHAM: The house was lost.\n\nBERGEN: It rained.", people=PEOPLE).marked == []


TERMS = [
    "She read “War and Peace” on the train.",
    "He is known as “The Rock”.",
    "The so-called “Sunday club” met again.",
    # a title stays one beside somebody's words
    "In her book, “How to Build Your Own House,” Anna Lind explained it.",
    "Anna Lind left the stage, she said, to “Songs of the Old Sea”.",
    "“The House on the Hill” by Anna Lind told it.",
]


@pytest.mark.parametrize("text", TERMS)
def test_titles_nicknames_and_terms_are_no_quotes(read: Reader, text: str) -> None:
    assert read(text, people=PEOPLE).quotes == ()


def test_a_title_behind_an_attribution_is_no_part_of_what_was_said(read: Reader) -> None:
    found = read("“We will leave the house,” Anna Lind said on One TV's “State of the Town.”")

    assert found.words() == [["We will leave the house,"]]


BLOCKS = [
    "Tom Berg wept. Anna Lind wrote:\n\n> We will leave the house.\n> We will not come back.\n\nIt rained.",
    "Tom Berg wept.\n\n> We will leave the house.\n> We will not come back.\n> — Anna Lind",
]


@pytest.mark.parametrize("text", BLOCKS)
def test_the_lines_of_a_block_are_one_quote(read: Reader, text: str) -> None:
    found = read(text, people=PEOPLE)

    assert found.words() == [["We will leave the house.", "We will not come back."]]
    assert found.speakers() == ["Anna Lind"]


def test_a_block_in_which_others_are_quoted_is_read_like_any_paragraph(read: Reader) -> None:
    found = read("> “We will leave the house,” Anna Lind said.", people=PEOPLE)

    assert found.words() == [["We will leave the house,"]]


def test_a_paragraph_that_is_a_dash_and_a_name_signs_the_words_before_it(read: Reader) -> None:
    found = read(
        "“We will leave the house.”\n\n— Anna Lind, in a letter to Tom Berg of May 1920\n\n"
        "Tom Berg wept.",
        people=PEOPLE,
    )

    assert found.speakers() == ["Anna Lind"]


def test_words_within_a_reported_sentence_are_mixed_and_sentences_direct(read: Reader) -> None:
    found = read(
        "Anna Lind said they had “no plans at all” to leave.\n\n“We will stay here,” she said.",
        people=PEOPLE,
    )

    assert [quote.kind for quote in found.marked] == ["mixed", "direct"]


def test_a_quote_tells_its_cue_how_sure_it_is_and_why(read: Reader) -> None:
    found = read("“We will leave the house tomorrow,” Anna Lind told Tom Berg.", people=PEOPLE)

    quote: Quote = found.quotes[0]
    assert quote.cue is not None
    assert quote.cue.of(found.article.text) == "told"
    assert 0.5 < quote.confidence <= 1.0
    assert quote.evidence


def test_others_who_may_have_said_it_follow_once_each_best_first(read: Reader) -> None:
    found = read(
        "Tom Berg met Paul Reed. Reed smiled at Berg.\n\n“We will leave the house,” he said.",
        people=("Tom Berg", "Paul Reed"),
    )

    quote = found.quotes[0]
    others = [candidate.confidence for candidate in quote.runners_up]
    assert quote.speaker is not None
    assert [candidate.speaker.entity for candidate in quote.runners_up] == [
        1 - (quote.speaker.entity or 0)
    ]
    assert others == sorted(others, reverse=True)
    assert quote.confidence + sum(others) <= 1.0


def test_at_most_eight_others_are_told(read: Reader) -> None:
    names = [f"{first} Berg{last}" for first in ("Anna", "Tom", "Ida") for last in "abcd"]
    found = read(", ".join(names) + " met. “We will leave,” one said.", people=tuple(names))

    assert len(found.quotes[0].runners_up) == 8


def test_nobody_is_named_where_nothing_tells(read: Reader) -> None:
    found = read("“We will leave the house tomorrow and never come back.”")

    assert found.speakers() == [None]
    assert found.quotes[0].confidence == 0.0


def test_an_article_without_words_has_no_quotes(read: Reader) -> None:
    assert read("").quotes == ()
    assert read("Nothing was said.").quotes == ()
