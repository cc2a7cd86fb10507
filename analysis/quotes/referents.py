"""Tell whom a pronoun or a description stands for. Keeps to what the article said before it."""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass, field

from analysis.quotes.candidates import Candidate, noun_class, singular
from analysis.quotes.stage import Stage

_FRAMES_BACK = 12
_GENERIC_GROUPS = frozenset(
    """company firm group agency organization organisation corporation body ngo charity institution
    union party team club association federation newspaper""".split()
)
_MIN_SCORE = 0.0
# How pronouns choose among those named before them; tuned on the training articles.
_LAST_SAYER = 0.7
_GENDER_TOLD = 0.6
_SUBJECT = 1.2
_PER_FRAME = 0.55
_SAME_PARAGRAPH = 0.8
_PER_MENTION = 0.4
_BEING = frozenset("is was are were be been became becomes serves served as".split())
_SAYER_REACH = 8
_DOCUMENT_REACH = 60
_ISSUING = frozenset(
    """issued issues released releases published publishes filed files sent sends wrote writes
    posted posts submitted signed presented handed shared tweeted made gave delivered penned
    drafted unveiled launched circulated""".split()
)


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom words stand for: a named entity, or somebody known by a description only."""

    entity: int | None
    """The entity's id; None for somebody without a name."""
    candidate: int
    """Index of the candidate that describes it best: a name, or the first description."""

    @property
    def key(self) -> tuple[str, int]:
        """The same for all words that stand for the same one."""
        return ("entity", self.entity) if self.entity is not None else ("words", self.candidate)


