"""`newsreader analyze`: analyse files without a screen, as JSON or plain text."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from analysis.corrections import Correction, Journal, apply_corrections
from analysis.errors import AnalysisError, LoadError, NewsreaderError
from analysis.formats import FORMATS, Format
from analysis.load import find_article_files, load_article
from analysis.schema import Analysis, Article
from analysis.usage import CommandParser

EPILOG = """\
JSON lines have one object an article: doc, text, entities, mentions, quotes. Offsets count
code points of "text". plain and what follows it have the quotes alone, with speaker and source.
Exit status: 0 all done, 1 some files could not be read, 2 wrong usage.
"""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of `newsreader analyze`."""
    parser = CommandParser(
        prog="newsreader analyze",
        description="Find the people, organizations and quotes of articles, and who said them.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="FILE", help=".txt or .md files, or folders"
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="; ".join(f"{name}: {form.about}" for name, form in FORMATS.items()),
    )
    parser.add_argument(
        "--pipeline", metavar="NAME_OR_PATH", help="another spaCy pipeline than the one we ship"
    )
    parser.add_argument(
        "--no-corrections", action="store_true", help="what was found, without your corrections"
    )
    return parser


def main(
    arguments: Sequence[str], *, pipeline: str | None = None, corrections: Path | None = None
) -> int:
    """Run `newsreader analyze` and return the exit status.

    Args:
        arguments: The command line behind the subcommand's name.
        pipeline: Which spaCy pipeline to use where the command line names none.
        corrections: The folder of the reader's corrections; None for no corrections.
    """
    options = make_parser().parse_args(arguments)
    problems: list[str] = []
    try:
        folder = None if options.no_corrections else corrections
        made = () if folder is None else _read_corrections(folder, problems)
        results = _analyses(options.paths, options.pipeline or pipeline, made, problems)
        _write(results, FORMATS[options.format], sys.stdout)
    except NewsreaderError as error:
        problems.append(str(error))
    except BrokenPipeError:
        # Whoever read our output has seen enough. That is no failure, and must not warn at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    for problem in problems:
        print(f"newsreader: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _read_corrections(folder: Path, problems: list[str]) -> tuple[Correction, ...]:
    journal = Journal(folder)
    journal.refresh()
    problems += filter(None, (journal.trouble, journal.passed_over))
    return journal.holding


def _analyses(
    paths: Sequence[Path],
    pipeline_name: str | None,
    corrections: Sequence[Correction],
    problems: list[str],
) -> Iterator[tuple[Path, Article, Analysis]]:
    files = find_article_files(paths)
    if not files:
        raise LoadError("no articles there: newsreader reads .txt and .md files")
    from analysis.pipeline import load_pipeline

    pipeline = load_pipeline(pipeline_name)
    for path in files:
        try:
            article = load_article(path)
            analysis = pipeline.analyze(article)
        except (LoadError, AnalysisError) as error:
            problems.append(str(error))
            continue
        yield path, article, apply_corrections(article, analysis, corrections).analysis


def _write(results: Iterator[tuple[Path, Article, Analysis]], form: Format, to: TextIO) -> None:
    to.write(form.before)
    separator = ""
    for path, article, analysis in results:
        if written := form.write(article, analysis, path):
            to.write(separator + written)
            separator = form.between
    to.write(form.after)
    to.flush()
