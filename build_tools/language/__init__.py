"""What a sentence asserts: what it negates, plans, supposes and relays, and who says it."""

from build_tools.language.authors import compared_authors, denied_authors
from build_tools.language.clauses import clauses
from build_tools.language.cue_kinds import Cue, Force, Reach
from build_tools.language.cues import find_cues
from build_tools.language.dispatches import dispatch_head
from build_tools.language.reach import reach_of
from build_tools.language.scope import governing
from build_tools.language.speakers import Attribution, speakers
from build_tools.language.translation_meaning import (
    cues_lost,
    differing_forces,
    forces_in,
    possible_places,
    sure_cues,
)

__all__ = [
    "Attribution",
    "Cue",
    "Force",
    "Reach",
    "clauses",
    "compared_authors",
    "cues_lost",
    "denied_authors",
    "differing_forces",
    "dispatch_head",
    "find_cues",
    "forces_in",
    "governing",
    "possible_places",
    "reach_of",
    "speakers",
    "sure_cues",
]
