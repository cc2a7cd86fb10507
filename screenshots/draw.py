"""Draw the README's screenshots from the running program over the seed articles.

    python screenshots/draw.py        (or: make screenshots)

Each picture is what the program shows after the keys beside it; the analysis is the real one.
"""

from __future__ import annotations

import asyncio
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tui.app import NewsreaderApp  # noqa: E402
from tui.config import Config  # noqa: E402
from tui.folders import Folders, seed_folder  # noqa: E402
from tui.shelf import Shelf  # noqa: E402

PATIENCE_TURNS = 600
OPENED = "macron-ukraine-troops.txt"
# Textual's pictures fetch their font from the network; ours name only what a machine may have.
FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


@dataclass(frozen=True)
class Picture:
    """One screenshot."""

    name: str
    keys: tuple[str, ...]
    size: tuple[int, int] = (120, 36)
    theme: str = "textual-dark"
    only: bool = field(default=False)
    """Whether the one article is opened alone, without the list."""
    all_analysed: bool = field(default=False)
    """Whether the analyses of all articles are waited for."""


PICTURES = (
    Picture("reading", ("1", "enter", "enter"), only=True),
    Picture("articles", ("right_parenthesis",), size=(150, 40)),
    Picture("search", ("slash", *"lavorv"), only=True),
    Picture("search-all", ("S", *"minister"), size=(120, 40), all_analysed=True),
    Picture("copy", ("right_parenthesis", "Y"), only=True),
    Picture("card", ("1", "j", "c"), only=True),
    Picture("correct", ("1", "j", "e"), only=True),
    Picture("why", ("3", "j", "enter", "w"), only=True),
    Picture("voices", ("V",), only=True),
    Picture("speakers", ("o", "3", "j", "enter"), only=True),
    Picture("collected", ("right_parenthesis", "m") * 3 + ("M",), only=True),
    Picture("light", ("2", "j", "enter"), theme="textual-light", only=True),
    Picture("small", ("1", "enter"), size=(80, 24), only=True),
    Picture("help", ("question_mark",), size=(120, 56), only=True),
)


async def draw(picture: Picture, folders: Folders) -> None:
    """Run the program, press the keys and write the picture."""
    paths = sorted(path for path in seed_folder().iterdir() if path.suffix in (".txt", ".md"))
    opened = seed_folder() / OPENED
    shelf = Shelf.of([opened] if picture.only else paths)
    shelf = shelf.opening(next(i for i, e in enumerate(shelf.entries) if e.path == opened))
    app = NewsreaderApp(shelf, config=Config(theme=picture.theme), folders=folders)
    async with app.run_test(size=picture.size) as pilot:
        for _ in range(PATIENCE_TURNS):
            await pilot.pause(0.1)
            shelf = app.reader.library.shelf
            if shelf.current.state == "ready" and picture.all_analysed:
                app.reader.library.analyse_all()
            awaited = shelf.entries if picture.all_analysed else (shelf.current,)
            if all(entry.state == "ready" for entry in awaited):
                break
        else:
            raise SystemExit(f"{picture.name}: the analysis did not come")
        await pilot.press(*picture.keys)
        for line in app.screen.query("Input"):
            line.cursor_blink = False
        await pilot.pause(0.2)
        svg = FONT_FACE.sub("", app.export_screenshot(title="newsreader"))
    svg = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
    svg = svg.replace("Fira Code", "ui-monospace, DejaVu Sans Mono, Menlo, monospace")
    (HERE / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
    sys.stdout.write(f"{picture.name}.svg\n")


async def main() -> None:
    """Draw all pictures."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        folders = Folders(root / "config", root / "cache", root / "state", root / "data")
        for picture in PICTURES:
            await draw(picture, folders)


if __name__ == "__main__":
    asyncio.run(main())
