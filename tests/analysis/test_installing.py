"""Installing a pipeline: what is told where it cannot be. The download itself is a stand-in."""

from __future__ import annotations

import sys

import pytest

from analysis import installing
from analysis.errors import PipelineError
from analysis.installing import install_pipeline


def download(monkeypatch: pytest.MonkeyPatch, program: str) -> list[str]:
    """Install en_core_web_sm by another program than spaCy's, and return what is told."""
    monkeypatch.setattr(
        installing, "_download_command", lambda name: [sys.executable, "-c", program, name]
    )
    told: list[str] = []
    install_pipeline("en_core_web_sm", tell=told.append)
    return told


def test_what_the_download_says_is_told_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    program = "import sys; print('Collecting', sys.argv[1]); print('Installed', file=sys.stderr)"
    assert sorted(download(monkeypatch, program)) == ["Collecting en_core_web_sm", "Installed"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("✘ No compatible package found for 'en_core_web_sm' (spaCy v3.8.7)", "for the spaCy that"),
        ("requests.exceptions.ConnectionError: Max retries exceeded", "there is no network"),
        ("ERROR: Could not install: [Errno 13] Permission denied: '/usr/lib'", "may be written"),
        ("OSError: [Errno 30] Read-only file system", "may be written"),
        ("error: externally-managed-environment", "belongs to the system"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("Something else went wrong", "(Something else went wrong)"),
    ],
)
def test_a_failure_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    with pytest.raises(PipelineError) as failed:
        download(monkeypatch, f"print({said!r}); raise SystemExit(1)")
    assert told in str(failed.value)
    assert "en_core_web_sm" in str(failed.value)


def test_a_traceback_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        installing, "_download_command", lambda name: [sys.executable, "-c", "raise OSError(28)"]
    )
    with pytest.raises(PipelineError, match="OSError: 28"):
        install_pipeline("en_core_web_sm", tell=told.append)
    assert told == []


def test_without_pip_the_command_from_outside_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "find_spec", lambda name: None)
    with pytest.raises(PipelineError, match=r"uv pip install --python .*en_core_web_sm"):
        install_pipeline("en_core_web_sm", tell=print)
    monkeypatch.setattr(sys, "prefix", "/home/someone/.local/share/uv/tools/newsreader")
    with pytest.raises(PipelineError, match=r"uv tool install newsreader --with .*en_core_web_sm"):
        install_pipeline("en_core_web_sm", tell=print)


@pytest.mark.parametrize("name", ["", "en", "--index-url=x", "en_core_web_sm; rm", "../en_x_y_sm"])
def test_what_is_no_name_never_reaches_the_download(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(installing, "_download_command", lambda name: pytest.fail("it ran"))
    with pytest.raises(PipelineError, match="no name of a spaCy pipeline"):
        install_pipeline(name, tell=print)


def test_the_download_is_spacys_own() -> None:
    assert installing._download_command("en_x")[1:] == ["-P", "-m", "spacy", "download", "en_x"]
