"""Files and text to articles: decoded, sanitised, with title and paragraphs.

Never shows anything, and never lets one odd file stop a batch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from analysis.digest import sha256_of
from analysis.errors import LoadError
from analysis.loading.decoding import NotTextError, decode
from analysis.loading.files import MAX_BYTES, find_article_files, read_bytes, show_path
from analysis.loading.headlines import read_head
from analysis.loading.metadata import split_front_matter
from analysis.loading.paragraphs import find_paragraphs
from analysis.schema import Article
from analysis.text import join_line_ends, sanitise

__all__ = [
    "find_article_files",
    "load_article",
    "load_articles",
    "make_article",
    "read_article_from",
]


def load_article(path: Path | str) -> Article:
    """Read one file as an article.

    Raises:
        LoadError: It is missing, a folder, no regular file, not permitted, larger than 64 MB,
            not text, or holds no words; the message says which, and what to do.
    """
    path = Path(path)
    return _article_of(read_bytes(path), shown=show_path(path), name=path.stem)


def read_article_from(stream: BinaryIO, *, name: str) -> Article:
    """Read what is piped in, to its end, as one article.

    Args:
        stream: Commonly standard input.
        name: What the stream is called in messages.

    Raises:
        LoadError: It is larger than 64 MB, not text, or holds no words.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise LoadError(
            f"{name}: larger than {MAX_BYTES // 1_000_000} MB, too large for an article"
        )
    return _article_of(data, shown=name, name=name)


def _article_of(data: bytes, *, shown: str, name: str) -> Article:
    try:
        raw = decode(data)
    except NotTextError as error:
        raise LoadError(f"{shown}: {error}") from error
    article = make_article(raw, name=name)
    if not article.paragraphs:
        what = "no text behind its front matter" if raw.strip() else "empty"
        raise LoadError(f"{shown}: {what}; put an article's text into it")
    return article


def load_articles(paths: Iterable[Path | str]) -> Iterator[tuple[Path, Article | LoadError]]:
    """Read all the articles that files and folders hold, one after the other.

    Yields:
        Each file's path with its article or, where it cannot be read, with the error that says
        why: errors are handed over, not raised, so one bad file never stops a batch. A path that
        does not exist yields its error in its place. A file met twice is read once.
    """
    seen: set[Path] = set()
    for path in paths:
        try:
            files = find_article_files([path])
        except LoadError as error:
            yield Path(path), error
            continue
        for file in files:
            resolved = file.resolve()
            if resolved in seen:
                continue
            seen.add(resolved)
            try:
                yield file, load_article(file)
            except LoadError as error:
                yield file, error


def make_article(raw: str, *, name: str = "") -> Article:
    """Make an article from text already decoded.

    Line ends are joined and unsafe characters replaced one for one; a front-matter block is
    taken off. Text without either stays as it is, character for character.

    Args:
        raw: What the file, or the pipe, held.
        name: The title of last resort, for a text that has no words.

    Returns:
        The article. Blank text has no paragraphs; its title is `name`.
    """
    text = sanitise(join_line_ends(raw.removeprefix("\ufeff")))
    given, text = split_front_matter(text)
    paragraphs = find_paragraphs(text)
    about = given.or_else(read_head(text, paragraphs))
    return Article(
        key=sha256_of(text.encode()),
        text=text,
        paragraphs=paragraphs,
        title=about.title or " ".join(sanitise(name).split()),
        byline=about.byline,
        source=about.source,
        published=about.published,
        url=about.url,
    )
