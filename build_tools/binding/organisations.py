"""At which organisation a title is held, where a passage names several."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.binding.scenes import ASKED, FILL, NAME, TOGETHER, Scene, scene, signs
from build_tools.binding.subjects import subject
from build_tools.binding.titles import NameBound
from build_tools.binding.words import Words, any_of, pattern
from build_tools.model import Span

BEFORE, BESIDE = any_of(Words.BEFORE_TITLE), any_of(Words.BESIDE_TITLE)
AT, LEAVE, AS = any_of(Words.AT_ORGANISATION), any_of(Words.LEAVE), any_of(Words.AS)
ITS = rf"{any_of(Words.ITS)}\s*{BEFORE}?\s*{ASKED}"


def bind_organisation(text: str, title: Span, organisations: Sequence[Span]) -> NameBound:
    """Which of several organisations a title is held at; `its founder` leaves that open.

    >>> bind_organisation("Alpha hired Beta's founder", Span(19, 26), [Span(0, 5), Span(12, 16)]).certain
    (1,)
    """
    if inside := tuple(at for at, span in enumerate(organisations) if span.touches([title])):
        return NameBound(inside)
    seen = scene(text, title, organisations)
    found = "" if seen.find(ITS) else _beside(seen) or _appointing(seen) or _joined(seen)
    return NameBound(seen.named(found)) if found else NameBound((), seen.all())


def _beside(seen: Scene) -> str:
    """OpenAI首席研究员, `Alpha's chairman`, `chairman of Alpha`, 引领Meta."""
    found = seen.find(
        rf"(?P<at>{NAME}(?:{TOGETHER}{NAME})+){any_of(Words.DE)}{ASKED}",
        rf"(?P<at>{NAME})(?:\s*{BEFORE})*\s*{ASKED}",
        rf"(?P<at>{NAME})(?:\s*{BEFORE})*{FILL}{BESIDE}\s*{ASKED}",
        rf"{ASKED}\s*{AT}\s+(?:{any_of(Words.ARTICLES)}\s+)?(?P<at>{NAME})",
        rf"{ASKED}{any_of(Words.ASPECT)}?\s*(?P<at>{NAME})",
    )
    return str(found["at"]) if found else ""


def _appointing(seen: Scene) -> str:
    """Who appoints someone to it: Meta任命王某为首席技术官."""
    found = seen.find(rf"{any_of(Words.APPOINT)}[^;:。!?]*?{AS}\s*{ASKED}")
    return subject(seen.text[: found.start()]) if found else ""


def _joined(seen: Scene) -> str:
    """The last one before the title, where another is left for it."""
    left = "".join(match[0] for match in pattern(rf"{LEAVE}{FILL}{NAME}").finditer(seen.before))
    return next((sign for sign in reversed(signs(seen.before)) if sign not in left), "") if left else ""
