"""Describe how a candidate stands to an utterance, in named features. Weighs nothing."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.quotes.candidates import Candidate
from analysis.quotes.clauses import read_form
from analysis.quotes.cues import Cue, takes_hearer
from analysis.quotes.memory import Referent
from analysis.quotes.scene import is_dash
from analysis.quotes.stage import Stage
from analysis.quotes.utterances import Utterance, is_sentence

_PREPOSITIONS = frozenset(
    "of for to with against by from on about in at over between into than as towards".split()
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An utterance that was already given to somebody."""

    referent: Referent | None
    """Who said it; None for unknown."""
    last_stretch: int
    """Its last stretch."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for an utterance whoever said it."""

    utterance: Utterance
    """Its stretches."""
    stretch: int
    """The stretch that stands with its cue, else the first."""
    frame: int
    """The frame of that stretch."""
    shape: str
    """`whole` (sentences in marks), `part` (words in a sentence), `bit` (three words or less)."""
    cue: Cue | None
    """The cue of the frame that is most likely its own."""
    cue_side: str
    """Where that cue stands: `left`, `right` or `none`."""
    cue_distance: int
    """How many of the narrator's tokens stand between it and the words."""
    cue_strength: str
    """Its kind, or `none`."""


def read_setting(stage: Stage, utterance: Utterance) -> Setting:
    """Find the frame, the shape and the cue of an utterance."""
    scene = stage.scene
    first = utterance.stretches[0]
    for stretch in utterance.stretches:
        if any(
            cue.kind != "noun" and cue.start in stage.subjects
            for cue in stage.cues_in.get(scene.stretch_frame[stretch], [])
        ):
            first = stretch
            break
    frame = scene.stretch_frame[first]
    words = len(scene.stretches[first].span.of(scene.article.text).split())
    shape = "bit" if words <= 3 else "part"
    if is_sentence(stage, first) and words > 1:
        shape = "whole"
    start, end = scene.stretch_tokens[first]
    best: tuple[float, Cue, str, int] | None = None
    for cue in stage.cues_in.get(frame, []):
        side = "left" if cue.start < start else "right"
        low, high = (cue.end, start) if side == "left" else (end, cue.start)
        distance = sum(1 for at in range(low, high) if scene.frame_of[at] == frame)
        crossed = sum(
            1
            for other in scene.frames[frame].stretches
            if other not in utterance.stretches and low <= scene.stretch_tokens[other][0] < high
        )
        penalty = {"say": 0.0, "phrase": 0.0, "weak": 6.0, "noun": 14.0}[cue.kind]
        if cue.is_passive:
            penalty += 8.0
        if cue.start not in stage.subjects:
            penalty += 6.0
        elif stage.subjects[cue.start] in stage.reported:
            penalty += 5.0
        cost = distance + penalty + 4.0 * crossed
        if best is None or cost < best[0]:
            best = (cost, cue, side, distance)
    if best is None:
        return Setting(utterance, first, frame, shape, None, "none", 99, "none")
    return Setting(utterance, first, frame, shape, best[1], best[2], best[3], best[1].kind)


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
    alone = "alone" if not scene.frames[setting.frame].tokens else "within"
    place = "opening" if _opens_paragraph(stage, setting) else "later"
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


def sayer_features(stage: Stage, setting: Setting, is_there: bool) -> list[str]:
    """Return the features of "the one last said to say something, in a sentence before".

    Args:
        stage: The article with its cast.
        setting: The utterance's.
        is_there: Whether the candidate is the very subject of that saying.
    """
    alone = "alone" if not stage.scene.frames[setting.frame].tokens else "within"
    found = [f"last-sayer:{alone}:cue={setting.cue_strength}"]
    if is_there:
        found.append(f"last-sayer-there:{alone}")
    return found


def _opens_paragraph(stage: Stage, setting: Setting) -> bool:
    paragraph = stage.scene.frames[setting.frame].paragraph
    return stage.frames_in[paragraph][0] == setting.frame


