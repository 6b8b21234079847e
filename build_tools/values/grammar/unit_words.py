"""Which unit a word behind a number is, and where it is another word: pounds, won, 块, in."""

from __future__ import annotations

from decimal import Decimal

from build_tools.values.grammar.characters import DIGITS, TWO
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import Numeral
from build_tools.values.grammar.tokens import Token, TokenKind, Word

MOST_HEAT, RATE = 60, 12
TIMES = frozenset({"year", "month", "week", "day", "night", "hour", "minute", "second"})
PENCE = ("p", "P")
PICTURE_LINES = frozenset({144, 240, 360, 480, 720, 1080, 1440, 2160, 4320})  # 1080p
STONE = ("stone", "Stone", "st")
QUARTER_POINT = Decimal("0.25")


def unit_word(lexed: Lexed, token: Token, numeral: Numeral, gap: str) -> Word | None:
    """The unit that the word is here: pounds are money or a weight, 点 is no unit."""
    text = lexed.text
    units = [word for word in token.words if word.kind in (TokenKind.UNIT, TokenKind.CURRENCY_AFTER)]
    if not units:
        return None
    written = text[token.start : token.end]
    if gap in (" of ", " in ") and (written.isascii() is False or units[0].name == "in"):
        return None
    if gap == " in " and (units[0].kind is TokenKind.UNIT or _is_means(lexed, numeral, units[0])):
        return None
    if _is_other_word(lexed, token, written, gap, numeral) or _begins_word(lexed, token, units[0], gap):
        return None
    if written in load_lexicon().lists["quarter_points"] and _is_rate(lexed, numeral):
        return Word(TokenKind.UNIT, "percentage-point", QUARTER_POINT)
    money = next((word for word in units if word.kind is TokenKind.CURRENCY_AFTER), None)
    weight = next((word for word in units if word.kind is TokenKind.UNIT), None)
    if money and weight:
        return weight if _is_weight(lexed, token) else money
    return units[0]


def _is_means(lexed: Lexed, numeral: Numeral, money: Word) -> bool:
    """Whether money is only what a sum is paid in: $12 million in bitcoin, not $12 in Canadian dollars."""
    sign = lexed.text[max(numeral.start - 1, 0) : numeral.start]
    return sign in ("€", "£") or (sign == "$" and not money.name.endswith("D"))


def _begins_word(lexed: Lexed, token: Token, unit: Word, gap: str) -> bool:
    """Whether a length of time only begins another word: two night-shift workers, not 20 minute-long."""
    text = lexed.small
    joined = gap == " " and unit.name in TIMES and text[token.end : token.end + 1] == "-"
    after = text[token.end + 1 : token.end + 2]
    return joined and after.isalpha() and not text.startswith(load_lexicon().lists["lasting"], token.end + 1)


def _is_rate(lexed: Lexed, numeral: Numeral) -> bool:
    """升息半碼, 利率調升1碼: a quarter of a percentage point, and no yard."""
    head = lexed.text[max(0, numeral.start - RATE) : numeral.start]
    return any(word in head for word in load_lexicon().lists["rates"])


def _is_weight(lexed: Lexed, token: Token) -> bool:
    """Pounds of a thing, or in words about weight."""
    around = lexed.small[max(0, token.start - 40) : token.end + 24]
    behind = lexed.small[token.end : token.end + 4]
    return behind.startswith(" of") or any(word in around for word in load_lexicon().lists["weights"])


