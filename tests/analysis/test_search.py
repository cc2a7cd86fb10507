"""Search: the one meant comes first, and what is lit is what matched."""

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.load import make_article
from analysis.schema import Analysis, Article, Entity, EntityKind, Mention, Quote, Span, Speaker
from analysis.search import (
    Hit,
    build_index,
    find,
    find_everywhere,
    join_overlapping,
    matching_places,
)
from analysis.search.shortening import align
from analysis.search.spelling import find_begun, find_respelled

TEXT = """Harbour talks end without a deal

Volodymyr Zelensky met Emmanuel Macron at the harbour of Gdańsk on Monday. Macron said the port
would be rebuilt. “We will not wait for winter,” Macron said, “because winter will not wait for us.”
The Kremlin’s Sergey Lavrov called the plan “a dangerous game with fire”.
Zelensky thanked him, and the United Nations, whose envoy Mahamane Touré had come from Bamako.
Jennifer Škoda, a docker, was less sure. “Nobody asked the dockers,” she said.
The North Atlantic Treaty Organization (NATO) sent no one. Several senators did come.
The Bank of England and the Bank of Poland will pay. Poland's president, Łucja Wróblewska, signed.
Zelensky left at noon, unseen. Ukraine is at war; rain fell. Ukraine needs the port.
The envoy told a tale so long that it filled the night: """ + (
    "a captain lost his ship and his dog and found them both again, and " * 12 + "everyone slept.\n"
)

ENTITIES: list[tuple[EntityKind, str, tuple[str, ...]]] = [
    ("person", "Volodymyr Zelensky", ("Zelensky",)),
    ("person", "Emmanuel Macron", ("Macron",)),
    ("person", "Sergey Lavrov", ()),
    ("organization", "United Nations", ()),
    ("person", "Mahamane Touré", ()),
    ("person", "Jennifer Škoda", ()),
    ("organization", "North Atlantic Treaty Organization", ("NATO",)),
    ("organization", "Bank of England", ()),
    ("organization", "Bank of Poland", ()),
    ("place", "Poland", ()),
    ("person", "Łucja Wróblewska", ()),
    ("place", "Ukraine", ()),
    ("organization", "Kremlin", ()),
    ("other", "Monday", ()),
]


def analyse(article: Article) -> Analysis:
    text = article.text
    entities = tuple(Entity(n, *entity) for n, entity in enumerate(ENTITIES))
    mentions: list[Mention] = []
    for entity in sorted(entities, key=lambda entity: -len(entity.name)):
        for form in (entity.name, *entity.aliases):
            for match in re.finditer(re.escape(form), text):
                span = Span(*match.span())
                if not any(span.overlaps(mention.span) for mention in mentions):
                    mentions.append(Mention(span, "name", entity.id))
    winter = ("We will not wait for winter,", "because winter will not wait for us.")
    said: list[tuple[int, tuple[str, ...]]] = [
        (1, winter),
        (2, ("a dangerous game with fire",)),
        (5, ("Nobody asked the dockers,",)),
    ]
    quotes = [
        Quote(tuple(span_of(text, part) for part in parts), "direct", Speaker(None, speaker))
        for speaker, parts in said
    ]
    sentences = [
        Span(paragraph.start + match.start(), paragraph.start + match.end())
        for paragraph in article.paragraphs
        for match in re.finditer(r"\S.*?[.:][”]?(?= |$)|\S.*$", paragraph.of(text))
    ]
    return Analysis(
        article.key,
        "test",
        tuple(sentences),
        entities,
        tuple(sorted(mentions, key=lambda mention: mention.span)),
        tuple(quotes),
    )


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


ARTICLE = make_article(TEXT)
ANALYSIS = analyse(ARTICLE)
INDEX = build_index(ARTICLE, ANALYSIS)
BARE = build_index(ARTICLE, None)


def lit(hit: Hit) -> list[str]:
    return [span.of(hit.text) for span in hit.highlights]


def placed(hit: Hit) -> list[str]:
    return [span.of(ARTICLE.text) for span in hit.places]


