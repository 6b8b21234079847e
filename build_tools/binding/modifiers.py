"""Names that only modify another noun: an owner (`Meta's Llama`), an employer, something compared."""

from __future__ import annotations

from build_tools.binding.connecting_words import Words, any_case, any_of
from build_tools.binding.link_patterns import worded
from build_tools.binding.scenes import ASKED, NAME, OWNER
from build_tools.language.telling_apart import holds_verb
from build_tools.text.letters import HAN

QUOTES = r"[\"“”‘’'「」『』《》〈〉\s]*"
PLAIN = rf"[^,;:。!?\ue000-{ASKED}]"  # a letter of one clause, no name
DE, TITLE, THING = any_of(Words.DE), any_of(Words.TITLES), any_of(Words.BELONGINGS)
NO_TITLE = (
    rf"\A\s*{any_of(Words.TOGETHER)}|{worded.source('particles')}|{any_of(Words.DE, Words.UNDERTAKEN_BY)}"
)
NO_ENGLISH = any_of(Words.PREPOSITIONS, Words.COMPARED, Words.VERBS, Words.RELATIVES)
NOUN_PHRASE = rf"[,;:。!?\ue000-{ASKED}]|{any_of(Words.PREPOSITIONS, Words.VERBS)}"
OF_TITLE = rf"{TITLE}\s+(?:{any_of(Words.AT_ORGANISATION)}|from)\s+(?:{any_of(Words.ARTICLES)}\s+)?\Z"
INSIDE = rf"(?!{worded.source('no_owner')})(?P<inside>{PLAIN}{{1,12}}?){DE}(?!\s*{ASKED})"
COMPARED = rf"{any_of(Words.COMPARED)}\s*(?:{NAME}\s*(?:{any_of(Words.TOGETHER)}|,)\s*)*\Z"
OWNS = rf"{QUOTES}{OWNER}(?!{PLAIN}{{0,6}}{ASKED})"
HAS = rf"(?!{worded.source('no_owned')})(?-i:[{HAN}\s]){{0,4}}?{THING}{worded.source('no_office')}"


def belongs_to_name(text: str, place: int) -> bool:
    """Whether the name at a place only modifies the next name: Meta首席科学家LeCun, `Meta's Llama`."""
    before, behind = text[:place], text[place + 1 :]
    if any_case(rf"{QUOTES}{OWNER}?{QUOTES}{NAME}").match(behind):
        return True
    if any_case(OF_TITLE).search(before) and any_case(rf"\s*,\s*{NAME}").match(behind):
        return True
    found = any_case(rf"(?P<noun>{PLAIN}{{1,30}}?){QUOTES}{NAME}").match(behind)
    return found is not None and (_is_title(found["noun"]) or _is_relative(found["noun"]))


def belongs_to_noun(text: str, place: int) -> bool:
    """Whether the name at a place only modifies a noun, or is something to compare with."""
    before, behind = text[:place], text[place + 1 :]
    if belongs_to_name(text, place) or any_case(OWNS).match(behind) or any_case(HAS).match(behind):
        return True
    if any_case(OF_TITLE).search(before) or any_case(COMPARED).search(before):
        return True
    return _is_title(any_case(NOUN_PHRASE).split(behind)[0]) or _is_relative(behind)


def _is_title(words: str) -> bool:
    """Whether words are a title: an English one at their end, for verbs do not show there."""
    if words.isascii():
        return bool(any_case(rf"{TITLE}\W*\Z").search(words)) and not any_case(NO_ENGLISH).search(words)
    found = any_case(TITLE).search(words)
    if found is None or any_case(any_of(Words.HEADED_BY)).search(words):
        return False
    before = words[: found.start()]
    return not holds_verb(before) and not any_case(NO_TITLE).search(before)


def _is_relative(words: str) -> bool:
    """Whether words, behind a name that is their subject, are a clause of a noun: 格罗斯管理的基金."""
    found = any_case(INSIDE).match(words)
    if found is None or any_case(any_of(Words.HEADED_BY)).search(found["inside"]):
        return False
    last = found["inside"].rstrip()
    return holds_verb(last[-2:]) or bool(any_case(rf"{any_of(Words.RELATIVE_VERBS)}\Z").search(last))
