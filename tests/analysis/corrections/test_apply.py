"""Corrections laid over an analysis: what each does, what they leave, and what never breaks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codec import decode_analysis, encode_analysis
from analysis.corrections import (
    Add,
    Change,
    ConfirmSpeaker,
    Corrected,
    Correction,
    Ignore,
    Merge,
    QuotedWords,
    Rename,
    SetKind,
    SetSpeaker,
    Split,
    Who,
    apply_corrections,
)
from analysis.corrections.changes import ONE_ARTICLE
from analysis.corrections.history import History
from analysis.corrections.lines import Turn
from analysis.quotation import speaker_name
from analysis.schema import Analysis, Candidate, Entity, Mention, Quote, Span, Speaker
from tests import canned

ARTICLE = canned.article()
ANALYSIS = canned.analysis()
TEXT = ARTICLE.text
SKODA = Who("Ana Škoda", "person")
REYES = Who("Tom Reyes", "person")
PORT = Who("Port Authority", "organization")


def correcting(*changes: Change, key: str | None = ARTICLE.key) -> Corrected:
    """Apply changes, made one after the other in this article, to the canned analysis."""
    return apply_corrections(ARTICLE, ANALYSIS, made(*changes, key=key))


def made(*changes: Change, key: str | None = ARTICLE.key) -> list[Correction]:
    """Return corrections that make these changes."""
    return [
        Correction(str(number), "2026-03-02T10:00:00+00:00", change, key)
        for number, change in enumerate(changes)
    ]


def names(analysis: Analysis) -> list[tuple[str, str, int]]:
    """Return each entity's kind, name and number of mentions."""
    return [
        (entity.kind, entity.name, sum(m.entity == entity.id for m in analysis.mentions))
        for entity in analysis.entities
    ]


def speakers(analysis: Analysis) -> list[str | None]:
    """Return who said each quote."""
    return [speaker_name(ARTICLE, analysis, quote) for quote in analysis.quotes]


FIRST, SECOND = (QuotedWords.of(ARTICLE, quote) for quote in ANALYSIS.quotes)


