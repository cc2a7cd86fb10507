"""The open article's title and where it comes from, above its text."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from analysis.schema import Article


class Headline(Vertical):
    """The title in at most two lines, and a line of byline, source and date where they are."""

    def compose(self) -> ComposeResult:
        """Lay out title above origin."""
        yield Static(id="title")
        yield Static(id="origin")

    def show_article(self, article: Article) -> None:
        """Show the title and origin of an article."""
        origin = " · ".join(filter(None, (article.byline, article.source, article.published)))
        self._show(article.title, origin)

    def show_name(self, name: str) -> None:
        """Show a file's name, while or because there is no article."""
        self._show(name, "")

    def _show(self, title: str, origin: str) -> None:
        self.query_one("#title", Static).update(Content(title))
        line = self.query_one("#origin", Static)
        line.update(Content(origin))
        line.display = bool(origin)