def candidate_features(
    stage: Stage,
    setting: Setting,
    index: int,
    *,
    referent: Referent | None,
    last: Spoken | None,
    is_subject: bool,
) -> list[str]:
    """Return the features of one candidate as the speaker of an utterance.

    Args:
        stage: The article with its cast.
        setting: The utterance's.
        index: The candidate's.
        referent: Whom the candidate stands for.
        last: The utterance before, if any.
        is_subject: Whether the candidate is a subject or opens its sentence.
    """
    candidate = stage.candidates[index]
    kind = _kind_of(stage, candidate, referent)
    found = [f"form={candidate.form}", f"kind={kind}"]
    if candidate.form == "pronoun":
        word = stage.scene.lower[candidate.head]
        found.append(f"pronoun={word}")
        found.append("resolved" if referent is not None else f"unresolved:{word}")
    found += _own_features(stage, candidate)
    if last is not None and referent is not None and last.referent is not None:
        same = "last-speaker" if last.referent.key == referent.key else "not-last-speaker"
        found.append(f"{same}:{setting.shape}")
        found.append(f"{same}:cue={setting.cue_strength}")
    frame = stage.frame(candidate)
    if frame == setting.frame:
        found += _same_frame(stage, setting, index, candidate, kind)
    else:
        found += _other_frame(stage, setting, index, candidate, kind, is_subject=is_subject)
    return found


def _kind_of(stage: Stage, candidate: Candidate, referent: Referent | None) -> str:
    if referent is not None and referent.entity is not None:
        return stage.scene.entities[referent.entity].kind
    if candidate.form == "nominal":
        return f"noun-{candidate.noun}"
    if referent is not None:
        return f"noun-{stage.candidates[referent.candidate].noun}"
    return "nobody"


def _own_features(stage: Stage, candidate: Candidate) -> list[str]:
    """Return what the words right around the candidate tell."""
    scene = stage.scene
    found = []
    at = candidate.start - 1
    if at >= 0 and scene.lower[at] in ("the", "a", "an", "mr", "mr.", "ms", "ms.", "mrs", "mrs."):
        at -= 1
    if at >= 0 and scene.lower[at] in _PREPOSITIONS and scene.frame_of[at] >= 0:
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


def _link(stage: Stage, cue: Cue, candidate: Candidate) -> str:
    """Return how a candidate stands to a cue."""
    scene = stage.scene
    if cue.kind == "phrase":
        gap = candidate.start - cue.end
        return f"phrase{_bucket(gap)}" if gap >= 0 else "before-phrase"
    if candidate.end <= cue.start:
        gap = _outside(stage, candidate.end, cue.start)
        return f"subject{_bucket(gap)}"
    gap = _outside(stage, cue.end, candidate.start)
    if takes_hearer(cue) and _speaks_for_others(stage, candidate):
        return "hearer-who-speaks-for-others"
    if takes_hearer(cue) and gap <= 2:
        return "hearer"
    if gap and any(scene.lower[at] in _PREPOSITIONS for at in range(cue.end, candidate.start)):
        return "behind-cue-and-preposition"
    return f"inverted{_bucket(gap)}"


def _speaks_for_others(stage: Stage, candidate: Candidate) -> bool:
    """Say whether a candidate is a spokesperson by the title before it."""
    words = stage.scene.lower[max(0, candidate.start - 4) : candidate.end]
    return any(word.startswith("spokes") for word in words)


def _outside(stage: Stage, low: int, high: int) -> int:
    return sum(1 for at in range(low, high) if stage.scene.frame_of[at] >= 0)


def _bucket(gap: int) -> str:
    for limit in (0, 1, 2, 4, 7, 12):
        if gap <= limit:
            return str(limit)
    return "far"


