"""`python -m analysis.training`: make the shipped pipeline, or score one."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import spacy

from analysis.training.build import FULL, QUICK, build
from analysis.training.paths import BUILD, PIPELINE, shared_folder
from analysis.training.score import print_scores


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the two commands."""
    parser = argparse.ArgumentParser(prog="python -m analysis.training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("build", help="from the corpora to the packaged pipeline")
    making.add_argument(
        "--quick", action="store_true", help="a rough one in minutes, beside the shipped one"
    )
    making.add_argument("--folder", type=Path, help="working folder; finished stages are kept")
    making.add_argument("--output", type=Path, help="where the packaged pipeline goes")
    scoring = commands.add_parser("score", help="figures of the model card, for any pipeline")
    scoring.add_argument("--pipeline", default=str(PIPELINE), help="name or folder")
    scoring.add_argument("--errors", type=int, default=0, help="list the commonest errors")
    return parser


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command."""
    options = make_parser().parse_args(arguments)
    if options.command == "score":
        print_scores(spacy.load(options.pipeline), errors=options.errors)
    elif options.quick:
        folder = options.folder or BUILD / "quick"
        build(shared_folder(), folder, options.output or folder / "en_news", QUICK)
    else:
        build(shared_folder(), options.folder or BUILD / "full", options.output or PIPELINE, FULL)


if __name__ == "__main__":
    main()
