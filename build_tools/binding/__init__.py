"""Which words of a passage belong to which of its numbers, dates and names."""

from build_tools.binding.attaching import attach
from build_tools.binding.figures import Binding, Bound, Wording, bind, binding_of
from build_tools.binding.organisations import bind_organisation
from build_tools.binding.parties import Parties, bind_parties
from build_tools.binding.relations import Closeness, bind_relation
from build_tools.binding.ties import Attachment, Tie, TieReason, Weight
from build_tools.binding.titles import NameBound, bind_name

__all__ = [
    "Attachment",
    "Binding",
    "Bound",
    "Closeness",
    "NameBound",
    "Parties",
    "Tie",
    "TieReason",
    "Weight",
    "Wording",
    "attach",
    "bind",
    "bind_name",
    "bind_organisation",
    "bind_parties",
    "bind_relation",
    "binding_of",
]
