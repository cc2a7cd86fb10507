"""Describe how a candidate stands to an utterance, in named features. Weighs nothing."""

from __future__ import annotations

from analysis.quotes.candidate import Candidate
from analysis.quotes.carried import opens_paragraph
from analysis.quotes.lexicon import PREPOSITIONS
from analysis.quotes.links import bucket, count_outside, link_to, own_cue, relation_to
from analysis.quotes.memory import Referent
from analysis.quotes.scene import is_dash
from analysis.quotes.settings import Setting
from analysis.quotes.stage import Stage


def candidate_features(
    stage: Stage,
    setting: Setting,
    index: int,
    *,
    referent: Referent | None,
    is_subject: bool,
) -> list[str]:
    """Return the features of one candidate as the words that name an utterance's speaker.

    Args:
        stage: The article with its cast.
        setting: The utterance's.
        index: The candidate's.
        referent: Whom it most likely stands for, whoever spoke before.
        is_subject: Whether the candidate is a subject or opens its sentence.
    """
    candidate = stage.candidates[index]
    kind = _kind_of(stage, candidate, referent)
    found = [f"form={candidate.form}", f"kind={kind}"]
    if candidate.form == "pronoun":
        found.append(f"pronoun={stage.scene.lower[candidate.head]}")
    found += _own_features(stage, index, candidate)
    frame = stage.frame(candidate)
    if frame == setting.frame:
        found += _same_frame(stage, setting, index, candidate, kind)
    else:
        found += _other_frame(stage, setting, index, candidate, kind, is_subject=is_subject)
    return found


def _kind_of(stage: Stage, candidate: Candidate, referent: Referent | None) -> str:
    """Return what somebody is whom words most likely stand for."""
    if referent is not None and referent.entity is not None:
        return stage.scene.entities[referent.entity].kind
    if candidate.form == "nominal":
        return f"noun-{candidate.noun}"
    if referent is not None:
        return f"noun-{stage.candidates[referent.candidate].noun}"
    return "nobody"


def _own_features(stage: Stage, index: int, candidate: Candidate) -> list[str]:
    """Return what the words right around the candidate tell."""
    scene = stage.scene
    found = []
    at = candidate.start - 1
    if at >= 0 and scene.lower[at] in ("the", "a", "an", "mr", "mr.", "ms", "ms.", "mrs", "mrs."):
        at -= 1
    is_agent = index in stage.agents.values()
    if at >= 0 and scene.lower[at] in PREPOSITIONS and scene.frame_of[at] >= 0 and not is_agent:
        found.append("behind-preposition")
        if scene.lower[at - 1 : at + 1] != ["according", "to"]:
            found.append(f"behind-preposition:{candidate.form}")
    if at >= 0 and scene.lower[at] == "(":
        found.append("in-brackets")
    behind = candidate.end
    if behind < len(scene.doc):
        word = scene.lower[behind]
        if word in ("'s", "’s", "'", "’"):
            found.append("possessive")
    if candidate.form == "nominal" and candidate.is_indefinite:
        found.append("indefinite")
    if candidate.is_modifier:
        found.append("modifies-noun")
    if candidate.is_plural:
        found.append(f"plural:{candidate.form}")
    return found


def _same_frame(
    stage: Stage, setting: Setting, index: int, candidate: Candidate, kind: str
) -> list[str]:
    scene = stage.scene
    start, end = scene.stretch_tokens[setting.stretch]
    side = "left" if candidate.start < start else "right"
    low, high = (candidate.end, start) if side == "left" else (end, candidate.start)
    found = ["frame", f"frame:{side}:{setting.shape}", f"frame:{candidate.form}"]
    found.append(f"frame:{side}:distance={bucket(count_outside(stage, low, high))}")
    between = sum(
        1
        for other in stage.candidates_in[setting.frame]
        if low <= stage.candidates[other].start < high
    )
    found.append(f"frame:{side}:between={min(between, 3)}")
    crossed = any(
        low <= scene.stretch_tokens[other][0] < high
        for other in scene.frames[setting.frame].stretches
        if other not in setting.utterance.stretches
    )
    if crossed:
        found.append(f"frame:{side}:across-another-quote")
    if side == "right" and _is_signature(stage, end, candidate):
        found.append("signature")
    found += own_cue(stage, setting, index)
    cue = setting.cue
    if cue is None:
        found.append(f"no-cue:{side}:{setting.shape}")
        found.append(f"no-cue:{kind}")
        return found
    is_agent = stage.agents.get(cue.start) == index
    link = f"subject{bucket(0)}" if is_agent else link_to(stage, cue, candidate)
    if link.startswith("inverted") and setting.cue_side == "left" and side == "left":
        link = "between-cue-and-quote"
    relation = "subject" if is_agent else relation_to(stage, cue, candidate)
    found += [
        f"link={link}",
        f"link={link}:{setting.cue_strength}:{setting.cue_side}",
        f"link={link[:7]}:{candidate.form}",
        f"link={link[:7]}:{kind}",
        f"relation={relation}",
        f"relation={relation}:{setting.cue_strength}",
    ]
    if stage.subjects.get(cue.start) == index:
        found.append(f"likely-subject:{setting.cue_strength}")
        found.append(f"likely-subject:distance={bucket(setting.cue_distance)}")
        if stage.is_undergone(cue):
            found.append("likely-subject:passive")
    else:
        for other in stage.cues_in.get(setting.frame, []):
            if stage.subjects.get(other.start) == index and other.kind != "noun":
                found.append(f"subject-of-other-cue:{other.kind}")
                break
    return found


def _is_signature(stage: Stage, end: int, candidate: Candidate) -> bool:
    """Say whether a candidate signs the words before it: “...” — NAME."""
    words = [
        stage.scene.lower[at] for at in range(end, candidate.start) if stage.scene.frame_of[at] >= 0
    ]
    return len(words) == 1 and is_dash(words[0])


def _other_frame(
    stage: Stage,
    setting: Setting,
    index: int,
    candidate: Candidate,
    kind: str,
    *,
    is_subject: bool,
) -> list[str]:
    scene = stage.scene
    frame = stage.frame(candidate)
    paragraph = scene.frames[frame].paragraph
    own = scene.frames[setting.frame].paragraph
    distance = setting.frame - frame
    if paragraph == own:
        where = "earlier" if distance > 0 else "later"
    elif paragraph == own - 1:
        where = "paragraph-before"
        distance = stage.frames_in[paragraph][-1] - frame + 1
    else:
        where = "paragraph-behind" if paragraph > own else "paragraphs-before"
        distance = frame - stage.frames_in[paragraph][0] if paragraph > own else distance
    alone = "alone" if not scene.frames[setting.frame].tokens else "within"
    reach = min(abs(distance), 3)
    leads_in = (
        where == "paragraph-before"
        and distance == 1
        and scene.article.text[scene.article.paragraphs[paragraph].end - 1] == ":"
        and opens_paragraph(stage, setting)
    )
    says = any(
        stage.subjects.get(cue.start) == index
        for cue in stage.cues_in.get(frame, [])
        if cue.kind in ("say", "weak", "phrase")
    )
    role = "says" if says else "subject" if is_subject else "other"
    found = [f"leads-in:{role}", "leads-in"] if leads_in else []
    return [
        *found,
        f"{where}",
        f"{where}:{reach}",
        f"{where}:{role}",
        f"{where}:{reach}:{role}:{alone}",
        f"{where}:{setting.shape}:cue={setting.cue_strength}",
        f"{where}:{role}:{alone}:cue={setting.cue_strength}",
        f"{where}:{kind}:{role}",
        f"{where}:{candidate.form}",
    ]
