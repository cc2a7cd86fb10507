"""Files and text to articles: what is read, what is told of it, and what is refused."""

import hashlib
import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import LoadError
from analysis.load import find_article_files, load_article, load_articles, make_article
from analysis.loading.decoding import decode
from analysis.loading.files import MAX_BYTES
from analysis.loading.headlines import shorten
from analysis.schema import Article

SHARED = Path(os.environ.get("NEWSREADER_SHARED", Path(__file__).parents[3] / "shared"))
BODY = "The harbour at Lund reopened on Monday.\n\nBoats came in by the dozen.\n"
CURLY = "“It’s over,” said Zoë Müller – in a café.\n" * 3


def paragraphs_of(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


def write(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_plain_file_is_read_character_for_character(tmp_path: Path) -> None:
    text = "  Odd\u00a0spaces stay.\n\n\nSo do “marks” – and ends.  \n\n"
    article = load_article(write(tmp_path / "a.txt", text))
    assert article.text == text
    assert article.key == hashlib.sha256(text.encode()).hexdigest()
    assert paragraphs_of(article) == ["Odd\u00a0spaces stay.", "So do “marks” – and ends."]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"],
)
def test_text_comes_out_the_same_from_every_encoding(tmp_path: Path, encoding: str) -> None:
    assert load_article(write(tmp_path / "a.txt", CURLY.encode(encoding))).text == CURLY


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("latin-1", "La señora Muñoz habló en el café de Málaga.\n" * 4),
        ("cp1251", "Президент говорил с журналистами в Москве во вторник вечером.\n" * 4),
        ("cp1252", "The minister’s office declined to comment on Thursday.\n"),
        ("cp1252", "“No,” she said.\n"),
        ("cp1252", "It cost £40m, he said.\n" + "Nothing else was said about it at all.\n" * 200),
    ],
    ids=["Spanish", "Russian", "apostrophe", "quotes", "pound"],
)
def test_other_encodings_are_told_from_the_text(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_broken_byte_does_not_turn_utf_8_into_something_else() -> None:
    data = CURLY.encode()[:-1] + b" \xff cut \xe2\x80"
    assert decode(data) == CURLY[:-1] + " \N{REPLACEMENT CHARACTER} cut \N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_of_all_systems_become_newlines(tmp_path: Path, line_end: str) -> None:
    data = BODY.replace("\n", line_end).encode()
    assert load_article(write(tmp_path / "a.txt", data)).text == BODY


def test_what_a_terminal_could_act_on_is_replaced_one_for_one() -> None:
    raw = "Red \x1b[31malert\x1b[0m\x07 and \u202ereversed\ud800.\n"
    article = make_article(raw)
    assert len(article.text) == len(raw)
    assert "\x1b" not in article.text
    assert article.text.startswith("Red ␛[31malert")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \n\n\t ", "empty"),
        (b"---\ntitle: Alone\n---\n\n", "no text behind its front matter"),
        (b"plain \0 then", "NUL byte at 6"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"%PDF-1.7\nrest", "a PDF"),
        (b"\x1f\x8b\x08rest", "compressed"),
        (b"\xff\xd8\xff\xe0rest", "a JPEG picture"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(tmp_path: Path, data: bytes, told: str) -> None:
    path = write(tmp_path / "odd.txt", data)
    with pytest.raises(LoadError, match=told) as error:
        load_article(path)
    assert str(error.value).startswith(f"{path}: ")
    assert ";" in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="no such file or folder; check the name"):
        load_article(tmp_path / "none.txt")


def test_a_link_to_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(LoadError, match="a link to a file that does not exist"):
        load_article(tmp_path / "link.txt")


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="a folder, not a file"):
        load_article(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(LoadError, match="a named pipe"):
        load_article(tmp_path / "pipe.txt")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in folders here")
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")
        with pytest.raises(LoadError, match="a socket"):
            load_article("s.txt")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_refused() -> None:
    with pytest.raises(LoadError, match="a device"):
        load_article("/dev/zero")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_a_file_one_may_not_read_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "secret.txt", BODY)
    path.chmod(0)
    with pytest.raises(LoadError, match="not permitted"):
        load_article(path)


def test_a_refusal_by_the_system_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "secret.txt", BODY)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(LoadError, match="not permitted to read it; change its permissions"):
        load_article(path)


def test_a_file_too_large_is_refused_before_it_is_all_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(LoadError, match="larger than 64 MB"):
        load_article(path)


