from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.schema import Span
from tui.layers import Layer, runs
from tui.wrap import cell_widths

ROW = "Ada Boro said so"


def layers(**spans: list[tuple[int, int]]) -> dict[str, Layer]:
    return {name: Layer(Span(*span) for span in of_layer) for name, of_layer in spans.items()}


@pytest.mark.parametrize(
    ("given_layers", "expected"),
    [
        (layers(), [(ROW, ())]),
        (layers(person=[]), [(ROW, ())]),
        (layers(person=[(100, 108)]), [("Ada Boro", ("person",)), (" said so", ())]),
        (
            layers(quote=[(0, 500)], person=[(104, 108)]),
            [("Ada ", ("quote",)), ("Boro", ("quote", "person")), (" said so", ("quote",))],
        ),
        (layers(person=[(100, 103), (102, 108)]), [("Ad", ("person",)), ("a", ("person",)), (" Boro", ("person",)), (" said so", ())]),
        (layers(person=[(0, 100), (116, 200)]), [(ROW, ())]),
    ],
)  # fmt: skip
def test_a_row_is_cut_where_another_layer_begins_or_ends(
    given_layers: dict[str, Layer], expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert list(runs(given_layers, 100, ROW)) == expected


def test_an_empty_row_has_no_runs() -> None:
    assert list(runs(layers(person=[(0, 9)]), 4, "")) == []


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 1), [("e\u0301", ("hit",)), ("xy", ())]),
        ((1, 3), [("e\u0301", ()), ("x", ("hit",)), ("y", ())]),
        ((1, 2), [("e\u0301", ()), ("xy", ())]),
    ],
)
def test_a_letter_keeps_its_accent(
    span: tuple[int, int], expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert list(runs(layers(hit=[span]), 0, "e\u0301xy")) == expected


SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 12)).map(lambda at: (at[0], at[0] + at[1])),
    max_size=5,
)


@given(
    st.text(alphabet="ab \u0301\u200d\u6771\U0001f469\ufe0f", max_size=20),
    st.integers(0, 5),
    SPANS,
    SPANS,
)
def test_every_character_is_in_the_layers_of_its_letter(
    text: str, start: int, under: list[tuple[int, int]], over: list[tuple[int, int]]
) -> None:
    found = list(runs(layers(under=under, over=over), start, text))
    assert "".join(run for run, _ in found) == text
    names = [names for run, names in found for _ in run]
    widths = cell_widths(text)
    letter = 0
    for index in range(len(text)):
        letter = index if widths[index] else letter
        expected = [
            name
            for name, spans in (("under", under), ("over", over))
            if any(first <= start + letter < end for first, end in spans)
        ]
        assert list(names[index]) == expected
