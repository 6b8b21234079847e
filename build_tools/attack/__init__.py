"""Attack: every plausible wrong variant of each claim, and which of them the check lets pass."""

from __future__ import annotations

from build_tools.attack.kinds import KINDS
from build_tools.attack.running import Attempt, attack
from build_tools.attack.trying import Outcome

__all__ = ["KINDS", "Attempt", "Outcome", "attack"]
