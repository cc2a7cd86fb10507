"""Choose who said each utterance, in reading order: candidates, features, weights."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace

from analysis.quotes.antecedents import word_class
from analysis.quotes.carried import aloneness, carried_features, history_features, setting_features
from analysis.quotes.features import candidate_features
from analysis.quotes.memory import Referent
from analysis.quotes.model import Weights, trusted, weigh
from analysis.quotes.referents import Referents
from analysis.quotes.settings import Setting, Spoken, read_setting
from analysis.quotes.stage import Stage
from analysis.quotes.transcripts import find_label
from analysis.quotes.utterances import Utterance
from analysis.schema import Span

_MOST_BEFORE = 24
_MOST_BEHIND = 8
_LABEL_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer to who said it."""

    features: tuple[str, ...]
    """What speaks for or against these words' naming the speaker."""
    referent: Referent | None
    """Whom it stands for; None for "unknown", and for a pronoun of unknown meaning."""
    candidate: int | None
    """The words that name the speaker; None for "unknown"."""
    is_nobody: bool = False
    """Whether it is the answer "unknown"."""
    is_carried: bool = False
    """Whether it is somebody who spoke before, without words here that name them."""
    words: Span | None = None
    """Where the words stand that name the speaker, if they are no candidate's."""
    grounds: tuple[str, ...] = ()
    """What speaks for or against the words' standing for this one rather than for another."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer chosen."""

    setting: Setting
    """The utterance's frame and cue."""
    option: Option
    """The best option."""
    confidence: float
    """How likely it is right, 0 to 1: the share of all options that stand for the same one, and
    from `find_speakers` how often such choices are right."""
    others: tuple[tuple[Option, float], ...] = ()
    """The best option of everybody else, with how likely that is, best first."""


def find_options(
    stage: Stage, referents: Referents, setting: Setting, history: list[Spoken]
) -> list[Option]:
    """Return all possible answers for one utterance, given what was said before it."""
    scene = stage.scene
    last = history[-1] if history else None
    start = scene.stretch_tokens[setting.stretch][0]
    sayer_index = referents.last_sayer(setting.frame, start)
    sayer = referents.resolve(sayer_index) if sayer_index is not None else None
    options = [Option(tuple(setting_features(setting)), None, None, is_nobody=True)]
    for index in _within_reach(stage, setting):
        words = candidate_features(
            stage,
            setting,
            index,
            referent=referents.resolve(index),
            is_subject=referents.is_subject(index),
        )
        if index == sayer_index:
            words.append(f"last-sayer-there:{aloneness(stage, setting)}")
        if not referents.options(index):
            referent = referents.resolve(index)
            words += history_features(stage, setting, referent, last=last, sayer=sayer)
            options.append(Option(tuple(words), referent, index))
        for referent, grounds in _meanings(referents, setting, index, last):
            options.append(Option(tuple(words), referent, index, grounds=grounds))
    seen = None
    for spoken in reversed(history[-6:]):
        if spoken.referent is None or (seen is not None and spoken.referent.key == seen):
            continue
        back = 1 if seen is None else 2
        features = carried_features(stage, setting, spoken, back=back)
        if sayer is not None:
            same = "is" if sayer.key == spoken.referent.key else "is-not"
            features.append(f"carried{back}:{same}-last-sayer")
            features.append(f"carried{back}:{same}-last-sayer:cue={setting.cue_strength}")
        first = scene.stretches[setting.stretch]
        if first.paragraph - scene.stretches[spoken.last_stretch].paragraph <= 8:
            options.append(
                Option(tuple(features), spoken.referent, _named_by(spoken), is_carried=True)
            )
        if back == 2:
            break
        seen = spoken.referent.key
    return options


def _named_by(spoken: Spoken) -> int | None:
    """Return the words by which somebody was last told to speak, the nearest there are."""
    if spoken.candidate is not None or spoken.referent is None:
        return spoken.candidate
    return spoken.referent.candidate


