"""`newsreader analyze`: analyse files and folders without a screen. Loads no spaCy itself."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from analysis.batch import Analyzer, LocalAnalyzer, Outcome, PassedOver, analyze_files, count_cores
from analysis.child import serve_command
from analysis.corrections import Correction, Journal, apply_corrections
from analysis.errors import LoadError, NewsreaderError, PipelineError
from analysis.fingerprint import fingerprint
from analysis.formats import FORMATS, Format
from analysis.load import find_article_files, load_article, read_article_from
from analysis.progress import Progress
from analysis.schema import Article
from analysis.store import Store
from analysis.text import sanitise
from analysis.usage import INTERRUPTED, CommandParser

STANDARD_INPUT = Path("-")
"""The path that stands for what is piped in."""

EPILOG = """\
JSON lines have one object an article: doc, text, entities, mentions, quotes. Offsets count
code points of "text". plain and what follows it have the quotes alone, with speaker and source.

Results come in the order of the files. What was analysed before is taken from the cache, so that
a run that was stopped goes on where it was when it is started again.

Exit status: 0 all done, 1 some files could not be read or analysed, 2 wrong usage,
130 stopped by Ctrl+C.
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
        "paths",
        nargs="+",
        type=Path,
        metavar="FILE",
        help=".txt or .md files, or folders; - is standard input",
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
        "--trust-pipeline", action="store_true", help="let that pipeline run code of its own"
    )
    parser.add_argument(
        "--processes",
        type=_count,
        metavar="N",
        help="how many articles to analyse at once (as many as there are cores)",
    )
    parser.add_argument(
        "--dask",
        metavar="SCHEDULER",
        help="analyse on the cluster of a Dask scheduler that you trust, such as tcp://host:8786",
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="neither use nor keep analyses of earlier runs"
    )
    parser.add_argument(
        "--no-corrections", action="store_true", help="what was found, without your corrections"
    )
    return parser


def main(
    arguments: Sequence[str],
    *,
    pipeline: str | None = None,
    is_trusted: bool = False,
    cache: Path | None = None,
    corrections: Path | None = None,
) -> int:
    """Run `newsreader analyze` and return the exit status.

    Args:
        arguments: The command line behind the subcommand's name.
        pipeline: Which spaCy pipeline to use where the command line names none.
        is_trusted: Whether that one may run code of its own.
        cache: The folder where analyses are kept; None keeps none.
        corrections: The folder of the reader's corrections; None for no corrections.
    """
    options = make_parser().parse_args(arguments)
    if options.pipeline is None:
        options.pipeline = pipeline
        options.trust_pipeline = options.trust_pipeline or is_trusted
    try:
        return _run(
            options,
            cache=None if options.no_cache else cache,
            corrections=None if options.no_corrections else corrections,
        )
    except NewsreaderError as error:
        _tell(str(error))
        return 2 if isinstance(error, PipelineError) else 1
    except KeyboardInterrupt:
        is_kept = cache is not None and not options.no_cache
        _tell("stopped; what was analysed is kept" if is_kept else "stopped")
        return INTERRUPTED


def _run(
    options: argparse.Namespace,
    *,
    cache: Path | None,
    corrections: Path | None,
) -> int:
    mark = fingerprint(options.pipeline)
    files, problems = find_files(options.paths)
    if not files and not problems:
        raise LoadError("no articles there: newsreader reads .txt and .md files")
    made = () if corrections is None else _read_corrections(corrections, problems)
    for problem in problems:
        _tell(problem)
    with ExitStack() as stack:
        store = stack.enter_context(Store(cache, fingerprint=mark)) if cache else None
        analyzer, at_once = _make_analyzer(options, mark, stack)
        at_once = max(1, min(at_once, len(files)))
        outcomes = analyze_files(files, analyzer, at_once=at_once, store=store, load=_loader(files))
        stack.enter_context(closing(outcomes))
        progress = Progress(sys.stderr, total=len(files))
        stack.callback(progress.wipe)
        corrected = (_correct(outcome, made) for outcome in outcomes)
        is_whole = _write(corrected, FORMATS[options.format], sys.stdout, progress)
        if store and store.error:
            _tell(str(store.error))
    return 0 if is_whole and not problems else 1


def _make_analyzer(
    options: argparse.Namespace, mark: str, stack: ExitStack
) -> tuple[Analyzer, int]:
    """Return what analyses, on this machine or a cluster, and how many articles at once."""
    if options.dask is None:
        command = serve_command(options.pipeline, is_trusted=options.trust_pipeline)
        return stack.enter_context(LocalAnalyzer(command)), options.processes or count_cores()
    from analysis.cluster import ClusterAnalyzer

    cluster = stack.enter_context(
        ClusterAnalyzer(
            options.dask,
            pipeline=options.pipeline,
            is_trusted=options.trust_pipeline,
            fingerprint=mark,
        )
    )
    return cluster, options.processes or cluster.at_once


def _read_corrections(folder: Path, problems: list[str]) -> tuple[Correction, ...]:
    journal = Journal(folder)
    journal.refresh()
    problems += filter(None, (journal.trouble, journal.passed_over))
    return journal.holding


def _correct(outcome: Outcome, corrections: Sequence[Correction]) -> Outcome:
    if isinstance(outcome, PassedOver):
        return outcome
    corrected = apply_corrections(outcome.article, outcome.analysis, corrections)
    return replace(outcome, analysis=corrected.analysis)


def find_files(paths: Iterable[Path]) -> tuple[list[Path], list[str]]:
    """List the files that paths stand for, each once, and what is wrong with the other paths."""
    files: dict[str, Path] = {}
    problems: list[str] = []
    for path in paths:
        try:
            found = [path] if path == STANDARD_INPUT else find_article_files([path])
        except LoadError as error:
            problems.append(str(error))
            continue
        for file in found:
            files.setdefault(os.path.realpath(file), file)
    return list(files.values()), problems


def _loader(files: Sequence[Path]) -> Callable[[Path], Article]:
    """Return what reads a file; standard input is read at once, for it can be read only once."""
    if STANDARD_INPUT not in files:
        return load_article
    piped = read_article_from(sys.stdin.buffer, name="standard input")
    return lambda path: piped if path == STANDARD_INPUT else load_article(path)


def _write(outcomes: Iterator[Outcome], form: Format, output: TextIO, progress: Progress) -> bool:
    """Write what was found, tell what was not; return whether nothing was passed over."""
    is_whole = True
    separator = ""
    progress.draw()
    output.write(form.before)
    for outcome in outcomes:
        progress.advance()
        if isinstance(outcome, PassedOver):
            is_whole = False
            progress.wipe()
            _tell(outcome.problem)
        elif written := form.write(outcome.article, outcome.analysis, outcome.path):
            if output.isatty():
                progress.wipe()
            output.write(separator + written)
            output.flush()
            separator = form.between
    output.write(form.after)
    output.flush()
    return is_whole


def _tell(sentence: str) -> None:
    print(f"newsreader: {sanitise(sentence)}", file=sys.stderr)  # a folder's name may hold anything


def _count(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number from 1 on")
    return int(given)