@pytest.mark.parametrize(
    ("query", "kind", "text", "lights"),
    [
        # As written, from a word's start on
        ("macron", "person", "Emmanuel Macron", ["Macron"]),
        ("MACRON", "person", "Emmanuel Macron", ["Macron"]),
        ("mac", "person", "Emmanuel Macron", ["Mac"]),
        ("emmanuel mac", "person", "Emmanuel Macron", ["Emmanuel Mac"]),
        ("z", "person", "Volodymyr Zelensky", ["Z"]),
        ("kremlin", "organization", "Kremlin", ["Kremlin"]),
        ("Kremlin’s", "passage", "The Kremlin’s Sergey Lavrov called", ["Kremlin’s"]),
        ("nato", "organization", "North Atlantic Treaty Organization (NATO)", ["NATO"]),
        ("bank of", "organization", "Bank of England", ["Bank of"]),
        ("bank of p", "organization", "Bank of Poland", ["Bank of P"]),
        ("poland", "place", "Poland", ["Poland"]),
        ("ukraine", "place", "Ukraine", ["Ukraine"]),
        # A word in its own right goes before a part of a name
        ("rain", "passage", "Ukraine is at war; rain fell.", ["rain"]),
        ("wait for winter", "quote", "Emmanuel Macron: “We will not wait", ["wait for winter"]),
        ("winter, because", "quote", "Emmanuel Macron: “We will", ["winter, because"]),
        ("senators", "passage", "Several senators did come.", ["senators"]),
        # Accents and strokes
        ("gdansk", "passage", "Volodymyr Zelensky met Emmanuel Macron at", ["Gdańsk"]),
        ("toure", "person", "Mahamane Touré", ["Touré"]),
        ("skoda", "person", "Jennifer Škoda", ["Škoda"]),
        ("ŠKODA", "person", "Jennifer Škoda", ["Škoda"]),
        ("lucja wroblewska", "person", "Łucja Wróblewska", ["Łucja Wróblewska"]),
        # Words in any order
        ("macron emmanuel", "person", "Emmanuel Macron", ["Emmanuel", "Macron"]),
        ("wrob luc", "person", "Łucja Wróblewska", ["Łuc", "Wrób"]),
        ("macron winter", "quote", "Emmanuel Macron: “We will not wait", None),
        ("avrov a", "quote", "Sergey Lavrov: “a dangerous game", ["avrov: “a"]),
        ("lavrov fire", "quote", "Sergey Lavrov: “a dangerous game", ["Lavrov", "fire"]),
        ("noon left", "passage", "Zelensky left at noon, unseen.", ["left", "noon"]),
        # Initials and shortenings
        ("un", "organization", "United Nations", ["Un"]),
        ("emm", "person", "Emmanuel Macron", ["Emm"]),
        ("em", "person", "Emmanuel Macron", ["Em"]),
        ("vz", "person", "Volodymyr Zelensky", ["V", "Z"]),
        ("nato", "organization", "North Atlantic Treaty Organization (NATO)", ["NATO"]),
        ("boe", "organization", "Bank of England", ["B", "o", "E"]),
        ("bp", "organization", "Bank of Poland", ["B", "P"]),
        ("emac", "person", "Emmanuel Macron", ["E", "Mac"]),
        ("vzel", "person", "Volodymyr Zelensky", ["V", "Zel"]),
        ("mcrn", "person", "Emmanuel Macron", ["M", "cr", "n"]),
        ("wrblwsk", "person", "Łucja Wróblewska", None),
        ("slav", "person", "Sergey Lavrov", ["S", "Lav"]),
        # Inside a word
        ("ensky", "person", "Volodymyr Zelensky", ["ensky"]),
        # Misspelt
        ("Zelenski", "person", "Volodymyr Zelensky", ["Zelensky"]),
        ("Zelenskyy", "person", "Volodymyr Zelensky", ["Zelensky"]),
        ("Lavorv", "person", "Sergey Lavrov", ["Lavrov"]),
        ("lavor", "person", "Sergey Lavrov", ["Lavrov"]),
        ("marcon", "person", "Emmanuel Macron", ["Macron"]),
        ("emanuel marcon", "person", "Emmanuel Macron", ["Emmanuel", "Macron"]),
        ("Vladimir Zelensky", "person", "Volodymyr Zelensky", ["Zelensky"]),
        ("jenifer", "person", "Jennifer Škoda", ["Jennifer"]),
        ("unted nations", "organization", "United Nations", ["United", "Nations"]),
        ("dangerus", "quote", "Sergey Lavrov: “a dangerous game", ["dangerous"]),
        ("hrabour", "passage", "Harbour talks end without a deal", ["Harbour"]),
        # Nothing
        ("xyzzy", None, None, None),
        ("", None, None, None),
        ("  ", None, None, None),
        ("“”—…", None, None, None),
    ],
)
def test_the_one_meant_comes_first(
    query: str, kind: str | None, text: str | None, lights: list[str] | None
) -> None:
    hits = find(INDEX, query)
    if kind is None:
        assert hits == []
        return
    assert hits[0].kind == kind
    assert text is not None
    assert hits[0].text.startswith(text)
    if lights is not None:
        assert lit(hits[0]) == lights


