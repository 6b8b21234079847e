"""Who takes part in what a verb says, where a passage names several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_tools.binding.connecting_words import Words, any_case, any_of, fold_places, is_blank
from build_tools.binding.layout import RELATIVE
from build_tools.binding.link_patterns import worded
from build_tools.binding.modifiers import belongs_to_name, belongs_to_noun
from build_tools.binding.scenes import ASKED, FILL, NAME, OWNER, RUN, Scene, scene, signs
from build_tools.binding.subjects import clauses_of_sentence, last_joined, possible_subjects, speaker, subject
from build_tools.model import Span
from build_tools.text.letters import HAN

ARTICLE, TO = rf"\b{any_of(Words.ARTICLES)}", any_of(Words.TO_WHOM)
PLACE = rf"\b{any_of(Words.PLACES)}\s+(?:{any_of(Words.ARTICLES, Words.OWN)})\s+[a-z -]+\s+of\s+\Z"
UNDERGO, DE = any_of(Words.UNDERGO), any_of(Words.DE)
BY, WHOLE = any_of(Words.DONE_BY), any_of(Words.WHOLE)
NEW_SUBJECT = rf"\s*(?:{any_of(Words.NEW, Words.COORDINATORS)})?\s*\Z"
BLANK = r"\s*"
ANNOUNCED = worded.source("announced")
WITH = rf"\s*{worded.source('with')}[^,]*?(?P<other>{NAME})"  # 宣布，与乙签约
GOES_ON = rf"\s*(?:$|,|{any_of(Words.DE, Words.PREPOSITIONS, Words.OF)})"
WHO_ACTS = rf"(?-i:[{HAN}]){{1,6}}{DE}"  # 总统提出的


@dataclass(frozen=True, slots=True)
class Parties:
    """The names of a passage: who acts, who is acted on, who is left open, and who does something else.

    `owners` are those of the open ones that only belong to another noun: Meta of Meta首席科学家.
    """

    agents: tuple[int, ...]
    objects: tuple[int, ...]
    open: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    owners: tuple[int, ...] = ()


def bind_parties(text: str, verb: Span, names: Sequence[Span]) -> Parties:
    """Who takes part in what a verb, or its noun, says.

    >>> bind_parties("乙被甲收购,丙反对", Span(3, 5), [Span(0, 1), Span(2, 3), Span(6, 7)])
    Parties(agents=(1,), objects=(0,), open=(), others=(2,), owners=())
    """
    return _bind(text, verb, tuple(names))


@lru_cache(maxsize=256)
def _bind(text: str, verb: Span, names: tuple[Span, ...]) -> Parties:
    """The same, once for all who take part."""
    seen = scene(text, verb, names)
    agents, objects = (_without_owners(seen, one) for one in _parts(seen))
    agents, objects = (
        (agents + _companions(seen), objects) if agents else (agents, objects + _companions(seen))
    )
    others = "".join(sign for sign in _others(seen, agents + objects) if sign not in agents + objects)
    taken = frozenset(seen.named(agents + objects + others))
    open_ = tuple(at for at in seen.all() if at not in taken)
    owners = seen.named("".join(_owners(seen))) if open_ else ()
    owning = tuple(at for at in open_ if at in owners)
    return Parties(seen.named(agents), seen.named(objects), open_, seen.named(others), owning)


def _companions(seen: Scene) -> str:
    """Companions in what a party does or undergoes: `A, together with B, …`, `…, with B as deputy`."""
    found = any_case(
        rf",\s*(?:{any_of(Words.COMPANIONS)}{FILL}{RUN}|with\s+(?P<one>{NAME})\s+as\b)"
    ).finditer(seen.text)
    return "".join(match["run"] or match["one"] for match in found)


def _without_owners(seen: Scene, parties: str) -> str:
    """The signs that do not only modify the next name: 磨坊前总裁林晚 gives no Mill."""
    return "".join(one for one in parties if not belongs_to_name(seen.text, seen.text.index(one)))


def _owners(seen: Scene) -> Iterator[str]:
    """The names that only modify another noun; an organisation whose officer leaves is a party."""
    leaves = any_case(any_of(Words.RESIGN, Words.LEAVE)).search(fold_places(seen.asked))
    for match in any_case(NAME).finditer(seen.text):
        left = leaves and not any_case(rf"{any_of(Words.FORMER)}\s*\Z").search(seen.text[: match.start()])
        if belongs_to_noun(seen.text, match.start()) and not left:
            yield match[0]


def _parts(seen: Scene) -> tuple[str, str]:
    """The signs of those who act, and of those acted on."""
    before, behind = clauses_of_sentence(seen.before)[-1], clauses_of_sentence(seen.behind)[0]
    found = _passive(seen, before, behind) or _of_noun(before, behind)
    if found:
        return found
    agents, objects = _active(seen, before, behind)
    return agents, objects + _apposition(seen.behind)


def _passive(seen: Scene, before: str, behind: str) -> tuple[str, str] | None:
    """乙被甲收购, `B was bought by A`."""
    if found := any_case(rf"{any_of(Words.UNDERGO, Words.UNDERTAKEN_BY)}{FILL}(?P<by>{NAME}){FILL}\Z").search(
        before
    ):
        head = before[: found.start()]
        earlier = seen.before[: len(seen.before) - len(before)] if is_blank(head) else ""
        return found["by"], subject(earlier + head)
    if undergone := any_case(rf"{UNDERGO}[^,]{{0,3}}\Z").search(before):
        return "", _patients(seen, before[: undergone.start()])
    passive = any_case(rf"{any_of(Words.PASSIVE)}\s*(?:\w+ly\s+)?\Z").search(before)
    if found := any_case(rf"\A{FILL if passive else BLANK}{BY}\s+{RUN}").search(behind):
        return found["run"], subject(seen.before)
    return ("", _patients(seen, before)) if passive and not seen.asked.endswith("ing") else None


def _patients(seen: Scene, before: str) -> str:
    """Parties that undergo the event: `A was sued`, `the case against A was dropped`."""
    for source in (
        rf"{ARTICLE}\s[^,]*?{TO}\s+{RUN}[^,]*\Z",
        rf"{worded.source('toward')}\s*{RUN}\s*{DE}[^,]*\Z",
    ):
        own = any_case(source).search(before)
        if own and not any(possible_subjects(before)):
            return str(own["run"])
    return subject(seen.before)


def _of_noun(before: str, behind: str) -> tuple[str, str] | None:
    """`the takeover of B by A`, `the talks between A and B`."""
    if both := any_case(rf"\A{FILL}{any_of(Words.BETWEEN)}\s+{RUN}").search(behind):
        return both["run"], ""
    found = any_case(rf"\A\s*{WHOLE}\s+{RUN}(?:{FILL}{BY}\s+(?P<by>{NAME}))?").search(behind)
    return (found["by"] or "".join(signs(before)[-1:]), found["run"]) if found else None


def _active(seen: Scene, before: str, behind: str) -> tuple[str, str]:
    """甲对乙提出起诉, `A sued B`; 甲对乙的起诉予以否认 is of a suit that 乙 brings."""
    to_another = rf"{RUN}{FILL}{any_of(Words.DONE_TO)}{FILL}(?P<to>{NAME})(?P<owns>{DE}?){FILL}\Z"
    found = any_case(to_another).search(before)
    if not found:
        return _agents(seen, before), "".join(_objects(behind))
    if found["owns"] and any_case(rf"\A\s*{any_of(Words.ANSWERS)}").search(behind):
        return found["to"], ""
    return found["run"], found["to"] + "".join(_objects(behind))


def _apposition(behind: str) -> str:
    """A name that says who the object is: recalled its ambassador to B, A, on Monday."""
    object_, *rest = clauses_of_sentence(behind)
    named = any_case(rf"\s*({NAME})\s*,?\s*").fullmatch(rest[0]) if rest else None
    noun = any_case(rf"\A\s*{any_of(Words.ARTICLES, Words.OWN)}\s").match(object_)
    return named[1] if named and noun else ""


def _agents(seen: Scene, clause: str) -> str:
    if owner := any_case(rf"(?P<owner>{NAME})(?:{OWNER})\s*\Z").search(clause):
        return str(owner["owner"])
    runs = [] if any_case(RELATIVE).match(clause) else list(possible_subjects(clause))
    earlier = seen.before[: len(seen.before) - len(clause)]
    announced = any_case(ANNOUNCED).search(fold_places(earlier))
    if announced and (joined := any_case(WITH).match(clause)):
        return subject(earlier) + str(joined["other"])
    if not runs:
        return subject(seen.before)
    return str(runs[0]["run"]) if len(runs) == 1 else "".join(last_joined(clause, runs))


def _objects(behind: str) -> Iterator[str]:
    """The names behind a verb, up to one who does something else: `bought A and B sold C`."""
    done = 0
    for match in any_case(NAME).finditer(behind):
        gap, rest = behind[done : match.start()], behind[match.end() :]
        joined = any_case(rf"{any_of(Words.TOGETHER)}\s*\Z").search(gap)
        if any_case(any_of(Words.ANOTHER_ACT)).search(gap) or (joined and not any_case(GOES_ON).match(rest)):
            return
        acts = any_case(WHO_ACTS).match(rest) and not any_case(DE).match(rest)
        if not acts and not any_case(PLACE).search(gap):
            yield match[0]
        done = match.end()


def _others(seen: Scene, parties: str) -> Iterator[str]:
    """Those who only report it, and those in a clause with its own subject."""
    parts = clauses_of_sentence(seen.text)
    own = next(at for at, clause in enumerate(parts) if ASKED in clause)
    has_subject = any(True for _ in possible_subjects(parts[own].partition(ASKED)[0]))
    yield from speaker(parts[own].partition(ASKED)[0])
    for clause in parts[:own]:
        complete = _opening(clause) and len(signs(clause)) > 1
        if any_case(RELATIVE).match(clause) or (has_subject and complete):
            yield from signs(clause)
        yield from speaker(clause) if has_subject else ""
    yield from _by_other_verb(parts[own].partition(ASKED)[2])
    for clause in parts[own + 1 :]:
        if clause is parts[own + 1] and _is_of_asked(parts[own], clause):
            continue
        first = _opening(clause)
        if any_case(RELATIVE).match(clause) or (first and has_subject and not set(first) & set(parties)):
            yield from signs(clause)


def _is_of_asked(own: str, clause: str) -> bool:
    """Whether a clause says more of the event, whose noun is right before: the prize, which she won."""
    noun = any_case(rf"{ASKED}\s*,?\s*\Z").search(own)
    return bool(noun and any_case(RELATIVE).match(clause))


def _by_other_verb(behind: str) -> Iterator[str]:
    """The names behind "by" in another verb that follows "and": will step down and be succeeded by B."""
    for match in any_case(rf"\band\s(?:[a-z]+\s){{0,3}}?[a-z]+(?:ed|en)\s[^,]*?{BY}{FILL}{RUN}").finditer(
        behind
    ):
        yield from signs(match["run"])


def _opening(clause: str) -> str:
    """The names with which a clause begins."""
    first = next(possible_subjects(clause), None)
    return str(first["run"]) if first and any_case(NEW_SUBJECT).fullmatch(clause[: first.start()]) else ""
