"""`python -m analysis serve` and `python -m analysis analyze`: what the reader starts."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> int:
    """Run the command named first and return its exit status."""
    match arguments:
        case ["serve"] | ["serve", "--pipeline", _]:
            from analysis.serve import serve

            return serve(arguments[2] if len(arguments) > 2 else None)
        case ["analyze", *rest]:
            from analysis.cli import main as analyze

            return analyze(rest)
    sys.stderr.write("usage: python -m analysis serve [--pipeline NAME] | analyze FILE...\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
