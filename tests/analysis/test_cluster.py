"""Analysing on a Dask cluster: two workers on this machine, one of them killed in the middle."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.batch import Analysed, analyze_files
from analysis.cli import main
from analysis.cluster import ClusterAnalyzer, analyze_line
from analysis.codec import decode_analysis, encode_article
from analysis.errors import PipelineError
from analysis.fingerprint import fingerprint
from tests import canned

COUNT = 24


@pytest.fixture
def scheduler() -> Iterator[str]:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "articles" / f"{number:02}.txt" for number in range(COUNT)]
    paths[0].parent.mkdir()
    for path in paths:
        path.write_text(f"{canned.TEXT}\nThis is article {path.stem}.\n", encoding="utf-8")
    return paths


def test_a_worker_that_is_killed_loses_no_article(scheduler: str, files: list[Path]) -> None:
    with ClusterAnalyzer(
        scheduler, pipeline=None, is_trusted=False, fingerprint="here"
    ) as analyzer:
        victim = next(iter(analyzer._client.run(os.getpid).values()))
        outcomes = analyze_files(files, analyzer, at_once=analyzer.at_once)
        found = [next(outcomes)]
        os.kill(victim, signal.SIGKILL)
        found += outcomes
    assert [outcome.path for outcome in found] == files
    for outcome in found:
        assert isinstance(outcome, Analysed)
        assert outcome.analysis.fingerprint == "here"
        assert {entity.name for entity in outcome.analysis.entities} >= {"Ana Škoda", "Tom Reyes"}


def test_the_command_prints_what_it_prints_on_one_machine(
    scheduler: str, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    options = [str(files[0].parent), "--format", "jsonl"]
    assert main([*options, "--dask", scheduler]) == 0
    on_cluster = capsys.readouterr().out
    assert main(options) == 0
    assert capsys.readouterr().out == on_cluster
    assert [json.loads(line)["doc"] for line in on_cluster.splitlines()] == [
        path.stem for path in files
    ]


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("analysis.cluster.CONNECT_SECONDS", 0.5)
    with pytest.raises(PipelineError, match="does not answer"):
        ClusterAnalyzer("tcp://127.0.0.1:1", pipeline=None, is_trusted=False, fingerprint="")


def test_without_dask_it_is_told_what_to_install(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main([str(files[0]), "--dask", "tcp://127.0.0.1:1"]) == 2
    assert "install newsreader[cluster]" in capsys.readouterr().err


def test_a_worker_answers_an_article_with_its_analysis() -> None:
    article = canned.article()
    reply = analyze_line(encode_article(article), None, False)
    assert decode_analysis(reply, article).fingerprint == fingerprint()