def _meanings(
    referents: Referents, setting: Setting, index: int, last: Spoken | None
) -> Iterator[tuple[Referent | None, tuple[str, ...]]]:
    """Yield whom a pronoun or a description may stand for, each with what speaks for that."""
    candidate = referents.stage.candidates[index]
    kind = word_class(referents, index)
    speaker = last.referent if last is not None else None
    antecedents = referents.options(index)
    for one in antecedents:
        grounds = one.features
        if speaker is not None and speaker.key == one.referent.key:
            grounds += (f"{kind}:last-speaker", f"{kind}:last-speaker:{setting.shape}")
        yield one.referent, grounds
    if antecedents and candidate.form == "pronoun":
        yield None, (f"unresolved:{referents.stage.scene.lower[candidate.head]}",)


def _within_reach(stage: Stage, setting: Setting) -> list[int]:
    """Return the candidates of the utterance's paragraph, the one before, and a little behind."""
    scene = stage.scene
    paragraph = scene.frames[setting.frame].paragraph
    found: list[int] = []
    for number in stage.frames_in.get(paragraph - 1, []):
        found.extend(stage.candidates_in.get(number, []))
    behind: list[int] = []
    for number in stage.frames_in[paragraph]:
        if number <= setting.frame:
            found.extend(stage.candidates_in.get(number, []))
        elif number <= setting.frame + 2:
            behind.extend(stage.candidates_in.get(number, []))
    for number in stage.frames_in.get(paragraph + 1, [])[:1]:
        behind.extend(stage.candidates_in.get(number, []))
    return found[-_MOST_BEFORE:] + behind[:_MOST_BEHIND]


def choose(options: list[Option], setting: Setting, weights: Mapping[str, float]) -> Choice:
    """Choose the option with the highest share, adding up those that mean the same one."""
    shares = weigh(
        weights,
        [(option.features, option.grounds) for option in options],
        [words_of(option) for option in options],
    )
    totals: dict[object, float] = {}
    best: dict[object, tuple[float, Option]] = {}
    for option, share in zip(options, shares, strict=True):
        key = key_of(option)
        totals[key] = totals.get(key, 0.0) + share
        if key not in best or share > best[key][0]:
            best[key] = (share, option)
    ranked = sorted(totals, key=lambda key: -totals[key])
    first, *rest = [(best[key][1], totals[key]) for key in ranked]
    return Choice(setting, first[0], first[1], tuple(rest))


def trust(choice: Choice, weights: Mapping[str, float]) -> Choice:
    """Return a choice with how often such choices are right; the others share what is left,
    none of them more than the one chosen.
    """
    sure = trusted(weights, choice.confidence, grounds_of(choice.setting, choice.option))
    left = (1.0 - sure) / max(1.0 - choice.confidence, 1e-9)
    others = tuple((option, min(share * left, sure)) for option, share in choice.others)
    return replace(choice, confidence=sure, others=others)


def words_of(option: Option) -> Hashable:
    """Return the same for all options of the same words, whoever is meant by them."""
    return (option.is_nobody, option.is_carried and option.referent, option.candidate)


def key_of(option: Option) -> object:
    """Return the same for all options that mean the same one; None for "unknown"."""
    if option.is_nobody:
        return None
    if option.referent is not None:
        return option.referent.key
    return ("unresolved", option.candidate)


def grounds_of(setting: Setting, option: Option) -> list[str]:
    """Return what a choice rests on, for judging how far to trust it."""
    form = next((name for name in option.features if name.startswith("form=")), "carried")
    if option.is_nobody:
        form = "nobody"
    is_named = option.referent is not None and option.referent.entity is not None
    return [
        "bias",
        form,
        f"{form}:{'named' if is_named else 'nameless'}",
        f"cue={setting.cue_strength}",
        f"shape={setting.shape}",
    ]


def find_speakers(
    stage: Stage,
    referents: Referents,
    utterances: list[Utterance],
    weights: Weights,
) -> list[Choice]:
    """Choose a speaker for each utterance, in reading order."""
    history: list[Spoken] = []
    choices = []
    for utterance in utterances:
        setting = read_setting(stage, utterance)
        label = find_label(stage, utterance.stretches[0])
        if label is not None:
            told = Option(("label",), label.referent, None, words=label.span)
            choice = Choice(setting, told, _LABEL_CONFIDENCE)
        else:
            options = find_options(stage, referents, setting, history)
            choice = trust(choose(options, setting, weights.speaker), weights.trust)
        choices.append(choice)
        option = choice.option
        history.append(Spoken(option.referent, utterance.stretches[-1], option.candidate))
    return choices
