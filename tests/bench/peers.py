"""The programs that newsreader is measured beside, each in an environment of its own below build/.

python -m tests.bench --install    (or: make bench OPTIONS=--install)
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "build" / "peers"
SMALLEST = """
from textual.app import App
from textual.widgets import Static


class Smallest(App):
    def compose(self):
        yield Static("The first words")


Smallest().run()
"""


@dataclass(frozen=True)
class Peer:
    """A program that others read or work with in a terminal."""

    name: str
    """As the package index has it."""
    program: str
    """Its command."""
    shows: str | None
    """What its first paint shows; None where it shows the article it is given."""
    shows_end: bool = False
    """Whether it shows an article's end first."""
    needs: tuple[str, ...] = ()
    """What must be installed with it for it to run."""

    @property
    def path(self) -> Path:
        """Where the command is, once it is installed."""
        return FOLDER / self.name / "bin" / self.program

    def command(self, article: Path) -> list[str]:
        """Return the command line that opens an article, where the program can."""
        return [str(self.path), *([] if self.shows else [str(article)])]


PEERS = {
    peer.name: peer
    for peer in (
        Peer("harlequin", "harlequin", r"Data Catalog|Query Editor|Run Query"),
        # With tree-sitter 0.26 it ends in a segmentation fault (Posting 2.11.1).
        Peer("posting", "posting", r"Collection|Enter a URL", needs=("tree-sitter<0.26",)),
        Peer("frogmouth", "frogmouth", None),
        Peer("toolong", "tl", None, shows_end=True),
    )
}


def install() -> None:
    """Install what is missing; what cannot be is told, and passed over."""
    for peer in PEERS.values():
        if peer.path.exists():
            continue
        print(f"installing {peer.name} in {FOLDER / peer.name} ...", flush=True)
        python = FOLDER / peer.name / "bin" / "python"
        for command in (
            [sys.executable, "-m", "venv", str(FOLDER / peer.name)],
            [str(python), "-m", "pip", "install", "--quiet", peer.name, *peer.needs],
        ):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"  not installed: {(done.stderr.strip() or '?').splitlines()[-1]}")
                break


def smallest(folder: Path) -> list[str]:
    """Return the command line of the smallest Textual app, which paints one line."""
    script = folder / "smallest.py"
    script.write_text(SMALLEST, encoding="utf-8")
    return [sys.executable, str(script)]
