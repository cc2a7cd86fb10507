"""Which verbs of saying take what behind them, by lemma. Data only; no rules of use."""

from __future__ import annotations

NAMING = frozenset("call label brand dub term deem declare pronounce".split())
"""Somebody calls one thing another: "called the plan a mistake"."""
DESCRIBING = frozenset(
    """describe portray characterise characterize denounce condemn dismiss depict
    hail""".split()
)
"""Somebody describes a thing as another: "dismissed the figures as guesswork"."""
ACCUSING = frozenset(("accuse",))
"""Somebody accuses another of what he did: "accused the firm of hiding losses"."""
CALLING_FOR = frozenset("call plead appeal press argue ask".split())
"""What is wanted stands behind "for": "called for a new vote"."""
WARNING = frozenset("warn caution complain boast brag".split())
"""What is meant stands behind "of", "against" or "about": "warned of more floods"."""
WARNED_OF = frozenset(("of", "against", "about"))
"""The prepositions behind a verb of warning."""
ASKING = frozenset("""urge ask tell advise warn instruct order beg implore exhort remind""".split())
"""Somebody is asked to do something: "urged the council to vote"."""
CALLING_ON = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",)}
"""Verbs that ask by a preposition: "called on the council to vote"."""
TELLING_OF = frozenset(
    """acknowledge admit announce deny demand propose mention note stress emphasise emphasize
    suggest recommend recall describe predict promise pledge reveal allege proclaim
    reiterate forecast concede vow""".split()
)
"""What is told may be a noun or a gerund alone: "acknowledged a lack of staff"."""
