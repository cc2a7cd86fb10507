"""Tell whom a pronoun or a description stands for. Keeps to what the article said before it."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.quotes.antecedents import (
    Antecedent,
    find_antecedents,
    gender_of_words,
    word_class,
)
from analysis.quotes.candidate import Candidate
from analysis.quotes.documents import find_author
from analysis.quotes.memory import Memory, Referent
from analysis.quotes.model import score
from analysis.quotes.nouns import noun_class, singular
from analysis.quotes.stage import Stage
from analysis.quotes.titles import BEING

_DESCRIBED_BACK = 25
_MOST_ANTECEDENTS = 5


class Referents(Memory):
    """Resolves the candidates of one article, in reading order, and remembers."""

    def __init__(self, stage: Stage, weights: Mapping[str, float]) -> None:
        super().__init__(stage, weights)
        self.antecedents: dict[int, list[Antecedent]] = {}
        self.introduced = {
            mention.span.end: mention.entity
            for mention in stage.scene.mentions
            if mention.form == "nominal"
        }
        for index in range(len(stage.candidates)):
            self.known[index] = self._resolve(index)

    def resolve(self, index: int) -> Referent | None:
        """Return whom a candidate stands for; None for "don't know"."""
        return self.known[index]

    def options(self, index: int) -> list[Antecedent]:
        """Return whom a pronoun or a description may stand for, best first; few at most.

        Empty for names and for whatever can mean but one.
        """
        return self.antecedents.get(index, [])

    def _resolve(self, index: int) -> Referent | None:
        candidate = self.stage.candidates[index]
        if candidate.form == "name":
            return Referent(candidate.entity, index)
        told = self._told(index, candidate) if candidate.form == "nominal" else None
        if told is not None:
            return told
        nameless = self._described_before(index) if candidate.form == "nominal" else None
        kind = word_class(self, index)
        if kind is None:
            return nameless
        found = find_antecedents(self, index)
        if kind == "paper":
            found = self._with_author(index, found)
        found.sort(key=lambda one: -score(self.weights, one.features))
        found = found[:_MOST_ANTECEDENTS]
        if nameless is not None:
            found.append(
                Antecedent(nameless, tuple(self._nameless_features(kind, index, nameless)))
            )
            found.sort(key=lambda one: -score(self.weights, one.features))
        self.antecedents[index] = found
        word = self.stage.scene.lower[candidate.head]
        least = self.weights.get(f"unresolved:{word}", 0.0)
        if not found or (nameless is None and score(self.weights, found[0].features) < least):
            return None
        best = found[0].referent
        if kind == "he" and self.is_subject(index):
            self.genders.setdefault(best.key, gender_of_words(self, candidate))
        return best

    def _with_author(self, index: int, found: list[Antecedent]) -> list[Antecedent]:
        """Return whom a writing may stand for, its author among them where the text tells."""
        author = find_author(self, index)
        if author is None or author == index:
            return found
        self.authors[index] = author
        referent = self.known.get(author) or self._resolve(author)
        if referent is None:
            return found
        others = [one for one in found if one.referent.key != referent.key]
        told = [one.features for one in found if one.referent.key == referent.key] or [()]
        return [*others, Antecedent(referent, (*told[0], "paper:author"))]

    def _nameless_features(self, kind: str, index: int, nameless: Referent) -> list[str]:
        """Return what speaks for a description's standing for nobody named."""
        found = [f"{kind}:nobody"]
        if nameless.candidate != index:
            earlier = self.stage.candidates[nameless.candidate]
            found.append(f"{kind}:nobody:described")
            if earlier.is_indefinite or self.is_subject(nameless.candidate):
                found.append(f"{kind}:nobody:introduced")
        return found

    def _told(self, index: int, candidate: Candidate) -> Referent | None:
        """Return whom the words around a description tell it to be; None where they do not."""
        beside = self.titles.named.get(index)
        if beside is not None:
            return Referent(self.stage.candidates[beside].entity, beside)
        head = self.stage.scene.doc[candidate.head]
        known = self.introduced.get(head.idx + len(head))
        if known is None:
            known = self._known_name(candidate)
        return Referent(known, index) if known is not None else None

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

    def _described_before(self, index: int) -> Referent | None:
        """Return the nameless one first described by the same noun, or by these very words.

        None for words that only say what somebody is: "she became a butcher".
        """
        stage, candidate = self.stage, self.stage.candidates[index]
        if candidate.is_indefinite:
            said_of = candidate.start and stage.scene.lower[candidate.start - 1] in BEING
            return None if said_of else Referent(None, index)
        noun = singular(stage.scene.lower[candidate.head])
        for earlier in range(index - 1, max(-1, index - _DESCRIBED_BACK), -1):
            other = stage.candidates[earlier]
            if (
                other.form == "nominal"
                and other.is_plural == candidate.is_plural
                and singular(stage.scene.lower[other.head]) == noun
            ):
                referent = self.known.get(earlier)
                if referent is not None and referent.entity is None:
                    return referent
        return Referent(None, index)
