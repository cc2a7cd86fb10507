from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from analysis.schema import Span
from tui.wrap import Layout, cell_widths, wrap

# Letters, blanks, accents, wide and joined characters, a keycap, a flag, an unknown character.
ALPHABET = "ab ab é\u0301漢字ｗ👩🚀🏽❤1\u200d\ufe0f\u20e3\u200c🇫🇷क्ष�—’\n"


@st.composite
def texts_with_paragraphs(draw: st.DrawFn) -> tuple[str, tuple[Span, ...]]:
    text, spans = draw(st.text("\n ", max_size=3)), []
    for _ in range(draw(st.integers(0, 4))):
        paragraph = draw(st.text(ALPHABET, max_size=60)).strip()
        if paragraph:
            spans.append(Span(len(text), len(text) + len(paragraph)))
            text += paragraph + draw(st.sampled_from(("\n", "\n\n", "\n \n\n", "")))
    return text, tuple(spans)


def rows_of(layout: Layout) -> list[str]:
    return [layout.text_of(row) for row in range(layout.row_count)]


def wrap_whole(text: str, width: int) -> list[str]:
    return rows_of(wrap(text, (Span(0, len(text)),), width))


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("one two three", 20, ["one two three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one   two", 4, ["one", "two"]),
        ("hard\nwrapped\nfile", 12, ["hard wrapped", "file"]),
        ("a honorificabilitudinity b", 10, ["a", "honorifica", "bilitudini", "ty b"]),
        ("exactly ten", 10, ["exactly", "ten"]),
        ("漢字漢字漢", 4, ["漢字", "漢字", "漢"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("a漢字", 4, ["a漢", "字"]),
        ("see 漢字漢字", 8, ["see 漢字", "漢字"]),
        ("said 漢", 4, ["said", "漢"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("漢\u3099漢\u3099a", 4, ["漢\u3099漢\u3099", "a"]),
        ("ok 👩\u200d🚀 go", 5, ["ok 👩\u200d🚀", "go"]),
        ("❤\ufe0f❤\ufe0f", 2, ["❤\ufe0f", "❤\ufe0f"]),
        ("ab\u00a0cd ef", 6, ["ab\u00a0cd", "ef"]),
        ("“naïve” – ’tis", 9, ["“naïve” –", "’tis"]),
        ("漢", 0, ["漢"]),
    ],
)
def test_text_breaks_at_words_and_inside_only_those_wider_than_a_row(
    text: str, width: int, rows: list[str]
) -> None:
    assert wrap_whole(text, width) == rows


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n\n\n"])
def test_one_blank_row_parts_paragraphs_whatever_the_file_has_between_them(gap: str) -> None:
    text = f"one{gap}two"
    layout = wrap(text, (Span(0, 3), Span(3 + len(gap), len(text))), 10)
    assert rows_of(layout) == ["one", "", "two"]
    assert [layout.is_blank(row) for row in range(3)] == [False, True, False]
    assert layout.position_of(3) == (1, 0)
    assert layout.offset_at(1, 5) == 3


def test_what_lies_between_paragraphs_is_not_shown() -> None:
    text = "one\nCAPTION\ntwo"
    layout = wrap(text, (Span(0, 3), Span(12, 15)), 10)
    assert rows_of(layout) == ["one", "", "two"]
    assert layout.position_of(6) == (1, 0)


def test_spaces_that_hang_over_the_edge_keep_their_offsets() -> None:
    layout = wrap("one   two", (Span(0, 9),), 3)
    assert [layout.position_of(offset) for offset in (2, 3, 4, 5, 6)] == [
        (0, 2),
        (0, 3),
        (0, 4),
        (0, 5),
        (1, 0),
    ]
    assert [layout.offset_at(0, cell) for cell in (2, 3, 5, 99)] == [2, 3, 5, 5]


def test_both_cells_of_a_wide_character_are_its_own() -> None:
    layout = wrap("a漢b", (Span(0, 3),), 10)
    assert [layout.offset_at(0, cell) for cell in range(5)] == [0, 1, 1, 2, 2]


def test_an_accent_stands_in_the_cell_of_its_letter() -> None:
    layout = wrap("xe\u0301y", (Span(0, 4),), 10)
    assert layout.position_of(1) == layout.position_of(2) == (0, 1)
    assert layout.offset_at(0, 1) == 1
    assert layout.position_of(3) == (0, 2)


@pytest.mark.parametrize(("row", "cell"), [(-5, -5), (0, 0), (0, 99), (99, 0), (99, 99)])
def test_an_article_without_paragraphs_has_no_rows_and_still_an_answer(row: int, cell: int) -> None:
    layout = wrap("", (), 80)
    assert layout.row_count == 0
    assert layout.offset_at(row, cell) == 0
    assert layout.position_of(7) == (0, 0)
    assert layout.text_of(row) == ""


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "a\n" * 50_000 + "a",
        "漢" * 100_000,
        "e" + "\u0301" * 100_000,
        "a" + " " * 100_000 + "b",
        "\u200d" * 100_000,
        "❤\ufe0f" * 50_000,
    ],
    ids=["one word", "newlines", "wide", "accents", "spaces", "joiners", "emoji"],
)
def test_hostile_text_is_covered_and_its_rows_stay_short(text: str) -> None:
    layout = wrap(text, (Span(0, len(text)),), 80)
    assert "".join(layout.span_of(row).of(text) for row in range(layout.row_count)) == text
    assert all(len(shown) <= 16 * 80 for shown in rows_of(layout))


@given(st.text(ALPHABET))
def test_widths_add_up_to_what_rich_measures(text: str) -> None:
    assert sum(cell_widths(text)) == cell_len(text.replace("\n", " "))


@given(texts_with_paragraphs(), st.integers(-1, 30))
def test_rows_cover_each_paragraph_in_order_and_none_is_wider_than_the_width(
    sample: tuple[str, tuple[Span, ...]], width: int
) -> None:
    text, paragraphs = sample
    layout = wrap(text, paragraphs, width)
    spans = [layout.span_of(row) for row in range(layout.row_count)]
    assert all(before.end == after.start for before, after in pairwise(spans))
    shown = [span for row, span in enumerate(spans) if not layout.is_blank(row)]
    assert all(len(span) for span in shown)
    covered = [
        "".join(span.of(text) for span in shown if paragraph.covers(span))
        for paragraph in paragraphs
    ]
    assert covered == [paragraph.of(text) for paragraph in paragraphs]
    assert len(spans) == len(shown) + max(0, len(paragraphs) - 1)
    assert all(cell_len(row) <= max(width, 2) for row in rows_of(layout))


@given(texts_with_paragraphs(), st.integers(2, 30))
def test_each_offset_maps_to_a_cell_and_back(
    sample: tuple[str, tuple[Span, ...]], width: int
) -> None:
    text, paragraphs = sample
    layout = wrap(text, paragraphs, width)
    for offset in range(-1, len(text) + 2):
        row, cell = layout.position_of(offset)
        back = layout.offset_at(row, cell)
        assert layout.position_of(back) == (row, cell) or offset >= layout.starts[-1]
        if not any(offset in paragraph for paragraph in paragraphs):
            continue
        assert offset in layout.span_of(row)
        widths = cell_widths(layout.span_of(row).of(layout.text))
        if widths[offset - layout.span_of(row).start]:
            assert back == offset


@given(texts_with_paragraphs(), st.integers(2, 30), st.integers(-3, 99), st.integers(-3, 99))
def test_any_cell_gives_an_offset_of_its_row(
    sample: tuple[str, tuple[Span, ...]], width: int, row: int, cell: int
) -> None:
    text, paragraphs = sample
    layout = wrap(text, paragraphs, width)
    offset = layout.offset_at(row, cell)
    if paragraphs and 0 <= row < layout.row_count and len(layout.span_of(row)):
        assert offset in layout.span_of(row)
    else:
        assert 0 <= offset <= len(text)
