"""The cache of analyses: what is found again, and what happens when the file is not as it was."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.load import make_article
from analysis.schema import Analysis, Article, Entity, Mention, Span
from analysis.store import FILE_NAME, Store

PRINT = "rules-1"


def article_of(number: int) -> Article:
    return make_article(f"Zoë said {number} boats came in.\n")


def analysis_of(article: Article, fingerprint: str = PRINT) -> Analysis:
    return Analysis(
        article_key=article.key,
        fingerprint=fingerprint,
        sentences=(Span(0, len(article.text) - 1),),
        entities=(Entity(0, "person", "Zoë"),),
        mentions=(Mention(Span(0, 3), "name", 0),),
        quotes=(),
    )


def test_an_analysis_is_found_again_by_a_later_run(tmp_path: Path) -> None:
    article = article_of(1)
    with Store(tmp_path / "new" / "folder", fingerprint=PRINT) as store:
        assert store.get(article) is None
        assert store.put(analysis_of(article))
        assert store.get(article) == analysis_of(article)
    with Store(tmp_path / "new" / "folder", fingerprint=PRINT) as store:
        assert store.get(article) == analysis_of(article)
        assert store.error is None


def test_an_analysis_of_other_rules_is_not_found(tmp_path: Path) -> None:
    article = article_of(1)
    with Store(tmp_path, fingerprint=PRINT) as store:
        store.put(analysis_of(article, "rules-0"))
        assert store.get(article) is None
    with Store(tmp_path, fingerprint="rules-0") as store:
        assert store.get(article) == analysis_of(article, "rules-0")


def test_a_second_analysis_replaces_the_first(tmp_path: Path) -> None:
    article = article_of(1)
    with Store(tmp_path, fingerprint=PRINT) as store:
        store.put(analysis_of(article))
        better = replace(analysis_of(article), sentences=())
        store.put(better)
        assert store.get(article) == better


def test_nothing_is_opened_before_the_first_call(tmp_path: Path) -> None:
    Store(tmp_path / "folder", fingerprint=PRINT)
    assert not (tmp_path / "folder").exists()


def test_sqlite_is_not_imported_before_the_first_call() -> None:
    code = "import sys, analysis.store as s; s.Store('x', fingerprint='y'); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert "analysis.store" in loaded.split()
    assert "sqlite3" not in loaded.split()


def test_a_closed_store_misses(tmp_path: Path) -> None:
    article = article_of(1)
    store = Store(tmp_path, fingerprint=PRINT)
    store.put(analysis_of(article))
    store.close()
    store.close()
    assert store.get(article) is None
    assert not store.put(analysis_of(article))


def test_the_analyses_unused_longest_are_dropped(tmp_path: Path) -> None:
    articles = [article_of(number) for number in range(4)]
    with Store(tmp_path, fingerprint=PRINT, max_analyses=3) as store:
        for article in articles[:3]:
            store.put(analysis_of(article))
        store.get(articles[0])
        store.put(analysis_of(articles[3]))
        assert [store.get(article) is not None for article in articles] == [True, False, True, True]


def test_the_analyses_kept_are_bounded_in_size(tmp_path: Path) -> None:
    articles = [article_of(number) for number in range(6)]
    with Store(tmp_path, fingerprint=PRINT, max_bytes=600) as store:
        for article in articles:
            assert store.put(analysis_of(article))
        kept = [article for article in articles if store.get(article)]
        assert kept == articles[-len(kept) :]
        assert 1 <= len(kept) < 6
        large = replace(analysis_of(articles[0]), sentences=(Span(0, 1),) * 1000)
        assert not store.put(large)
        assert store.error is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"These are no analyses. " * 400),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 60_000),
        lambda path: change(path, "PRAGMA user_version = 99"),
        lambda path: change(path, "PRAGMA application_id = 7"),
        lambda path: change(path, "DROP TABLE analyses"),
        lambda path: change(path, "ALTER TABLE analyses RENAME COLUMN used TO worn"),
    ],
    ids=["text", "cut", "garbled", "newer", "foreign", "emptied", "altered"],
)
def test_a_file_not_as_we_wrote_it_is_set_aside_and_a_new_one_begun(tmp_path: Path, spoil) -> None:
    articles = [article_of(number) for number in range(50)]
    with Store(tmp_path, fingerprint=PRINT) as store:
        for article in articles:
            store.put(analysis_of(article))
    spoil(tmp_path / FILE_NAME)
    spoiled = (tmp_path / FILE_NAME).read_bytes()
    with Store(tmp_path, fingerprint=PRINT) as store:
        for article in articles:
            store.get(article)
        assert store.put(analysis_of(articles[0]))
        assert store.get(articles[0]) == analysis_of(articles[0])
        assert store.error is None
    assert (tmp_path / f"{FILE_NAME}.aside-1").read_bytes()[4096:] == spoiled[4096:]


def change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_files_set_aside_never_replace_one_another(tmp_path: Path) -> None:
    for content in (b"first no database", b"second no database"):
        (tmp_path / FILE_NAME).write_bytes(content)
        with Store(tmp_path, fingerprint=PRINT) as store:
            assert store.put(analysis_of(article_of(1)))
    assert (tmp_path / f"{FILE_NAME}.aside-1").read_bytes() == b"first no database"
    assert (tmp_path / f"{FILE_NAME}.aside-2").read_bytes() == b"second no database"


@pytest.mark.parametrize("line", ["not JSON", "{}", "[" * 100_000, '{"schema": 1}'], ids=range(4))
def test_an_analysis_that_cannot_be_decoded_is_a_miss(tmp_path: Path, line: str) -> None:
    article = article_of(1)
    with Store(tmp_path, fingerprint=PRINT) as store:
        store.put(analysis_of(article))
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("UPDATE analyses SET analysis = ?", (line,))
    connection.commit()
    connection.close()
    with Store(tmp_path, fingerprint=PRINT) as store:
        assert store.get(article) is None
        assert store.put(analysis_of(article))
        assert store.get(article) == analysis_of(article)


def test_a_folder_that_cannot_be_written_is_told_and_only_misses(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    article = article_of(1)
    with Store(tmp_path / "file" / "cache", fingerprint=PRINT) as store:
        assert store.get(article) is None
        assert not store.put(analysis_of(article))
        assert str(store.error).startswith(f"{tmp_path / 'file' / 'cache'}: analyses cannot be")


def test_a_full_disk_is_told_and_only_misses(tmp_path: Path) -> None:
    article = article_of(1)
    with Store(tmp_path, fingerprint=PRINT) as store:
        store.put(analysis_of(article))
        assert store.database._connection is not None
        store.database._connection.execute("PRAGMA max_page_count = 1")
        large = replace(analysis_of(article), sentences=(Span(0, 1),) * 10_000)
        assert not store.put(large)
        assert "full" in str(store.error)
        assert store.get(article) is None


def test_a_file_held_by_another_program_is_a_miss_for_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.database.BUSY_SECONDS", 0.0)
    article = article_of(1)
    with Store(tmp_path, fingerprint=PRINT) as store:
        store.put(analysis_of(article))
        other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert not store.put(analysis_of(article_of(2)))
        assert store.get(article) == analysis_of(article)
        assert store.error is None
        other.execute("COMMIT")
        other.close()
        assert store.put(analysis_of(article_of(2)))


def test_threads_share_a_store(tmp_path: Path) -> None:
    articles = [article_of(number) for number in range(40)]
    with Store(tmp_path, fingerprint=PRINT) as store, ThreadPoolExecutor(8) as threads:
        assert all(threads.map(lambda article: store.put(analysis_of(article)), articles * 2))
        assert list(threads.map(store.get, articles)) == [analysis_of(a) for a in articles]


WRITER = """
import sys
sys.path.insert(0, sys.argv[3])
from tests.analysis.test_store import PRINT, analysis_of, article_of
from analysis.store import Store
with Store(sys.argv[1], fingerprint=PRINT) as store:
    for number in range(int(sys.argv[2]), int(sys.argv[2]) + 20):
        assert store.put(analysis_of(article_of(number))), store.error
"""


def test_processes_share_a_store(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(start), str(root)], cwd=root
        )
        for start in (0, 20, 40)
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    with Store(tmp_path, fingerprint=PRINT) as store:
        assert all(store.get(article_of(number)) for number in range(60))
    assert not list(tmp_path.glob("*.aside-*"))
