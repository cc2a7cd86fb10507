"""Pipes and simple terminals: what is piped in is read and keys still work; piped on, plain text."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests import canned
from tests.terminal import NEWSREADER, Terminal

BODY = canned.article().text.rstrip("\n") + "\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(canned.TEXT, encoding="utf-8")
    return path


def run(*arguments: object, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run newsreader without any terminal."""
    how = {"stdin": subprocess.DEVNULL} if given is None else {"input": given}
    return subprocess.run(
        [NEWSREADER, *map(str, arguments)], capture_output=True, check=False, **how
    )


@pytest.mark.parametrize(
    "line",
    [
        "cat story.txt | '{0}' -",
        "cat story.txt | '{0}'",
        "'{0}' < story.txt",
        "'{0}' story.txt < /dev/null",
        "'{0}' story.txt 2> errors",
    ],
)
def test_what_is_turned_elsewhere_still_leaves_a_screen_and_keys(story: Path, line: str) -> None:
    terminal = Terminal(
        ["sh", "-c", line.format(NEWSREADER)], columns=120, rows=40, folder=story.parent
    )
    terminal.wait_for(lambda text: "cannot build on sand" in text and "Quit" in text)
    terminal.type("?")
    terminal.wait_for(lambda text: "─ Keys ─" in text)
    terminal.type("\x1b")
    terminal.wait_for(lambda text: "─ Keys ─" not in text)
    terminal.type("q")
    assert terminal.end() == 0, terminal.text


def test_piped_on_it_prints_the_text_and_nothing_else(story: Path) -> None:
    finished = run(story)
    assert (finished.returncode, finished.stdout.decode(), finished.stderr) == (0, BODY, b"")


def test_from_pipe_to_pipe_it_prints_the_text() -> None:
    for arguments in ([], ["-"]):
        finished = run(*arguments, given=canned.TEXT.encode())
        assert (finished.returncode, finished.stdout.decode()) == (0, BODY)


def test_articles_are_printed_with_a_blank_line_between_and_once_each(story: Path) -> None:
    other = story.with_name("other.txt")
    other.write_text("Quiet.\n\n\n")
    finished = run(story, other, "-", story, "-", given=b"Piped in.")
    assert finished.stdout.decode() == f"{BODY}\nQuiet.\n\nPiped in.\n"


def test_what_a_terminal_would_act_on_is_not_printed(story: Path) -> None:
    story.write_bytes("Title\x1b]0;PWNED\x07\n\nWords\x9b2J.\n".encode())
    assert run(story).stdout.decode() == "Title␛]0;PWNED␇\n\nWords\ufffd2J.\n"


LOCALES = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "latin-1"},
]
"""Where Python would write other than UTF-8."""


@pytest.mark.parametrize("locale", LOCALES, ids=["C", "Latin-1"])
def test_a_locale_without_utf_8_takes_nothing_from_text_names_and_quotes(
    story: Path, locale: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert run(story).stdout.decode() == BODY
    analysed = run("analyze", "--format", "jsonl", story)
    assert (analysed.returncode, analysed.stderr) == (0, b"")
    found = json.loads(analysed.stdout)
    assert found["text"] == canned.article().text
    assert "We cannot build on sand," in [quote["text"] for quote in found["quotes"]]


@pytest.mark.parametrize("locale", LOCALES, ids=["C", "Latin-1"])
def test_a_locale_without_utf_8_still_has_its_screen(story: Path, locale: dict[str, str]) -> None:
    terminal = Terminal(
        [str(NEWSREADER), str(story)],
        columns=120,
        rows=40,
        folder=story.parent,
        environment=locale,
    )
    terminal.wait_for(lambda text: "“We cannot build on sand,” said Škoda" in text)
    terminal.wait_for(lambda text: re.search(r"\d+ quotes? +\d+%", text) is not None)
    terminal.type("q")
    assert terminal.end() == 0, terminal.text
    assert b"\\u" not in terminal.received


def test_an_unreadable_file_is_told_and_the_others_are_printed(story: Path) -> None:
    bad = story.with_name("bad.txt")
    bad.write_bytes(b"a\0b")
    finished = run(bad, story)
    assert (finished.returncode, finished.stdout.decode()) == (1, BODY)
    assert b"bad.txt: not text" in finished.stderr


@pytest.mark.parametrize(
    ("given", "told"), [(b"", "standard input: empty"), (b"PK\x03\x04\0\0", "standard input: ")]
)
def test_what_is_no_article_is_told(given: bytes, told: str) -> None:
    finished = run("-", given=given)
    assert (finished.returncode, finished.stdout) == (1, b"")
    assert told in finished.stderr.decode()


def test_a_reader_that_has_seen_enough_is_no_failure(story: Path) -> None:
    story.write_text("All words.\n" * 500_000)
    with subprocess.Popen(
        [NEWSREADER, story], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"All words.\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_simple_terminal_gets_a_sentence_and_plain_text(story: Path, term: str) -> None:
    terminal = Terminal(
        [str(NEWSREADER), str(story)],
        columns=120,
        rows=40,
        folder=story.parent,
        environment={"TERM": term},
    )
    assert terminal.end() == 0
    shown = terminal.received.decode().replace("\r\n", "\n")
    sentence, _, rest = shown.partition("\n")
    assert f"TERM={term}" in sentence
    assert rest == BODY