@pytest.mark.parametrize(
    ("change", "after", "said_by"),
    [
        (
            Rename(SKODA, "Ana Maria Škoda"),
            [
                ("person", "Ana Maria Škoda", 3),
                ("organization", "Port Authority", 2),
                ("person", "Tom Reyes", 2),
            ],
            ["Ana Maria Škoda", "Tom Reyes"],
        ),
        (
            Rename(Who("ana skoda", "person"), "A. Škoda"),
            [
                ("person", "A. Škoda", 3),
                ("organization", "Port Authority", 2),
                ("person", "Tom Reyes", 2),
            ],
            ["A. Škoda", "Tom Reyes"],
        ),
        (
            Rename(REYES, "Ana Škoda"),
            [("person", "Ana Škoda", 5), ("organization", "Port Authority", 2)],
            ["Ana Škoda", "Ana Škoda"],
        ),
        (
            Merge(REYES, PORT),
            [("person", "Ana Škoda", 3), ("organization", "Port Authority", 4)],
            ["Ana Škoda", "Port Authority"],
        ),
        (
            Split(SKODA, "Škoda"),
            [
                ("person", "Ana Škoda", 1),
                ("organization", "Port Authority", 2),
                ("person", "Škoda", 2),
                ("person", "Tom Reyes", 2),
            ],
            ["Škoda", "Tom Reyes"],
        ),
        (
            SetKind(PORT, "place"),
            [
                ("person", "Ana Škoda", 3),
                ("place", "Port Authority", 2),
                ("person", "Tom Reyes", 2),
            ],
            ["Ana Škoda", "Tom Reyes"],
        ),
        (
            Ignore(PORT),
            [("person", "Ana Škoda", 3), ("person", "Tom Reyes", 2)],
            ["Ana Škoda", "Tom Reyes"],
        ),
        (
            # Who spoke in that name is still told by the article's own words.
            Ignore(SKODA),
            [("organization", "Port Authority", 2), ("person", "Tom Reyes", 2)],
            ["Škoda", "Tom Reyes"],
        ),
        (
            Add("Mayor", "other"),
            [
                ("other", "Mayor", 1),
                ("person", "Ana Škoda", 3),
                ("organization", "Port Authority", 2),
                ("person", "Tom Reyes", 2),
            ],
            ["Ana Škoda", "Tom Reyes"],
        ),
        (
            # A longer name than those found takes their place, mentions and words of saying too.
            Add("Tom Reyes of the Port Authority", "person"),
            [
                ("person", "Ana Škoda", 3),
                ("organization", "Port Authority", 1),
                ("person", "Tom Reyes of the Port Authority", 1),
                ("person", "Tom Reyes", 1),
            ],
            ["Ana Škoda", "Tom Reyes"],
        ),
        (
            # The words are a mention already: now they are one of another kind.
            Add("Škoda", "organization"),
            [
                ("person", "Ana Škoda", 1),
                ("organization", "Port Authority", 2),
                ("organization", "Škoda", 2),
                ("person", "Tom Reyes", 2),
            ],
            ["Škoda", "Tom Reyes"],
        ),
        (
            # A whole name of another kind stays who it is, and what it said.
            Add("Tom Reyes", "organization"),
            [
                ("person", "Ana Škoda", 3),
                ("organization", "Port Authority", 2),
                ("organization", "Tom Reyes", 2),
            ],
            ["Ana Škoda", "Tom Reyes"],
        ),
        (SetSpeaker(SECOND, SKODA), names(ANALYSIS), ["Ana Škoda", "Ana Škoda"]),
        (SetSpeaker(FIRST, None), names(ANALYSIS), [None, "Tom Reyes"]),
        (
            SetSpeaker(FIRST, Who("The council", "person")),
            names(ANALYSIS),
            ["The council", "Tom Reyes"],
        ),
        (ConfirmSpeaker(FIRST, SKODA), names(ANALYSIS), speakers(ANALYSIS)),
    ],
)
def test_each_correction_does_what_it_says(
    change: Change, after: list[tuple[str, str, int]], said_by: list[str | None]
) -> None:
    corrected = correcting(change)
    assert names(corrected.analysis) == after
    assert speakers(corrected.analysis) == said_by
    assert not corrected.unused
    assert corrected.own_entities or corrected.own_quotes or isinstance(change, Ignore)


NOBODY = Who("Nobody", "person")


@pytest.mark.parametrize(
    ("change", "is_lost"),
    [
        (Rename(NOBODY, "Somebody"), True),
        (Rename(NOBODY, "Ana Škoda"), False),
        (Merge(SKODA, NOBODY), True),
        (Merge(NOBODY, SKODA), False),
        (Merge(SKODA, SKODA), False),
        (Split(SKODA, "Ana"), True),
        (Split(SKODA, "Tom Reyes"), False),
        (Split(PORT, "Port Authority"), False),
        (SetKind(NOBODY, "place"), False),
        (Ignore(NOBODY), False),
        (Add("Nobody", "person"), True),
        (Add("harb", "place"), True),
        (Add("authority", "organization"), True),
        (Add("Authority", "organization"), True),
        (Add("Port Authority", "organization"), False),
        (SetSpeaker(FIRST, NOBODY), True),
        (SetSpeaker(replace(FIRST, parts=(Span(10_000, 10_010),)), SKODA), True),
    ],
)
def test_what_does_not_fit_changes_nothing_and_is_told_unless_it_is_so_already(
    change: Change, is_lost: bool
) -> None:
    corrected = correcting(change)
    assert corrected.analysis is ANALYSIS
    assert [correction.change for correction in corrected.unused] == [change] * is_lost
    assert not corrected.own_entities
    assert not corrected.own_quotes