@dataclass(slots=True)
class Referents:
    """Resolves candidates of one article, in reading order, and remembers."""

    stage: Stage
    """The article with its cast."""
    known: dict[int, Referent | None] = field(default_factory=dict)
    """By candidate: whom it stands for; None where nobody fits."""
    titles: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """By noun: (token, entity) where the article gave that noun to a named one."""
    is_subject: set[int] = field(default_factory=set)
    """Candidates that are subjects: of a cue, by the parse, or first in their frame."""
    sayers: list[tuple[int, int]] = field(default_factory=list)
    """(token, candidate) of the narrator's verbs of saying with their subjects, in order."""

    def __post_init__(self) -> None:
        self.is_subject.update(self.stage.subjects.values())
        scene = self.stage.scene
        for indices in self.stage.candidates_in.values():
            first = self.stage.candidates[indices[0]]
            if scene.frames[self.stage.frame(first)].tokens[0] >= first.start - 3:
                self.is_subject.add(indices[0])
            if scene.has_parse:
                for index in indices:
                    dep = scene.doc[self.stage.candidates[index].head].dep_
                    if dep in ("nsubj", "nsubj:pass", "nsubjpass"):
                        self.is_subject.add(index)
        self._collect_titles()
        self.sayers = [
            (cue.start, self.stage.subjects[cue.start])
            for cue in self.stage.cues
            if cue.kind != "noun" and not cue.is_passive and cue.start in self.stage.subjects
        ]
        for token, index in self.sayers:
            self.resolve(index, self.sayer_before(min(token, self.stage.candidates[index].start)))

    def sayer_before(self, token: int) -> Referent | None:
        """Return who was last said to say something before a token; None for nobody known."""
        at = bisect_left(self.sayers, (token, -1)) - 1
        return self.known.get(self.sayers[at][1]) if at >= 0 else None

    def last_sayer(self, frame: int, token: int) -> int | None:
        """Return the candidate last said to say something in an earlier frame; None for none."""
        at = bisect_left(self.sayers, (token, -1)) - 1
        while at >= 0 and self.stage.scene.frame_of[self.sayers[at][0]] == frame:
            at -= 1
        return self.sayers[at][1] if at >= 0 else None

    def _collect_titles(self) -> None:
        """Note the nouns that stand before names, beside them in commas, or in their roles."""
        scene, candidates = self.stage.scene, self.stage.candidates
        for index, candidate in enumerate(candidates):
            if candidate.form != "name" or candidate.entity is None:
                continue
            at = candidate.start - 1
            while at >= 0 and scene.frame_of[at] == scene.frame_of[candidate.start]:
                word = scene.lower[at]
                if noun_class(word) != "person" or at < candidate.start - 6:
                    break
                self.titles.setdefault(singular(word), []).append((at, candidate.entity))
                at -= 1
            for neighbour in _beside(index):
                beside = self._in_apposition(index, neighbour) or self._predicated(index, neighbour)
                if beside is not None:
                    noun = singular(scene.lower[beside.head])
                    self.titles.setdefault(noun, []).append((beside.head, candidate.entity))
        for entity in scene.entities:
            if entity.kind != "person":
                continue
            for word in (entity.role or "").lower().split():
                if noun_class(word) == "person":
                    self.titles.setdefault(singular(word), []).append((-1, entity.id))

    def _predicated(self, name_index: int, other_index: int) -> Candidate | None:
        """Return the other candidate if a verb of being gives it to the name ("X became a Y")."""
        candidates, scene = self.stage.candidates, self.stage.scene
        if other_index != name_index + 1 or other_index >= len(candidates):
            return None
        name, other = candidates[name_index], candidates[other_index]
        if name.kind != "person" or other.form != "nominal" or other.noun != "person":
            return None
        between = scene.lower[name.end : other.start]
        if self.stage.frame(name) != self.stage.frame(other) or len(between) > 6:
            return None
        return other if any(word in _BEING for word in between) else None

    def _in_apposition(self, name_index: int, other_index: int) -> Candidate | None:
        """Return the other candidate if it describes the name across a comma."""
        candidates, scene = self.stage.candidates, self.stage.scene
        if not 0 <= other_index < len(candidates):
            return None
        name, other = candidates[name_index], candidates[other_index]
        if other.form != "nominal" or name.kind != "person" or other.noun != "person":
            return None
        if other.is_plural or self.stage.frame(name) != self.stage.frame(other):
            return None
        first, second = (name, other) if name.start < other.start else (other, name)
        gap = [scene.lower[at] for at in range(first.end, second.start)]
        if gap == [","] or (first is name and gap and gap[0] == "," and len(gap) <= 3):
            return other
        if first is other and gap and gap[-1] == "," and len(gap) <= 12 and "," not in gap[:-1]:
            return other  # "a spokesman for the ministry, John Smith"
        return None

    def resolve(self, index: int, last_speaker: Referent | None = None) -> Referent | None:
        """Return whom a candidate stands for; None for "don't know".

        Args:
            index: The candidate's.
            last_speaker: Who spoke last before it; None for the narrator's last sayer.
        """
        if index in self.known:
            return self.known[index]
        candidate = self.stage.candidates[index]
        referent: Referent | None
        if candidate.form == "name":
            referent = Referent(candidate.entity, index)
        elif candidate.form == "nominal":
            referent = self._resolve_nominal(index)
        else:
            last = last_speaker or self.sayer_before(candidate.start)
            referent = self._resolve_pronoun(index, last)
        self.known[index] = referent
        return referent

    def _resolve_nominal(self, index: int) -> Referent:
        stage = self.stage
        candidate = stage.candidates[index]
        if candidate.noun == "document":
            author = self._author(index)
            if author is not None:
                return author
        for neighbour in _beside(index):
            if not 0 <= neighbour < len(stage.candidates):
                continue
            name = stage.candidates[neighbour]
            if name.form == "name" and self._in_apposition(neighbour, index) is not None:
                return Referent(name.entity, neighbour)
        known = self._known_name(candidate)
        if known is not None:
            return Referent(known, index)
        if candidate.is_indefinite:
            return Referent(None, index)
        noun = singular(stage.scene.lower[candidate.head])
        if not candidate.is_plural:
            entity = self._titled(noun, candidate.head)
            if entity is not None:
                return Referent(entity, index)
            entity = self._organization(index, noun) if candidate.noun == "group" else None
            if entity is not None:
                return Referent(entity, index)
        described = self._described_before(index, noun, is_plural=candidate.is_plural)
        is_known = described != index and (
            described in self.is_subject or self.stage.candidates[described].is_indefinite
        )
        if not is_known and candidate.noun == "person" and not candidate.is_plural:
            sayer = self._sayer_described(index)
            if sayer is not None:
                return sayer
        return Referent(None, described)

    def _sayer_described(self, index: int) -> Referent | None:
        """Return the named person who last spoke, as "the lawmaker" may vary the name."""
        stage = self.stage
        candidate = stage.candidates[index]
        at = bisect_left(self.sayers, (candidate.start, -1)) - 1
        while at >= 0 and self.sayers[at][1] == index:
            at -= 1  # "said the official": its own verb stands before it
        if at < 0 or stage.scene.lower[candidate.start] != "the":
            return None
        earlier = stage.candidates[self.sayers[at][1]]
        referent = self.known.get(self.sayers[at][1])
        if referent is None or referent.entity is None:
            return None
        near = stage.frame(candidate) - stage.frame(earlier) <= _SAYER_REACH
        person = stage.scene.entities[referent.entity].kind == "person"
        told = {candidate.gender, stage.candidates[referent.candidate].gender} - {"?"}
        return referent if near and person and len(told) < 2 else None

    def _known_name(self, candidate: Candidate) -> int | None:
        """Return the one person whose name holds a proper noun that was not taken for a name."""
        token = self.stage.scene.doc[candidate.head]
        if not token.text[:1].isupper() or noun_class(token.lower_) != "other":
            return None
        persons = [
            entity.id
            for entity in self.stage.scene.entities
            if entity.kind == "person" and token.text in entity.name.split()
        ]
        return persons[0] if len(persons) == 1 else None

    def _author(self, index: int) -> Referent | None:
        """Return whose letter or report it is: "X's letter", "a letter by X", "X sent a letter"."""
        stage = self.stage
        noun = singular(stage.scene.lower[stage.candidates[index].head])
        for earlier in range(index, max(-1, index - _DOCUMENT_REACH), -1):
            other = stage.candidates[earlier]
            if other.form != "nominal" or singular(stage.scene.lower[other.head]) != noun:
                continue
            if earlier != index and other.noun == "document" and earlier in self.known:
                referent = self.known[earlier]
                if referent is not None and referent.candidate != earlier:
                    return referent
            author = self._author_beside(earlier)
            if author is not None:
                return self.resolve(author)
        return None

    def _author_beside(self, index: int) -> int | None:
        """Return the candidate beside a document that made it; None where nothing tells."""
        stage, lower = self.stage, self.stage.scene.lower
        document = stage.candidates[index]
        indices = stage.candidates_in[stage.frame(document)]
        place = indices.index(index)
        for before in reversed(indices[:place]):
            other = stage.candidates[before]
            if (
                other.end <= document.head
                and other.start >= document.start
                and (other.kind in ("person", "organization"))
            ):
                return before  # "a Reuters analysis"
            if lower[other.end : other.end + 1] in (["'s"], ["’s"], ["'"], ["’"]) and (
                document.head - other.end <= 4 and self._may_write(before)
            ):
                return before
        for behind in indices[place + 1 : place + 3]:
            other = stage.candidates[behind]
            between = lower[document.end : other.start]
            is_linked = "by" in between or (between and between[0] in ("from", "of"))
            if between and between[0] == "in" and other.kind == "organization":
                return behind
            if len(between) <= 8 and is_linked and self._may_write(behind):
                return behind
        for before in indices[:place]:
            other = stage.candidates[before]
            if self._may_write(before) and before in self.is_subject and not other.is_modifier:
                verb = lower[other.end : document.start]
                return before if any(word in _ISSUING for word in verb) else None
        return None

    def _may_write(self, index: int) -> bool:
        candidate = self.stage.candidates[index]
        return candidate.kind in ("person", "organization") or candidate.noun in ("person", "group")

    def _titled(self, noun: str, token: int) -> int | None:
        """Return the one last given this noun as title or role before a token."""
        earlier = [pair for pair in self.titles.get(noun, []) if pair[0] < token]
        return max(earlier)[1] if earlier else None

    def _organization(self, index: int, noun: str) -> int | None:
        """Return the organization that "the ministry" or "the company" stands for."""
        stage = self.stage
        generic: int | None = None
        for earlier in range(index - 1, max(-1, index - 40), -1):
            other = stage.candidates[earlier]
            if other.form != "name" or other.kind != "organization" or other.entity is None:
                continue
            names = stage.scene.entities[other.entity]
            words = {word.lower() for name in (names.name, *names.aliases) for word in name.split()}
            if noun in words or singular(noun) in map(singular, words):
                return other.entity
            if generic is None and noun in _GENERIC_GROUPS and earlier in self.is_subject:
                generic = other.entity
        return generic

    def _described_before(self, index: int, noun: str, *, is_plural: bool) -> int:
        """Return the first description with the same noun shortly before, or the candidate."""
        stage = self.stage
        for earlier in range(index - 1, max(-1, index - 25), -1):
            other = stage.candidates[earlier]
            if (
                other.form == "nominal"
                and other.is_plural == is_plural
                and singular(stage.scene.lower[other.head]) == noun
                and other.span != stage.candidates[index].span
            ):
                referent = self.known.get(earlier)
                if referent is not None and referent.entity is None:
                    return referent.candidate
                return earlier if referent is None else index
        return index

    def _resolve_pronoun(self, index: int, last_speaker: Referent | None) -> Referent | None:
        candidate = self.stage.candidates[index]
        word = self.stage.scene.lower[candidate.head]
        if word in ("we", "i"):
            return None
        best: tuple[float, Referent] | None = None
        frame = self.stage.frame(candidate)
        paragraph = self._paragraph(candidate)
        seen: set[tuple[str, int]] = set()
        for earlier in range(index - 1, -1, -1):
            other = self.stage.candidates[earlier]
            distance = frame - self.stage.frame(other)
            if distance > _FRAMES_BACK:
                break
            if other.form == "pronoun" and earlier not in self.known:
                continue
            referent = (
                self.resolve(earlier, None) if other.form != "pronoun" else (self.known[earlier])
            )
            if referent is None or referent.key in seen:
                continue
            if (
                other.form == "nominal"
                and referent.entity is not None
                and (earlier not in self.is_subject)
            ):
                continue  # beside its name, which says it better
            fit = self._fit(candidate, word, other, referent)
            if fit is None:
                continue
            seen.add(referent.key)
            score = fit + self._salience(earlier, other, referent, distance)
            if self._paragraph(other) == paragraph:
                score += _SAME_PARAGRAPH
            if last_speaker is not None and referent.key == last_speaker.key:
                score += _LAST_SAYER
            if best is None or score > best[0]:
                best = (score, referent)
        if last_speaker is not None and last_speaker.key not in seen:
            described = self.stage.candidates[last_speaker.candidate]
            fit = self._fit(candidate, word, described, last_speaker)
            if fit is not None and (best is None or fit + 0.5 > best[0]):
                best = (fit + 0.5, last_speaker)
        return best[1] if best and best[0] > _MIN_SCORE else None

    def _paragraph(self, candidate: Candidate) -> int:
        return self.stage.scene.frames[self.stage.frame(candidate)].paragraph

    def _fit(
        self, pronoun: Candidate, word: str, other: Candidate, referent: Referent
    ) -> float | None:
        """Return how well a pronoun fits in kind, number and gender; None where it cannot."""
        kind = None
        if referent.entity is not None:
            kind = self.stage.scene.entities[referent.entity].kind
        described = self.stage.candidates[referent.candidate]
        noun = other.noun or described.noun
        is_person = kind == "person" or (kind is None and noun == "person")
        is_plural = other.is_plural or (described.is_plural and kind != "person")
        if word in ("he", "she"):
            if not is_person or is_plural:
                return None
            genders = {other.gender, described.gender} - {"?"}
            if genders and pronoun.gender not in genders:
                return None
            return 1.0 + _GENDER_TOLD if genders else 1.0
        if word == "it":
            if kind == "organization":
                return 2.0
            if kind == "place":
                return 0.5
            return 1.5 if noun in ("group", "document") and not is_plural else None
        if is_plural:
            return 2.0
        if kind == "organization" or noun == "group":
            return 1.0
        return None

    def _salience(self, index: int, other: Candidate, referent: Referent, distance: int) -> float:
        score = _SUBJECT if index in self.is_subject else 0.0
        if other.is_modifier or self.stage.scene.lower[other.end : other.end + 1] in (
            ["'s"],
            ["’s"],
        ):
            score -= 1.0
        if other.form == "nominal" and other.start == other.head and not other.is_plural:
            score -= 1.0  # "justice": a bare noun is hardly somebody
        score -= _PER_FRAME * min(distance, 6) + 0.1 * max(0, distance - 6)
        if referent.entity is not None:
            score += _PER_MENTION * math.log1p(self.stage.mention_counts.get(referent.entity, 1))
        if other.form == "nominal" and other.is_indefinite:
            score += 0.2
        return score


def _beside(index: int) -> tuple[int, ...]:
    """Return the candidates around one, the nearest first, across one or two between."""
    return (index - 1, index + 1, index - 2, index + 2, index - 3, index + 3)
