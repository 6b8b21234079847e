"""Records that are packed and unpacked are the same, to the places that two equal ones may differ in."""

from __future__ import annotations

from pathlib import Path

from build_tools.cache.packed import packed_bytes, plain_bytes, unpacked
from build_tools.evidence.source_proofs import common_of, prove_here, tasks_of
from build_tools.model import WORDLESS, LocalText, Span, Written
from build_tools.problem import Origin
from build_tools.reading import read
from build_tools.reading.located import Located

PIER = Path(__file__).parents[1] / "dossiers" / "pier"


def test_all_that_is_read_and_proven_of_a_dossier_comes_back() -> None:
    inputs, problems = read(PIER)
    proofs = list(prove_here(tasks_of(inputs), common_of(inputs)))
    parts = [(one.names.mentions, one.anchored, one.orphans, one.claims, one.unproven) for one in proofs]
    assert unpacked(packed_bytes(proofs)) == proofs
    for value in (inputs, problems, parts):
        back = unpacked(packed_bytes(value))
        assert back == value
        assert repr(back) == repr(value)


def test_a_text_keeps_its_place() -> None:
    place = Origin("a.yaml", 3, 7, 2)
    assert unpacked(packed_bytes(Written("12", place))).origin == place  # type: ignore[attr-defined]
    back = unpacked(packed_bytes(Located("12", "a.yaml", 3, 7, 2)))
    assert isinstance(back, Located)
    assert (back, back.origin) == ("12", place)


def test_plain_bytes_are_the_same_however_parts_are_shared() -> None:
    one, other = LocalText(en="kite"), LocalText(en="".join(("ki", "te")))
    assert packed_bytes((one, one)) != packed_bytes((one, other))
    assert plain_bytes((one, one)) == plain_bytes((one, other))
    assert plain_bytes((one, WORDLESS)) != plain_bytes((WORDLESS, one))


def test_a_record_of_one_field_or_two_comes_back() -> None:
    assert unpacked(packed_bytes((Span(1, 2), Written("a")))) == (Span(1, 2), Written("a"))
