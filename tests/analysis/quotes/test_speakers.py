"""Who is taken to speak: verbs no list holds, lead-ins, pronouns, descriptions, reported clauses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]
PEOPLE = ("Anna Lind", "Tom Berg")

BY_PLACE = [
    ("“Will we leave the house tomorrow?” Anna Lind pressed.", "pressed"),
    ("“We will leave the house tomorrow,” smiled Anna Lind.", "smiled"),
    ("Tom Berg wept. Anna Lind countered, “We will leave the house tomorrow.”", "countered"),
    ("Tom Berg wept. Anna Lind began: “We will leave the house tomorrow.”", "began"),
]


@pytest.mark.parametrize(("text", "verb"), BY_PLACE)
def test_any_verb_beside_quoted_words_may_bring_them(read: Reader, text: str, verb: str) -> None:
    found = read(text, people=PEOPLE, tags=f"{verb}/VERB/VBD wept/VERB/VBD")

    assert found.speakers() == ["Anna Lind"]
    assert found.quotes[0].cue.of(found.article.text) == verb


CUES = [
    # a semicolon leads on like a colon
    ("Tom Berg wept. Anna Lind chorused; “We will leave the house.”", "chorused",
     "chorused/VERB/VBD"),
    # "read" ends an attribution
    ("Tom Berg wept. “We will leave the house,” the report by Anna Lind read.", "read",
     "the/DET by/ADP"),
    # a letter is posted, and posts nothing
    ("In a letter posted Friday, Anna Lind said she had “no plans for the house”.", "said",
     "posted/VERB/VBN said/VERB/VBD In/ADP a/DET had/VERB/VBD she/PRON"),
    ("We wept when “the house is lost and we will leave it”, per Anna Lind.", "per", "per/ADP"),
    # "as" opens a sentence without making its subject hang on it
    ("Tom Berg wept. As Anna Lind, the No. 2, put it: “We will leave the house.”", "put it",
     "put/VERB/VBD it/PRON As/SCONJ the/DET wept/VERB/VBD"),
    # a clause that opens the sentence ends at its comma, and with it what is said in it
    ("While not all that Tom Berg says is true, Anna Lind said Berg was “selling the house”.",
     "said", "says/VERB/VBZ is/AUX said/VERB/VBD was/AUX that/PRON true/ADJ While/SCONJ"),
    ("As Tom Berg got up, Anna Lind took the keys and shouted, “Leave the house!”", "shouted",
     "got/VERB/VBD took/VERB/VBD and/CCONJ shouted/VERB/VBD As/SCONJ up/ADP the/DET"),
    # a noun behind its adjective is no verb
    ("In the hours after, a loud voice wept and Anna Lind wrote: “We will leave the house.”",
     "wrote", "wept/VERB/VBD wrote/VERB/VBD a/DET loud/ADJ voice/NOUN/NN and/CCONJ In/ADP the/DET"),
    # what one may talk about is not what one said
    ("Anna Lind said it was a chance to talk and to “leave the house”.", "said",
     "said/VERB/VBD it/PRON was/AUX a/DET to/PART talk/VERB/VB and/CCONJ leave/VERB/VB the/DET"),
    # a film ends with words, and says none
    ("Tom Berg wept. The film concludes with Anna Lind saying, “We will leave the house.”", "saying",
     "wept/VERB/VBD concludes/VERB/VBZ with/ADP saying/VERB/VBG The/DET the/DET"),
    # a verb that was taken for a noun
    ("Tom Berg wept. Anna Lind shot back, “We will leave the house.”", "shot back",
     "shot/NOUN/VBD back/ADV wept/VERB/VBD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "tags"), CUES)
def test_the_word_of_saying_is_told_from_words_that_look_like_it(
    read: Reader, text: str, cue: str, tags: str
) -> None:
    found = read(text, people=PEOPLE, tags=tags)

    assert found.speakers() == ["Anna Lind"]
    assert found.marked[0].cue.of(found.article.text) == cue


def test_a_noun_that_no_tagger_knows_leads_on_to_the_name_behind_it(read: Reader) -> None:
    found = read(
        "“We will leave the house,” says Lindham Works engineer Anna Lind.",
        people=PEOPLE,
        organizations=("Lindham Works",),
        tags="says/VERB/VBZ engineer/VERB/VB",
    )

    assert found.speakers() == ["Anna Lind"]


def test_an_office_of_something_leads_on_to_the_name_behind_it(read: Reader) -> None:
    found = read(
        "Tom Berg wept by the house, said Alba director general of police (DGP) Anna Lind. "
        "“He was in the house,” she added.",
        people=PEOPLE,
        tags="wept/VERB/VBD said/VERB/VBD by/ADP the/DET of/ADP was/AUX added/VERB/VBD He/PRON "
        "she/PRON in/ADP",
    )

    assert found.speakers() == ["Anna Lind"]


def test_no_government_is_called_an_association(read: Reader) -> None:
    found = read(
        "The Alba Government said it rained.\n\n"
        "The medical association said that “the house is lost and we will leave”.",
        organizations=("Alba Government",),
    )

    assert found.speakers() == ["The medical association"]


def test_a_bodys_name_before_a_persons_does_not_speak(read: Reader) -> None:
    found = read(
        "“We will leave the house,” said the Bureau of Old Roads's Anna Lind.",
        people=PEOPLE,
        organizations=("Bureau of Old Roads",),
        tags="said/VERB/VBD the/DET of/ADP 's/PART",
    )

    assert found.speakers() == ["Anna Lind"]


LED = [
    "Tom Berg went home. Anna Lind said:\n\n“We will leave the house tomorrow.”",
    "“Go,” Tom Berg said.\n\nAnna Lind wrote in a letter:\n\n“We will leave the house tomorrow.”",
    "“Go,” Tom Berg said.\n\n“Will we leave it?” Anna Lind asked in a letter to the old paper.",
]


@pytest.mark.parametrize("text", LED)
def test_a_sentence_that_leads_on_by_a_colon_or_follows_a_question_tells_who(
    read: Reader, text: str
) -> None:
    assert read(text, people=PEOPLE).speakers()[-1] == "Anna Lind"


PRONOUNS = [
    # the subject, not the nearest
    ("Paul Reed wrote to Tom Berg on Monday.", "Paul Reed"),
    # the one who said something, not one spoken of
    ("Paul Reed said that Tom Berg had left.", "Paul Reed"),
    # by the gender of the name, and by a title
    ("Paul Reed wrote to Anna Lind.", "Paul Reed"),
    # the owner of what the sentence is about
    ("It rained on Tom Berg in May. Paul Reed's shop is small.", "Paul Reed"),
    # what he became is nobody else
    ("Paul Reed wept in March. In the end he became a baker.", "Paul Reed"),
]


@pytest.mark.parametrize(("before", "expected"), PRONOUNS)
def test_he_is_whom_the_article_speaks_of(read: Reader, before: str, expected: str) -> None:
    found = read(
        f"{before}\n\n“We will leave the house tomorrow,” he said.",
        people=(*PEOPLE, "Paul Reed"),
    )

    assert found.speakers() == [expected]
    assert found.quotes[-1].speaker.span.of(found.article.text) == "he"


def test_the_nameless_are_told_by_their_description_and_the_pronoun_beside_the_quote(
    read: Reader,
) -> None:
    found = read("A spokeswoman spoke first.\n\n“We will leave the house,” she said.")

    speaker = found.quotes[-1].speaker
    assert (speaker.span.of(found.article.text), speaker.entity) == ("she", None)
    assert speaker.description.of(found.article.text) == "A spokeswoman"


def test_who_speaks_within_reported_words_is_not_who_is_quoted(read: Reader) -> None:
    found = read(
        "Anna Lind said it would tell “a story of fear and of hope for all of us”.", people=PEOPLE
    )

    assert found.speakers() == ["Anna Lind"]


def test_a_title_stands_for_the_one_who_bore_it(read: Reader) -> None:
    found = read(
        "Senator Anna Lind met Tom Berg.\n\n“We will leave the house,” the senator said.",
        people=PEOPLE,
    )

    assert found.speakers() == ["Anna Lind"]


WRITINGS = [
    # whose it is, by a pronoun, by who made it, by who speaks in it, by its author
    "The Ministry was shut. “We will leave the house,” its statement said.",
    "The Ministry issued a statement. Tom Berg wept. “We will leave the house,” the statement said.",
    "In a letter, the Ministry said it rained.\n\n“We will leave the house,” the letter said.",
    "The Ministry wept. “We will leave the house,” the Ministry's letter said.",
]


@pytest.mark.parametrize("text", WRITINGS)
def test_a_writing_speaks_for_whoever_wrote_it(read: Reader, text: str) -> None:
    found = read(text, people=("Tom Berg",), organizations=("Ministry",))

    assert found.speakers() == ["Ministry"]


def test_who_holds_an_office_is_told_by_whom_it_serves(read: Reader) -> None:
    found = read(
        "The director of the Fund, Anna Lind, came. Tom Berg wept.\n\n"
        "The director of the Fund said, “We will leave the house.”",
        people=PEOPLE,
        organizations=("Fund",),
        nominals={"director": "Anna Lind"},
    )

    assert found.speakers() == ["Anna Lind"]


def test_a_paragraph_that_names_another_speaker_begins_words_of_its_own(read: Reader) -> None:
    found = read(
        "“It is late,” Tom Berg said. “We will leave the house.\n\n"
        "“We have thought about the house,” added Anna Lind.",
        people=PEOPLE,
        tags="is/AUX said/VERB/VBD added/VERB/VBD",
    )

    assert found.speakers() == ["Tom Berg", "Anna Lind"]


def test_a_writing_is_its_signers_not_their_bodys(read: Reader) -> None:
    found = read(
        "The letter, signed by Ministry director Tom Berg, came. “We will leave,” the letter said.",
        people=("Tom Berg",),
        organizations=("Ministry",),
        tags="signed/VERB/VBN by/ADP came/VERB/VBD said/VERB/VBD the/DET The/DET",
    )

    assert found.speakers() == ["Tom Berg"]


def test_who_got_hold_of_a_writing_is_not_its_author(read: Reader) -> None:
    found = read(
        "A letter obtained by the Skerry Mail told it. “We will leave,” the letter said.",
        organizations=("Skerry Mail",),
    )

    assert found.speakers() == ["A letter"]


def test_a_writing_of_somebody_nameless_is_told_by_their_description(read: Reader) -> None:
    found = read(
        "The author of a letter wept.\n\n“We will leave the house,” the letter said.",
        tags="The/DET of/ADP a/DET the/DET said/VERB/VBD wept/VERB/VBD",
    )

    assert found.speakers() == ["The author of a letter"]
    assert found.marked[0].speaker.span.of(found.article.text) == "the letter"


def test_a_part_of_a_persons_name_is_no_word_of_saying(read: Reader) -> None:
    found = read(
        "Tom Berg wept for Lee Sang Min, who left. “We will leave the house,” Berg said.",
        people=("Tom Berg", "Lee Sang Min"),
    )

    assert found.speakers() == ["Tom Berg"]
    assert [quote.cue.of(found.article.text) for quote in found.quotes] == ["said"]


def test_the_agent_of_a_passive_verb_speaks_and_not_who_is_spoken_to(read: Reader) -> None:
    found = read(
        "Tom Berg was told by Anna Lind to “leave the house and the land”. "
        "Berg was accused of “sheer greed and of nothing else” by Lind.",
        people=PEOPLE,
        tags="was/AUX/VBD told/VERB/VBN by/ADP to/PART accused/VERB/VBN of/ADP",
    )

    assert found.speakers() == ["Anna Lind", "Anna Lind"]


@pytest.mark.parametrize("asker", ["Anna Lind", "Anna Lind came. She"])
def test_who_asks_and_who_answers_in_one_sentence_are_two(read: Reader, asker: str) -> None:
    found = read(
        f"{asker} asked, “Who will leave the house?” and Tom Berg replied, “We will leave it.”",
        people=PEOPLE,
        tags="came/VERB/VBD asked/VERB/VBD replied/VERB/VBD and/CCONJ She/PRON",
    )

    assert found.speakers() == ["Anna Lind", "Tom Berg"]


def test_who_is_said_to_say_at_a_sentences_end_is_no_part_of_what_is_said(read: Reader) -> None:
    found = read(
        "Tom Berg met Anna Lind.\n\n"
        "The verdict told that Berg was lost, Lind said.\n\n"
        "“We will leave the house and go,” the mayor said.",
        people=PEOPLE,
        tags="told/VERB/VBD said/VERB/VBD met/VERB/VBD was/AUX that/SCONJ",
    )

    assert found.speakers() == ["Anna Lind"]


def test_a_ministry_of_something_is_no_newspaper(read: Reader) -> None:
    found = read(
        "Workers of the Alba Mail wept. They were held at the Ministry of Roads, the newspaper "
        "said. “We will leave the house,” it said.",
        organizations=("Alba Mail", "Ministry of Roads"),
        tags="wept/VERB/VBD said/VERB/VBD were/AUX held/VERB/VBN at/ADP the/DET of/ADP "
        "it/PRON They/PRON",
    )

    assert found.speakers() == ["Alba Mail"]


def test_a_name_within_a_description_is_told_whole(read: Reader) -> None:
    found = read(
        "“We will leave the house,” said leaders of the Council of the Old North.",
        organizations=("Council of the Old North",),
        tags="said/VERB/VBD leaders/NOUN/NNS of/ADP the/DET",
    )

    assert found.speakers() == ["leaders of the Council of the Old North"]


def test_what_only_goes_on_says_nothing(read: Reader) -> None:
    found = read(
        "Anna Lind said it rained, and the old team continued to win. “We will leave the house.”",
        people=PEOPLE,
        tags="said/VERB/VBD rained/VERB/VBD continued/VERB/VBD to/PART win/VERB/VB and/CCONJ "
        "it/PRON the/DET old/ADJ",
    )

    assert found.speakers() == ["Anna Lind"]


def test_whose_words_are_told_according_to_her(read: Reader) -> None:
    found = read(
        "Anna Lind met Tom Berg. According to her, the house is lost and they will leave.",
        people=PEOPLE,
        tags="met/VERB/VBD According/VERB to/ADP her/PRON the/DET is/AUX lost/VERB/VBN will/AUX "
        "leave/VERB/VB and/CCONJ they/PRON",
    )

    assert [found.speaker(quote) for quote in found.reported] == ["Anna Lind"]


def test_the_text_is_whatever_writing_was_spoken_of(read: Reader) -> None:
    found = read(
        "Anna Lind sent a letter to Tom Berg. Berg wept.\n\n"
        "“We will leave the house,” the text said.",
        people=PEOPLE,
        tags="sent/VERB/VBD a/DET to/ADP wept/VERB/VBD the/DET said/VERB/VBD",
    )

    assert found.speakers() == ["Anna Lind"]


def test_no_place_speaks_at_the_head_of_an_article(read: Reader) -> None:
    found = read(
        "OSLO: “We will leave the house.” That was the plan.",
        places=("OSLO",),
        tags="was/AUX That/PRON the/DET",
    )

    assert found.speakers() == [None]


def test_a_spokesman_behind_the_words_is_nobodys_hearer(read: Reader) -> None:
    found = read(
        "Anna Lind asked, “Who will leave the house?” and the old spokesman replied, “Nobody will.”",
        people=PEOPLE,
        tags="asked/VERB/VBD replied/VERB/VBD and/CCONJ the/DET old/ADJ",
    )

    assert found.speakers() == ["Anna Lind", "the old spokesman"]
