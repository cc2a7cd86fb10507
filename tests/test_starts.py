"""Odd starts: a home, a folder, streams and variables that are missing, closed or nonsense."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests import canned
from tests.terminal import LIKE_ANYONE, NEWSREADER, Terminal

BODY = canned.article().text.rstrip("\n") + "\n"
AS_ANYONE = " ".join(LIKE_ANYONE)
EACH_FOLDER = "for each in CONFIG CACHE DATA STATE; do export XDG_${each}_HOME="

STARTS = {
    "HOME unset": "unset HOME; RUN",
    "HOME relative": "HOME=home RUN",
    "folder deleted": "mkdir -p gone; cd gone; rmdir ../gone; RUN",
    "folder unreadable": f"mkdir -p locked; cd locked; chmod 0 .; {AS_ANYONE} RUN",
    "input closed": "RUN <&-",
    "errors closed": "RUN 2>&-",
    "TERM of no terminal": "TERM=unknown-thing RUN",
    "XDG relative": f"{EACH_FOLDER}here; done; RUN",
    "XDG empty": f"{EACH_FOLDER}; done; RUN",
    "size of words": "COLUMNS=many LINES=-3 RUN",
    "size past all memory": "COLUMNS=99999999999999 LINES=99999999999999 RUN",
    "LANG of nowhere": "LANG=xx_YY.nonsense LC_ALL=$'\\xff' LANGUAGE=q RUN",
    "without docstrings": "PYTHONOPTIMIZE=2 RUN",
    "TMPDIR nowhere": "TMPDIR=/nonexistent TMP=/nonexistent TEMP=/nonexistent RUN",
    "PATH empty": "PATH= RUN",
    "few open files": "ulimit -n 24; RUN",
}
"""Each by a line of a shell, in which the command takes the place of RUN."""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(canned.TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_however_it_is_started_the_screen_shows_text_names_and_quotes(
    story: Path, start: str
) -> None:
    line = start.replace("RUN", f"{NEWSREADER} {story}")
    terminal = Terminal(["bash", "-c", line], columns=120, rows=40, folder=story.parent)
    terminal.wait_for(lambda text: re.search(r"2 quotes? +\d+%", text) is not None)
    assert "cannot build on sand" in terminal.text
    terminal.type("q")
    assert terminal.end() == 0, terminal.text
    assert b"Traceback" not in terminal.received


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_however_it_is_started_it_prints_text_and_analyses(story: Path, start: str) -> None:
    assert run(story, start, f"{story}") == (0, BODY, "")
    status, printed, told = run(story, start, f"analyze --format jsonl {story}")
    assert (status, told) == (0, "")
    assert "We cannot build on sand," in [quote["text"] for quote in json.loads(printed)["quotes"]]


@pytest.mark.parametrize(
    ("start", "status", "told"),
    [
        ("XDG_CONFIG_HOME=story.txt RUN", 0, ""),
        ("mkdir $SETTINGS; RUN", 2, "(a folder, not a file); mend or remove it"),
        ("mkfifo $SETTINGS; RUN", 2, "(a named pipe, not a file); mend or remove it"),
        ("ln -s /dev/zero $SETTINGS; RUN", 2, "(a device, not a file); mend or remove it"),
        ("ln -s config.toml $SETTINGS; RUN", 2, "symbolic links); mend or remove it"),
        ("truncate -s 2G $SETTINGS; RUN", 2, "(larger than 1 MB); mend or remove it"),
        (f"touch $SETTINGS; chmod 0 $SETTINGS; {AS_ANYONE} RUN", 2, "(Permission denied); mend"),
        ("NEWSREADER_PIPELINE=$'\\xff\\e[2J' RUN", 2, "no spaCy pipeline '\\udcff\\x1b[2J'"),
        ("NEWSREADER_PIPELINE='~nobody-at-all/it' RUN", 2, "no spaCy pipeline '~nobody-at-all/it'"),
        ("NEWSREADER_PIPELINE=$(printf %5000s) RUN", 2, "no spaCy pipeline '    "),
        ("NEWSREADER_PIPELINE=__main__ RUN", 2, "no spaCy pipeline '__main__'"),
        ("NEWSREADER_WIDTH=$(printf %05000d) RUN", 2, "width is '0000"),
    ],
)
def test_settings_that_cannot_be_used_are_told_in_a_sentence(
    story: Path, own_home: Path, start: str, status: int, told: str
) -> None:
    settings = own_home / "config" / "newsreader" / "config.toml"
    settings.parent.mkdir(parents=True)
    for arguments in (f"{story}", f"analyze {story}"):
        line = start.replace("$SETTINGS", str(settings))
        ended, printed, said = run(story, line, arguments)
        assert ended == status
        assert bool(printed) == (status == 0)
        assert told in said
        assert said.count("\n") == (status != 0)
        if settings.is_dir():
            settings.rmdir()
        settings.unlink(missing_ok=True)


def test_too_few_open_files_for_the_screen_are_told_in_a_sentence(story: Path) -> None:
    line = f"ulimit -n 6; {NEWSREADER} {story}"
    terminal = Terminal(["bash", "-c", line], columns=120, rows=40, folder=story.parent)
    assert terminal.end() == 1
    told = re.sub(r"\s", "", terminal.text)  # the path before it decides where the line is folded
    assert "cannotbehad(Toomanyopenfiles)" in told
    assert b"Traceback" not in terminal.received


def run(story: Path, start: str, arguments: str) -> tuple[int, str, str]:
    """Run newsreader without a terminal; return its status, what it printed and what it told."""
    finished = subprocess.run(
        ["bash", "-c", start.replace("RUN", f"{NEWSREADER} {arguments}")],
        cwd=story.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
    )
    return finished.returncode, finished.stdout, finished.stderr
