"""What each name in `Quote.evidence` means, as a sentence for a reader. Knows no rule's insides.

A name is read from its front: of `carried1:near:alone` the longest beginning that stands in the
table counts, and a number at its end ("link=subject2", two words between) says no more.
"""

from __future__ import annotations

from collections.abc import Iterable

WORDS, CUE = "{words}", "{cue}"
"""Where the words stand in a sentence that name the speaker, and the word of saying."""

SENTENCES = {
    # how it was told, where no choice was needed
    "reader": "You said so.",
    "label": f"{WORDS} stands before the words as in a transcript.",
    "signature": f"{WORDS} signs the words, behind a dash.",
    "that-clause": f"{CUE} reports what follows it: “that …”.",
    "clause": f"{CUE} reports the clause right behind it.",
    "complement": f"The grammar of the sentence makes the clause behind it what {CUE} reports.",
    "infinitive": f"{CUE} tells what {WORDS} means to do.",
    "around": f"{CUE} is put into the sentence that it reports.",
    "clause-before": f"{CUE} reports the clause before it.",
    "according-to": f"{CUE} names whose words these are.",
    "asked-to": f"{CUE} tells who is asked, and to do what.",
    "called-for": f"{CUE} tells what is asked for.",
    "warned-of": f"{CUE} tells what is warned of.",
    "accused-of": f"{CUE} tells who is accused, and of what.",
    "described-as": f"{CUE} tells what something is described as.",
    "called": f"{CUE} tells what something is called.",
    "told-of": f"{CUE} tells what is spoken of.",
    "noun": f"{WORDS} owns the {CUE}, and what follows tells what it is.",
    "as-put": f"The sentence is told as {WORDS} tells it, by {CUE}.",
    # how the speaker stands to the word of saying
    "likely-subject": f"{WORDS} is most likely the subject of {CUE}.",
    "relation=subject": f"The grammar of the sentence makes {WORDS} the subject of {CUE}.",
    "relation=subject-of": f"{WORDS} is the subject of a verb that {CUE} goes on from.",
    "relation=object": f"The grammar of the sentence ties {WORDS} to {CUE} as its object.",
    "relation=relative": f"{CUE} stands in a clause about {WORDS}.",
    "relation=other": f"The grammar of the sentence ties {WORDS} to {CUE}.",
    "relation=none": f"The grammar of the sentence gives {CUE} to nobody else.",
    "link=subject": f"{WORDS} stands before {CUE}, as a subject does.",
    "link=inverte": f"{WORDS} stands behind {CUE}, as in “…, said the mayor”.",
    "link=inverted": f"{WORDS} stands behind {CUE}, as in “…, said the mayor”.",
    "link=phrase": f"{WORDS} stands behind {CUE}, which tells whose words these are.",
    "link=before-": f"{WORDS} stands before {CUE}.",
    "link=before-phrase": f"{WORDS} stands before {CUE}.",
    "link=between": f"{WORDS} stands between {CUE} and what was said.",
    "link=hearer": f"{WORDS} stands behind {CUE}, and may still be the one who speaks.",
    "link=hearer-who": f"{WORDS} speaks for others, so {CUE} is hardly said to them.",
    "link=behind-": f"{WORDS} stands further behind {CUE}.",
    "own": f"{WORDS} has a word of saying of its own in the sentence.",
    "own=none": f"Nothing else in the sentence is said by {WORDS}.",
    "subject-of-other-cue": f"{WORDS} is the subject of another word of saying in the sentence.",
    "no-cue": f"No word of saying stands there, and {WORDS} is beside the words.",
    # where the speaker stands
    "frame": f"{WORDS} stands in the same sentence as the words.",
    "earlier": f"{WORDS} stands in a sentence before, in the same paragraph.",
    "later": f"{WORDS} stands in a sentence behind, in the same paragraph.",
    "paragraph-before": f"{WORDS} stands in the paragraph before.",
    "paragraphs-before": f"{WORDS} stands in a paragraph before.",
    "paragraph-behind": f"{WORDS} stands in the paragraph behind.",
    "leads-in": f"The sentence with {WORDS} ends in a colon and leads up to the words.",
    # what went before
    "carried": "Whoever spoke before goes on, and nothing names another.",
    "last-speaker": "The quote before is by the same one.",
    "not-last-speaker": "The quote before is by somebody else.",
    "last-sayer": "The sentences before report what this one said.",
    "last-sayer-there": "The sentence before reports what this one said.",
    # what kind of words they are
    "form=name": f"{WORDS} is a name.",
    "form=nominal": f"{WORDS} describes somebody who can speak.",
    "form=pronoun": f"{WORDS} is a pronoun that speakers are named by.",
    "kind=person": f"{WORDS} stands for a person.",
    "kind=organization": f"{WORDS} stands for an organization.",
    "kind=place": f"{WORDS} stands for a place, as governments are named by theirs.",
    "kind=noun-person": f"{WORDS} describes a person.",
    "kind=noun-group": f"{WORDS} describes a group.",
    "kind=noun-document": f"{WORDS} is something written, which can be quoted.",
    "kind": f"{WORDS} may stand for a speaker.",
    "pronoun": f"{WORDS} is a pronoun that speakers are named by.",
    "unresolved": f"It is not known for whom {WORDS} stands.",
    "indefinite": f"{WORDS} introduces somebody new.",
    "plural": f"{WORDS} stands for several.",
    "possessive": f"{WORDS} owns what is named behind it.",
    "in-brackets": f"{WORDS} stands in brackets.",
    "behind-preposition": f"{WORDS} stands behind a preposition.",
    "modifies-noun": f"{WORDS} only describes what is named behind it.",
    # for whom words stand
    "he": f"{WORDS} fits the one it stands for in gender, nearness and weight.",
    "it": f"{WORDS} fits the one it stands for in kind, nearness and weight.",
    "they": f"{WORDS} fits those it stands for in number, nearness and weight.",
    "the": f"{WORDS} fits somebody named before in role, nearness and weight.",
    "body": f"{WORDS} fits an organization named before in kind, nearness and weight.",
    "paper": f"{WORDS} fits the one who may have written it in nearness and weight.",
    "paper:author": f"The article tells whose writing {WORDS} is.",
    "paper:nobody": f"{WORDS} is something written, and nobody is told to have written it.",
    # where nobody could be told
    "nobody": "Nothing here tells who said it.",
}
"""By the beginning of a name."""


def tell_evidence(names: Iterable[str], *, words: str | None, cue: str | None) -> tuple[str, ...]:
    """Return what evidence means, strongest first and no sentence twice.

    Args:
        names: `Quote.evidence`.
        words: The words that name the speaker, or None where none do.
        cue: The word of saying, or None where there is none.

    Returns:
        Sentences; a name that is not known says nothing.
    """
    quoted_words = f"“{words}”" if words else "The speaker"
    quoted_cue = f"“{cue}”" if cue else "the word of saying"
    sentences = (
        sentence.replace(WORDS, quoted_words).replace(CUE, quoted_cue)
        for sentence in map(find_sentence, names)
        if sentence is not None
    )
    return tuple(dict.fromkeys(_begin(sentence) for sentence in sentences))


def find_sentence(name: str) -> str | None:
    """Return the sentence of the longest beginning of a name that has one, or None."""
    beginnings = [beginning for beginning in SENTENCES if name.startswith(beginning)]
    return SENTENCES[max(beginnings, key=len)] if beginnings else None


def _begin(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
