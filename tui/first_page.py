"""The first page: the article's text, on the screen before Textual is there to draw it.

Importing Textual takes longer than all else between the command and the reader. The text need not
wait: it is drawn as `less` would, in the cells and the colours in which the reader draws it again a
moment later, so that nothing moves then (`tests/tui/test_first_page.py`). Imports no Textual.
"""

from __future__ import annotations

import os
import signal
import termios
from bisect import bisect_right
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from analysis.schema import Article
from tui.headlines import Heading, heading_rows
from tui.shades import SHADES, Shades
from tui.sizes import (
    BY_COLUMNS,
    BY_ROWS,
    FOOT_ROWS,
    LIST_CELLS,
    PANEL_CELLS,
    class_for,
)
from tui.wrap import cell_widths, fit_column, wrap

_SCREEN = 2  # the file descriptor that Textual draws on
_KEYS = 0
ALTERNATE_SCREEN = "\x1b[?1049h"
_ENTER = f"{ALTERNATE_SCREEN}\x1b[?25l"
_LEAVE = "\x1b[0m\x1b[?1049l\x1b[?25h"
ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""What tells a program to end; left to themselves they would leave the terminal as it is then."""


class FirstPage:
    """Holds the terminal from the first page until the reader takes it over, or is not to come.

    Keys typed meanwhile are neither shown nor lost: the reader finds them waiting.
    """

    def __init__(self, page: str) -> None:
        """Draw a page made by `draw`; "" draws nothing, and leaves the terminal alone."""
        self.is_shown = bool(page)
        """Whether the terminal shows it, on its alternate screen."""
        if page:
            for number in ENDING_SIGNALS:
                signal.signal(number, self._end)
            self._modes = termios.tcgetattr(_KEYS)
            quiet = termios.tcgetattr(_KEYS)
            quiet[0] &= ~(termios.ICRNL | termios.IXON)
            quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            termios.tcsetattr(_KEYS, termios.TCSANOW, quiet)
            _write(_ENTER + page)

    def _end(self, number: int, _: object) -> None:
        """Give the terminal back, and end without a word.

        An exception raised amid an import may be swallowed, and then nothing would end.
        """
        if self.hand_over():
            _write(_LEAVE)
        os._exit(128 + number)

    def hand_over(self) -> bool:
        """Leave the page to whoever draws next; say whether there was one."""
        if not self.is_shown:
            return False
        self.is_shown = False
        termios.tcsetattr(_KEYS, termios.TCSANOW, self._modes)
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Give the terminal back as it was found, unless it was handed over."""
        if self.hand_over():
            _write(_LEAVE)


def draw(
    article: Article,
    *,
    top: int,
    is_list_shown: bool,
    measure: int,
    size: tuple[int, int],
    shades: Shades | None,
) -> str:
    """Return what draws an article's headline and the text below on an empty screen.

    Args:
        article: What is read.
        top: The offset of the first character in sight.
        is_list_shown: Whether the list of articles stands beside the text.
        measure: The longest line, in cells.
        size: Columns and rows of the screen.
        shades: The theme's colours; None for the terminal's own.

    Returns:
        Text with escape sequences; "" where the screen is too small to read on.
    """
    columns, rows = size
    kind = class_for(columns, BY_COLUMNS)
    if kind not in PANEL_CELLS or class_for(rows, BY_ROWS) != BY_ROWS[-1][1]:
        return ""
    left = LIST_CELLS[kind] if is_list_shown else 0
    width = columns - left - PANEL_CELLS[kind] - 2  # a cell of padding on both sides
    margin, column = fit_column(width - 1, measure)  # one cell is the scroll bar's
    heading = heading_rows(Heading.of(article), width, measure)
    height = rows - FOOT_ROWS - len(heading) - 1
    lines = [(text, "title" if is_title else "origin") for text, is_title in heading]
    lines.append(("", "text"))
    lines += [(text, "text") for text in _rows_in_sight(article, top, column, height)]
    lines += [("", "text")] * (rows - FOOT_ROWS - len(lines))
    ink = _Ink(shades)
    drawn = [
        f"\x1b[{row};1H{ink.fill('surface', left)}"
        f"{ink.line(' ' * (margin + 1) + text, style, width + 2)}"
        f"{ink.fill('surface', PANEL_CELLS[kind])}"
        for row, (text, style) in enumerate(lines, start=1)
    ]
    foot = [
        f"\x1b[{row};1H{ink.fill('foot', columns)}" for row in range(rows - FOOT_ROWS + 1, rows + 1)
    ]
    return "".join(drawn + foot) + "\x1b[0m"


def shades_for(theme: str, environment: Mapping[str, str]) -> Shades | None:
    """Return a theme's colours where the terminal shows all colours as they are meant."""
    is_exact = environment.get("COLORTERM", "").lower() in ("truecolor", "24bit")
    return SHADES.get(theme) if is_exact and "NO_COLOR" not in environment else None


class _Ink:
    """Writes cells in the colours of a theme, or in none."""

    def __init__(self, shades: Shades | None) -> None:
        self._shades = shades

    def fill(self, ground: str, cells: int) -> str:
        """Return some empty cells."""
        return self._set("foreground", ground) + " " * cells if cells else ""

    def line(self, text: str, style: str, cells: int) -> str:
        """Return text on the page's ground, and empty cells behind it."""
        weight = "\x1b[1m" if style == "title" else ""
        colour = self._set("muted" if style == "origin" else "foreground", "background")
        return f"{colour}{weight}{text}\x1b[0m{self.fill('background', cells - _cells(text))}"

    def _set(self, front: str, ground: str) -> str:
        if self._shades is None:
            return ""
        front, ground = getattr(self._shades, front), getattr(self._shades, ground)
        return f"\x1b[38;2;{_parts(front)};48;2;{_parts(ground)}m"


def _parts(colour: str) -> str:
    """Return "18;18;18" for "#121212"."""
    return ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))


def _cells(text: str) -> int:
    return sum(cell_widths(text))


def _rows_in_sight(article: Article, top: int, column: int, height: int) -> list[str]:
    """Return the rows that the article view would show, wrapping no more than it must."""
    paragraphs = article.paragraphs
    first = max(0, bisect_right(paragraphs, top, key=lambda paragraph: paragraph.start) - 1)
    part = paragraphs[first : first + height]
    layout = wrap(article.text[: part[-1].end], part, column)
    row = layout.row_of(top)
    if layout.row_count - row < height and first + height >= len(paragraphs):
        # The end is in sight: it stands in the last row, whatever the reader left at the top.
        part = paragraphs[max(0, first - height) :]
        layout = wrap(article.text, part, column)
        row = max(0, min(layout.row_of(top), layout.row_count - height))
    return [layout.text_of(at) for at in range(row, min(row + height, layout.row_count))]


def _write(data: str) -> None:
    os.write(_SCREEN, data.encode("utf-8", "replace"))
