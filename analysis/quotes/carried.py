"""Describe those who spoke before an utterance, in named features. Weighs nothing."""

from __future__ import annotations

from analysis.quotes.memory import Referent
from analysis.quotes.settings import Setting, Spoken
from analysis.quotes.stage import Stage


def setting_features(setting: Setting) -> list[str]:
    """Return the features of "nobody can be told"."""
    return [
        "nobody",
        f"nobody:{setting.shape}",
        f"nobody:cue={setting.cue_strength}",
        f"nobody:{setting.shape}:cue={setting.cue_strength}",
    ]


def carried_features(stage: Stage, setting: Setting, spoken: Spoken, *, back: int) -> list[str]:
    """Return the features of "the one who spoke before".

    Args:
        stage: The article with its cast.
        setting: The utterance's.
        spoken: The earlier utterance.
        back: 1 for the last speaker, 2 for the last one different from that.
    """
    scene = stage.scene
    first = scene.stretches[setting.stretch]
    earlier = scene.stretches[spoken.last_stretch]
    distance = first.paragraph - earlier.paragraph
    near = (
        "same"
        if distance == 0
        else "next"
        if distance == 1
        else ("near" if distance <= 3 else "far")
    )
    alone = aloneness(stage, setting)
    place = "opening" if opens_paragraph(stage, setting) else "later"
    found = [
        f"carried{back}",
        f"carried{back}:{near}",
        f"carried{back}:{near}:{alone}:{place}",
        f"carried{back}:{near}:cue={setting.cue_strength}",
        f"carried{back}:{setting.shape}:{alone}",
        f"carried{back}:{near}:{setting.shape}:{setting.cue_strength}",
    ]
    if setting.cue is not None and setting.cue.start in stage.subjects:
        found.append(f"carried{back}:cue-has-subject:{setting.cue_strength}")
    if alone == "alone":
        frames = stage.frames_in.get(first.paragraph, [])
        has_names = any(
            stage.candidates[i].form == "name"
            for number in frames
            for i in stage.candidates_in.get(number, [])
        )
        found.append(f"carried{back}:{near}:alone:{'names' if has_names else 'no-names'}")
    return found


def history_features(
    stage: Stage,
    setting: Setting,
    referent: Referent | None,
    *,
    last: Spoken | None,
    sayer: Referent | None,
) -> list[str]:
    """Return how somebody stands to those who spoke before.

    Args:
        stage: The article with its cast.
        setting: The utterance's.
        referent: Who may have said it; None for nobody known, of whom nothing is told.
        last: The utterance before, if any.
        sayer: Who was last said to say something in a sentence before, if anybody.
    """
    if referent is None:
        return []
    found = []
    if last is not None and last.referent is not None:
        same = "last-speaker" if last.referent.key == referent.key else "not-last-speaker"
        found += [f"{same}:{setting.shape}", f"{same}:cue={setting.cue_strength}"]
    if sayer is not None and sayer.key == referent.key:
        found.append(f"last-sayer:{aloneness(stage, setting)}:cue={setting.cue_strength}")
    return found


def aloneness(stage: Stage, setting: Setting) -> str:
    """Return whether an utterance stands `alone` or `within` a sentence of the narrator's."""
    return "within" if stage.scene.frames[setting.frame].tokens else "alone"


def opens_paragraph(stage: Stage, setting: Setting) -> bool:
    """Say whether an utterance stands in its paragraph's first sentence."""
    paragraph = stage.scene.frames[setting.frame].paragraph
    return stage.frames_in[paragraph][0] == setting.frame
