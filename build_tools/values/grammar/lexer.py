"""One pass over a text: its words of number, unit and cue as tokens with spans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from string import ascii_letters, digits

from build_tools.text.letters import HAN, LATIN_RUN
from build_tools.values.grammar.characters import NUMERAL, SCALES, plain_text, small_ascii_letters
from build_tools.values.grammar.lexicon import MORE, Guard, Lexicon, Phrases, load_lexicon
from build_tools.values.grammar.masks import mask_addresses
from build_tools.values.grammar.repetition import mask_runs
from build_tools.values.grammar.tokens import Roles, Token, TokenKind, Word

# 12,345.6 and 12,34,567.8 (of lakhs), 1 200 000 and 6 500人, 7,1万, 143.5 and .5
GROUPED = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
    r"|(?<![0-9.,] )[0-9]{1,3}(?: [0-9]{3}){2,}(?![0-9])(?:\.[0-9]+)?"
    rf"|(?<![0-9.] )[1-9][0-9]{{0,2}} [0-9]{{3}}(?= ?[{HAN}]| (?!(?:and|or|to)\b)[a-z])(?![0-9])"
    rf"|[0-9]{{1,3}},[0-9]{{1,2}}(?= {{0,4}}[{SCALES}])"
)
PLAIN = r"[0-9]+(?:\.[0-9]+)?|(?<![0-9.])\.[0-9]+"
LONGEST = 120  # a longer run of digits is no figure
WIDE = "，"
BEFORE_TAIL = f"{ascii_letters}{digits}{NUMERAL} )%½¼¾/-"
MONEY = (TokenKind.CURRENCY_BEFORE, TokenKind.CURRENCY_AFTER)
DIGITS_ONLY = frozenset({TokenKind.ARABIC})
HALVES = re.compile("[\ud800-\udfff]")
RUN, DIGIT = -1, -2  # hits that are no words of the automaton


@dataclass(frozen=True, slots=True)
class Lexed:
    """A text as given, in plain characters, in small letters, and its tokens in order."""

    given: str
    text: str
    small: str
    tokens: tuple[Token, ...]


@cache
def _digit() -> re.Pattern[str]:
    return re.compile("[0-9.]")


@cache
def _written() -> re.Pattern[str]:
    return re.compile(f"{GROUPED}|{PLAIN}")


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(PLAIN)


def lex(given: str, lexicon: Lexicon | None = None) -> Lexed:
    """The tokens of a text; spans are its code points.

    >>> [lexed.text[t.start : t.end] for lexed in [lex("收購了143億美元")] for t in lexed.tokens]
    ['143', '亿', '美元']
    """
    lexicon = lexicon or load_lexicon()
    text = mask_addresses(mask_runs(plain_text(given)))
    small = small_ascii_letters(text)
    return Lexed(given, text, small, tuple(_tokens(given, text, small, lexicon)))


def lex_again(lexed: Lexed, lexicon: Lexicon) -> Lexed:
    """The same text as the words of another lexicon."""
    given, text, small = lexed.given, lexed.text, lexed.small
    return Lexed(given, text, small, tuple(_tokens(given, text, small, lexicon)))


def _tokens(given: str, text: str, small: str, lexicon: Lexicon) -> list[Token]:
    """From left to right the longest word that counts where it is, or else a number."""
    done = 0
    tokens: list[Token] = []
    latin, others, number = lexicon.latin, lexicon.others, _written().match
    for start, _, end, which in _hits(text, small, lexicon):
        if start < done:
            continue
        if which >= 0:
            roles, guard = others[which]
            if guard is None or _is_there(guard, text, start, end):
                tokens.append(Token(start, end, roles.words, roles.kinds))
                done = end
        elif which == RUN:
            phrases = latin.get(small[start:end])
            if phrases is None:
                continue
            longer = latin.get(small[start : end + MORE])
            token = _latin(text, small, start, longer, lexicon) if longer else None
            token = token or _latin(text, small, start, phrases, lexicon)
            if token:
                tokens.append(token)
                done = token.end
        elif found := number(text, start):
            for first, last in _numbers(given, start, found.end()):
                done = last
                if last - first <= LONGEST:
                    tokens.append(Token(first, last, (_worth(text[first:last]),), DIGITS_ONLY))
    return tokens


def _hits(text: str, small: str, lexicon: Lexicon) -> list[tuple[int, int, int, int]]:
    """Where a word or a number may begin, in order: of those that begin together the longest word first."""
    found = [(start, start - end, end, which) for which, start, end in _words_in(small, lexicon)]
    found += [(run.start(), 0, run.end(), RUN) for run in LATIN_RUN.finditer(text)]
    found += [(one.start(), 0, one.end(), DIGIT) for one in _digit().finditer(text)]
    found.sort()
    return found


def _words_in(small: str, lexicon: Lexicon) -> list[tuple[int, int, int]]:
    """Which word of the automaton, from where to where; JSON may hold half a character, which is in none."""
    try:
        return lexicon.automaton.find_matches_as_indexes(small, overlapping=True)
    except UnicodeEncodeError:
        return lexicon.automaton.find_matches_as_indexes(HALVES.sub("\0", small), overlapping=True)


@cache
def _before_tail() -> frozenset[str]:
    """What may be right before a unit of one character."""
    return frozenset(BEFORE_TAIL).union(load_lexicon().lists["before_tail"])


def _is_there(guard: Guard, text: str, start: int, end: int) -> bool:
    """最近 holds no 近, 半导体 no 半."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if guard.behind_number and before not in _before_tail():
        return False
    return not (before and before in guard.not_after) and not (behind and behind in guard.not_before)


def _latin(text: str, small: str, start: int, phrases: Phrases, lexicon: Lexicon) -> Token | None:
    for phrase, exact in phrases:
        stop = start + len(phrase)
        if not (text if exact else small).startswith(phrase, start):
            continue
        roles = (lexicon.signs if exact else lexicon.words)[phrase]
        if not _goes_on(text, stop) or _is_code(text, stop, roles):
            return Token(start, stop, roles.words, roles.kinds)
    return None


def _is_code(text: str, at: int, roles: Roles) -> bool:
    """USD115."""
    return text[at].isdigit() and text[at - 1].isupper() and roles.words[0].kind in MONEY


def _goes_on(text: str, at: int) -> bool:
    """Whether a letter or digit follows a Latin word."""
    return at < len(text) and text[at].isascii() and text[at].isalnum() and text[at - 1].isalnum()


def _numbers(given: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """In 150，200家 a wide comma keeps two numbers apart, but for wide digits."""
    if WIDE not in given[start:end] or not given[start].isascii():
        return ((start, end),)
    return tuple(found.span() for found in _digits().finditer(given, start, end))


def _worth(written: str) -> Word:
    return Word(TokenKind.ARABIC, written, worth_of_digits(written))


def worth_of_digits(written: str) -> Decimal:
    """The number that Arabic digits with their grouping write.

    >>> str(worth_of_digits("12,34,567.89")), str(worth_of_digits("7,1")), str(worth_of_digits("1 200 000"))
    ('1234567.89', '7.1', '1200000')
    """
    head, comma, tail = written.partition(",")
    if comma and len(tail) < 3 and tail.isdigit():
        return Decimal(f"{head}.{tail}")
    return Decimal(written.replace(",", "").replace(" ", ""))
