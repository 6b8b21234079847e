"""What the lexer finds: words of a kind, with their span."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class TokenKind(StrEnum):
    """What a word does in the grammar; a word may do several things."""

    __hash__ = str.__hash__  # an enum's own is slow, and other than that of its text

    ARABIC = "arabic"
    DIGIT = "digit"
    PLACE = "place"
    SCALE = "scale"
    FEW = "few"
    MORE = "more"
    HALF = "half"
    POINT = "point"
    ONE = "one"
    TEEN = "teen"
    TENS = "tens"
    HUNDRED = "hundred"
    LARGE = "large"
    LETTER = "letter"
    ARTICLE = "article"
    AND = "and"
    ORDINAL = "ordinal"
    PART = "part"
    DOZEN = "dozen"
    PAIR = "pair"
    MANY = "many"
    SEVERAL = "several"
    VULGAR = "vulgar"
    MULTIPLE = "multiple"
    LAST_RANK = "last_rank"
    REPEATED = "repeated"
    VAGUE = "vague"
    ZERO = "zero"
    ALL = "all"
    UNIT = "unit"
    COUNTED = "counted"
    CURRENCY_BEFORE = "currency_before"
    CURRENCY_AFTER = "currency_after"
    SMALL_MONEY = "small_money"
    BEFORE = "before"
    AFTER = "after"
    PRECISELY = "precisely"
    RANK = "rank"
    MINUS = "minus"
    SHARE = "share"
    NAME = "name"
    PRODUCT = "product"
    SUPERLATIVE = "superlative"
    RANKED = "ranked"
    PLACED = "placed"
    CUE = "cue"
    PER = "per"
    YEAR_SIGN = "year_sign"
    MONTH_SIGN = "month_sign"
    DAY_SIGN = "day_sign"
    MONTH_COUNT = "month_count"
    QUARTER_SIGN = "quarter_sign"
    QUARTER_COUNT = "quarter_count"
    WEEK_SIGN = "week_sign"
    MONTH_NAME = "month_name"
    MONTH_MAYBE = "month_maybe"
    WEEKDAY = "weekday"
    WEEKDAY_SHORT = "weekday_short"
    DAY_WORD = "day_word"
    DAY_HEAD = "day_head"
    WEEK_WORD = "week_word"
    WEEKEND = "weekend"
    WEEKEND_WORD = "weekend_word"
    MONTH_WORD = "month_word"
    QUARTER_WORD = "quarter_word"
    YEAR_WORD = "year_word"
    DECADE_WORD = "decade_word"
    WHICH = "which"
    NEAR_HEAD = "near_head"
    SEASON = "season"
    SEASON_SHORT = "season_short"
    NEAR_SEASON = "near_season"
    ERA = "era"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    HALF_MONTH = "half_month"
    MONTH_THIRD = "month_third"
    PART_SIGN = "part_sign"
    PART_OF = "part_of"
    WHOLE_YEAR = "whole_year"
    LATER_YEAR = "later_year"
    VAGUE_ON = "vague_on"
    DECADE_SIGN = "decade_sign"
    CENTURY_SIGN = "century_sign"
    LAST_CENTURY = "last_century"
    LUNAR = "lunar"
    LUNAR_WORD = "lunar_word"
    BEFORE_ERA = "before_era"
    FRONT = "front"
    FINAL = "final"
    SPAN = "span"
    SPAN_SIGN = "span_sign"
    AGO = "ago"
    LATER = "later"
    WITHIN = "within"
    FROM_NOW = "from_now"
    NOW = "now"
    TO = "to"
    FROM_BEFORE = "from_before"
    PAST = "past"
    WHICH_SOON = "which_soon"
    EVENING_WORD = "evening_word"
    EFFECT = "effect"
    GOES_ON = "goes_on"
    EN_SEASON = "en_season"
    CUT_DAY = "cut_day"
    FIRST_YEAR = "first_year"
    EN_MONTHS = "en_months"
    EN_QUARTERS = "en_quarters"
    YEAR_END = "year_end"
    UNTIL_BY = "until_by"
    LEAD_HAN = "lead_han"
    BOTH = "both"
    BETWEEN = "between"
    BETWEEN_END = "between_end"
    SINCE_BEFORE = "since_before"
    SINCE_AFTER = "since_after"
    AFTER_BEFORE = "after_before"
    AFTER_AFTER = "after_after"
    BEFORE_BEFORE = "before_before"
    BEFORE_AFTER = "before_after"
    UNTIL_BEFORE = "until_before"
    UNTIL_AFTER = "until_after"
    UNTIL_SINCE = "until_since"
    HOUR_SIGN = "hour_sign"
    MINUTE_SIGN = "minute_sign"
    QUARTER_HOUR = "quarter_hour"
    SHARP = "sharp"
    CLOCK_MORE = "clock_more"
    DAY_PART = "day_part"
    DAY_PART_AFTER = "day_part_after"
    AM_PM = "am_pm"
    OCLOCK = "oclock"
    HOURS = "hours"
    NOON = "noon"
    MIDDAY = "midday"
    ZONE = "zone"
    ZONE_WORD = "zone_word"
    ABOUT_CLOCK = "about_clock"
    OF = "of"
    THE_YEAR = "the_year"
    ON = "on"
    AT = "at"
    GLUE = "glue"
    TH = "th"
    PLURAL = "plural"
    NAMED_DAY = "named_day"
    FISCAL = "fiscal"
    AHEAD = "ahead"
    MODAL = "modal"
    AHEAD_CLOSE = "ahead_close"
    AHEAD_ONCE = "ahead_once"
    EVERY = "every"
    NOT_DATE = "not_date"
    WEEK_OF = "week_of"
    DAY_OF = "day_of"
    FULL_WEEK = "full_week"
    WEEK_TO = "week_to"
    WEEK_NOUN = "week_noun"
    SOONER = "sooner"
    FROM_TOLD = "from_told"
    EN_DAYS = "en_days"
    TEN_NAME = "ten_name"
    HEAT_WORD = "heat_word"
    LUNAR_MONTH = "lunar_month"
    LUNAR_NIGHT = "lunar_night"
    LUNAR_FEAST = "lunar_feast"
    SCORE_WORD = "score_word"


class Word(NamedTuple):
    """A word of the tables: its kind, what it names, what it is worth; `open` where it is a guess."""

    kind: TokenKind
    name: str = ""
    number: Decimal = Decimal(1)
    open: bool = False


class Roles(NamedTuple):
    """What a word may be, and the kinds of these."""

    words: tuple[Word, ...]
    kinds: frozenset[TokenKind]


class Token(NamedTuple):
    """A word of the text with its place, what it may be, and the kinds of these."""

    start: int
    end: int
    words: tuple[Word, ...]
    kinds: frozenset[TokenKind]

    def as_(self, kind: TokenKind) -> Word | None:
        """The word as one of this kind, if it can be that."""
        if kind in self.kinds:
            for word in self.words:
                if word.kind is kind:
                    return word
        return None

    def is_(self, kind: TokenKind) -> bool:
        """Whether it can be a word of this kind."""
        return kind in self.kinds
