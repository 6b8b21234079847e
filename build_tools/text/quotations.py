"""The words of an article that are in quotation marks, speeches of several paragraphs among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.effort import Effort
from build_tools.model import Span

CLOSES = {"“": "”", "„": "“”", "「": "」", "『": "』", "«": "»", '"': '"', "＂": "＂", "‘": "’"}
MOST_MARKS = 1_000_000  # looked at in one article: marks that nothing closes are each looked for to its end
MARK = re.compile('["＂“”„「」『』«»‘’]')


def quotations(text: str) -> tuple[Span, ...]:
    """The stretches in quotation marks, the outermost alone; a mark that nothing closes opens none.

    A speech may close its marks in a later paragraph, or open them again in each.

    >>> text = "她说:“我们‘不’睡。\\n“也不走。”他走了。\\n7” 的纸"
    >>> [text[span.start : span.end] for span in quotations(text)]
    ['“我们‘不’睡。', '“也不走。”']
    """
    return tuple(_quoted(text))


def _quoted(text: str) -> Iterator[Span]:
    at, line, effort = 0, -1, Effort(MOST_MARKS)
    while found := MARK.search(text, at):
        at = found.end()
        if found[0] in CLOSES and _opens(text, found):
            line = line if line >= at else _line_end(text, at)
            end = _end(text, found, line, effort)
            if end:
                yield Span(found.start(), end)
                at = end


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark that may close as well opens: a straight one in a word, or a prime, does not."""
    return mark[0] not in '"＂‘' or not text[mark.start() - 1 : mark.start()].isalnum() or _is_han(text, mark)


def _is_han(text: str, mark: re.Match[str]) -> bool:
    return "\u3400" <= text[mark.start() - 1] <= "\u9fff"


def _end(text: str, mark: re.Match[str], line: int, effort: Effort) -> int:
    """Where the quotation ends that a mark opens, whose line ends at `line`; 0 where nothing ends it."""
    if found := _closing(text, mark, line, line, effort):
        return found
    following = re.compile(r"\s*").match(text, line)
    if following and text.startswith(mark[0], following.end()) and line < len(text):
        return line
    return 0 if mark[0] in '"＂‘' else _closing(text, mark, line, len(text), effort)


def _closing(text: str, mark: re.Match[str], line: int, last: int, effort: Effort) -> int:
    """Where the mark that closes it ends, pairs of its kind inside aside; 0 where it is not closed."""
    depth = 1
    for found in MARK.finditer(text, mark.end(), last):
        if not effort.spend(1):
            return 0
        if found[0] in CLOSES[mark[0]] and not _is_apostrophe(text, found):
            depth -= 1
            if not depth:
                return found.end()
        elif found[0] == mark[0]:
            if found.start() > line:
                return 0
            depth += 1
    return 0


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    return mark[0] == "’" and text[mark.end() : mark.end() + 1].isalpha()
