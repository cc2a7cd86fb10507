"""The first page stands where the reader draws it again, in the same colours."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pyte
import pytest
from textual.app import App
from textual.color import Color

from analysis.load import make_article
from analysis.schema import Article
from tests import canned
from tests.terminal import NEWSREADER, Terminal
from tests.tui.conftest import wait_until
from tui.app import NewsreaderApp
from tui.config import Config
from tui.first_page import draw, shades_for
from tui.folders import Folders
from tui.opening import Opening
from tui.shades import SHADES
from tui.shelf import Shelf

LONG = f"{canned.TEXT}\n" + "\n\n".join(
    f"Paragraph {number}: the 港 of Škoda’s city, " + "which was voted on again and again, " * 9
    for number in range(60)
)
ALONE = "A line.\n\nAnother line, and the last one."


def shown(data: str, size: tuple[int, int]) -> pyte.Screen:
    """Return the screen of a terminal that was sent this."""
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(data)
    return screen


def first_page(
    article: Article, size: tuple[int, int], *, top: int = 0, theme: str = "textual-dark"
) -> str:
    return draw(
        article,
        top=top,
        is_list_shown=False,
        measure=80,
        size=size,
        shades=shades_for(theme, {"COLORTERM": "truecolor"}),
    )


@pytest.mark.parametrize(
    ("raw", "where"),
    [(LONG, "beginning"), (LONG, "middle"), (LONG, "end"), (ALONE, "beginning"), (ALONE, "end")],
    ids=["long", "long, middle", "long, end", "short", "short, end"],
)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)], ids=str)
async def test_the_reader_draws_the_first_page_again_cell_for_cell(
    tmp_path: Path, folders: Folders, raw: str, where: str, size: tuple[int, int]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(raw, encoding="utf-8")
    article = make_article(raw, name="a")
    top = {"beginning": 0, "middle": len(article.text) // 2, "end": len(article.text)}[where]
    app = NewsreaderApp(
        Shelf.of([path]),
        config=Config(),
        folders=folders,
        opening=Opening(article, top),
        analyses=False,
    )
    screen = shown(first_page(article, size, top=top), size)
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, lambda: bool(app.reader.view.region.area))
        headline, view = app.reader.headline, app.reader.view
        rows = str(headline.render()).split("\n")
        assert len(rows) == headline.region.height
        for y, row in enumerate(rows, headline.region.y):
            assert drawn(screen, y, headline.region.x, headline.region.right) == row.rstrip()
        width = view.scrollable_content_region.width
        for y in range(view.region.height):
            row = view.render_line(y)
            place = view.region.x, view.region.y + y
            assert drawn(screen, place[1], place[0], place[0] + width) == row.text.rstrip()
            grounds = {segment.style.bgcolor.name for segment in row if segment.style}
            assert grounds == {f"#{screen.buffer[place[1]][place[0]].bg}"}


def drawn(screen: pyte.Screen, y: int, start: int, end: int) -> str:
    """Return what stands in a row from a cell to another; the second cell of a 港 is ""."""
    return "".join(screen.buffer[y][x].data for x in range(start, end)).rstrip()


@pytest.mark.parametrize("theme", sorted(SHADES))
def test_the_colours_are_those_of_the_theme(theme: str) -> None:
    shades = SHADES[theme]
    mixed = App().available_themes[theme].to_color_system().generate()
    ground = Color.parse(mixed["background"])
    assert [colour.lower() for colour in shades] == [
        ground.hex.lower(),
        mixed["foreground"].lower(),
        (ground + ground.get_contrast_text(0.6)).hex.lower(),
        mixed["surface"].lower(),
        mixed["panel"].lower(),
    ]


def test_every_theme_with_colours_of_its_own_is_known() -> None:
    own = {
        name
        for name, theme in App().available_themes.items()
        if Color.parse(theme.to_color_system().generate()["background"]).ansi is None
    }
    assert own == set(SHADES)


@pytest.mark.parametrize(
    ("theme", "environment", "is_coloured"),
    [
        ("nord", {"COLORTERM": "truecolor"}, True),
        ("nord", {"COLORTERM": "24bit"}, True),
        ("nord", {}, False),
        ("nord", {"COLORTERM": "truecolor", "NO_COLOR": "1"}, False),
        ("ansi-dark", {"COLORTERM": "truecolor"}, False),
    ],
)
def test_colours_are_used_where_the_terminal_shows_them_as_meant(
    theme: str, environment: dict[str, str], is_coloured: bool
) -> None:
    shades = shades_for(theme, environment)
    assert (shades is not None) == is_coloured
    page = draw(
        canned.article(), top=0, is_list_shown=True, measure=80, size=(120, 40), shades=shades
    )
    assert ("38;2;" in page) == is_coloured
    assert "Harbour vote" in page


@pytest.mark.parametrize("size", [(39, 40), (120, 11), (1, 1)])
def test_too_small_a_screen_has_no_first_page(size: tuple[int, int]) -> None:
    assert first_page(canned.article(), size) == ""


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[], Terminal]:
    path = tmp_path / "a.txt"
    path.write_text(LONG, encoding="utf-8")
    return lambda: Terminal([str(NEWSREADER), str(path)], columns=100, rows=30, folder=tmp_path)


def test_once_there_the_text_never_leaves_the_screen(opened: Callable[[], Terminal]) -> None:
    terminal = opened()
    words = "asked the Port Authority"
    terminal.wait_for(lambda text: words in text)
    terminal.wait_for(lambda text: _still(words, text) and "Quit" in text)
    terminal.type("q")
    assert terminal.end() == 0
    assert terminal.received.count(b"\x1b[?1049h") == 1, "the screen is taken once"
    assert terminal.received.count(b"\x1b[?1049l") == 1


def _still(words: str, text: str) -> bool:
    assert words in text
    return True


def test_keys_typed_at_the_first_page_are_neither_shown_nor_lost(
    opened: Callable[[], Terminal],
) -> None:
    terminal = opened()
    terminal.wait_for(lambda text: "Harbour vote" in text)
    terminal.type("/paragraph 41\r")
    text = terminal.wait_for(lambda text: "found 1 of" in text)
    assert re.search(r"Paragraph 41: the 港", text)
    terminal.type("q")
    assert terminal.end() == 0


def test_a_first_page_is_taken_away_when_the_reader_does_not_come(
    opened: Callable[[], Terminal],
) -> None:
    terminal = opened()
    terminal.wait_for(lambda text: "Harbour vote" in text)
    terminal.process.terminate()
    terminal.end()
    assert b"\x1b[?1049l" in terminal.received
