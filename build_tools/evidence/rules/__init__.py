"""The rules, one file each; a new rule is one function and one line here.

A plan and its fulfilment clash in no rule: modality neither separates nor denies. Dates of one event that
cannot both hold are a property with a single best value; `order` sets the dates of two events side by side.
"""

from __future__ import annotations

from build_tools.evidence.rules.denied import denied
from build_tools.evidence.rules.order import order
from build_tools.evidence.rules.out_of_line import out_of_line
from build_tools.evidence.rules.question import question
from build_tools.evidence.rules.role import role
from build_tools.evidence.rules.single_value import single_best_value
from build_tools.evidence.rules.table import Finder, Table
from build_tools.evidence.rules.tenure import tenure
from build_tools.evidence.rules.total import total

RULES: tuple[Finder, ...] = (single_best_value, out_of_line, denied, order, role, tenure, total, question)

__all__ = ["RULES", "Finder", "Table"]
