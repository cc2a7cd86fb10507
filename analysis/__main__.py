"""`python -m analysis serve` and `python -m analysis analyze`: what the reader starts."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> int:
    """Run the command named first and return its exit status."""
    command, rest = arguments[:1], arguments[1:]
    if command == ["analyze"]:
        from analysis.cli import main as analyze
        from analysis.usage import run_to_status

        return run_to_status(lambda: analyze(rest))
    if command == ["serve"]:
        from analysis.serve import make_parser, serve

        options = make_parser().parse_args(rest)
        return serve(options.pipeline, is_trusted=options.trust_pipeline)
    sys.stderr.write("usage: python -m analysis serve [OPTION]... | analyze [OPTION]... FILE...\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
