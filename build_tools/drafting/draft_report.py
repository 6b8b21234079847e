"""The report on a draft: what is proven, what wants a word, what is refused; as text or as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from build_tools.command_line.problem_printing import WIDTH, hint, visible, wrapped
from build_tools.drafting.candidate_lines import DraftedLine
from build_tools.drafting.sorted_draft import SortedCandidate
from build_tools.drafting.sorting import Remark, Sort
from build_tools.model import Source
from build_tools.reading.located import Located, Node, scalars, value_of_key
from build_tools.text.paragraphs import line_of

MARGIN = "   "
Json = str | int | list["Json"] | dict[str, "Json"] | None


def draft_text(made: Sequence[SortedCandidate], source: Source) -> str:
    """The report for a person, at most 80 columns wide."""
    blocks = ["".join(f"{line.rstrip()}\n" for line in _block(one, source)) for one in made]
    return "\n".join([*blocks, f"{counted(made)}\n"])


def counted(made: Sequence[SortedCandidate]) -> str:
    """How many candidates there are of each sort.

    >>> counted([])
    'no candidates'
    """
    found = Counter(one.sort for one in made)
    return ", ".join(f"{found[sort]} {sort}" for sort in Sort if found[sort]) or "no candidates"


def _block(one: SortedCandidate, source: Source) -> Iterator[str]:
    where = f", line {one.anchored.citation.line} of the article" if one.anchored else ""
    yield f"candidate {one.drafted.line}: {one.sort}{where}"
    yield from wrapped(visible(quote_of(one.drafted)), MARGIN, MARGIN, WIDTH)
    for remark in one.remarks:
        code = f"[{remark.code}] " if remark.code else ""
        yield from wrapped(f"{code}{visible(remark.message)}", "   - ", "     ", WIDTH)
        yield from hint(remark.hint, WIDTH) if remark.hint else ()
    for entry, words in one.fix.items():
        yield f"   fix: {entry}: {visible(words)}"
    if one.nearest:
        line = line_of(source.text, one.nearest.start)
        words = source.text[one.nearest.start : one.nearest.end]
        yield from wrapped(f"line {line}: {visible(words)}", "   nearest: ", "            ", WIDTH)


def quote_of(drafted: DraftedLine) -> str:
    """The words that a candidate quotes, its parts with a gap between them."""
    quote = value_of_key(dict(drafted.node), "quote")
    return " … ".join(map(str, scalars(quote))) or "(no quote)"


def draft_json(made: Sequence[SortedCandidate], source: Source) -> str:
    """The report for a program, which may try again with what is not proven."""
    report: dict[str, Json] = {
        "source": source.id,
        "counts": {str(sort): sum(one.sort is sort for one in made) for sort in Sort},
        "candidates": [_as_json(one, source) for one in made],
    }
    return f"{json.dumps(report, ensure_ascii=False, indent=2)}\n"


def _as_json(one: SortedCandidate, source: Source) -> dict[str, Json]:
    return {
        "line": one.drafted.line,
        "sort": str(one.sort),
        "annotation": plain(dict(one.drafted.node)),
        "place": _place(one),
        "remarks": [_remark(remark) for remark in one.remarks],
        "nearest": _nearest(one, source),
        "fix": dict(one.fix),
    }


def _place(one: SortedCandidate) -> Json:
    if one.anchored is None:
        return None
    cited = one.anchored.citation
    return {"start": cited.start, "end": cited.end, "line": cited.line, "quote": list(cited.quote)}


def _remark(remark: Remark) -> Json:
    return {
        "sort": str(remark.sort),
        "code": remark.code or None,
        "message": remark.message,
        "hint": remark.hint,
    }


def _nearest(one: SortedCandidate, source: Source) -> Json:
    if one.nearest is None:
        return None
    words = source.text[one.nearest.start : one.nearest.end]
    return {"line": line_of(source.text, one.nearest.start), "quote": words}


def plain(node: Node) -> Json:
    """A candidate without the places of its words."""
    match node:
        case Located():
            return str(node)
        case dict():
            return {str(key): plain(value) for key, value in node.items()}
        case list():
            return [plain(item) for item in node]