@pytest.mark.parametrize("name", ["nul\0.txt", "x" * 5000])
def test_an_impossible_name_is_told(name: str) -> None:
    with pytest.raises(LoadError, match="cannot be read"):
        load_article(name)


def test_an_error_never_repeats_an_escape_from_a_file_name(tmp_path: Path) -> None:
    with pytest.raises(LoadError) as error:
        load_article(tmp_path / "bad\x1b]52;c;aGk=\x07\n.txt")
    assert str(error.value).isprintable()


# Front matter

FRONT = """---
Title: "A: colon, and \\"quotes\\""
AUTHOR: By Jane Doe
publication: 'The Lund Times'
published: 2024-02-27T10:00:00Z
tags: [harbour, trade]
# a comment
unknown: ignored
---


First words.

Last words.

"""


def test_front_matter_tells_of_the_article_and_is_not_its_text() -> None:
    article = make_article(FRONT)
    assert article.text == "First words.\n\nLast words."
    assert article.title == 'A: colon, and "quotes"'
    assert article.byline == "Jane Doe"
    assert article.source == "The Lund Times"
    assert article.published == "2024-02-27"


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("url: https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("Canonical-URL: 'http://example.org'", "http://example.org"),
        ("link: HTTPS://example.org/", "HTTPS://example.org/"),
        ("url: javascript:alert(1)", None),
        ("url: file:///etc/passwd", None),
        ("url: https:///nowhere", None),
        ("url: see https://example.org", None),
    ],
)
def test_an_address_is_one_of_the_web_or_none(line: str, url: str | None) -> None:
    assert make_article(f"---\ntitle: T\n{line}\n---\nWords.").url == url


