"""`newsreader pipelines`: which spaCy pipelines there are, how good each is, and others to get."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from analysis.batch import LocalAnalyzer, PassedOver, analyze_files, count_cores
from analysis.child import serve_command
from analysis.errors import AnalysisError, PipelineError
from analysis.installing import install_pipeline
from analysis.pipelines import SHIPPED_PIPELINE, PipelineCard, find_installed, read_card
from analysis.progress import Progress
from analysis.scoring import Score, read_gold, score
from analysis.text import sanitise_line
from analysis.usage import CommandParser
from tui.config import Config, config_file, config_of_user
from tui.folders import seed_folder
from tui.settings_file import set_line

EPILOG = """\
Without a word behind it, newsreader pipelines lists what is installed. Any other pipeline of spaCy
is chosen by its name, or by the path of its folder.

Exit status: 0 done, 1 not all pipelines can be used, 2 wrong usage, or it cannot be installed.
"""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of `newsreader pipelines`."""
    parser = CommandParser(
        prog="newsreader pipelines",
        description="List the spaCy pipelines that newsreader may use, install or choose one.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--score",
        action="store_true",
        help="measure each on the seed articles, which takes some seconds a pipeline",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=CommandParser)
    install = commands.add_parser("install", help="download one of spaCy's pipelines")
    install.add_argument("name", metavar="NAME", help="such as en_core_web_sm")
    use = commands.add_parser("use", help="use a pipeline from now on, by a line in config.toml")
    use.add_argument("name", metavar="NAME_OR_PATH", help=f"{SHIPPED_PIPELINE.name} is ours")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run `newsreader pipelines` and return the exit status.

    Raises:
        NewsreaderError: A pipeline cannot be had, or a setting is not usable.
    """
    options = make_parser().parse_args(arguments)
    if options.command == "install":
        install_pipeline(options.name, tell=lambda line: print(sanitise_line(line)))
        print(f"\nInstalled. To read with it from now on: newsreader pipelines use {options.name}")
        return 0
    if options.command == "use":
        return _use(options.name)
    return _list(config_of_user(), with_scores=options.score)


def _use(name: str) -> int:
    card = read_card(name)
    path = (
        str(Path(name).expanduser().resolve()) if card.folder == Path(name).expanduser() else name
    )
    set_line(config_file(), "pipeline", path)
    print(_shown(f'{config_file()} now says: pipeline = "{path}"'))
    used = config_of_user().pipeline
    if used != path:
        print(_shown(f"NEWSREADER_PIPELINE counts more, though, and says {used}: unset it."))
    return 0


def _list(config: Config, *, with_scores: bool) -> int:
    used = config.pipeline or SHIPPED_PIPELINE.name
    names = find_installed()
    if used not in names:
        names.append(used)
    is_whole = True
    for name in names:
        try:
            lines = list(_describe(read_card(name), is_used=name == used))
            if with_scores:
                is_trusted = config.trust_pipeline and name == used
                lines.append(f"  on the seed articles: {_score(name, is_trusted=is_trusted)}")
        except (PipelineError, AnalysisError) as error:
            is_whole = False
            lines = [name, f"  cannot be used: {error}"]
        print(*map(_shown, lines), "", sep="\n", flush=True)
    if not with_scores:
        print("--score measures each on the seed articles; install and use get and choose others.")
    return 0 if is_whole else 1


def _describe(card: PipelineCard, *, is_used: bool) -> Iterator[str]:
    """Yield the lines that tell what a pipeline is."""
    origin = "ships with newsreader" if card.folder == SHIPPED_PIPELINE else str(card.folder)
    yield f"{card.name} {card.version}, {origin}{', in use' if is_used else ''}"
    yield f"  names: {_join(card.names)}"
    yield f"  components: {_join(card.components)}"
    yield f"  {card.size / 1e6:.1f} MB; licence: {card.licence or 'not told'}"
    if card.made_for:
        yield f"  made for spaCy {card.made_for}; here is {version('spacy')}"


def _score(name: str, *, is_trusted: bool) -> Score:
    """Return how a pipeline, with all our rules behind it, does on the seed articles."""
    folder = seed_folder()
    gold = {entry.doc: entry for entry in read_gold(folder / "gold.jsonl")}
    files = sorted(
        file for file in folder.iterdir() if file.stem in gold and file.suffix != ".jsonl"
    )
    progress = Progress(sys.stderr, total=len(files))
    progress.draw()
    total = Score()
    try:
        with LocalAnalyzer(serve_command(name, is_trusted=is_trusted)) as analyzer:
            at_once = min(count_cores(), len(files))
            with closing(analyze_files(files, analyzer, at_once=at_once)) as outcomes:
                for outcome in outcomes:
                    progress.advance()
                    if isinstance(outcome, PassedOver):
                        raise AnalysisError(outcome.problem)
                    total += score(outcome.article, outcome.analysis, gold[outcome.path.stem])
    finally:
        progress.wipe()
    return total


def _join(words: Sequence[str]) -> str:
    return ", ".join(words) or "not told"


def _shown(line: str) -> str:
    """Return a line as it can be shown: a pipeline may say anything of itself, as may its path."""
    return line[: len(line) - len(line.lstrip())] + sanitise_line(line)
