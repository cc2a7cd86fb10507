"""What is done beside the event loop does not hold it up as it begins."""

import ast
from pathlib import Path

import pytest

import tui

FILES = sorted(Path(tui.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_worker_is_described_by_what_it_is_given(path: Path) -> None:
    """Textual writes out every argument of a worker without a description: seconds for an index."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and len(node.args.args) > 1:
            for decorator in node.decorator_list:
                assert not _is_work(decorator) or "description" in _keywords(decorator), node.name


def _is_work(decorator: ast.expr) -> bool:
    named = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(named, ast.Name) and named.id == "work"


def _keywords(decorator: ast.expr) -> set[str | None]:
    return {one.arg for one in decorator.keywords} if isinstance(decorator, ast.Call) else set()