def test_authors_in_a_list_are_one_byline() -> None:
    assert make_article("---\nauthors:\n  - Jane Doe\n  - Jo Li\n---\nWords.").byline == (
        "Jane Doe, Jo Li"
    )
    assert make_article("---\nauthors: [Jane Doe, 'Jo Li']\n---\nWords.").byline == (
        "Jane Doe, Jo Li"
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Never closed\n\nWords.",
        "---\nA rule, then prose that is no key.\n---\nMore.",
        "---\n---\nWords.",
        "--- title: x\n---\nWords.",
        "\n---\ntitle: Not at the start\n---\nWords.",
        "---",
        "---\n",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    assert make_article(text).text == text


def test_metadata_is_one_safe_line() -> None:
    article = make_article("---\ntitle: A \x1b[2J\t B\nbyline: X\x07\n---\nWords.")
    assert article.title == "A ␛[2J B"
    assert article.byline == "X␇"


def test_front_matter_goes_before_the_first_lines() -> None:
    article = make_article("---\ntitle: Given\n---\n# Another\n\nBy Jo Li\n\nWords.")
    assert (article.title, article.byline) == ("Given", "Jo Li")
    assert article.text.startswith("# Another")


# Titles and first lines

LONG = "The council of Lund voted late on Monday to rebuild the old harbour, its mayor said."


@pytest.mark.parametrize(
    ("text", "title", "byline", "published"),
    [
        ("# Harbour reopens #\n\nWords.", "Harbour reopens", None, None),
        ("## **Harbour** reopens\n\nWords.", "Harbour** reopens", None, None),
        ("Harbour reopens\n===============\n\nWords.", "Harbour reopens", None, None),
        ("Harbour reopens\n\nWords.", "Harbour reopens", None, None),
        ("Will it reopen?\n\nWords.", "Will it reopen?", None, None),
        (
            "Harbour reopens\nBy Jane Doe and Jo Li\nMay 3, 2024\n\nWords.",
            "Harbour reopens",
            "Jane Doe and Jo Li",
            "May 3, 2024",
        ),
        (
            "Harbour reopens\n\nBoats are back, and so is the quarrel about them.\n\n"
            "BY JANE DOE\n\nPublished: 3 May 2024, 10:15 GMT\n\nWords.",
            "Harbour reopens",
            "JANE DOE",
            "3 May 2024",
        ),
        (
            "Written by Ana de Souza for the Post\n2024-05-03\n\nBoats came in. More did.",
            "Boats came in",
            "Ana de Souza for the Post",
            "2024-05-03",
        ),
        (
            "Boats in\nPosted on Tuesday, 3rd May 2024 | 10:15\n\nW.",
            "Boats in",
            None,
            "Tuesday, 3rd May 2024",
        ),
        ("Boats in\n2024-05-03T10:15:00Z\n\nW.", "Boats in", None, "2024-05-03"),
        ("By Friday the boats were back.\n\nWords.", "By Friday the boats were back", None, None),
        ("By hosting the talks Lund won\n\nWords.", "By hosting the talks Lund won", None, None),
        ("https://example.org/a\n\nBoats came in. More did.", "Boats came in", None, None),
        ("LundTT –\nBoats came in. More did.", "Boats came in", None, None),
        ("LUND (AP) —\n\nBoats came in. More did.", "Boats came in", None, None),
        ("LUND, Sweden (AP) — Boats came in. More did.", "Boats came in", None, None),
        ("LUND, May 3 (TT) -- Boats came in. More did.", "Boats came in", None, None),
        ("NATO - the alliance - met. It ended.", "NATO - the alliance - met", None, None),
        ("Mr. Li met the U.S. envoy. It ended.", "Mr. Li met the U.S. envoy", None, None),
        ("He moved to the U.S. in May.\nIt ended.", "He moved to the U.S. in May", None, None),
        ("It reopened . More did.", "It reopened", None, None),
        ("He moved to the U.S.", "He moved to the U.S.", None, None),
        ("“Never,” he said. “Never.” It ended.", "“Never,” he said", None, None),
        ("“Never.” It ended.", "“Never.”", None, None),
        (LONG, "The council of Lund voted late on Monday to rebuild the old harbour…", None, None),
        ("x" * 200, "x" * 69 + "…", None, None),
        ("LundTT –", "LundTT –", None, None),
        ("https://example.org/a", "https://example.org/a", None, None),
    ],
)
def test_the_first_lines_tell_of_the_article_and_stay_in_it(
    text: str, title: str, byline: str | None, published: str | None
) -> None:
    article = make_article(text)
    assert (article.title, article.byline, article.published) == (title, byline, published)
    assert article.text == text


HOSTILE_HEADS = {
    "hashes": "# " + "#" * 50_000 + "x",
    "hashes apart": "# a" + " #" * 50_000 + "x",
    "an endless heading": "# " + "word " * 1_000_000,
    "an endless title": "---\ntitle: " + "word " * 1_000_000 + "\n---\nBody.",
    "a title cut at a space": f"---\ntitle: {'x' * 999} y\n---\nBody.",
    "an endless block": "---\n" + "a: b\n" * 200_000 + "---\nBody.",
    "dashes in a key": "---\n" + "a-" * 100_000 + "\n---\nBody.",
    "a list that never ends": "---\na: b\n" + "- c\n" * 200_000,
    "fences": "---\n" * 200_000,
    "datelines": "LUND (" * 20_000,
    "places": "LUND" + ", a b" * 50_000,
    "stops": "a." * 100_000,
    "marks behind a stop": "a." + '"' * 100_000,
    "blanks": " \n" * 2_000_000 + "Body.",
    "one line": "word " * 2_000_000,
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", HOSTILE_HEADS.values(), ids=HOSTILE_HEADS.keys())
def test_a_head_made_to_hold_a_reader_up_ends_and_gives_a_title_that_can_be_shown(
    text: str,
) -> None:
    article = make_article(text)
    assert 0 < len(article.title.strip()) == len(article.title) <= 1000
    assert len(article.byline or "") <= 1000


@given(st.text())
def test_a_shortened_title_is_about_seventy_characters(text: str) -> None:
    assert len(shorten(text)) <= 70


def test_blank_text_takes_the_name_it_is_given() -> None:
    assert make_article(" \n", name="pasted\x1b text").title == "pasted␛ text"
    assert make_article("").title == ""


# Paragraphs

WRAPPED = """Lund reopens its harbour

The old harbour of Lund reopened on Monday with a brass
band, four hundred boats and a quarrel about who had paid
for the new stone quay.

Its mayor, who had promised it for nine years, cut a blue
ribbon and left before the speeches began.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n", []),
        ("One.", ["One."]),
        ("One.\nTwo.\n", ["One.", "Two."]),
        ("One.\n\n\n  Two.  \n", ["One.", "Two."]),
        ("\u3000Indented.\u00a0\n", ["Indented."]),
        (
            WRAPPED,
            [
                "Lund reopens its harbour",
                WRAPPED.split("\n\n")[1],
                WRAPPED.split("\n\n")[2].strip(),
            ],
        ),
        # A paragraph a line, in blocks: the lines end sentences, so they were not wrapped.
        (
            "He came in the morning.\nShe left in the evening.\n\nThey met at the noon gun.\nA"
            " dog barked at them both.",
            [
                "He came in the morning.",
                "She left in the evening.",
                "They met at the noon gun.",
                "A dog barked at them both.",
            ],
        ),
        # A list: its lines broke though there was room.
        (
            "Those who came:\n\nthe mayor\nthe harbour master and his wife\nnine boats\na dog",
            [
                "Those who came:",
                "the mayor",
                "the harbour master and his wife",
                "nine boats",
                "a dog",
            ],
        ),
        # Lines wider than a hundred are paragraphs.
        (f"{LONG * 2}\n{LONG * 2}\n\nEnd.", [LONG * 2, LONG * 2, "End."]),
    ],
)
def test_paragraphs_are_lines_unless_the_text_is_wrapped(text: str, expected: list[str]) -> None:
    assert paragraphs_of(make_article(text)) == expected


def test_a_head_over_wrapped_text_keeps_its_lines_apart() -> None:
    head = "Lund reopens its harbour\nBy Jane Doe\nMay 3, 2024\n\n"
    article = make_article(head + WRAPPED.split("\n\n", 1)[1])
    assert paragraphs_of(article)[:3] == ["Lund reopens its harbour", "By Jane Doe", "May 3, 2024"]
    assert len(article.paragraphs) == 5
    assert article.byline == "Jane Doe"


@given(st.text(alphabet=st.sampled_from("ab .,-:#\n\r\t\x1b\u2028—é“")))
def test_any_text_makes_an_article_with_whole_paragraphs(raw: str) -> None:
    article = make_article(raw)
    end = 0
    for paragraph in article.paragraphs:
        words = paragraph.of(article.text)
        assert words
        assert words == words.strip()
        assert article.text[end : paragraph.start].strip() == ""
        end = paragraph.end
    assert article.text[end:].strip() == ""
    assert bool(article.title) or not article.text.strip()


# Folders and batches


def names(paths: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_folder_stands_for_its_articles_in_order(tmp_path: Path) -> None:
    for name in ["b.txt", "A.MD", "c.html", ".hidden.txt", "no-suffix", "README.md"]:
        write(tmp_path / name, BODY)
    for folder in ["sub", ".git", "deep/er"]:
        (tmp_path / folder).mkdir(parents=True)
        write(tmp_path / folder / "x.txt", BODY)
    assert names(find_article_files([tmp_path]), tmp_path) == [
        "A.MD",
        "b.txt",
        "README.md",
        "deep/er/x.txt",
        "sub/x.txt",
    ]


def test_a_file_named_by_itself_may_end_as_it_likes_and_comes_once(tmp_path: Path) -> None:
    page = write(tmp_path / "page.html", BODY)
    text = write(tmp_path / "a.txt", BODY)
    found = find_article_files([page, tmp_path, text, str(page)])
    assert found == [page, text]


def test_links_that_lead_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub" / "a.txt", BODY)
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to("self")
    assert names(find_article_files([tmp_path]), tmp_path) == ["sub/a.txt"]


def test_a_pipe_in_a_folder_is_left_out(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(tmp_path / "pipe.txt")
    assert find_article_files([tmp_path]) == []


def test_a_path_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="no such file or folder"):
        find_article_files([tmp_path, tmp_path / "none"])


def test_one_bad_file_never_stops_a_batch(tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt", BODY)
    bad = write(tmp_path / "bad.txt", b"\0")
    missing = tmp_path / "none"
    loaded = dict(load_articles([missing, tmp_path, good]))
    assert list(loaded) == [missing, bad, good]
    assert isinstance(loaded[missing], LoadError)
    assert isinstance(loaded[bad], LoadError)
    assert isinstance(loaded[good], Article)


# Real articles


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "seeds").glob("*.[tm][xd]*")), ids=lambda p: p.stem
)
def test_every_seed_article_tells_of_itself(path: Path) -> None:
    if path.name.lower() in {"readme.md", "sources.md"}:
        pytest.skip("no article")
    article = load_article(path)
    assert article.title
    assert article.published
    assert not article.text.startswith(("-", "\n"))
    assert len(article.paragraphs) > 5


@pytest.mark.skipif(not (SHARED / "seeds").exists(), reason="no shared articles here")
def test_an_article_without_any_head_takes_its_title_from_its_first_sentence() -> None:
    path = SHARED / "seeds" / "macron.txt"
    article = load_article(path)
    assert article.text == path.read_text(encoding="utf-8")
    second = article.paragraphs[1].of(article.text)
    assert article.title.endswith("…")
    assert second.startswith(article.title.removesuffix("…"))
    assert (article.byline, article.source, article.published) == (None, None, None)
    assert len(article.paragraphs) == 36
