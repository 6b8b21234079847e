"""Local time: a clock that its article sets in another place is of the place of the story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_tools.model import Claim, DateValue, Qualifiers, Value
from build_tools.values.zones import local_time


def in_place(claims: Iterable[Claim], story: str | None, article: str | None) -> tuple[Claim, ...]:
    """The claims of an article with `18:07 local time` in the zone of the dossier, where it has one.

    Every other time of day has the zone that its words name, or that of its article; a day without a time
    is one of the calendar of its article.
    """
    return tuple(_placed(claim, story, article) for claim in claims)


def _placed(claim: Claim, story: str | None, article: str | None) -> Claim:
    value = _told(claim.value, story) if story else claim.value
    said = _qualifiers(claim.qualifiers, story) if story else claim.qualifiers
    if article and isinstance(value, DateValue) and not value.clock:
        value = replace(value, zone=article)
    if value is claim.value and said is claim.qualifiers:
        return claim
    return replace(claim, value=value, qualifiers=said)


def _qualifiers(said: Qualifiers, zone: str) -> Qualifiers:
    as_of, from_, until = (_date(one, zone) for one in (said.as_of, said.from_, said.until))
    if (as_of, from_, until) == (said.as_of, said.from_, said.until):
        return said
    return replace(said, as_of=as_of, from_=from_, until=until)


def _told(value: Value | None, zone: str) -> Value | None:
    return _date(value, zone) if isinstance(value, DateValue) else value


def _date(value: DateValue | None, zone: str) -> DateValue | None:
    return local_time(value, zone) if value else None
