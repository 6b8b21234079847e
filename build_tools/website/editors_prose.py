"""Editors' prose: paragraphs with emphasis, `[[entity]]` and `[@source/annotation]`, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from build_tools.model import EntityId
from build_tools.text.marks import MARK


@dataclass(frozen=True, slots=True)
class StyledWords:
    """Plain words; `style` holds `em` and `strong`, outermost first, each once however often it is nested."""

    text: str
    style: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that the editors link; no words: its own name."""

    id: str
    words: str = ""
    style: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """An annotation that the editors cite."""

    source: str
    note: str


Piece = StyledWords | Named | Cited


@lru_cache(maxsize=1 << 12)
def read_prose(text: str) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of a text, each a row of pieces; whatever else it holds is plain words.

    >>> read_prose("*So* [[ada|she]] said[@paper/p1].")[0][2:4]
    (Named(id='ada', words='she', style=()), StyledWords(text=' said', style=()))
    """
    tokens = _reader().parse(text)
    return tuple(tuple(_pieces(token.children or [])) for token in tokens if token.type == "inline")


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False}).enable(["emphasis", "escape"])
    reader.inline.ruler.before("emphasis", "mark", _mark)
    return reader


def _mark(state: StateInline, silent: bool) -> bool:
    found = MARK.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("mark", "", 0)
        token.meta = {name: value or "" for name, value in found.groupdict().items()}
    state.pos = found.end()
    return True


def _pieces(tokens: list[Token]) -> list[Piece]:
    opened: Counter[str] = Counter()
    found: list[Piece] = []
    for token in tokens:
        style = tuple(opened)
        match token.type:
            case "em_open" | "strong_open":
                opened[token.tag] += 1
            case "em_close" | "strong_close":
                opened = opened - Counter({token.tag: 1})
            case "mark" if token.meta["entity"]:
                found.append(Named(token.meta["entity"], token.meta["words"], style))
            case "mark":
                _close_up(found)
                found.append(Cited(token.meta["source"], token.meta["annotation"]))
            case "softbreak" | "hardbreak":
                found.append(StyledWords(" ", style))
            case _ if token.content:
                found.append(StyledWords(token.content, style))
    return found


def _close_up(found: list[Piece]) -> None:
    """A footnote comes directly after the words that it is for."""
    match found:
        case [*_, StyledWords(text, style)]:
            found[-1] = StyledWords(text.rstrip(), style)


def plain_prose(text: str, label: Callable[[EntityId], str]) -> str:
    """The words alone, for places where nothing can be linked.

    >>> plain_prose("*So* [[ada]] said[@paper/p1].", lambda id: "Ada")
    'So Ada said.'
    """
    return " ".join("".join(_plain(piece, label) for piece in pieces) for pieces in read_prose(text))


def _plain(piece: Piece, label: Callable[[EntityId], str]) -> str:
    match piece:
        case StyledWords(text):
            return text
        case Named(id, words):
            return words or label(EntityId(id))
        case Cited():
            return ""
