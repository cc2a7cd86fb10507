"""Who speaks how much: counted, sorted, drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import saying
from tui.quote_rows import BAR_CELLS, draw_bar
from tui.reading import Reading
from tui.voices import count_voices, sort_voices


def reading(*, shows_reported: bool = False) -> Reading:
    return Reading(saying.article(), saying.analysis(), shows_reported=shows_reported)


def test_voices_are_counted_in_order_of_their_first_quotes() -> None:
    counted = [(voice.name, voice.quotes, voice.words) for voice in count_voices(reading())]
    assert counted == [
        ("Nora Lind", 2, 12),
        ("Oskar Brandt", 2, 11),
        ("unknown", 1, 3),
        ("The Skerry Council", 1, 4),
    ]


def test_reported_speech_counts_while_it_is_shown() -> None:
    assert count_voices(reading(shows_reported=True))[0].quotes == 3
    assert sum(voice.share for voice in count_voices(reading())) == pytest.approx(1)


def test_nobody_speaks_where_nothing_is_known() -> None:
    assert count_voices(Reading(saying.article())) == ()


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("words", ["Nora Lind", "Oskar Brandt", "The Skerry Council", "unknown"]),
        ("quotes", ["Nora Lind", "Oskar Brandt", "unknown", "The Skerry Council"]),
        ("first", ["Nora Lind", "Oskar Brandt", "unknown", "The Skerry Council"]),
        ("name", ["Nora Lind", "Oskar Brandt", "The Skerry Council", "unknown"]),
    ],
)
def test_voices_are_sorted(order, names: list[str]) -> None:
    assert [voice.name for voice in sort_voices(count_voices(reading()), order)] == names


@given(st.floats(0, 1))
def test_a_bar_is_as_long_as_its_share_and_never_longer_than_its_cells(share: float) -> None:
    bar = draw_bar(share, BAR_CELLS)
    assert len(bar) == BAR_CELLS
    full = bar.rstrip()
    assert abs(len(full) - share * BAR_CELLS) <= 1
    assert bool(full) == (share > 0)
