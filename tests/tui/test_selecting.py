"""Marking words: whole words only, in one paragraph, moved by keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.load import make_article
from analysis.schema import Span
from tui.selecting import Marking, whole_words

TEXT = "“Port of Riga,” said O’Neil-Smith’s aide.\n\nThe 2nd paragraph."
ARTICLE = make_article(TEXT)


def at(words: str) -> Span:
    """Return where words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("selected", "words"),
    [
        ("ort of Ri", "Port of Riga"),
        ("“Port", "Port"),
        (",” said ", "said"),
        ("Neil", "O’Neil-Smith’s"),
        (",” ", None),
        ("aide.\n\nThe", None),
        ("2nd", "2nd"),
    ],
)
def test_what_is_selected_grows_to_whole_words(selected: str, words: str | None) -> None:
    span = whole_words(ARTICLE, at(selected))
    assert (None if span is None else span.of(TEXT)) == words


@pytest.mark.parametrize(
    ("ways", "marked"),
    [
        ("", "Port"),
        ("l", "of"),
        ("lll", "said"),
        ("llh", "of"),
        ("h", "Port"),
        ("lvl", "of Riga"),
        ("llvh", "of Riga"),
        ("vlvl", "Riga"),
        ("l" * 50, "paragraph"),
    ],
)
def test_keys_move_and_stretch_what_is_marked(ways: str, marked: str) -> None:
    marking = Marking.at(TEXT, 0)
    assert marking is not None
    for way in ways:
        step = {"l": 1, "h": -1}.get(way)
        marking = marking.stepping(step) if step else marking.stretching()
    assert marking.span.of(TEXT) == marked


@given(
    st.text(alphabet="ab -’.“\n7é", max_size=40), st.integers(0, 40), st.text("lhvm", max_size=12)
)
def test_whatever_is_pressed_what_is_marked_lies_in_the_text(
    text: str, offset: int, ways: str
) -> None:
    marking = Marking.at(text, offset)
    assert (marking is None) == (not any(map(str.isalnum, text)))
    for way in ways if marking else "":
        assert marking is not None
        match way:
            case "v":
                marking = marking.stretching()
            case "m":
                marking = marking.moving_to(offset)
            case _:
                marking = marking.stepping(1 if way == "l" else -1)
        assert any(map(str.isalnum, marking.span.of(text)))
        assert 0 <= marking.span.start < marking.span.end <= len(text)
