"""The stages together, with the pipeline that ships: few tests, on our own article."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import analysis
from analysis.codec import decode_analysis, encode_analysis
from analysis.errors import AnalysisError, PipelineError
from analysis.fingerprint import fingerprint
from analysis.load import make_article
from analysis.pipeline import load_pipeline, with_speakers
from analysis.pipelines import find_pipeline
from analysis.protocol import encode_ask
from analysis.schema import Entity, Mention, Quote, Span, Speaker
from tests import canned


def test_the_shipped_pipeline_finds_who_said_what() -> None:
    article = canned.article()
    found = analysis.analyze(article)
    people = [entity.name for entity in found.entities if entity.kind == "person"]
    assert people == ["Ana Škoda", "Tom Reyes"]
    speakers = [
        None
        if quote.speaker is None or quote.speaker.entity is None
        else found.entities[quote.speaker.entity].name
        for quote in found.quotes
        if quote.kind != "indirect"
    ]
    assert speakers == ["Ana Škoda", "Tom Reyes"]


def test_mentions_are_in_order_and_never_overlap() -> None:
    mentions = analysis.analyze(canned.article()).mentions
    for before, behind in pairwise(mentions):
        assert before.span.end <= behind.span.start


@pytest.mark.parametrize(
    "text", ["", "   \n\n ", ".", "“", "\N{REPLACEMENT CHARACTER}", "a" * 3000]
)
def test_odd_articles_give_an_analysis(text: str) -> None:
    article = make_article(text)
    found = analysis.analyze(article)
    assert decode_analysis(encode_analysis(found), article).article_key == article.key


def test_a_rule_that_fails_is_told_with_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("analysis.pipeline.find_quotes", fail)
    with pytest.raises(AnalysisError, match="Harbour vote"):
        analysis.analyze(canned.article())


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(PipelineError, match="no spaCy pipeline 'nowhere'"):
        load_pipeline("nowhere")


def test_a_pipeline_without_names_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match="finds no named entities"):
        load_pipeline(tmp_path / "blank")


def test_the_fingerprint_changes_with_the_pipeline(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    first = fingerprint(tmp_path)
    (tmp_path / "weights").write_text("1")
    assert fingerprint(tmp_path) != first
    assert fingerprint() == fingerprint(None)
    assert find_pipeline(tmp_path) == tmp_path


def test_a_speaking_pronoun_becomes_a_mention_unless_it_is_one() -> None:
    article = make_article("“Yes,” he said. “No,” said Ana.")
    text = article.text
    he, ana = Span(text.index("he"), text.index("he") + 2), Span(len(text) - 4, len(text) - 1)
    entities = (Entity(0, "person", "Ana"),)
    quotes = (
        Quote((Span(1, 5),), "direct", Speaker(he, 0)),
        Quote((Span(17, 20),), "direct", Speaker(ana, 0)),
    )
    mentions = with_speakers(article, entities, (Mention(ana, "name", 0),), quotes)
    assert [(mention.span.of(text), mention.form) for mention in mentions] == [
        ("he", "pronoun"),
        ("Ana", "name"),
    ]


def test_the_process_answers_articles_and_says_what_it_cannot_read() -> None:
    article = canned.article()
    finished = subprocess.run(
        [sys.executable, "-P", "-m", "analysis", "serve"],
        input=f"nonsense\n{encode_ask(article)}\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    ready, refusal, answer = finished.stdout.splitlines()
    assert "ready" in json.loads(ready)
    assert "not JSON" in json.loads(refusal)["error"]
    assert decode_analysis(answer, article).fingerprint == fingerprint()


def test_the_process_says_why_it_cannot_start() -> None:
    finished = subprocess.run(
        [sys.executable, "-P", "-m", "analysis", "serve", "--pipeline", "nowhere"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 1
    assert "nowhere" in json.loads(finished.stdout)["failed"]


def test_a_thing_behind_a_preposition_does_not_speak() -> None:
    article = make_article(
        "An official said that the alliance had “no plans” for it, and Chancellor Anna Lind of "
        "Sweden, who was in the room, described a good and thorough exchange that had left the "
        "leaders “united” against sending any."
    )
    found = analysis.analyze(article)
    marked = [quote for quote in found.quotes if quote.kind != "indirect"]
    speaker = marked[-1].speaker
    assert speaker is not None
    assert speaker.entity is not None
    assert found.entities[speaker.entity].name == "Anna Lind"


def test_whoever_is_told_is_no_part_of_what_is_told() -> None:
    article = make_article("Anna Holm told the Whitmouth Echo that he was sorry for the town.")
    found = analysis.analyze(article).quotes
    assert [quote.parts[0].of(article.text) for quote in found] == [
        "that he was sorry for the town"
    ]


def test_once_many_words_are_known_those_of_an_article_are_forgotten_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pipeline = load_pipeline()
    monkeypatch.setattr("analysis.pipeline.WORDS_KEPT", 0)
    pipeline.analyze(canned.article())
    known = len(pipeline.nlp.vocab.strings)
    for number in range(20):
        words = " ".join(f"Zabrow{number}x{part}" for part in range(50))
        found = pipeline.analyze(make_article(f"“We go,” said Ana Brandt of {words}."))
        assert any(entity.name == "Ana Brandt" for entity in found.entities)
    assert len(pipeline.nlp.vocab.strings) < known + 100


PARAGRAPH = (
    "Mayor Ana Brandt{0} said: “We cannot build on sand.” Tom Reyes{0} of the Port Board left."
)


def test_what_the_steps_find_in_the_end_is_what_one_look_finds() -> None:
    article = make_article("\n\n".join(PARAGRAPH.format(f"ov{n}") for n in range(500)))
    pipeline = load_pipeline()
    *earlier, last = pipeline.read_in_steps(article)
    assert [step.is_last for step in earlier] == [False] * len(earlier) != []
    assert last.is_last
    assert last.find() == last.find_apart() == pipeline.analyze(article)


def test_a_step_finds_what_is_in_the_part_that_is_read() -> None:
    article = make_article("\n\n".join(PARAGRAPH.format(f"ov{n}") for n in range(500)))
    first = next(load_pipeline().read_in_steps(article))
    found = first.find()
    assert found.article_key == article.key
    assert 0 < max(mention.span.end for mention in found.mentions) <= first.reached
    assert max(quote.parts[-1].end for quote in found.quotes) <= first.reached
    assert first.reached < len(article.text) / 2
