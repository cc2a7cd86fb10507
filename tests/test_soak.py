"""Much reading in little time, with the memory of the reading process watched: it does not grow.

A round goes through the seed articles and searches, jumps, copies, sorts and corrects in each, with keys that come
faster than pages are laid out. `pytest --rounds=60 tests/test_soak.py` reads for longer; from the
eighth round on growth is measured, before that only how much is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import NEWSREADER, Terminal

SEEDS = Path(__file__).parents[1] / "seeds"
ARTICLES = 10
ESCAPE = "\x1b[27u"  # cannot run into the next key, as a lone ESC does
MOST_TRIES = 20
QUIET_SECONDS = 0.03
KEYS = (
    "Gg  ]]][))(y1jj\r2j\r3jj\r\t\t\tooiipp\x0f++--sszz",
    *("/said\rnnN", ESCAPE),
    *("V", ESCAPE, "Y", ESCAPE, "?", ESCAPE, "M", ESCAPE),
    *("1ge", "x", "u", ESCAPE),
)
"""What is typed into each article: read, walked through, searched, looked up, corrected, undone."""
MOST_KILOBYTES = 130_000
"""How much memory the process may take at any time, half as much again as it does."""
MOST_KILOBYTES_A_ROUND = 500
"""How much more a round may leave behind it once the process is warm."""
ROUNDS_TO_WARM_UP = 7
"""Until each article has been searched, sorted and corrected in, and its parts were all shown."""


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="how much memory is taken is not told here"
)
@pytest.mark.timeout(7200)
def test_the_memory_of_the_reading_process_does_not_grow_with_what_is_read(
    tmp_path: Path,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    rounds = int(request.config.getoption("--rounds"))
    terminal = Terminal([str(NEWSREADER), str(SEEDS)], columns=120, rows=40, folder=tmp_path)
    terminal.wait_for(lambda text: re.search(r"Quotes +\d+", text) is not None)
    kilobytes = [read_a_round(terminal, "JK"[turn % 2]) for turn in range(rounds)]
    for _ in range(MOST_TRIES):
        if terminal.process.poll() is None:
            terminal.type(ESCAPE)  # from a page, or a line that would take the letter
            terminal.settle()
            terminal.type("q")
            terminal.settle(quiet_seconds=1)
    assert terminal.end() == 0, terminal.text
    record_property("kilobytes", kilobytes)
    assert max(kilobytes) < MOST_KILOBYTES, kilobytes
    warm = kilobytes[ROUNDS_TO_WARM_UP:]
    if len(warm) > 1:
        assert warm[-1] - warm[0] < MOST_KILOBYTES_A_ROUND * (len(warm) - 1), kilobytes


def read_a_round(terminal: Terminal, onward: str) -> int:
    """Go through all articles; return how many kilobytes the process has then for itself."""
    for _ in range(ARTICLES):
        for keys in (*KEYS, onward):
            terminal.type(keys)
            terminal.settle(quiet_seconds=QUIET_SECONDS)
    terminal.settle()
    terminal.received = b""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text(encoding="ascii")
    private = re.search(r"RssAnon:\s+(\d+) kB", status)
    assert private is not None, terminal.text
    return int(private[1])