def test_a_correction_of_another_article_is_none_of_this_ones_business() -> None:
    corrected = correcting(Ignore(SKODA), key="another")
    assert corrected == Corrected(ANALYSIS)


def test_everywhere_a_name_must_be_the_whole_name() -> None:
    short = Rename(Who("Škoda", "person"), "Jan Škoda")
    assert correcting(short, key=None).analysis is ANALYSIS
    assert correcting(short).analysis.entities[0].name == "Jan Škoda"


def test_of_two_called_the_same_the_one_of_the_same_kind_is_meant() -> None:
    entities = (
        *ANALYSIS.entities[:1],
        replace(ANALYSIS.entities[1], name="Tom Reyes"),
        ANALYSIS.entities[2],
    )
    twins = replace(ANALYSIS, entities=entities)
    corrected = apply_corrections(ARTICLE, twins, made(Rename(REYES, "T. Reyes")))
    assert [entity.name for entity in corrected.analysis.entities] == [
        "Ana Škoda",
        "Tom Reyes",
        "T. Reyes",
    ]


def test_a_renamed_one_keeps_its_former_name_and_a_merged_one_gives_its_own() -> None:
    renamed = correcting(Rename(SKODA, "Dr Škoda")).analysis
    assert renamed.entities[0].aliases == ("Ana Škoda", "Škoda")
    merged = correcting(Merge(REYES, SKODA)).analysis
    assert merged.entities[0].aliases == ("Škoda", "Tom Reyes")
    assert merged.entities[0].role == "Mayor"


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (Merge(REYES, SKODA), ["Port Authority"]),
        (Merge(REYES, PORT), ["Port Authority"]),
        (Ignore(PORT), ["Tom Reyes"]),
        (SetKind(PORT, "person"), ["Port Authority", "Tom Reyes"]),
        (SetSpeaker(FIRST, REYES), []),
    ],
)
def test_runners_up_follow_the_names_and_are_ruled_out_by_the_reader(
    change: Change, left: list[str]
) -> None:
    others = (Candidate(Speaker(None, 1), 0.04), Candidate(Speaker(None, 2), 0.01))
    doubtful = replace(ANALYSIS, quotes=(replace(ANALYSIS.quotes[0], runners_up=others),))
    analysis = apply_corrections(ARTICLE, doubtful, made(change)).analysis
    check_invariants(analysis)
    numbers = [candidate.speaker.entity for candidate in analysis.quotes[0].runners_up]
    assert [analysis.entities[n].name for n in numbers if n is not None] == left


def test_later_corrections_see_what_earlier_ones_made() -> None:
    corrected = correcting(
        Rename(SKODA, "Maria"), Merge(REYES, Who("Maria", "person")), Add("council", "organization")
    )
    assert names(corrected.analysis) == [
        ("person", "Maria", 5),
        ("organization", "Port Authority", 2),
        ("organization", "council", 1),
    ]
    assert corrected.own_entities == {0, 2}


def test_a_name_broken_over_two_lines_is_found() -> None:
    article = canned.make_article("Ask the Port\nAuthority. The port authority, Port\n\nAuthority.")
    empty = Analysis(article.key, "x", (), (), (), ())
    corrected = apply_corrections(
        article, empty, made(Add("Port Authority", "organization"), key=None)
    )
    assert [mention.span.of(article.text) for mention in corrected.analysis.mentions] == [
        "Port\nAuthority"
    ]


def test_apostrophes_of_all_kinds_are_one() -> None:
    article = canned.make_article("Said O’Neil and O'Neil, not O'Neill.")
    empty = Analysis(article.key, "x", (), (), (), ())
    corrected = apply_corrections(article, empty, made(Add("O'Neil", "person"), key=None))
    assert len(corrected.analysis.mentions) == 2


