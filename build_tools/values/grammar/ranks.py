"""Places in a row: the tenth, 32nd place, third-largest, the second suspect, finished last."""

from __future__ import annotations

from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import LAST_RANK, Numeral
from build_tools.values.grammar.tokens import Token, TokenKind, Word

TEN, ELEVEN, HUNDRED, THIRD = 10, 11, 100, 3
FAR = 40
LAST = "last"


def ordinal_at(lexed: Lexed, at: int) -> Numeral | None:
    """The tenth, 32nd place: a rank. First to ninth are one only where the words rank something."""
    token, tokens = lexed.tokens[at], lexed.tokens
    if token.is_(TokenKind.ARABIC):
        ending = lexed.small[token.end : token.end + 2]
        if (
            ending not in ("st", "nd", "rd", "th")
            or _is_no_first(token, ending)
            or lexed.text[token.end + 2 : token.end + 3].isalnum()
        ):
            return None
        value, end, stop = token.words[0].number, token.end + 2, at + 1
    else:
        word = token.as_(TokenKind.ORDINAL)
        if not word:
            return None
        value, end, stop = word.number, token.end, at + 1
        if value < TEN and not (_is_ranked(lexed, at) or _is_nth_thing(lexed, at) or _tail(lexed, end)):
            return None
    if _behind(lexed, end, "not_ranked") or value != int(value):
        return None
    end += len(_behind(lexed, end, "rank_places"))
    unit = "rank"
    if tail := _tail(lexed, end):
        unit, end = LAST_RANK, end + len(tail)
    while stop < len(tokens) and tokens[stop].start < end:
        stop += 1
    return Numeral(token.start, end, value, unit=unit, first=at, stop=stop)


def _is_no_first(token: Token, ending: str) -> bool:
    """The 12st of a weight in stone: 21st is a place, 11st and 12st are none."""
    value = token.words[0].number
    return ending == "st" and (value % TEN != 1 or value % HUNDRED == ELEVEN)


def _tail(lexed: Lexed, end: int) -> str:
    """The words that count it from the end: second to last."""
    return _behind(lexed, end, "from_last")


def _behind(lexed: Lexed, end: int, name: str) -> str:
    """The first of a list of words that follows, whole."""
    return next((words for words in load_lexicon().lists[name] if _closes(lexed, end, words)), "")


def _closes(lexed: Lexed, end: int, tail: str) -> bool:
    return (
        lexed.small.startswith(tail, end) and not lexed.small[end + len(tail) : end + len(tail) + 1].isalpha()
    )


def _is_ranked(lexed: Lexed, at: int) -> bool:
    """Third-largest, finished second, fifth place, the third suspect; or the words are the whole text."""
    token, tokens = lexed.tokens[at], lexed.tokens
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and lexed.text[following.start : following.end] == "-" and at + 2 < len(tokens):
        following = tokens[at + 2]
    if following and following.is_(TokenKind.SUPERLATIVE) and following.start - token.end == 1:
        return True
    if _behind(lexed, token.end, "rank_places") or _behind(lexed, token.end, "ranked_among"):
        return True
    before = tokens[at - 1] if at else None
    if before and before.is_(TokenKind.RANKED) and token.start - before.end <= 2:
        return True
    return token.end - token.start == len(lexed.text.strip()) or _is_one_of_several(lexed, at)


def _is_one_of_several(lexed: Lexed, at: int) -> bool:
    """The third suspect, her second child, the fifth was cut off: one of several people or things."""
    token, lists = lexed.tokens[at], load_lexicon().lists
    if not lexed.small.endswith(lists["rank_leads"], 0, token.start):
        return False
    if _behind(lexed, token.end, "ranked_people"):
        return True
    head = lexed.small[max(0, token.start - FAR) : token.start]
    alone = head.endswith(lists["the_nth"]) and not head.endswith(lists["not_the_nth"])
    return alone and bool(_behind(lexed, token.end, "behind_the_nth"))


def _is_nth_thing(lexed: Lexed, at: int) -> bool:
    """Her third album, the fourth round, Nineth Meeting: which one of a row. First and second are no such."""
    token, lists, small = lexed.tokens[at], load_lexicon().lists, lexed.small
    opens = lexed.text[token.start].isupper() and not small[: token.start].strip()
    leads = opens or small.endswith(lists["thing_leads"], 0, token.start)
    thing = small[token.end + 1 : token.end + 2]
    if not leads or small[token.end : token.end + 1] != " " or not (thing.isascii() and thing.isalpha()):
        return False
    if token.words[0].number < THIRD:
        return bool(_behind(lexed, token.end, "ranked_things"))
    return not _behind(lexed, token.end, "no_ranked_thing")


def last_at(lexed: Lexed, at: int, word: Word) -> Numeral | None:
    """Next to last, 最后一名; a bare `last` only where it ranks: finished last, in last place."""
    token, end = lexed.tokens[at], lexed.tokens[at].end
    if word.name == LAST:
        before = lexed.tokens[at - 1] if at else None
        ranked = before is not None and before.is_(TokenKind.RANKED) and token.start - before.end <= 2
        place = _behind(lexed, end, "rank_places")
        if not ranked and not place:
            return None
        end += len(place)
    return Numeral(token.start, end, word.number, unit=LAST_RANK, first=at, stop=at + 1)
