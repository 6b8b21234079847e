"""Makes Python-Markdown faster, to the same HTML: words are searched only for patterns that can be there.

Most words of a page hold no Markdown; without this, each run of them is searched for every pattern.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown import inlinepatterns as patterns
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

NEEDED: Mapping[str, str] = {  # what stands in all words that an expression of Python-Markdown's matches
    patterns.BACKTICK_RE: "`",
    patterns.ESCAPE_RE: "\\",
    patterns.LINK_RE: "[",
    patterns.IMAGE_LINK_RE: "![",
    patterns.AUTOLINK_RE: "://",
    patterns.AUTOMAIL_RE: "@",
    patterns.LINE_BREAK_RE: "  \n",
    patterns.HTML_RE: "<",
    patterns.ENTITY_RE: "&",
    r"\[\^([^\]]*)\]": "[^",  # a footnote
}


class QuickInline(InlineProcessor):  # type: ignore[misc] # Python-Markdown has no types
    """Applies the patterns to words, only those that can match; all else is as Python-Markdown does it."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the patterns to the words of a tree."""
        self.tried = [
            (each, NEEDED.get(each.pattern, "")) for each in self.inlinePatterns if self._leads(each)
        ]
        applied: Element = super().run(tree, ancestors)
        return applied

    def _leads(self, pattern: patterns.Pattern) -> bool:
        """Whether a pattern can find anything on this page: no reference does where none is defined."""
        return bool(self.md.references) or not isinstance(pattern, patterns.ReferenceInlineProcessor)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """What Python-Markdown calls for each run of words, by the name that it has there."""
        last = 0 if isinstance(data, AtomicString) else len(self.tried)
        for at in range(patternIndex, last):
            pattern, needed = self.tried[at]
            start, matched = 0, True
            while matched and needed in data:
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, at, start)
        return data


class QuickMarkdown(Extension):  # type: ignore[misc]
    """Gives a page the quicker way."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take the place of what applies the patterns."""
        md.treeprocessors.register(QuickInline(md), "inline", 20)