def first(query: str) -> Hit:
    return find(INDEX, query)[0]


def test_a_person_s_places_are_the_name_mentions() -> None:
    assert placed(first("macron")) == ["Emmanuel Macron", "Macron", "Macron"]
    assert first("macron").entity == 1


def test_the_places_of_a_passage_are_whole_words() -> None:
    hit = find(BARE, "harb")[0]
    assert (hit.kind, lit(hit), placed(hit)) == ("passage", ["Harb"], ["Harbour"])


def test_the_places_of_a_quote_are_its_words_in_the_article() -> None:
    hit = first("winter because")
    assert (hit.kind, hit.quote) == ("quote", 0)
    assert placed(hit) == ["winter,", "because"]
    assert not hit.by_speaker


def test_a_quote_found_by_its_speaker_has_its_parts_as_places() -> None:
    for query in ("macron", "emac", "marcon"):
        (hit,) = [hit for hit in find(INDEX, query) if hit.kind == "quote"]
        assert placed(hit) == [
            "We will not wait for winter,",
            "because winter will not wait for us.",
        ]
        assert hit.by_speaker
        assert hit.highlights
        assert hit.entity == 1


def test_people_come_before_quotes_and_passages() -> None:
    kinds = [hit.kind for hit in find(INDEX, "macron")]
    assert kinds == ["person", "quote", "passage", "passage", "passage"]


def test_more_mentions_come_first() -> None:
    assert [hit.text for hit in find(INDEX, "e") if hit.kind == "person"] == ["Emmanuel Macron"]
    banks = [hit.text for hit in find(INDEX, "bank") if hit.kind == "organization"]
    assert banks == ["Bank of England", "Bank of Poland"]
    people = [hit.text for hit in find(INDEX, "m") if hit.kind == "person"]
    assert people == ["Emmanuel Macron", "Mahamane Touré"]


def test_only_what_is_shown_is_cut_from_a_long_passage() -> None:
    hit = first("slept")
    assert hit.text.startswith("…")
    assert len(hit.text) < 100
    assert lit(hit) == ["slept"]
    assert placed(hit) == ["slept"]
    long = first("captain")
    assert len(long.text) <= 241
    assert long.text.endswith("…")
    assert len(long.places) == 12


def test_what_is_lit_in_one_line_is_bounded() -> None:
    (hit,) = find(build_index(make_article("a " * 5_000), None), "a")
    assert len(hit.places) == 2_000


def test_a_limit_keeps_the_best_and_none_keeps_all() -> None:
    every = find(INDEX, "a", limit=None)
    assert len(every) > 10
    assert find(INDEX, "a", limit=3) == every[:3]
    assert find(INDEX, "a", limit=0) == []


def test_what_is_lit_matches_as_surely_as_what_is_chosen() -> None:
    hits = find(INDEX, "macron", limit=None)
    places = matching_places(hits, hits[0])
    assert [span.of(ARTICLE.text) for span in places] == ["Emmanuel Macron", "Macron", "Macron"]
    by_speaker = next(hit for hit in hits if hit.by_speaker)
    assert matching_places(hits, by_speaker) == by_speaker.places


def test_without_an_analysis_passages_are_found() -> None:
    assert {hit.kind for hit in find(BARE, "macron")} == {"passage"}
    assert find(BARE, "emac") == []
    assert find(BARE, "Lavorv")[0].tier == 5
    assert find(build_index(make_article(""), None), "x") == []


