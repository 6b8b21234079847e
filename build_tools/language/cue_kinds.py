"""What a cue is: a word that says how a statement is meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model import Span


class Force(StrEnum):
    """What a cue does to the statement that it governs."""

    NEGATION = "negation"
    DENIAL = "denial"
    PLAN = "plan"
    SUPPOSITION = "supposition"
    HEARSAY = "hearsay"
    SPEECH = "speech"


NEGATIVE = frozenset({Force.NEGATION, Force.DENIAL})
HEDGES = (Force.PLAN, Force.SUPPOSITION, Force.HEARSAY)


class Reach(StrEnum):
    """On which side of a cue the words are that it governs."""

    AHEAD = "ahead"
    SAYS = "says"
    SOURCE = "source"
    WHOLE = "whole"
    BACK = "back"


class Only(StrEnum):
    """Where alone a word is a cue."""

    ALWAYS = "always"
    BEFORE_VERB = "before_verb"
    IF_VERB = "if_verb"
    AT_START = "at_start"
    AT_END = "at_end"
    IF_STATEMENT = "if_statement"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of a text, what it does, and on which side it governs."""

    force: Force
    span: Span
    raw: str
    reach: Reach = Reach.AHEAD