def _relation(stage: Stage, cue: Cue, candidate: Candidate) -> str:
    """Return the parse's word for how a candidate depends on a cue."""
    scene = stage.scene
    if not scene.has_parse or cue.kind in ("phrase", "noun"):
        return "none"
    token = scene.doc[candidate.head]
    for _ in range(2):
        if token.head.i == cue.start:
            dep = token.dep_
            return (
                "subject"
                if dep in ("nsubj", "nsubj:pass", "nsubjpass")
                else (
                    "object"
                    if dep in ("obj", "iobj", "dobj", "dative", "obl", "nmod", "pobj")
                    else "other"
                )
            )
        if token.dep_ not in ("appos", "flat", "compound", "conj", "nmod"):
            break
        token = token.head
    head = scene.doc[cue.start]
    if head.dep_ in ("conj", "advcl", "xcomp") and token.head.i == head.head.i:
        return f"subject-of-{head.dep_}" if token.dep_.startswith("nsubj") else "none"
    if head.dep_.startswith("acl") and head.head.i == candidate.head:
        return "relative"
    return "none"


def _same_frame(
    stage: Stage, setting: Setting, index: int, candidate: Candidate, kind: str
) -> list[str]:
    scene = stage.scene
    start, end = scene.stretch_tokens[setting.stretch]
    side = "left" if candidate.start < start else "right"
    low, high = (candidate.end, start) if side == "left" else (end, candidate.start)
    found = ["frame", f"frame:{side}:{setting.shape}", f"frame:{candidate.form}"]
    found.append(f"frame:{side}:distance={_bucket(_outside(stage, low, high))}")
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
    found += _own_cue(stage, setting, index)
    cue = setting.cue
    if cue is None:
        found.append(f"no-cue:{side}:{setting.shape}")
        found.append(f"no-cue:{kind}")
        return found
    link = _link(stage, cue, candidate)
    if link.startswith("inverted") and setting.cue_side == "left" and side == "left":
        link = "between-cue-and-quote"
    relation = _relation(stage, cue, candidate)
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
        found.append(f"likely-subject:distance={_bucket(setting.cue_distance)}")
        if cue.is_passive:
            found.append("likely-subject:passive")
    else:
        for other in stage.cues_in.get(setting.frame, []):
            if stage.subjects.get(other.start) == index and other.kind != "noun":
                found.append(f"subject-of-other-cue:{other.kind}")
                break
    return found


def _own_cue(stage: Stage, setting: Setting, index: int) -> list[str]:
    """Return what the cue is whose likely subject a candidate is, seen from the utterance."""
    start, end = stage.scene.stretch_tokens[setting.stretch]
    cues = [cue for cue in stage.cues_in.get(setting.frame, []) if cue.kind != "noun"]
    own = [cue for cue in cues if stage.subjects.get(cue.start) == index]
    if not own:
        return ["own=none:reported" if index in stage.reported else "own=none"]
    cue = min(own, key=lambda cue: min(abs(cue.start - start), abs(cue.start - end)))
    side = "left" if cue.start < start else "right"
    low, high = (cue.end, start) if side == "left" else (end, cue.start)
    between = [other for other in cues if low <= other.start < high]
    governs = [other for other in between if stage.subjects.get(other.start) in stage.reported]
    is_reported = index in stage.reported
    clause = "reported" if is_reported else "main"
    found = [
        f"own={cue.kind}:{side}",
        f"own={read_form(stage.scene, cue)}:{clause}",
        f"own={clause}:{setting.shape}:{side}",
        f"own:between={min(len(between), 2)}:{side}",
    ]
    if between and len(governs) == len(between) and not is_reported:
        found.append(f"own:governs:{cue.kind}")
    outer = [stage.subjects[o.start] for o in cues if o.start in stage.subjects and o is not cue]
    if is_reported and any(other not in stage.reported for other in outer):
        found.append(f"own:governed:{cue.kind}")
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
        and _opens_paragraph(stage, setting)
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
