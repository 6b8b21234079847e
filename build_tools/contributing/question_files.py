"""The file of a question: a stub, and the sides that the editors have seen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from build_tools.contributing.yaml_text import flow, scalar, with_its_ends
from build_tools.evidence.questions import seen_of
from build_tools.model import OUR_LANGUAGES, Conflict
from build_tools.reading.unknown import blank
from build_tools.safe_files import read_own, write_own

SEEN = re.compile(r"^seen:.*\n(?:[ #].*\n|\n(?=[ ]))*", re.MULTILINE)
JUDGEMENT = re.compile(r"^(?:reason|by|decided):", re.MULTILINE)


def write_seen(root: Path, name: str, seen: Mapping[str, Sequence[str]]) -> None:
    """Write `seen:` into a question's file as it is now; `name` is its path in the dossier."""
    text = read_own(root, root / name).decode()
    write_own(root, root / name, with_its_ends(text, partial(with_seen, seen=seen)).encode())


def with_seen(text: str, seen: Mapping[str, Sequence[str]]) -> str:
    """A question's file with `seen:` as it is now; every other line stays as it was.

    >>> print(with_seen("status: open\\nreason: unclear\\n", {"143亿美元": ("sina",)}), end="")
    status: open
    seen:
      143亿美元: [sina]
    reason: unclear
    """
    block = seen_block(seen)
    whole = text if text.endswith("\n") or not text else f"{text}\n"
    if SEEN.search(whole):
        return SEEN.sub(lambda _: block, whole, count=1)
    place = JUDGEMENT.search(whole)
    cut = place.start() if place else len(whole)
    return whole[:cut] + block + whole[cut:]


def seen_block(seen: Mapping[str, Sequence[str]]) -> str:
    """`seen:` with a line a side."""
    return "".join(["seen:\n", *(f"  {scalar(side)}: {flow(tuple(ids))}\n" for side, ids in seen.items())])


def question_stub(conflict: Conflict, languages: Sequence[str] = OUR_LANGUAGES) -> str:
    """The question file of a conflict that has none, to paste."""
    name = conflict.id.replace(".", "-") if "." in conflict.id else f"{conflict.id}-disputed"
    return (
        f"# questions/{name}.yaml\n"
        f"{blank('question', languages)}\n"
        f"about: {about(conflict)}\n"
        "status: open\n"
        f"{seen_block(seen_of(conflict))}"
    )


def about(conflict: Conflict) -> str:
    """What a question file says under `about:` to name a conflict."""
    subjects = [side.subject for side in conflict.sides]
    subject = conflict.subject if conflict.subject in subjects else min(subjects)
    if conflict.property in (None, "value"):
        return subject
    return f"{subject}.{conflict.property}"
