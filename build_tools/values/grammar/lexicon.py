"""The tables of words, read once from `words/*.yaml` and checked as they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from build_tools.data_files import data_folder
from build_tools.text.letters import LATIN_RUN
from build_tools.values.grammar.characters import plain_text, small_ascii_letters
from build_tools.values.grammar.tokens import Roles, TokenKind, Word

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

KINDS = {kind.value: kind for kind in TokenKind}
TAILS = frozenset({TokenKind.UNIT, TokenKind.SMALL_MONEY, TokenKind.CURRENCY_AFTER})
Cell = str | int | float | list[str]
Phrases = tuple[tuple[str, bool], ...]  # the words, and whether their capitals count
MORE = 2  # characters behind the first run
Row = Mapping[str, "Cell | Mapping[str, list[str]]"]
Table = list[str] | Mapping[str, Cell] | Mapping[str, Row]


class WordsError(ValueError):
    """A fault in a table of words."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit: of which dimension it is, and what one is in the first unit of that dimension."""

    name: str
    of: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    first: str = ""  # the spelling that it had first; ids are reckoned from it


class Guard(NamedTuple):
    """What must be so beside a word: behind or before some characters it is another word."""

    behind_number: bool = False
    not_after: str = ""
    not_before: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All words: Latin ones by their first run of letters, the others by an automaton."""

    words: Mapping[str, Roles]
    signs: Mapping[str, Roles]
    latin: Mapping[str, Phrases]  # longest first; longer ones by two characters more than the run
    others: tuple[tuple[Roles, Guard | None], ...]  # by their number in the automaton
    automaton: AhoCorasick  # over small letters
    units: Mapping[str, UnitRow]
    lists: Mapping[str, tuple[str, ...]]  # words that are looked for beside a number, and are no tokens

    def of(self, kind: TokenKind) -> Mapping[str, Word]:
        """The words of one kind, as they are written in a plain text with small letters."""
        return _of_kind(self, kind)


@cache
def _of_kind(lexicon: Lexicon, kind: TokenKind) -> Mapping[str, Word]:
    both = (*lexicon.words.items(), *lexicon.signs.items())
    return {text: word for text, roles in both for word in roles.words if word.kind is kind}


@cache
def load_lexicon() -> Lexicon:
    """The words of the files beside this module."""
    folder = data_folder(__package__) / "words"
    return read_lexicon(sorted(folder.iterdir(), key=lambda file: file.name))


def read_lexicon(paths: Iterable[Traversable | Path]) -> Lexicon:
    """A lexicon of these files; a table of a further language is one file more.

    Raises `WordsError` where a file holds a kind, a column or a number that nothing reads.
    """
    import yaml  # it takes long to import, and only whoever reads words needs it

    words: dict[str, list[Word]] = {}
    signs: dict[str, list[Word]] = {}
    units: dict[str, UnitRow] = {}
    guards: dict[str, dict[str, str]] = {"not_after": {}, "not_before": {}}
    lists: dict[str, tuple[str, ...]] = {}
    for path in paths:
        if not path.name.endswith(".yaml"):
            continue
        tables: Mapping[str, Table] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        for kind, table in tables.items():
            try:
                if kind in guards and isinstance(table, Mapping):
                    guards[kind] |= {
                        plain_text(word): plain_text(str(apart)) for word, apart in table.items()
                    }
                    continue
                if kind == "lists" and isinstance(table, Mapping):
                    for name in table:
                        lists[name] = (*lists.get(name, ()), *map(plain_text, _texts(table, name)))
                    continue
                for text, word, exact in _entries(kind, table, units):
                    _add(signs if exact else words, text, word)
            except (AttributeError, TypeError, ValueError, ArithmeticError) as fault:
                raise WordsError(f"{path.name}: {kind}: {fault}") from fault
    return _indexed(words, signs, units, guards, lists)


def _entries(kind: str, table: Table, units: dict[str, UnitRow]) -> Iterator[tuple[str, Word, bool]]:
    if kind == "units":
        yield from _units(table, units)
    elif kind == "currencies":
        yield from _currencies(table)
    elif kind in KINDS:
        yield from ((text, word, False) for text, word in _plain(KINDS[kind], table))
    else:
        raise WordsError("no such kind of words")


def _plain(kind: TokenKind, table: Table) -> Iterator[tuple[str, Word]]:
    """A list of words; or what each is worth; or, by name, the words for it."""
    if isinstance(table, list):
        yield from ((text, Word(kind, text)) for text in table)
        return
    for key, cell in table.items():
        if isinstance(cell, list):
            name = "" if key == "-" else key
            yield from ((text, Word(kind, name)) for text in cell)
        elif isinstance(cell, Mapping):
            raise WordsError(f"`{key}` has columns, which {kind.value} has not")
        else:
            yield str(key), Word(kind, str(key), Decimal(str(cell)))


ONLY_WORDS = {"words", "signs", "parts"}  # a further language adds these to a unit that is known
UNIT_COLUMNS = ONLY_WORDS | {"of", "factor", "offset", "first"}


def _units(table: Table, units: dict[str, UnitRow]) -> Iterator[tuple[str, Word, bool]]:
    for name, row in _rows(table, UNIT_COLUMNS):
        name = "" if name == "-" else name
        if name not in units or not set(row) <= ONLY_WORDS:
            units[name] = _unit_row(name, row)
        yield from ((text, Word(TokenKind.UNIT, name), False) for text in _texts(row, "words"))
        yield from ((text, Word(TokenKind.UNIT, name), True) for text in _texts(row, "signs"))
        for text, worth in _mapping(row, "parts").items():
            yield text, Word(TokenKind.UNIT, name, Decimal(str(worth))), False


def _unit_row(name: str, row: Row) -> UnitRow:
    factor, offset = (
        Decimal(str(row.get(column, start))) for column, start in (("factor", 1), ("offset", 0))
    )
    return UnitRow(name, str(row.get("of", name)), factor, offset, str(row.get("first", "")))


CODE, MILLION = 3, Decimal(10**6)
EXACT_CODES = frozenset({"TRY", "ALL", "MOP", "SEN", "RM"})  # words with other letters
CURRENCY_COLUMNS = {"before", "after", "open_before", "open_after"}
COINS = "open_coins"


def _currencies(table: Table) -> Iterator[tuple[str, Word, bool]]:
    for name, row in _rows(table, CURRENCY_COLUMNS | {COINS}):
        for column in CURRENCY_COLUMNS:
            kind = TokenKind.CURRENCY_BEFORE if column.endswith("before") else TokenKind.CURRENCY_AFTER
            word = Word(kind, name, open=column.startswith("open"))
            for text in _texts(row, column):
                yield text, word, text in EXACT_CODES
        for text, worth in _mapping(row, COINS).items():
            yield text, Word(TokenKind.CURRENCY_AFTER, name, Decimal(str(worth)), open=True), False
        if len(name) == CODE and name.isupper():
            yield f"M{name}", Word(TokenKind.CURRENCY_AFTER, name, MILLION), False
            yield f"M{name}", Word(TokenKind.CURRENCY_BEFORE, name, MILLION), False


def _rows(table: Table, columns: set[str]) -> Iterator[tuple[str, Row]]:
    if not isinstance(table, Mapping):
        raise WordsError("rows by name are needed, not a list")
    for name, row in table.items():
        if not isinstance(row, Mapping):
            raise WordsError(f"`{name}` has no columns")
        if unknown := set(row) - columns:
            raise WordsError(f"`{name}` has no column {sorted(unknown)[0]}")
        yield str(name), row


def _texts(row: Mapping[str, object], column: str) -> list[str]:
    texts = row.get(column, [])
    if not isinstance(texts, list):
        raise WordsError(f"{column} is no list")
    return [str(text) for text in texts]


def _mapping(row: Row, column: str) -> Mapping[str, Cell | list[str]]:
    cell = row.get(column, {})
    if not isinstance(cell, Mapping):
        raise WordsError(f"{column} is no table")
    return cell


def _add(table: dict[str, list[Word]], text: str, word: Word) -> None:
    known = table.setdefault(plain_text(text), [])
    if word not in known:
        known.append(word)


def _indexed(
    words: Mapping[str, list[Word]],
    signs: Mapping[str, list[Word]],
    units: Mapping[str, UnitRow],
    guards: Mapping[str, Mapping[str, str]],
    lists: Mapping[str, tuple[str, ...]],
) -> Lexicon:
    small: dict[str, list[Word]] = {}
    for text, entries in words.items():
        small.setdefault(small_ascii_letters(text), []).extend(entries)
    signed = {
        text: _roles((*entries, *small.get(small_ascii_letters(text), ()))) for text, entries in signs.items()
    }
    plain = {text: _roles(entries) for text, entries in small.items()}
    others = [text for text in plain if not LATIN_RUN.match(text)]
    guarded = tuple((plain[text], guard) for text, guard in _guarded(others, plain, guards))
    automaton = AhoCorasick(others, matchkind=MatchKind.Standard)
    return Lexicon(plain, signed, _latin(plain, signed), guarded, automaton, units, lists)


def _latin(words: Iterable[str], signs: Iterable[str]) -> Mapping[str, Phrases]:
    found: dict[str, set[tuple[str, bool]]] = {}
    for text, exact in (*((text, True) for text in signs), *((text, False) for text in words)):
        if run := LATIN_RUN.match(text):
            plain, length = small_ascii_letters(text), len(run[0])
            short = len(text) < length + MORE
            found.setdefault(plain[:length], set())  # each run is known by itself, with or without a word
            found.setdefault(plain[: length if short else length + MORE], set()).add((text, exact))
    return {
        run: tuple(sorted(texts, key=lambda one: (-len(one[0]), not one[1]))) for run, texts in found.items()
    }


def _guarded(
    others: Sequence[str], roles: Mapping[str, Roles], guards: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, Guard | None]]:
    """The words with their guards; a unit of one character that begins no other word is behind a number."""
    longer = {text[0] for text in others if len(text) > 1}
    for text in others:
        tail = len(text) == 1 and text.isalpha() and text not in longer and roles[text].kinds <= TAILS
        guard = Guard(tail, guards["not_after"].get(text, ""), guards["not_before"].get(text, ""))
        yield text, guard if any(guard) else None


def _roles(words: Iterable[Word]) -> Roles:
    entries = tuple(words)
    return Roles(entries, frozenset(word.kind for word in entries))
