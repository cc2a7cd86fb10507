"""The analysing process with little memory left once its pipeline is loaded: python little_memory.py BYTES."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from analysis.load import make_article
from analysis.process import set_up
from analysis.serve import serve


def main() -> int:
    """Serve, with so many bytes to grow by."""
    set_up()
    from analysis import pipeline

    load = pipeline.load_pipeline

    def load_and_limit(name: str | None, *, is_trusted: bool) -> pipeline.Pipeline:
        loaded = load(name, is_trusted=is_trusted)
        # What a first article has imported and kept for the next ones is not counted.
        loaded.analyze(make_article("“We will not go,” said Ana Brandt of the Port Authority."))
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + int(sys.argv[1])
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        return loaded

    pipeline.load_pipeline = load_and_limit  # type: ignore[assignment]
    return serve()


if __name__ == "__main__":
    raise SystemExit(main())
