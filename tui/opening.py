"""The first article, read before there is a screen. Knows files; imports no Textual."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.errors import LoadError
from analysis.load import load_article
from analysis.notebook import Notebook
from analysis.schema import Article
from tui.shelf import Entry
from tui.versions import Stamp, stamp_of


@dataclass(frozen=True, slots=True)
class Opening:
    """The first article as it is opened."""

    article: Article
    """What it holds."""
    top: int
    """The offset of the first character seen when an earlier run left it; 0 for a new one."""
    stamp: Stamp | None = None
    """The file's, when it was read; None for what comes from no file."""


def open_first(entry: Entry, notebook: Notebook) -> Opening | None:
    """Read the first entry's article, and where it was left; None if it cannot be read."""
    stamp = None if entry.given else stamp_of(entry.path)
    try:
        article = entry.given or load_article(entry.path)
    except LoadError:
        return None  # the reader tries again, and tells why
    return Opening(article, notebook.place(article.key), stamp)
