"""Lines of the journal: nothing lost, nothing hostile let in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corrections import Add, Correction, Merge, QuotedWords, Rename, SetSpeaker, Split, Who
from analysis.corrections.lines import NewerLineError, Turn, decode_entry, encode_entry
from analysis.errors import CodecError
from analysis.schema import Span
from tests.analysis.corrections.test_apply import CHANGES

SPLIT = Correction(
    "1", "2026-03-02T10:00:00+00:00", Split(Who("Ana", "person"), "A."), "key", "Title"
)
QUOTE = QuotedWords((Span(3, 9),), "direct", "words")


@given(CHANGES)
def test_what_is_written_is_what_is_read(change: object) -> None:
    entry = Correction("id", "now", change, "key", "A title")  # type: ignore[arg-type]
    line = encode_entry(entry)
    assert "\n" not in line
    assert decode_entry(line) == entry


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_a_turn_comes_back(way: str) -> None:
    entry = Turn("id", "now", way, "another")  # type: ignore[arg-type]
    assert decode_entry(encode_entry(entry)) == entry


def test_a_line_can_be_read_by_people() -> None:
    line = encode_entry(
        Correction("1", "now", Merge(Who("Škoda", "person"), Who("Ana Škoda", "person")))
    )
    assert json.loads(line) == {
        "v": 1,
        "id": "1",
        "when": "now",
        "do": "merge",
        "name": "Škoda",
        "kind": "person",
        "into": {"name": "Ana Škoda", "kind": "person"},
        "article": None,
        "title": "",
    }
    assert "Škoda" in line


def changed(**fields: object) -> str:
    """Return a good line with some fields replaced."""
    return json.dumps(json.loads(encode_entry(SPLIT)) | fields)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        "null",
        '"words"',
        "{}",
        "[" * 100_000,
        changed(v=0),
        changed(v="2"),
        changed(v=True),
        changed(id=""),
        changed(id=7),
        changed(do="nothing"),
        changed(name=""),
        changed(name="\u200b" * 501),
        changed(kind="dog"),
        changed(alias=None),
        changed(article=None),
        changed(title=None),
        changed(do="speaker", words="x", quote="direct", parts=[], speaker=None),
        changed(do="speaker", words="x", quote="direct", parts=[[5, 5]], speaker=None),
        changed(do="speaker", words="x", quote="direct", parts=[[5, 9], [3, 4]], speaker=None),
        changed(do="speaker", words="x", quote="shouted", parts=[[5, 9]], speaker=None),
        changed(do="speaker", words="x", quote="direct", parts=[[5, 9.5]], speaker=None),
        changed(do="speaker", words="x", quote="direct", parts=[[True, 9]], speaker=None),
        changed(do="speaker", words="x", quote="direct", parts=[[5, 10**30]], speaker=None),
    ],
)
def test_nonsense_is_refused_by_name(line: str) -> None:
    with pytest.raises(CodecError):
        decode_entry(line)


def test_a_newer_line_is_told_from_nonsense() -> None:
    with pytest.raises(NewerLineError):
        decode_entry('{"v": 2, "something": "else"}')


def test_what_comes_from_elsewhere_is_sanitised() -> None:
    entry = Correction(
        "1", "now", Rename(Who("A", "person"), "\x1b]0;title\x07B\n\u202ec"), None, "\x9b1m"
    )
    back = decode_entry(encode_entry(entry))
    assert isinstance(back, Correction)
    assert isinstance(back.change, Rename)
    assert not set("\x1b\x07\n\u202e\x9b") & set(back.change.to + back.title)


@given(st.text(max_size=80))
def test_any_line_is_an_entry_or_refused(line: str) -> None:
    with pytest.raises(CodecError):
        decode_entry(line)


@pytest.mark.parametrize("change", [Add("Bundesbank", "organization"), SetSpeaker(QUOTE, None)])
def test_a_change_without_a_whole_who_comes_back_too(change: Add | SetSpeaker) -> None:
    entry = Correction("1", "now", change, "key")
    assert decode_entry(encode_entry(entry)) == entry
