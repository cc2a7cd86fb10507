"""Safe and comparable text: nothing a terminal acts on, and always the way back."""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.schema import Span
from analysis.text import escape_unsafe, fold, join_line_ends, sanitise, sanitise_line

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))
"""Every code point, lone surrogates too."""


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("", ""),
        ("Plain, “quoted” – café 日本 👍\n", "Plain, “quoted” – café 日本 👍\n"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("nul\0bell\a", "nul␀bell␇"),
        ("tab\there", "tab here"),
        ("del\x7f c1\x9b31m", "del␡ c1�31m"),
        ("line\u2028para\u2029next\x85feed\x0c", "line\npara\nnext\nfeed\n"),
        ("soft\u00adhyphen", "soft�hyphen"),
        ("zero\u200bwidth\ufeff", "zero�width�"),
        ("\u202eesrever\u202c", "�esrever�"),
        ("\u2066isolated\u2069", "�isolated�"),
        ("half \ud83d pair", "half � pair"),
        ("tag \U000e0041", "tag �"),
        ("nothing \uffff \ufdd0 \U0010ffff", "nothing � � �"),
        # Needed to write Persian, Hindi and joined emoji: kept.
        ("می\u200cخواهم 👩\u200d🔬", "می\u200cخواهم 👩\u200d🔬"),
        ("kept: \u00a0\u3000\ue000", "kept: \u00a0\u3000\ue000"),
    ],
)
def test_what_a_terminal_acts_on_is_replaced(raw: str, expected: str) -> None:
    assert sanitise(raw) == expected


@given(ANY_TEXT)
def test_sanitising_keeps_every_offset(raw: str) -> None:
    safe = sanitise(raw)
    assert len(safe) == len(raw)
    assert sanitise(safe) == safe


@given(ANY_TEXT)
def test_sanitised_text_holds_nothing_a_terminal_acts_on(raw: str) -> None:
    safe = sanitise(raw)
    safe.encode()
    assert all(unicodedata.category(c) not in ("Cc", "Cs") or c == "\n" for c in safe)
    assert all(unicodedata.bidirectional(c) not in BIDI_CONTROLS for c in safe)
    assert safe.splitlines() == safe.removesuffix("\n").split("\n") or not safe


@pytest.mark.parametrize("value", [None, 1, ["\x1b"], {"\x1b": 1}, b"\x1b"])
def test_what_is_no_text_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        sanitise(value)


def test_many_kinds_of_unsafe_characters_are_replaced_as_one_is() -> None:
    everything = "".join(map(chr, range(0x3000)))
    assert sanitise(everything) == "".join(map(sanitise, everything))


BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(ANY_TEXT)
def test_a_sanitised_line_is_one_line_without_white_edges(raw: str) -> None:
    line = sanitise_line(raw)
    assert len((line + "x").splitlines()) == 1
    assert line == line.strip()
    assert "  " not in line


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\r\r\n\n", "\n\n\n"), ("", "")],
)
def test_line_ends_are_joined(raw: str, expected: str) -> None:
    assert join_line_ends(raw) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Macron's", "macron's"),
        ("Macron’s", "macron's"),
        ("Škoda ÉTÉ", "skoda ete"),
        ("İstanbul Diyarbakır", "istanbul diyarbakir"),
        ("Straße", "strasse"),
        ("Łódź Øresund Đoković", "lodz oresund dokovic"),
        ("Æon œuvre", "aeon oeuvre"),
        ("Ærø Þing þing Ðe ðe", "aero thing thing de de"),
        ("ﬁnal ½", "final 1⁄2"),
        ("Ángel e\u0301", "angel e"),
        ("“Yes” – no—never…", '"yes" - no-never...'),
        ("Зеленський", "зеленськии"),
        ("日本", "日本"),
        ("K", "k"),  # the Kelvin sign
        ("`´‘’ʼ｀ŉ", "''''''" + "'n"),
    ],
)
def test_what_a_reader_types_compares_equal(text: str, expected: str) -> None:
    assert fold(text).text == expected


@pytest.mark.parametrize(
    ("text", "folded_words", "original"),
    [
        ("die Straße hier", "strasse", "Straße"),
        ("die Straße hier", "s", "S"),
        ("the ﬁnal word", "final", "ﬁnal"),
        ("cafe\u0301 here", "cafe", "cafe\u0301"),
        ("cafe\u0301 here", "here", "here"),
        ("İzmir'e", "izmir", "İzmir"),
        ("Łódź", "lodz", "Łódź"),
        ("wait… now", "now", "now"),
        ("plain", "lain", "lain"),
    ],
)
def test_the_way_back_takes_whole_letters(text: str, folded_words: str, original: str) -> None:
    folded = fold(text)
    start = folded.text.index(folded_words)
    assert folded.to_original(Span(start, start + len(folded_words))).of(text) == original


def test_an_empty_stretch_stays_empty() -> None:
    folded = fold("Straße")
    for offset in range(len(folded.text) + 1):
        assert len(folded.to_original(Span(offset, offset))) == 0


@given(ANY_TEXT, st.data())
def test_every_folded_stretch_came_from_somewhere(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if folded.offsets is not None:
        assert len(folded.offsets) == len(folded.text) + 1
        assert list(folded.offsets) == sorted(folded.offsets)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    original = folded.to_original(Span(start, end))
    assert 0 <= original.start <= original.end <= len(text)
    assert folded.text[start:end] in fold(original.of(text)).text


@given(ANY_TEXT, ANY_TEXT)
def test_folding_goes_letter_by_letter(before: str, after: str) -> None:
    assert fold(before + after).text == fold(before).text + fold(after).text


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(ANY_TEXT)
def test_json_for_a_terminal_says_the_same_with_nothing_to_act_on(raw: str) -> None:
    line = escape_unsafe(json.dumps(raw, ensure_ascii=False))
    assert sanitise(line) == line
    assert json.loads(line) == raw
