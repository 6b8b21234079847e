"""Fixes what has only one right answer, in the text of a file; the rest of the file does not change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from functools import partial
from pathlib import Path, PurePosixPath

import yaml

from build_tools.contributing.schema_heads import HEAD, with_head
from build_tools.contributing.yaml_text import below, in_quotation_marks, scalar, unbroken, with_its_ends
from build_tools.model import Anchored, Dossier, Written
from build_tools.reading.folders import open_folder
from build_tools.reading.sizes import TooLargeError, limit_for, read_within
from build_tools.reading.slips import ODD
from build_tools.safe_files import in_bounds, leads_out, write_own

DIVIDES = re.compile(r"[,\[\]{}]")
ITEM = re.compile(r"^- ", re.M)


@dataclass(frozen=True, slots=True)
class Fix:
    """A file as it is and as it should be."""

    path: str
    before: str
    after: str

    def shown(self) -> str:
        """The change, line by line; of the line for editors only that it was added."""
        if HEAD.sub("", self.before) == HEAD.sub("", self.after):
            return f"{self.path}: names its schema, for editors\n"
        lines = unified_diff(
            self.before.splitlines(), self.after.splitlines(), self.path, self.path, n=1, lineterm=""
        )
        return "".join(f"{line}\n" for line in lines)


def fixes(root: Path, dossier: Dossier) -> tuple[Fix, ...]:
    """What can be fixed in the dossier's files, by file; nothing is written."""
    found: list[Fix] = []
    for path in yaml_files(root):
        try:
            data = read_within(
                in_bounds(root, root / path), limit_for(root / path, dossier.inputs.settings.limits)
            )
        except TooLargeError:  # the check names it
            continue
        before = data.decode("utf-8", "surrogateescape")
        place = PurePosixPath(path) if (root / "schemas").is_dir() else None
        quoted = [one for one in dossier.anchored if one.annotation.origin.path == path]
        after = with_its_ends(before, partial(fixed_text, anchored=quoted, place=place))
        if after != before:
            found.append(Fix(path, before, after))
    return tuple(found)


def write_fixes(root: Path, found: Iterable[Fix]) -> None:
    """Write the files as they should be."""
    for fix in found:
        write_own(root, root / fix.path, fix.after.encode("utf-8", "surrogateescape"))


def yaml_files(root: Path) -> Iterator[str]:
    """The YAML files of a dossier, by their paths in it; neither folders nor anything outside it."""
    for path in sorted(open_folder(root).path.rglob("*.yaml")):
        if path.is_file() and not leads_out(root, path):
            yield path.relative_to(root).as_posix()


def fixed_text(text: str, anchored: Sequence[Anchored], place: PurePosixPath | None) -> str:
    """A file with its quotes in the article's own words and order, and its schema named if it has a place."""
    starts = {one.annotation.origin.line: one.citation.start for one in anchored}
    ordered = requoted(entries_in_order(text, starts), dict(article_words(anchored))) if anchored else text
    return with_head(ordered, place) if place else ordered


def article_words(anchored: Iterable[Anchored]) -> Iterator[tuple[str, str]]:
    """Each part of a quote that had to be folded to be found, and the article's own words for it."""
    for one in anchored:
        for part, words in zip(one.annotation.selector.exact, one.citation.quote, strict=True):
            if differs(part, words):
                yield part.text, words


def differs(part: Written, words: str) -> bool:
    """Whether the words of the article are not those that are written."""
    return part.text.strip() != words


def entries_in_order(text: str, starts: Mapping[int, int]) -> str:
    """The entries of a list in the order of the article; `starts` gives the place of the quote on a line.

    >>> entries_in_order("- quote: b\\n\\n# first\\n- quote: a\\n", {1: 9, 4: 2})
    '# first\\n- quote: a\\n\\n- quote: b\\n'
    """
    head, entries = split(text)
    placed: list[tuple[int, str]] = []
    line = head.count("\n") + 1
    for entry in entries:
        end = line + entry.count("\n")
        before = placed[-1][0] if placed else -1
        placed.append(
            (next((starts[at] for at in range(line, max(end, line + 1)) if at in starts), before), entry)
        )
        line = end
    ordered = [entry for _, entry in sorted(placed, key=lambda one: one[0])]
    return text if ordered == list(entries) else head + join_entries(ordered)


def split(text: str) -> tuple[str, tuple[str, ...]]:
    """The text above the first entry, and every entry with the comment above it."""
    begins = [with_comment(text, item.start()) for item in ITEM.finditer(text)]
    if not begins:
        return text, ()
    ends = [*begins[1:], len(text)]
    return text[: begins[0]], tuple(text[begin:end] for begin, end in zip(begins, ends, strict=True))


def with_comment(text: str, start: int) -> int:
    """Where the comment right above an entry begins; the line that names the schema is none."""
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        line = text[above:start]
        if not line.startswith("#") or HEAD.match(line):
            break
        start = above
    return start


def join_entries(entries: Sequence[str]) -> str:
    """Entries in a new order, with a blank line between any two where there was one."""
    apart = "\n\n" if any(entry.endswith("\n\n") for entry in entries) else "\n"
    return apart.join(entry.rstrip("\n") for entry in entries) + "\n"


def requoted(text: str, own: Mapping[str, str]) -> str:
    """A file in which each of these quotes is written in the article's own words.

    >>> requoted("- quote: 「148億」  # sure\\n", {"「148億」": "「148 億」"})
    '- quote: 「148 億」  # sure\\n'
    """
    for node, flow in reversed(list(quotes(text)) if own else []):
        if node.value in own:
            start, end = node.start_mark.index, node.end_mark.index
            words, old = own[node.value], text[start:end]
            style = '"' if flow and DIVIDES.search(words) else node.style
            text = text[:start] + rewritten(words, style, old) + text[end:]
    return text


def quotes(text: str) -> Iterator[tuple[yaml.ScalarNode, bool]]:
    """Every text under `quote:` and whether it is in a `{…}`; none if the file is not YAML."""
    try:
        entries = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return
    for entry in entries.value if isinstance(entries, yaml.SequenceNode) else ():
        for key, value in entry.value if isinstance(entry, yaml.MappingNode) else ():
            if key.value == "quote":
                yield from ((node, bool(entry.flow_style)) for node in quote_scalars(value))


def quote_scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The text, or each text of a list."""
    match node:
        case yaml.ScalarNode():
            yield node
        case yaml.SequenceNode(value=items):
            for item in items:
                yield from quote_scalars(item)


def rewritten(words: str, style: str | None, old: str) -> str:
    """The words in the style of the quote, if that style allows them."""
    end = old[len(old.rstrip()) :]
    match style:
        case "|" | ">" if not ODD.search(unbroken(words)):
            indent = re.search(r"\n( +)", old)
            return below(unbroken(words), indent[1] if indent else "  ") + end
        case "|" | ">":
            return in_quotation_marks(unbroken(words)) + end
        case "'" | '"':
            return in_quotation_marks(words) + end
        case _:
            return scalar(words) + end