# -- quotes and a new analysis ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "said_by"),
    [
        pytest.param([FIRST.parts], ["Tom Reyes"], id="the same bounds"),
        pytest.param([(FIRST.parts[0],), (FIRST.parts[1],)], ["Tom Reyes"] * 2, id="cut in two"),
        pytest.param([(FIRST.parts[0],)], ["Tom Reyes"], id="one part of two"),
        pytest.param(
            [(Span(FIRST.parts[0].start, FIRST.parts[1].end),)], ["Tom Reyes"], id="grown"
        ),
        pytest.param([(FIRST.parts[1],)], ["Tom Reyes"], id="too little of it: put back whole"),
        pytest.param([], ["Tom Reyes"], id="gone: put back"),
    ],
)
def test_a_quote_is_found_in_a_new_analysis_or_put_back(
    parts: list[tuple[Span, ...]], said_by: list[str]
) -> None:
    anew = replace(ANALYSIS, quotes=tuple(Quote(each, "direct") for each in parts))
    corrected = apply_corrections(ARTICLE, anew, made(SetSpeaker(FIRST, REYES)))
    assert speakers(corrected.analysis) == said_by
    assert corrected.own_quotes == set(range(len(said_by)))
    covered = sum(len(part) for quote in corrected.analysis.quotes for part in quote.parts)
    assert covered >= len(FIRST.parts[0])


def test_reported_speech_around_a_fragment_is_not_the_fragment() -> None:
    start = TEXT.index("The plan was")
    around = Quote((Span(start, TEXT.index(", he said")),), "indirect")
    anew = replace(ANALYSIS, quotes=(around,))
    corrected = apply_corrections(ARTICLE, anew, made(SetSpeaker(SECOND, SKODA)))
    assert [quote.kind for quote in corrected.analysis.quotes] == ["indirect", "mixed"]
    assert speakers(corrected.analysis) == [None, "Ana Škoda"]


def test_a_confirmed_speaker_outlives_an_analysis_that_names_another() -> None:
    other = replace(ANALYSIS.quotes[0], speaker=ANALYSIS.quotes[1].speaker)
    anew = replace(ANALYSIS, quotes=(other, ANALYSIS.quotes[1]))
    corrected = apply_corrections(ARTICLE, anew, made(ConfirmSpeaker(FIRST, SKODA)))
    assert speakers(corrected.analysis)[0] == "Ana Škoda"
    assert corrected.analysis.quotes[0].confidence == 1.0


def test_the_words_that_name_a_speaker_stay_where_the_speaker_does() -> None:
    corrected = correcting(ConfirmSpeaker(FIRST, SKODA)).analysis
    assert corrected.quotes[0].speaker == ANALYSIS.quotes[0].speaker
    moved = correcting(SetSpeaker(FIRST, REYES)).analysis
    assert moved.quotes[0].speaker is not None
    assert moved.quotes[0].speaker.span is None


# -- what never breaks -----------------------------------------------------------------------

WORDS = [
    "Ana Škoda",
    "Škoda",
    "Tom Reyes",
    "Port Authority",
    "Port",
    "council",
    "the council",
    "Mayor",
    "he",
]
KINDS = st.sampled_from(["person", "organization", "place", "other"])
WHO = st.builds(Who, st.sampled_from(WORDS), KINDS)
PARTS = st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 60)).map(
    lambda pair: (Span(pair[0], min(len(TEXT), pair[0] + pair[1])),)
)
QUOTED = st.one_of(
    st.sampled_from([FIRST, SECOND]),
    st.builds(
        QuotedWords, PARTS, st.sampled_from(["direct", "mixed", "indirect"]), st.just("words")
    ),
)
CHANGES = st.one_of(
    st.builds(Rename, WHO, st.sampled_from(WORDS)),
    st.builds(Merge, WHO, WHO),
    st.builds(Split, WHO, st.sampled_from(WORDS)),
    st.builds(SetKind, WHO, KINDS),
    st.builds(Ignore, WHO),
    st.builds(Add, st.sampled_from(WORDS), KINDS),
    st.builds(SetSpeaker, QUOTED, st.none() | WHO),
    st.builds(ConfirmSpeaker, QUOTED, st.none() | WHO),
)


