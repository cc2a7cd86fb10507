"""What other programs and people read of an analysis."""

from __future__ import annotations

import json
from dataclasses import replace

from analysis.report import to_record, to_text
from analysis.schema import Candidate, Speaker
from tests import canned


def test_a_record_is_json_and_its_offsets_cut_its_text() -> None:
    record = json.loads(json.dumps(to_record(canned.article(), canned.analysis(), doc="a")))
    assert record["doc"] == "a"
    for found in (*record["mentions"], *record["quotes"]):
        assert record["text"][found["start"] : found["end"]] == found["text"]


def test_a_split_quote_is_two_objects_of_one_group() -> None:
    quotes = to_record(canned.article(), canned.analysis(), doc="a")["quotes"]
    assert [quote["group"] for quote in quotes] == [0, 0, 1]
    assert {quote["speaker"] for quote in quotes[:2]} == {"Ana Škoda"}


def test_a_pronoun_speaker_is_told_with_whom_it_stands_for() -> None:
    quote = to_record(canned.article(), canned.analysis(), doc="a")["quotes"][-1]
    assert (quote["speaker_mention"], quote["speaker"], quote["speaker_entity"]) == (
        "he",
        "Tom Reyes",
        2,
    )


def test_others_who_may_have_said_it_are_told_like_the_speaker() -> None:
    analysis = canned.analysis()
    quote = replace(analysis.quotes[0], runners_up=(Candidate(Speaker(None, 2), 0.04),))
    analysis = replace(analysis, quotes=(quote,))

    record = to_record(canned.article(), analysis, doc="a")["quotes"][0]
    assert record["runners_up"] == [
        {
            "speaker": "Tom Reyes",
            "speaker_entity": 2,
            "speaker_mention": None,
            "speaker_start": None,
            "speaker_end": None,
            "confidence": 0.04,
        }
    ]


def test_labels_and_roles_are_those_of_the_entities() -> None:
    entities = to_record(canned.article(), canned.analysis(), doc="a")["entities"]
    assert [entity["label"] for entity in entities] == ["PERSON", "ORG", "PERSON"]
    assert entities[0]["role"] == "Mayor"


def test_the_text_form_lists_people_organizations_and_quotes() -> None:
    lines = to_text(canned.article(), canned.analysis()).splitlines()
    assert lines[0] == "Harbour vote divides the council"
    assert "People (2)" in lines
    assert "    3  Ana Škoda, Mayor (also Škoda)" in lines
    assert "  Tom Reyes: “sound”" in lines
