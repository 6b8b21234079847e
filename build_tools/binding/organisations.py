"""At which organisation a title is held, where a passage names several."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.binding.connecting_words import Words, any_case, any_of
from build_tools.binding.link_patterns import worded
from build_tools.binding.scenes import ASKED, FILL, NAME, OWNER, TOGETHER, Scene, scene, signs
from build_tools.binding.subjects import subject
from build_tools.binding.titles import NameBound
from build_tools.language.telling_apart import holds_verb
from build_tools.model import Span
from build_tools.text.letters import HAN

BEFORE, BESIDE = any_of(Words.BEFORE_TITLE), any_of(Words.BESIDE_TITLE)
AT, LEAVE, AS = any_of(Words.AT_ORGANISATION), any_of(Words.LEAVE), any_of(Words.AS)
NO_NOUN = rf"{worded.source('particles')}|{any_of(Words.TOGETHER)}"
JOINED = (
    rf"(?:{any_of(Words.JOIN, Words.TO_WHOM)}|{worded.source('joined_from')})[^,;:。!?\ue000-{ASKED}]{{0,8}}"
)
JOINS = rf"{JOINED}\(?(?:{NAME}\s*{OWNER}[\"“「\s]*)?\Z"
ITS = rf"{any_of(Words.ITS)}\s*{BEFORE}?\s*{ASKED}"


def bind_organisation(text: str, title: Span, organisations: Sequence[Span]) -> NameBound:
    """Which of several organisations a title is held at; `its founder` leaves that open.

    >>> bind_organisation("Alpha hired Beta's founder", Span(19, 26), [Span(0, 5), Span(12, 16)]).certain
    (1,)
    """
    if inside := tuple(at for at, span in enumerate(organisations) if span.touches([title])):
        return NameBound(inside)
    seen = scene(text, title, organisations)
    if seen.find(ITS):
        return _its(seen)
    found = _beside(seen) or _at_noun(seen) or _appointing(seen) or _joined(seen)
    return NameBound(seen.named(found)) if found else NameBound((), _open(seen))


def _its(seen: Scene) -> NameBound:
    """Whose `its founder` is: one named before; of somebody who is hired, not the one who hires."""
    before = signs(seen.before)
    hiring = seen.find(rf"{any_of(Words.APPOINT)}{worded.source('done')}\s*{ITS}")
    hirer = subject(seen.text[: hiring.start()]) if hiring else ""
    others = [sign for sign in before if sign not in hirer]
    if hirer and others:
        return NameBound(seen.named(others[-1]))
    return NameBound((), tuple(sorted((*seen.named("".join(before)), *seen.elsewhere))))


def _at_noun(seen: Scene) -> str:
    """FAIR实验室的领导者: nothing but a noun is between the organisation and the title."""
    last = signs(seen.before)[-1:]
    gap = seen.before.rpartition(last[0])[2] if last else ""
    is_noun = any_case(rf"(?-i:[{HAN}A-Za-z\s]){{1,10}}").fullmatch(gap) and not any_case(NO_NOUN).search(gap)
    verb = holds_verb(any_case(any_of(Words.BODIES)).sub("", gap))
    return last[0] if last and is_noun and not gap.isascii() and not verb else ""


def _open(seen: Scene) -> tuple[int, ...]:
    """The organisations that it could be, without one behind the title that is joined or acted on."""
    behind = (one for one in any_case(NAME).finditer(seen.text) if one.start() > len(seen.before))
    joined = seen.named("".join(one[0] for one in behind if any_case(JOINS).search(seen.text[: one.start()])))
    return tuple(at for at in seen.all() if at not in joined)


def _beside(seen: Scene) -> str:
    """OpenAI首席研究员, `Alpha's chairman`, `chairman of Alpha`, 引领Meta."""
    found = seen.find(
        rf"(?P<at>{NAME}(?:{TOGETHER}{NAME})+){any_of(Words.DE)}{ASKED}",
        rf"(?P<at>{NAME})(?:\s*{BEFORE})*\s*{ASKED}",
        rf"(?P<at>{NAME})(?:\s*{BEFORE})*{FILL}{BESIDE}\s*{ASKED}",
        rf"{ASKED}(?:\s+(?-i:[A-Z])[\w.'’-]*){{0,4}},?\s*{AT}\s+(?:{any_of(Words.ARTICLES)}\s+)?(?P<at>{NAME})",
        rf"{ASKED}{any_of(Words.ASPECT)}?\s*(?P<at>{NAME})",
    )
    return str(found["at"]) if found else ""


def _appointing(seen: Scene) -> str:
    """Who appoints someone to it: Meta任命王某为首席技术官."""
    found = seen.find(rf"{any_of(Words.APPOINT)}[^;:。!?]*?{AS}\s*{ASKED}")
    return subject(seen.text[: found.start()]) if found else ""


def _joined(seen: Scene) -> str:
    """The last organisation before the title, where somebody leaves another one for it."""
    left = "".join(match[0] for match in any_case(rf"{LEAVE}{FILL}{NAME}").finditer(seen.before))
    return next((sign for sign in reversed(signs(seen.before)) if sign not in left), "") if left else ""