def check_invariants(analysis: Analysis) -> None:
    """Check all that `schema.Analysis` promises."""
    assert decode_analysis(encode_analysis(analysis), ARTICLE) == analysis
    assert [entity.id for entity in analysis.entities] == list(range(len(analysis.entities)))
    firsts: dict[int, int] = {}
    for mention in analysis.mentions:
        firsts.setdefault(mention.entity, mention.span.start)
    order = [firsts.get(entity.id, len(TEXT)) for entity in analysis.entities]
    assert order == sorted(order)
    behind = 0
    for mention in analysis.mentions:
        assert behind <= mention.span.start < mention.span.end
        behind = mention.span.end
    for quote in analysis.quotes:
        candidates = [
            *([quote.speaker] if quote.speaker else []),
            *(c.speaker for c in quote.runners_up),
        ]
        keys = [speaker.key for speaker in candidates]
        assert len(set(keys)) == len(keys)
        assert quote.confidence + sum(c.confidence for c in quote.runners_up) <= 1.0001
    assert list(analysis.quotes) == sorted(analysis.quotes, key=lambda quote: quote.parts[0])
    marked = sorted(
        part for quote in analysis.quotes if quote.kind != "indirect" for part in quote.parts
    )
    assert all(not first.overlaps(second) for first, second in pairwise(marked))
    for entity in analysis.entities:
        assert entity.name not in entity.aliases
        assert len(set(entity.aliases)) == len(entity.aliases)


@settings(max_examples=400, deadline=None)
@given(st.lists(CHANGES, max_size=8))
def test_any_corrections_leave_a_valid_analysis(changes: list[Change]) -> None:
    others = (Candidate(Speaker(None, 1), 0.02), Candidate(Speaker(Span(0, 5), None), 0.01))
    doubtful = tuple(replace(quote, runners_up=others) for quote in ANALYSIS.quotes)
    found = replace(ANALYSIS, quotes=doubtful)
    check_invariants(apply_corrections(ARTICLE, found, made(*changes)).analysis)


@settings(max_examples=150, deadline=None)
@given(st.lists(CHANGES, max_size=6), CHANGES)
def test_a_correction_and_its_undo_leave_what_was(changes: list[Change], change: Change) -> None:
    history = History().taking(made(*changes))
    before = apply_corrections(ARTICLE, ANALYSIS, history.holding)
    last = Correction("last", "", change, ARTICLE.key)
    history = history.taking([last])
    assert history.last == last
    apply_corrections(ARTICLE, ANALYSIS, history.holding)
    history = history.taking([Turn("turn", "", "undo", "last")])
    assert history.last_taken_back == last
    assert apply_corrections(ARTICLE, ANALYSIS, history.holding) == before


@settings(max_examples=150, deadline=None)
@given(CHANGES)
def test_a_correction_made_twice_is_as_good_as_once_about_names(change: Change) -> None:
    if isinstance(change, Rename | SetKind | Ignore | Add):
        once, twice = correcting(change).analysis, correcting(change, change).analysis
        assert names(twice) == names(once)


@settings(max_examples=100, deadline=None)
@given(st.lists(CHANGES, max_size=6))
def test_corrections_fit_an_analysis_that_found_next_to_nothing(changes: list[Change]) -> None:
    mention = Mention(canned.spans(TEXT, "Ana Škoda")[0], "name", 0)
    sparse = Analysis(ARTICLE.key, "x", (), (Entity(0, "person", "Ana Škoda"),), (mention,), ())
    check_invariants(apply_corrections(ARTICLE, sparse, made(*changes)).analysis)


def test_what_is_of_one_article_only_is_known() -> None:
    assert set(ONE_ARTICLE) == {Split, SetSpeaker, ConfirmSpeaker}
