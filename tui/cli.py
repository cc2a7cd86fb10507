"""The `newsreader` command. Imports the screen only when one is wanted."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import NewsreaderError
from analysis.usage import CommandParser, run_to_status
from tui.subcommands import SUBCOMMANDS, run_subcommand

if TYPE_CHECKING:
    from tui.config import Config
    from tui.opening import Opening

EPILOG = """\
Without a path it opens the seed articles, or what is piped in (curl -s URL | newsreader). Piped
on (newsreader story.txt | less), it prints the text alone. Inside, ? shows every key and q leaves.
Besides reading there are (newsreader NAME --help tells more of each):
{subcommands}

Exit status: 0 done, 1 not all could be opened, 2 wrong usage.
"""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of `newsreader`."""
    parser = CommandParser(
        prog="newsreader",
        usage="newsreader [OPTION]... [PATH]...",
        description="Read news in the terminal: who is in it, and who said what.",
        epilog=EPILOG.format(subcommands=_list_subcommands()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=".txt or .md files, or folders; - is what is piped in",
    )
    parser.add_argument("--theme", help="a theme by name, such as textual-light or nord")
    parser.add_argument(
        "--width", metavar="CELLS", help="longest line of an article, 40 to 200 (80)"
    )
    parser.add_argument("--sort", help='people and organizations by "first" mention or by "count"')
    parser.add_argument(
        "--pipeline", metavar="NAME_OR_PATH", help="another spaCy pipeline than ours"
    )
    parser.add_argument(
        "--trust-pipeline",
        action="store_true",
        default=None,
        help="let that pipeline run code of its own",
    )
    parser.add_argument("--version", action="store_true", help="show the version and leave")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    return run_to_status(lambda: _run(given))


def _run(arguments: Sequence[str]) -> int:
    try:
        if arguments and arguments[0] in SUBCOMMANDS:
            return run_subcommand(arguments[0], arguments[1:])
        options = make_parser().parse_args(arguments)
        if options.version:
            from analysis.version import VERSION

            print(f"newsreader {VERSION}")
            return 0
        return _read(options)
    except NewsreaderError as error:
        print(f"newsreader: {error}", file=sys.stderr)
        return 2 if isinstance(error, _usage_errors()) else 1


def _list_subcommands() -> str:
    return "\n".join(f"  newsreader {name:<10} {about}" for name, about in SUBCOMMANDS.items())


def _usage_errors() -> tuple[type[NewsreaderError], ...]:
    from analysis.errors import PipelineError
    from tui.config import ConfigError

    return (ConfigError, PipelineError)


def _read(options: argparse.Namespace) -> int:
    from analysis.errors import LoadError
    from analysis.notebook import Notebook
    from tui.config import config_of_user
    from tui.first_page import FirstPage
    from tui.folders import Folders, seed_folder
    from tui.offline import import_asyncio
    from tui.opening import open_first
    from tui.shelf import Shelf
    from tui.streams import (
        STANDARD_INPUT,
        find_entries,
        is_piped_in,
        print_plain,
        why_no_screen,
    )

    folders = Folders.of_user()
    config = config_of_user(
        theme=options.theme,
        width=options.width,
        sort=options.sort,
        pipeline=options.pipeline,
        trust_pipeline=options.trust_pipeline,
    )
    if config.pipeline is not None:
        from analysis.pipelines import find_pipeline

        find_pipeline(config.pipeline)
    entries = find_entries(options.paths or [STANDARD_INPUT if is_piped_in() else seed_folder()])
    if not entries:
        raise LoadError("no articles there: newsreader reads .txt and .md files")
    hindrance = why_no_screen(os.environ)
    for name in ("COLUMNS", "LINES"):
        # They may say anything, and go on saying it when the window changes: the terminal knows.
        os.environ.pop(name, None)
    if hindrance is not None:
        if hindrance:
            print(f"newsreader: {hindrance}", file=sys.stderr, flush=True)
        return 0 if print_plain(entries, output=sys.stdout, errors=sys.stderr) else 1
    # Collecting garbage would cost an eighth of the start; the app begins it after its first paint.
    gc.disable()
    notebook = Notebook(folders.data)
    opening = open_first(entries[0], notebook)
    with FirstPage(_draw(opening, config, is_list_shown=len(entries) > 1)) as page:
        import_asyncio()
        from tui.app import NewsreaderApp

        app = NewsreaderApp(
            Shelf(tuple(entries)),
            config=config,
            folders=folders,
            notebook=notebook,
            opening=opening,
            page=page,
        )
        app.run()
    return app.return_code or 0


def _draw(opening: Opening | None, config: Config, *, is_list_shown: bool) -> str:
    import shutil

    from tui.first_page import draw, shades_for

    if opening is None:
        return ""
    return draw(
        opening.article,
        top=opening.top,
        is_list_shown=is_list_shown,
        measure=config.width,
        size=shutil.get_terminal_size(),
        shades=shades_for(config.theme, os.environ),
    )


if __name__ == "__main__":
    sys.exit(main())
