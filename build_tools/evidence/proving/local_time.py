"""Local time: a clock that its article sets in another place is of the place of the story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_tools.model import Claim, DateValue, Inputs, Qualifiers, Value
from build_tools.values.zones import local_time


def in_place(claims: Iterable[Claim], inputs: Inputs) -> tuple[Claim, ...]:
    """The claims with `18:07 local time` in the zone of the dossier, where it has one.

    Every other time of day has the zone that its words name, or that of its article.
    """
    zone = inputs.settings.time_zone
    return tuple(_placed(claim, zone) for claim in claims) if zone else tuple(claims)


def _placed(claim: Claim, zone: str) -> Claim:
    value, said = _told(claim.value, zone), _qualifiers(claim.qualifiers, zone)
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
