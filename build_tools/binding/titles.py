"""Whose a title is, where a passage names several people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from build_tools.binding.connecting_words import Words, any_case, any_of, is_blank
from build_tools.binding.link_patterns import worded
from build_tools.binding.scenes import ASKED, FILL, NAME, OWNER, RUN, TOGETHER, Scene, scene, signs
from build_tools.binding.subjects import subject
from build_tools.model import Span

APPOINT, SERVE, REPLACE = any_of(Words.APPOINT), any_of(Words.SERVE), any_of(Words.REPLACE)
RESIGN, TAKE_OVER, BY = any_of(Words.RESIGN), any_of(Words.TAKE_OVER), any_of(Words.BY_WHOM)
SENTENCE = f"[^。!?{ASKED}]*?"
NEXT = rf"{SENTENCE}(?P<next>{NAME}){FILL}{TAKE_OVER}"
NOT_OWNER = rf"(?!{OWNER})"
BE, WHO, DONE_BY = any_of(Words.BE), any_of(Words.WHO), any_of(Words.DONE_BY)
UNDERTAKEN_BY, MADE_INTO = any_of(Words.UNDERTAKEN_BY), any_of(Words.MADE_INTO)
ARTICLE, DE, AS, AND = any_of(Words.ARTICLES), any_of(Words.DE), any_of(Words.AS), any_of(Words.LIST_AND)
OF = any_of(Words.OF)
OWN = rf"(?P<be>{BE}\s*)?{any_of(Words.OWN)}\s+"
OF_PRONOUN = rf"{ASKED}\s*{DE}?\s*{any_of(Words.PRONOUNS)}"
MORE = rf"{any_of(Words.AT_ORGANISATION, Words.LIST_AND)}|{worded.source('adds_to_office')}"
ENDS = rf"(?=\s*(?:[,;.)。、]|$|{MORE}))"


@dataclass(frozen=True, slots=True)
class NameBound:
    """The names to which a word belongs; where that is open, the possible ones."""

    certain: tuple[int, ...]
    open: tuple[int, ...] = ()


def bind_name(text: str, title: Span, names: Sequence[Span]) -> NameBound:
    """Whose of several people a title is.

    >>> text = "任命李明为董事长,王强留任"
    >>> bind_name(text, Span(5, 8), [Span(2, 4), Span(9, 11)]).certain
    (0,)
    """
    seen = scene(text, title, names)
    if seen.find(OF_PRONOUN) and not signs(seen.before):
        return NameBound(tuple(at for at, span in enumerate(names) if span.end <= title.start))
    found = next((one for rule in RULES if (one := rule(seen))), "")
    if not found:
        return NameBound((), seen.all())
    beside = seen.find(rf"{ASKED}\s*{DE}?{RUN}")
    joined = "".join(sign for sign in signs(beside["run"]) if sign not in found) if beside else ""
    return NameBound(seen.named(found), seen.named(joined))


def _pronoun(seen: Scene) -> str:
    """董事长的他: it is somebody named before."""
    return subject(seen.before) if seen.find(OF_PRONOUN) else ""


def _in_order(seen: Scene) -> str:
    """`A and B became X and Y respectively`, A、B分别任X和Y."""
    mark, run = seen.find(any_of(Words.IN_ORDER)), seen.find(RUN)
    place = len(seen.before)
    if not mark or not run or run.end() > place or len(signs(run["run"])) < 2:
        return ""
    start, end = (mark.end(), len(seen.text)) if mark.start() < place else (run.end(), mark.start())
    parts = any_case(TOGETHER).split(seen.text[start:end])
    people = signs(run["run"])
    ranks = [at for at, part in enumerate(parts) if ASKED in part]
    return people[ranks[0]] if ranks and len(parts) == len(people) else ""


def _succession(seen: Scene) -> str:
    """One who leaves an office and one who takes it over: it is the office of both."""
    found = seen.find(
        rf"{RUN}{FILL}{RESIGN}{FILL}{ASKED}{NEXT}",
        rf"{ASKED}{RUN}{FILL}{RESIGN}{NEXT}",
    )
    return found["run"] + found["next"] if found else ""


def _handed_over(seen: Scene) -> str:
    """`handed the post of chairman to B`, 把主席一职交给B."""
    hand_over = any_of(Words.HAND_OVER)
    found = seen.find(
        rf"{ASKED}{FILL}{hand_over}{RUN}", rf"{hand_over}{FILL}{ASKED}{FILL}{any_of(Words.TO)}\s+{RUN}"
    )
    return str(found["run"]) if found else ""


def _predicate(seen: Scene) -> str:
    """`the treasurer is A`."""
    found = seen.find(rf"{ASKED}\s*{BE}\s*{RUN}{NOT_OWNER}(?=[,;.。]|$|\s+{AND})")
    return str(found["run"]) if found else ""


def _before_name(seen: Scene) -> str:
    """`CEO A`, `co-founders A and B`, 董事长A."""
    found = seen.find(rf"{ASKED}\s*{DE}?{RUN}")
    return str(found["run"] if _is_plural(seen) else found["run"][0]) if found else ""


def _appointed(seen: Scene) -> str:
    """任命A为董事长, `appointed A chairman`, A被B任命为董事长."""
    if passive := seen.find(rf"(?P<one>{NAME}){FILL}{BY}{FILL}{NAME}{FILL}{APPOINT}{FILL}{ASKED}"):
        return str(passive["one"])
    if made := seen.find(rf"{MADE_INTO}{FILL}(?P<one>{NAME}){FILL}{AS}{FILL}{ASKED}"):
        return str(made["one"])
    found = seen.find(rf"{APPOINT}{FILL}{RUN}(?P<as>{FILL}){ASKED}")
    given = found and (is_blank(found["as"]) or any_case(AS).search(found["as"]))
    return str(found["run"]) if found and given else ""


def _by(seen: Scene) -> str:
    """`replaced by A as chairman`, 由A出任董事长."""
    found = seen.find(
        rf"{REPLACE}\s+{AS}{FILL}{ASKED}{FILL}{DONE_BY}\s+{RUN}",
        rf"{REPLACE}\s+{DONE_BY}\s+{RUN}{FILL}{ASKED}",
        rf"{UNDERTAKEN_BY}{RUN}{FILL}(?:{SERVE}|{REPLACE}){FILL}{ASKED}",
        rf"{ASKED}.{{0,4}}{UNDERTAKEN_BY}{RUN}",
    )
    return str(found["run"]) if found else ""


def _relative(seen: Scene) -> str:
    """`A takes over from B, who has been chairman`: the name before the comma, not the one who follows."""
    found = seen.find(rf"{RUN}\s*,\s*who\b{FILL}{ASKED}")
    return signs(found["run"])[-1] if found else ""


def _replacing(seen: Scene) -> str:
    """`A succeeded B as chairman`, A接替B出任董事长."""
    found = seen.find(rf"{RUN}{FILL}{REPLACE}{FILL}{NAME}{FILL},?{FILL}{SERVE}{FILL}{ASKED}")
    return str(found["run"]) if found else ""


def _given(seen: Scene) -> str:
    """`named A, a judge, as minister`, `with A as minister`: the name just before the words for "as"."""
    found = seen.find(rf"(?P<one>{NAME})(?:\s*,[^,;.{ASKED}]*,)?\s+as\b{FILL}{ASKED}")
    return str(found["one"]) if found else ""


def _behind_name(seen: Scene) -> str:
    """`A (chairman)`, `A, B's lawyer`, `A, who is chairman`, `A the chairman`."""
    found = seen.find(
        rf"{RUN}\s*\([^()]*{ASKED}",
        rf"{RUN}\s*,\s*{NAME}{any_of(Words.POSSESSIVE)}{FILL}{ASKED}",
        rf"{RUN}\s*,\s*{WHO}{FILL}{ASKED}",
        rf"{RUN}\s*(?:{ARTICLE}\s+)?{ASKED}(?!\s*{NAME})",
    )
    return signs(found["run"])[-1] if found else ""


def _apposed(seen: Scene) -> str:
    """`A, the chairman of the bank, …`, `A and B, both directors, …`."""
    found = seen.find(rf"{RUN}\s*,(?!\s*{any_of(Words.COORDINATORS)})(?P<fill>{FILL}){ASKED}{ENDS}")
    if not found:
        return ""
    of_all = _is_plural(seen) or any_case(any_of(Words.ALL_OF_THEM)).search(found["fill"])
    return str(found["run"]) if of_all else signs(found["run"])[-1]


def _before_comma(seen: Scene) -> str:
    """`the chairman, A, …`, `as chairman, A …`, `succeeded by the chairman of the bank, A`."""
    found = seen.find(
        rf"{ASKED}\s*,\s*(?P<one>{NAME}){NOT_OWNER}(?:\s+{OF}\s[^,;.{ASKED}]+(?=,))?\s*(?:[,.;]|$|{AND})",
        rf"(?:\A|[,;:])\s*{any_of(Words.AS_ONE)}{FILL}{ASKED}{FILL},\s*(?P<one>{NAME})",
        rf"{DONE_BY}\s+(?:{ARTICLE}\s+)?(?:[a-z-]+\s+)?{ASKED}\s+{OF}{FILL},\s*(?P<one>{NAME})\s*(?:[,.;]|$)",
    )
    return str(found["one"]) if found else ""


def _beside_title(seen: Scene) -> str:
    """联合创始人兼CEO A: the title is beside one that is before its name."""
    if seen.find(rf"{NAME}{FILL}{SERVE}{FILL}{ASKED}"):
        return ""
    other = rf"{any_of(Words.BESIDE_TITLE)}\s*[^\U000f0000-\U000ffffd,;:。!?\s]{FILL}"
    found = seen.find(rf"(?<!{NAME}){ASKED}\s*{other}{RUN}")
    return str(found["run"][0]) if found else ""


def _subject(seen: Scene) -> str:
    """The subject of the clause; `her lawyer` is not she."""
    owned = seen.find(OWN + ASKED)
    return "" if owned and not owned["be"] else subject(seen.before, SERVE)


def _is_plural(seen: Scene) -> bool:
    return seen.asked.isascii() and seen.asked.lower().endswith("s")


RULES: tuple[Callable[[Scene], str], ...] = (
    _pronoun,
    _in_order,
    _succession,
    _handed_over,
    _predicate,
    _before_name,
    _appointed,
    _by,
    _relative,
    _replacing,
    _given,
    _behind_name,
    _apposed,
    _before_comma,
    _beside_title,
    _subject,
)