@given(st.text())
def test_no_query_raises_and_nothing_lies_outside_its_text(query: str) -> None:
    check(query)


@given(
    st.lists(
        st.sampled_from([*TEXT.split()[:120], "emac", "ß", "ﬁ", "İ", "é", "-", "zz", "a"]),
        min_size=1,
        max_size=5,
    ).map(" ".join),
    st.integers(0, 20),
)
def test_nothing_lies_outside_its_text_for_likely_queries(query: str, cut: int) -> None:
    check(query[: len(query) - cut])


def check(query: str) -> None:
    for index in (INDEX, BARE):
        hits = find(index, query, limit=None)
        assert [hit.tier for hit in hits] == sorted(hit.tier for hit in hits)
        for hit in hits:
            assert "\n" not in hit.text
            assert in_order(hit.highlights, len(hit.text))
            assert in_order(hit.places, len(ARTICLE.text))
            assert hit.places
            assert hit.highlights
            assert 0 <= hit.score <= 1
        if hits:
            assert in_order(matching_places(hits, hits[-1]), len(ARTICLE.text))
        everywhere = list(find_everywhere(index, query))
        for hit in hits:
            alike = (place for how, places in everywhere if how == hit.sureness for place in places)
            assert join_overlapping(alike) == matching_places(hits, hit)


def in_order(spans: tuple[Span, ...], size: int) -> bool:
    reached = 0
    for span in spans:
        if not reached <= span.start < span.end <= size:
            return False
        reached = span.end
    return True


@given(st.text(alphabet=st.sampled_from("aßéİﬁ½…“\n .-e\u0301K"), min_size=1))
def test_what_folds_unevenly_is_found_where_it_stands(text: str) -> None:
    article = make_article(text)
    index = build_index(article, None)
    for word in article.text.split():
        for hit in find(index, word, limit=None):
            assert in_order(hit.highlights, len(hit.text))
            assert in_order(hit.places, len(article.text))
            if hit.tier == 1:
                assert len(hit.highlights) >= 1


@pytest.mark.parametrize(
    ("name", "letters", "offsets"),
    [
        ("emmanuel macron", "emac", [0, 9, 10, 11]),
        ("emmanuel macron", "em", [0, 1]),
        ("marine le pen", "mlp", [0, 7, 10]),
        ("marine le pen", "xlp", None),
        ("marine le pen", "arine", None),
        ("a", "aa", None),
    ],
)
def test_letters_are_laid_along_a_name(name: str, letters: str, offsets: list[int] | None) -> None:
    alignment = align(name, letters)
    assert (list(alignment.offsets) if alignment else None) == offsets


@given(
    st.text(alphabet="ab ", max_size=20).map(lambda text: " ".join(text.split())),
    st.text(alphabet="ab", min_size=1, max_size=6),
)
def test_an_alignment_is_in_order_and_begins_a_word(name: str, letters: str) -> None:
    alignment = align(name, letters)
    if alignment is not None:
        assert list(alignment.offsets) == sorted(set(alignment.offsets))
        assert "".join(name[offset] for offset in alignment.offsets) == letters
        assert alignment.offsets[0] == 0 or name[alignment.offsets[0] - 1] == " "


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("lavorv", {"lavrov": 1}),
        ("zelenskyi", {"zelensky": 1}),
        ("fat", {}),
        ("favors", {}),  # two letters off, and another one at the start
        ("lavrrovv", {"lavrov": 2}),
    ],
)
def test_a_word_is_respelled_by_the_nearest(word: str, expected: dict[str, int]) -> None:
    assert find_respelled(["cat", "lavrov", "macron", "zelensky"], word) == expected


def test_a_word_still_typed_is_respelled_by_what_begins_like_it() -> None:
    assert find_begun(["lavrov", "macron"], "lavor") == {"lavrov": 1}


def test_rapidfuzz_is_not_imported_before_a_word_is_misspelt() -> None:
    code = "import sys, analysis.search; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert "analysis.search" in loaded.split()
    assert "rapidfuzz" not in loaded.split()
