"""Quotes collected and places left: there again in the next run, whatever happened between."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.notebook import FILE_NAME, Notebook
from analysis.quotation import Citation, cite
from analysis.schema import Analysis, Quote
from tests import canned

ARTICLE = canned.article()
ANALYSIS: Analysis = canned.analysis()


def citation_of(quote: Quote) -> Citation:
    return cite(ARTICLE, ANALYSIS, quote, path=Path("harbour.txt"))


def collect(notebook: Notebook, quote: Quote) -> bool | None:
    return notebook.collect(ARTICLE, quote, citation_of(quote))


def test_a_quote_collected_is_there_in_the_next_run_with_all_that_citing_needs(
    tmp_path: Path,
) -> None:
    first, second, *_ = ANALYSIS.quotes
    notebook = Notebook(tmp_path / "new")
    assert collect(notebook, second)
    assert collect(notebook, first)
    notebook.close()
    again = Notebook(tmp_path / "new")
    assert [note.citation for note in again.notes()] == [citation_of(second), citation_of(first)]
    assert (again.error, again.notice) == (None, None)


def test_a_quote_collected_twice_is_one_note_as_it_is_cited_last(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    quote = ANALYSIS.quotes[0]
    assert collect(notebook, quote) is True
    corrected = replace(citation_of(quote), speaker="Somebody Else")
    assert notebook.collect(ARTICLE, quote, corrected) is False
    assert [note.citation.speaker for note in notebook.notes()] == ["Somebody Else"]


def test_a_note_dropped_can_be_restored_and_collected_anew(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    quote = ANALYSIS.quotes[0]
    collect(notebook, quote)
    (note,) = notebook.notes()
    assert notebook.drop(note)
    assert notebook.notes() == ()
    assert notebook.restore(note)
    assert notebook.notes() == (note,)
    assert notebook.drop(note)
    assert collect(notebook, quote) is True
    assert len(notebook.notes()) == 1


def test_an_article_is_opened_where_it_was_left(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    assert notebook.place("key") == 0
    assert notebook.leave("key", 120)
    assert notebook.leave("key", 90)
    assert notebook.leave("other", 7)
    notebook.close()
    assert Notebook(tmp_path).place("key") == 90


def test_two_newsreaders_lose_nothing(tmp_path: Path) -> None:
    one, two = Notebook(tmp_path), Notebook(tmp_path)
    first, second, *_ = ANALYSIS.quotes
    assert collect(one, first)
    assert collect(two, second)
    assert one.notes() == two.notes()
    assert len(one.notes()) == 2


def test_where_nothing_can_be_written_that_is_said_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    notebook = Notebook(tmp_path / "file")
    assert collect(notebook, ANALYSIS.quotes[0]) is None
    assert notebook.notes() == ()
    assert not notebook.leave("key", 3)
    assert "cannot be kept here" in str(notebook.error)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 20) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
)


@given(st.sampled_from(Citation.__slots__), json_values)
def test_a_strange_note_is_left_out_and_left_alone(name: str, value: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        notebook = Notebook(folder)
        for quote in ANALYSIS.quotes[:2]:
            collect(notebook, quote)
        file = sqlite3.connect(Path(folder) / FILE_NAME)
        line = json.loads(file.execute("SELECT citation FROM notes").fetchone()[0])
        changed = json.dumps({**line, name: value})
        file.execute("UPDATE notes SET citation = ? WHERE number = 1", (changed,))
        file.commit()
        notes = notebook.notes()
        assert notes[-1].citation == citation_of(ANALYSIS.quotes[1])
        for note in notes:
            assert note.citation.paragraphs
            assert "\x1b" not in str(note.citation)
        assert file.execute("SELECT count(*) FROM notes").fetchone() == (2,)
        file.close()
        notebook.close()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("url", "javascript:alert(1)", None),
        ("url", 'https://e.org/"><script>', "https://e.org/%22%3E%3Cscript%3E"),
        ("title", "T\n\n# Heading", "T # Heading"),
        ("speaker", "S\r\n> x", "S > x"),
        ("path", "\n=1", "=1"),
        ("pieces", [["No.\n# x"]], (("No. # x",),)),
    ],
)
def test_what_another_program_put_into_a_note_is_fit_for_every_form(
    tmp_path: Path, name: str, value: object, told: object
) -> None:
    notebook = Notebook(tmp_path)
    collect(notebook, ANALYSIS.quotes[0])
    file = sqlite3.connect(tmp_path / FILE_NAME)
    line = json.loads(file.execute("SELECT citation FROM notes").fetchone()[0])
    file.execute("UPDATE notes SET citation = ?", (json.dumps({**line, name: value}),))
    file.commit()
    file.close()
    (note,) = notebook.notes()
    assert getattr(note.citation, name) == told


@pytest.mark.parametrize("line", ["not JSON", "[]", "7", "[" * 100_000, "{}"], ids=range(5))
def test_what_is_no_citation_is_left_out(tmp_path: Path, line: str) -> None:
    notebook = Notebook(tmp_path)
    collect(notebook, ANALYSIS.quotes[0])
    file = sqlite3.connect(tmp_path / FILE_NAME)
    file.execute("UPDATE notes SET citation = ?", (line,))
    file.commit()
    file.close()
    assert notebook.notes() == ()
    assert notebook.notice is None
