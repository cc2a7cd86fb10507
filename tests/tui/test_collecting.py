"""Quotes are collected while reading, and an article is opened where it was left."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import OptionList

from analysis.notebook import Notebook
from analysis.quotation import format_citations
from tests import canned
from tests.tui.conftest import Open
from tui.folders import Folders
from tui.screens.copy_form import CopyForm
from tui.screens.notes_page import NotesPage


def collected(folders: Folders) -> list[str]:
    notebook = Notebook(folders.data)
    notes = notebook.notes()
    notebook.close()
    return [" ".join(note.citation.paragraphs) for note in notes]


async def collect_two(pilot, app) -> None:
    await pilot.press("right_parenthesis", "m", "right_parenthesis", "m")
    await app.workers.wait_for_complete()


async def test_quotes_collected_are_kept_in_the_order_of_collecting(
    opened: Open, folders: Folders
) -> None:
    async with opened() as (app, pilot):
        await collect_two(pilot, app)
        assert len(collected(folders)) == 2
        await pilot.press("m")
        await app.workers.wait_for_complete()
        assert len(collected(folders)) == 2, "a quote is collected once"
        first = canned.analysis().quotes[0].parts[0].of(canned.article().text)
        assert first in collected(folders)[0]


async def test_the_page_of_notes_copies_drops_and_takes_back(
    opened: Open, folders: Folders
) -> None:
    async with opened() as (app, pilot):
        await collect_two(pilot, app)
        words = collected(folders)
        await pilot.press("M")
        await pilot.pause()
        assert isinstance(app.screen, NotesPage)
        assert app.screen.query_one(OptionList).option_count == 2
        await pilot.press("x")
        assert collected(folders) == words[:1], "the newest is at hand first"
        await pilot.press("u")
        assert collected(folders) == words
        await pilot.press("j", "x", "escape")
        assert collected(folders) == words[1:]


async def test_all_notes_are_copied_in_the_form_that_is_asked_for(
    opened: Open, folders: Folders, monkeypatch
) -> None:
    async with opened() as (app, pilot):
        await collect_two(pilot, app)
        copied: list[str] = []
        monkeypatch.setattr(app, "copy_and_tell", lambda text, what: copied.append(text))
        await pilot.press("M")
        await pilot.pause()
        await pilot.press("Y")
        await pilot.pause()
        assert isinstance(app.screen, CopyForm)
        await pilot.press("a", "b")
        await pilot.pause()
        notebook = Notebook(folders.data)
        citations = [note.citation for note in notebook.notes()]
        assert copied == [format_citations(citations, form="bibtex")]
        await pilot.press("M")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert copied[1:] == [format_citations(citations[-1:])]


async def test_a_notebook_that_cannot_be_written_is_said(opened: Open, folders: Folders) -> None:
    folders.data.parent.mkdir(parents=True, exist_ok=True)
    folders.data.write_text("in the way")
    async with opened() as (app, pilot):
        await pilot.press("right_parenthesis", "m")
        await app.workers.wait_for_complete()
        await pilot.pause()
        told = [str(notification.message) for notification in app._notifications]
        assert any("cannot be kept here" in sentence for sentence in told)
        await pilot.press("M")
        await pilot.pause()
        assert isinstance(app.screen, NotesPage)


async def test_an_article_is_opened_where_an_earlier_run_left_it(
    opened: Open, folders: Folders, tmp_path: Path
) -> None:
    long = tmp_path / "long.txt"
    long.write_text("\n\n".join(f"Paragraph {number} of many." for number in range(200)))
    async with opened([long], analysed=False) as (app, pilot):
        await pilot.press("space", "space")
        await pilot.pause()
        left = app.reader.view.first_visible_offset
        assert left > 0
        await pilot.press("q")
    async with opened([long], analysed=False) as (app, pilot):
        await pilot.pause()
        assert app.reader.view.first_visible_offset == left
        await pilot.press("g", "q")
    async with opened([long], analysed=False) as (app, pilot):
        await pilot.pause()
        assert app.reader.view.first_visible_offset == 0
