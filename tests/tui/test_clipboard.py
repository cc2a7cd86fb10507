"""The clipboard: every environment, what was really tried, and what the reader is told."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tui import clipboard
from tui.clipboard import FILE_NAME, LONGEST_SENT, CopyOutcome, copy, run_quietly

TEXT = "“Zoë’s words” — Zoë, 2024"


class Machine:
    """A machine on which only some programs work."""

    def __init__(self, *working: str, hanging: tuple[str, ...] = ()) -> None:
        self.working = working
        self.hanging = hanging
        self.tried: list[str] = []
        self.taken: dict[str, bytes] = {}
        self.sent: list[str] = []

    def run(self, argv: Sequence[str], data: bytes, environment: Mapping[str, str]) -> int:
        command = " ".join(argv)
        self.tried.append(command)
        if any(name in command for name in self.hanging):
            raise subprocess.TimeoutExpired(argv, 2)
        for name in self.working:
            if name in command:
                self.taken[name] = data
                return 0
        if "xsel" in command:
            return 1
        raise FileNotFoundError(argv[0])

    def copy(
        self,
        environment: dict[str, str],
        folder: Path,
        *,
        platform: str = "linux",
        text: str = TEXT,
    ) -> CopyOutcome:
        return copy(
            text,
            send_osc52=self.sent.append,
            environment=environment,
            fallback_folder=folder,
            run=self.run,
            platform=platform,
        )


WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
X11 = {"DISPLAY": ":0"}
SSH = {"SSH_CONNECTION": "1 2 3 4", **X11}
TMUX = {"TMUX": "/tmp/tmux,1,0"}


@pytest.mark.parametrize(
    ("environment", "platform", "working", "way", "sentence"),
    [
        (WAYLAND, "linux", ["wl-copy"], "tool", "Copied to the clipboard (wl-copy)"),
        (WAYLAND, "linux", ["xclip"], "tool", "Copied to the clipboard (xclip)"),
        (X11, "linux", ["wl-copy", "xclip"], "tool", "Copied to the clipboard (xclip)"),
        (X11, "linux", ["xsel"], "tool", "Copied to the clipboard (xsel)"),
        (X11, "linux", [], "terminal", "Sent to the terminal; to be sure, install xclip"),
        (
            WAYLAND,
            "linux",
            [],
            "terminal",
            "Sent to the terminal; to be sure, install wl-clipboard",
        ),
        ({}, "darwin", ["pbcopy"], "tool", "Copied to the clipboard (pbcopy)"),
        ({}, "win32", ["powershell"], "tool", "Copied to the clipboard (PowerShell)"),
        (
            {"WSL_DISTRO_NAME": "Debian"},
            "linux",
            ["powershell.exe"],
            "tool",
            "Copied to the clipboard (PowerShell)",
        ),
        (
            {"TERMUX_VERSION": "1"},
            "linux",
            ["termux"],
            "tool",
            "Copied to the clipboard (termux-clipboard-set)",
        ),
        (
            {},
            "linux",
            ["xclip"],
            "terminal",
            "Sent to the terminal; it may or may not put it on the clipboard",
        ),
        (
            SSH,
            "linux",
            ["xclip"],
            "terminal",
            "Sent to the terminal; it may or may not put it on the clipboard",
        ),
        (
            TMUX,
            "linux",
            ["tmux load-buffer -w -"],
            "tmux",
            "Copied to tmux's buffer, and sent to the terminal's clipboard",
        ),
        (
            TMUX,
            "linux",
            ["tmux load-buffer -"],
            "tmux",
            "Copied to tmux's buffer, and sent to the terminal's clipboard",
        ),
        (
            {**TMUX, **X11},
            "linux",
            ["xclip", "tmux"],
            "tool",
            "Copied to the clipboard (xclip) and to tmux's buffer",
        ),
        (
            {**TMUX, **SSH},
            "linux",
            ["xclip", "tmux"],
            "tmux",
            "Copied to tmux's buffer, and sent to the terminal's clipboard",
        ),
    ],
)
def test_the_reader_is_told_which_way_it_went(
    tmp_path: Path,
    environment: dict[str, str],
    platform: str,
    working: list[str],
    way: str,
    sentence: str,
) -> None:
    machine = Machine(*working)
    folder = tmp_path / "copies"
    outcome = machine.copy(environment, folder, platform=platform)
    assert outcome == CopyOutcome(way, sentence)
    assert machine.sent == [TEXT]  # always, whatever else worked
    assert all(data == TEXT.encode() for data in machine.taken.values())
    assert not folder.exists()


def test_over_ssh_no_program_of_the_far_machine_is_asked(tmp_path: Path) -> None:
    machine = Machine("xclip", "wl-copy", "pbcopy")
    machine.copy({**SSH, **WAYLAND}, tmp_path, platform="darwin")
    assert machine.tried == []


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM_PROGRAM": "Apple_Terminal"},
        {"TERM": "linux"},
        {"STY": "1.pts-0"},
        {"VTE_VERSION": "7600"},
        {"XTERM_VERSION": "XTerm(390)"},
        {"VTE_VERSION": "7600", **SSH},
    ],
)
def test_where_the_terminal_is_deaf_a_file_is_the_last_resort(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    outcome = Machine().copy(environment, tmp_path / "new")
    path = tmp_path / "new" / FILE_NAME
    assert outcome == CopyOutcome("file", f"No clipboard could be reached: written to {path}")
    assert path.read_bytes() == TEXT.encode()
    assert [entry.name for entry in path.parent.iterdir()] == [FILE_NAME]
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_a_text_that_terminals_would_cut_is_written_to_a_file(tmp_path: Path) -> None:
    machine = Machine()
    assert machine.copy({}, tmp_path, text="x" * LONGEST_SENT).way == "terminal"
    outcome = machine.copy({}, tmp_path, text="x" * (LONGEST_SENT + 1))
    assert outcome.way == "file"
    assert outcome.sentence.startswith("Too long to be sent to a terminal (at most 74 kB): written")
    assert [len(text) for text in machine.sent] == [LONGEST_SENT]
    assert (tmp_path / FILE_NAME).stat().st_size == LONGEST_SENT + 1


def test_a_deaf_terminal_does_not_matter_where_a_program_took_it(tmp_path: Path) -> None:
    assert Machine("xclip").copy({"VTE_VERSION": "7600", **X11}, tmp_path).way == "tool"


def test_where_nothing_works_the_reader_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    outcome = Machine().copy({"TERM": "linux", **X11}, tmp_path / "file")
    assert outcome.way == "nowhere"
    assert outcome.sentence.startswith("Not copied: no clipboard, and no file (")
    assert outcome.sentence.endswith("; to be sure, install xclip")


def test_a_program_that_hangs_is_given_up_and_the_next_one_asked(tmp_path: Path) -> None:
    machine = Machine("xsel", hanging=("wl-copy", "xclip"))
    assert machine.copy(WAYLAND, tmp_path).sentence == "Copied to the clipboard (xsel)"


def test_a_terminal_that_cannot_be_written_to_is_no_traceback(tmp_path: Path) -> None:
    def fail(_: str) -> None:
        raise RuntimeError("the screen is closed")

    outcome = copy(
        TEXT,
        send_osc52=fail,
        environment={},
        fallback_folder=tmp_path,
        run=Machine().run,
        platform="linux",
    )
    assert outcome.way == "file"


def test_a_lone_surrogate_is_replaced_everywhere(tmp_path: Path) -> None:
    machine = Machine("xclip")
    machine.copy(X11, tmp_path, text="odd \ud800.")
    assert machine.taken["xclip"] == b"odd ?."
    assert machine.sent == ["odd ?."]


def test_threads_may_copy_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    outcomes: list[CopyOutcome] = []
    threads = [
        threading.Thread(
            target=lambda n=n: outcomes.append(
                Machine().copy({"TERM": "linux"}, folder, text=str(n) * 10_000)
            )
        )
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {outcome.way for outcome in outcomes} == {"file"}
    assert len(set((folder / FILE_NAME).read_text())) == 1
    assert [entry.name for entry in folder.iterdir()] == [FILE_NAME]


# Real programs


def test_a_real_program_gets_every_byte(tmp_path: Path) -> None:
    target = tmp_path / "out"
    code = f"import sys; open({str(target)!r}, 'wb').write(sys.stdin.buffer.read())"
    data = TEXT.encode() * 10_000
    assert run_quietly((sys.executable, "-c", code), data, os.environ) == 0
    assert target.read_bytes() == data


def test_a_real_program_that_stays_behind_is_not_waited_for() -> None:
    # As xclip does: a child keeps the outputs open for long after the parent has ended.
    code = (
        "import subprocess, sys; sys.stdin.read();"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(9)'],"
        " stdin=subprocess.DEVNULL)"
    )
    assert run_quietly((sys.executable, "-c", code), b"words", os.environ) == 0


def test_a_real_program_that_hangs_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE_SECONDS", 0.05)
    with pytest.raises(subprocess.TimeoutExpired):
        run_quietly((sys.executable, "-c", "import time; time.sleep(60)"), b"", os.environ)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="no tmux here")
def test_a_real_tmux_holds_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    server = ("tmux", "-S", "socket", "-f", os.devnull)
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    subprocess.run(
        (*server, "new-session", "-d", "sleep 60"), env=environment, check=True, timeout=30
    )
    try:
        outcome = copy(
            TEXT,
            send_osc52=lambda _: None,
            environment={**environment, "TMUX": f"{Path('socket').absolute()},0,0"},
            fallback_folder=tmp_path,
            platform="linux",
        )
        shown = subprocess.run(
            (*server, "show-buffer"), env=environment, check=True, capture_output=True, timeout=30
        )
        assert outcome.way == "tmux"
        assert shown.stdout.decode() == TEXT
    finally:
        subprocess.run((*server, "kill-server"), env=environment, check=False, timeout=30)


def test_no_textual_is_imported() -> None:
    code = "import sys, tui.clipboard; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "tui.clipboard" in loaded
    assert "textual" not in loaded
