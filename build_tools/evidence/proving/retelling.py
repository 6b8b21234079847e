"""What can be seen of a text of ours that retells a quote: who is named in it, what it denies or supposes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.evidence.proving.passages import Passage
from build_tools.evidence.proving.wording import stands_in
from build_tools.language import Force, cues_lost
from build_tools.model import EntityId, Kind

LATIN = re.compile(r"[A-Za-z]")
ADDED = frozenset({Force.NEGATION, Force.DENIAL, Force.SUPPOSITION})


def names_added(text: str, passage: Passage) -> tuple[EntityId, ...]:
    """Whom a text names that neither quote nor context names, in no form of theirs."""
    lexicon, known = passage.article.lexicon, passage.all_names
    words = (passage.words, *passage.context_words)
    told = (id for id in lexicon.named_in(text) if id not in known)
    return tuple(
        id for id in told if not any(stands_in(form, one) for form in lexicon.forms_of(id) for one in words)
    )


def persons_lost(text: str, passage: Passage) -> tuple[EntityId, ...]:
    """The people whom the quote names and a whole translation does not; only those with an English name."""
    lexicon = passage.article.lexicon
    told = set(lexicon.named_in(text))
    lost = (id for id in persons_of(passage) if id not in told)
    return tuple(id for id in lost if any(LATIN.search(form) for form in lexicon.forms_of(id)))


def persons_swapped(text: str, passage: Passage) -> bool:
    """Whether a text names two or more people of the quote in another order."""
    people = persons_of(passage)
    told = [id for id in passage.article.lexicon.named_in(text) if id in people]
    return told != [id for id in people if id in told]


def persons_of(passage: Passage) -> Sequence[EntityId]:
    """The people whom the quote names, in its order."""
    entities = passage.article.lexicon.inputs.entities
    named = (one.entity for one in passage.mentions)
    return list(dict.fromkeys(id for id in named if entities[id].kind is Kind.PERSON))


def words_lost(text: str, passage: Passage) -> tuple[str, ...]:
    """The words that deny, plan or suppose in the quote, and that a whole translation leaves out."""
    return tuple(cue.raw for cue in cues_lost(passage.text, text))


def words_added(text: str, passage: Passage) -> tuple[str, ...]:
    """The words that deny or suppose in a text, and not in the quote.

    A plan is left out: English says "will" where Chinese says nothing.
    """
    return tuple(cue.raw for cue in cues_lost(text, passage.text) if cue.force in ADDED)


def words_of_one(one: str, other: str) -> tuple[str, ...]:
    """The words that deny or suppose in only one of two texts of the same meaning."""
    lost = (*cues_lost(one, other), *cues_lost(other, one))
    return tuple(cue.raw for cue in lost if cue.force is not Force.PLAN)