def _is_other_word(lexed: Lexed, token: Token, written: str, gap: str, numeral: Numeral) -> bool:
    """块 of many pieces, the won of 3 won, 期间, 404页面, two letters that are a name."""
    text, following, lists = lexed.text, lexed.text[token.end : token.end + 1], load_lexicon().lists
    if written in lists["seasons"]:
        return not text.endswith(lists["counts_quarters"], 0, numeral.start)
    if written in lists["kuai"]:
        return _is_piece(lexed, numeral, following)
    if following and f"{written}{following}" in lists["other_words"]:
        return not text.startswith(lists["no_other_words"], token.start)
    if numeral.unit == "digits" and written in lists["digit_counts"]:
        return True
    if written in ("won", "dong", "rand", "real", "try"):
        return (numeral.value or 0) < 100
    if written == "in":
        return gap != "" and not _after_feet(text, token.start) and not _after_feet(text, numeral.start)
    if written in ("$", "€", "£", "¥") or (written.isupper() and following.isdigit()):
        return following.isdigit()
    if written in ("C", "F"):
        return following in ("/", "-") or gap != "" or not _is_warm(lexed, token, written, numeral)
    if written in ("V", "W", "L", "g", "h", "m", "t", "s", "hp", "sec", "bar"):
        return _is_initial(lexed, token, gap, numeral)
    if written in lists["liang"]:
        return following not in (*lists["after_liang"], "") or not _may_be_liang(lexed, numeral)
    if written == "x" and gap:
        return True
    if written in lists["coins"]:
        return not _is_coin(lexed, token, numeral)
    if written in PENCE:
        return gap != "" or following.isalnum() or numeral.value in PICTURE_LINES
    if written in lists["blades"]:
        return text.endswith(lists["stabbed"], 0, numeral.start)
    if written in STONE:
        return not (_is_weight(lexed, token) or "lb" in text[token.end : token.end + 6])
    return written in lists["clock_minutes"] or text.startswith(lists["no_pairs"], token.start)


def _is_piece(lexed: Lexed, numeral: Numeral, following: str) -> bool:
    """三块砖 are pieces, where 三块五 is money, and 三万块."""
    lists, sized = load_lexicon().lists, lexed.text[numeral.end - 1] in load_lexicon().lists["sizes_of_money"]
    if following and following in DIGITS[1:]:
        return sized
    pieces = lexed.text.rstrip(" ").endswith(lists["in_pieces"], 0, numeral.start)
    return pieces or sized or following.isalpha()


def _is_coin(lexed: Lexed, token: Token, numeral: Numeral) -> bool:
    """減價三毫: a coin, where a sum is led and the word ends there."""
    text, lists = lexed.text, load_lexicon().lists
    if text[token.end : token.end + 1].isalpha() and not text.startswith(lists["behind_coin"], token.end):
        return False
    return text.endswith(lists["before_coin"], 0, numeral.start)


def _after_feet(text: str, at: int) -> bool:
    """5 ft 2 in."""
    return text[max(0, at - 8) : at].rstrip().endswith(("feet", "foot", "ft"))


def _may_be_liang(lexed: Lexed, numeral: Numeral) -> bool:
    return numeral.value is not None and lexed.text[numeral.start : numeral.end] != TWO


def _is_warm(lexed: Lexed, token: Token, written: str, numeral: Numeral) -> bool:
    """40C, and 90F where the words speak of heat; a form 13F is none."""
    around = lexed.small[max(0, token.start - 60) : token.end + 40]
    cue = any(word in around for word in load_lexicon().lists["warm"])
    below = lexed.text[max(0, numeral.start - 2) : numeral.start] in ("-", " -")
    return cue or below or (written == "C" and numeral.value is not None and abs(numeral.value) <= MOST_HEAT)


def _is_initial(lexed: Lexed, token: Token, gap: str, numeral: Numeral) -> bool:
    """The C of `7C` in a name; a unit of one letter is directly behind digits and ends there."""
    digits = lexed.text[numeral.end - 1].isdigit()
    behind = lexed.text[token.end : token.end + 1]
    if behind in tuple("-/_") and lexed.text[token.end + 1 : token.end + 2].isalnum() and behind != "/":
        return True
    if gap in ("", " ") and lexed.text[token.start : token.end] in ("m", "t", "g"):
        return False if digits or numeral.scale > 1 else bool(gap) is False
    return not digits or gap != ""
