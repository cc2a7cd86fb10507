"""The open article's title and where it comes from, above its text."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from analysis.schema import Article


class Headline(Static):
    """One line of title, one of byline, source and date where the article has them."""

    def show_article(self, article: Article) -> None:
        """Show the title and origin of an article."""
        origin = " · ".join(filter(None, (article.byline, article.source, article.published)))
        lines = Content.assemble((article.title, "bold"))
        if origin:
            lines = Content.assemble(lines, "\n", (origin, "$text-muted"))
        self.update(lines)

    def show_name(self, name: str) -> None:
        """Show a file's name, while or because there is no article."""
        self.update(Content.assemble((name, "bold")))
