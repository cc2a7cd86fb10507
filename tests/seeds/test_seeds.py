"""Check the seed articles and their gold. Parses by itself: our loader is not under test here."""

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = SEEDS / "gold.jsonl"
HEAD = re.compile(r"\A---\n(?P<head>.*?)\n---\n\n*(?P<body>.*)\Z", re.DOTALL)
KEYS = ["title", "byline", "source", "date"]
OPENING = "“‘«\"'"


def split(path: Path) -> tuple[dict[str, str], str]:
    """Split a seed into its front matter and its body, without the newlines around the body."""
    match = HEAD.match(path.read_bytes().decode("utf-8"))
    assert match, f"{path.name}: no front matter"
    head = dict(line.split(": ", 1) for line in match["head"].splitlines())
    return head, match["body"].rstrip()


PATHS = sorted(path for path in SEEDS.iterdir() if path.suffix in {".txt", ".md"})
HEADS = {path.stem: split(path)[0] for path in PATHS}
BODIES = {path.stem: split(path)[1] for path in PATHS}
RECORDS: dict[str, dict[str, Any]] = {
    record["doc"]: record
    for record in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
}

each_seed = pytest.mark.parametrize("doc", BODIES)


def find(pattern: str) -> set[str]:
    """Name the seeds whose body holds a pattern; a hard-wrapped line counts as running on."""
    return {
        doc
        for doc, body in BODIES.items()
        if re.search(pattern, re.sub(r"(?<!\n)\n(?!\n)", " ", body))
    }


def find_speakers(mentions: set[str]) -> set[str]:
    """Name the seeds with a quote whose speaker is written in one of these ways."""
    return {
        doc
        for doc, record in RECORDS.items()
        if any(mentions & {m.lower() for m in quote["mentions"]} for quote in record["quotes"])
    }


def flatten(text: str) -> str:
    return " ".join(text.split())


def test_there_are_at_least_eight_seeds_and_each_has_gold() -> None:
    assert len(BODIES) >= 8
    assert set(RECORDS) == set(BODIES)


@each_seed
def test_a_seed_has_front_matter(doc: str) -> None:
    head = HEADS[doc]
    assert list(head) == KEYS
    assert all(head.values())
    assert date.fromisoformat(head["date"]) <= date.today()


@each_seed
def test_a_seed_has_400_to_900_words(doc: str) -> None:
    assert 400 <= len(BODIES[doc].split()) <= 900


@each_seed
def test_a_seed_is_plain_text_with_unix_line_ends(doc: str) -> None:
    body = BODIES[doc]
    assert not re.search(r"[\r\t\x00\u00a0]|[ ]\n|\n{3}", body)
    assert not re.search(r"^[#>*`]", body, re.MULTILINE)


@each_seed
def test_a_quote_is_the_slice_its_offsets_say(doc: str) -> None:
    body = BODIES[doc]
    for quote in RECORDS[doc]["quotes"]:
        start, end = quote["start"], quote["end"]
        assert 0 < start < end <= len(body)
        assert body[start:end] == quote["text"]
        assert body[start - 1] in OPENING, quote["text"]
        assert quote["kind"] in {"direct", "fragment"}
        assert quote["speakers"], quote["text"]


@each_seed
def test_quotes_are_in_reading_order_and_overlap_only_when_nested(doc: str) -> None:
    spans = [(quote["start"], quote["end"]) for quote in RECORDS[doc]["quotes"]]
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
    for (_, end), (start, inner_end) in pairwise(spans):
        assert start >= end or inner_end < end


@each_seed
def test_one_utterance_has_one_speaker(doc: str) -> None:
    speakers: dict[int, list[str]] = {}
    for quote in RECORDS[doc]["quotes"]:
        assert speakers.setdefault(quote["group"], quote["speakers"]) == quote["speakers"]


@each_seed
def test_names_and_speakers_stand_in_the_article(doc: str) -> None:
    record, body = RECORDS[doc], flatten(BODIES[doc])
    entities = record["people"] + record["organizations"]
    assert record["people"]
    assert [entity for entity in record["organizations"] if not entity["optional"]]
    for entity in entities:
        for name in [entity["name"], *entity["aliases"]]:
            assert name in body
    for quote in record["quotes"]:
        for mention in quote["mentions"]:
            assert mention in body
        for speaker in quote["speakers"]:
            assert speaker is None or speaker in body


@each_seed
def test_every_double_mark_is_inside_or_around_a_known_quote_or_term(doc: str) -> None:
    terms = {"strategic autonomy", "away from", "out"}
    known = {quote["start"] for quote in RECORDS[doc]["quotes"]}
    for match in re.finditer(r"“", BODIES[doc]):
        following = BODIES[doc][match.end() :]
        assert match.end() in known or any(following.startswith(f"{t}”") for t in terms)


@pytest.mark.parametrize(
    ("way", "pattern"),
    [
        ("inverted", r"[,.!][”’\"] (said|wrote|warned|recalled|announced) [A-Z]"),
        ("speaker first", r"[a-z] (added|caution|said)[^.”]*: [“‘\"]"),
        ("split in a sentence", r",[”’\"] (he|she) (said|told[^,]*), [“‘\"][a-z]"),
        ("two sentences", r",[”’\"] (he|she|[A-Z]\w+) (said|added)\. [“‘\"][A-Z]"),
        ("over paragraphs, double marks", r"“[^”]*[.]\n\n“[^”]*”"),
        ("over paragraphs, single marks", r"[a-z]\.\n\n‘Laws [^‘]*\n\n‘"),
        ("fragment", r"[a-z] [“\"][a-z][a-z ]*[”\"][ .,]"),
        ("nested in curly marks", r"“[^”]*‘[^”]*’[^”]*”"),
        ("nested in straight marks", r"\"[^\"]*'[A-Z][^\"']*'[^\"]*\""),
        ("nested in single marks", r"‘[^‘]*“[^”]*”,?’"),
        ("nested in angle marks", r"“[^”]*«[^»]*»[^”]*”"),
        ("mark before the full stop", r"[a-z][”’\"]\."),
    ],
)
def test_some_seed_quotes_this_way(way: str, pattern: str) -> None:
    assert find(pattern), way


@pytest.mark.parametrize(
    "mentions",
    [
        {"he"},
        {"she"},
        {"they"},
        {"it"},
        {"a european official", "a nato official"},
        {"a former customer"},
        {"the downing street source"},
        {"the judge", "the president", "the prime minister"},
    ],
    ids=min,
)
def test_some_seed_names_its_speaker_this_way(mentions: set[str]) -> None:
    assert find_speakers(mentions)


def test_styles_of_marks_are_not_mixed() -> None:
    straight = {doc for doc, body in BODIES.items() if '"' in body}
    curly = {doc for doc, body in BODIES.items() if re.search("[“”‘’]", body)}
    assert len(straight) >= 2
    assert not straight & curly
    assert not any("'" in BODIES[doc] for doc in curly)


def test_layouts_differ() -> None:
    one_line_a_paragraph = {doc for doc, body in BODIES.items() if "\n\n" not in body}
    hard_wrapped = {
        doc
        for doc, body in BODIES.items()
        if "\n\n" in body and max(map(len, body.splitlines())) <= 80
    }
    assert one_line_a_paragraph
    assert hard_wrapped
    assert any(path.suffix == ".md" for path in PATHS)


def test_every_seed_has_its_sources() -> None:
    sources = (SEEDS / "SOURCES").read_text(encoding="utf-8").splitlines()
    assert {path.name for path in PATHS} <= set(sources)
