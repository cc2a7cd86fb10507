"""Attacks in every place where text is shown, through a real pseudo-terminal.

Each attack is an instruction to the terminal or to the program, with a mark of its own. What the
program sends is then taken apart: none of the attacks is in it, and nothing that a terminal acts
on but what Textual sends itself.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from analysis.pipelines import SHIPPED_PIPELINE
from tests.hostile import ATTACKS, write_articles
from tests.terminal import NEWSREADER, Terminal

SENT_BY_TEXTUAL = re.compile(
    r"\x1b\[[0-9;:]*m"  # colours
    r"|\x1b\[\d+;\d+H|\x1b\[H"  # the cursor's place
    r"|\x1b\[[?<>=][0-9;]*(?:\$p|[hlu])"  # modes
    r"|\x1b\[\d+\$p"
    r"|\x1b\[[0-9]*[tJ]"
    r"|\x1b\]22;[a-z-]*\x07"  # the pointer's shape
    r"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07"
)
ESCAPE = "\x1b[27u"  # cannot run into the next key, as a lone ESC does
CONTROL = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufdd0-\ufdef\uffff\U000e0000-\U000e0fff]"
)


def check(sent: bytes) -> None:
    """Fail where an attack is in what was sent, or anything Textual does not send."""
    text = sent.decode("utf-8", "strict")
    assert {name: attack for name, attack in ATTACKS.items() if attack in text} == {}
    rest = SENT_BY_TEXTUAL.sub("", text)
    at = CONTROL.search(rest)
    assert at is None, f"{at[0]!r} was sent: {rest[max(0, at.start() - 40) : at.end() + 40]!r}"


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_no_attack_reaches_the_terminal_from_any_place(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    names = write_articles(tmp_path)
    columns, rows = size
    terminal = Terminal(
        [str(NEWSREADER), *names], columns=columns, rows=rows, folder=tmp_path,
        environment={"TMUX": "", "PATH": os.defpath},
    )  # fmt: skip
    terminal.wait_for(lambda text: "Quit" in text)
    terminal.wait_for(lambda text: re.search(r"\d+ quotes +\d+%", text) is not None)
    for keys in (
        *"1jj\r",  # people, and one of them chosen
        *"2\r3\r",
        *"))yY",
        ESCAPE,  # copied, and the forms to copy in
        *("/PWNED", "\r", "nn", ESCAPE),
        *("1fPWNED", ESCAPE),
        *("?", ESCAPE),
        *("\x10PWNED", ESCAPE),  # the palette
        *"zzisG",
        *"ajj\rJJJJ",  # the list of articles, and each of them
    ):
        terminal.type(keys)
        terminal.settle()
    for width in (40, 200, columns):
        terminal.resize(width, rows)
        terminal.settle()
    terminal.type("q")
    assert terminal.end() == 0, terminal.text
    assert "␛]0;PWNED␇".encode() in terminal.received, "one sees that something was there"
    check(terminal.received)


@pytest.mark.parametrize("options", [[], ["--format", "jsonl"]])
def test_no_attack_reaches_the_terminal_from_a_printed_analysis(
    tmp_path: Path, options: list[str]
) -> None:
    names = write_articles(tmp_path)
    terminal = Terminal(
        [str(NEWSREADER), "analyze", *options, *names], columns=120, rows=40, folder=tmp_path
    )
    assert terminal.end() == 1, "one of the files is no text"
    check(terminal.received)


def test_no_attack_reaches_the_terminal_from_an_error(tmp_path: Path) -> None:
    for attack in ATTACKS.values():
        for arguments in ([f"no{attack}file"], [f"--theme={attack}", "--width", attack]):
            finished = subprocess.run(
                [NEWSREADER, *arguments], cwd=tmp_path, capture_output=True, check=False
            )
            assert finished.returncode in (1, 2)
            check(finished.stdout + finished.stderr)


def test_no_attack_reaches_the_terminal_from_the_name_of_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = write_articles(tmp_path)
    folder = tmp_path.joinpath(*ATTACKS.values())
    shutil.copytree(SHIPPED_PIPELINE, folder / "mine")
    for name in ("CONFIG", "CACHE", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder))
    for spoilt in ("corrections.jsonl", "notebook.db", "analyses.db"):
        (folder / "newsreader").mkdir(exist_ok=True)
        (folder / "newsreader" / spoilt).write_text("no such thing\n")
    for arguments in (
        ["corrections"], ["corrections", "export", str(folder)], ["notes"], ["analyze", names[0]],
        ["pipelines", "use", str(folder / "mine")], ["pipelines"],
    ):  # fmt: skip
        finished = subprocess.run([NEWSREADER, *arguments], capture_output=True, check=False)
        assert finished.returncode in (0, 1, 2)
        check(finished.stdout + finished.stderr)
        assert finished.stdout + finished.stderr
