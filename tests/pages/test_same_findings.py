"""The page of a conflict and its exported record say the same of it, as both print one finding."""

from __future__ import annotations

import re

import pytest

from build_tools.model import DifferenceKind
from build_tools.pages.conflict_page import conflict_page
from build_tools.pages.parts.view import View
from build_tools.website.editions import EDITIONS
from tests.checked import DOSSIERS, surveyed
from tests.exports.records import records

MEASURED = (DifferenceKind.PERCENT, DifferenceKind.POINTS, DifferenceKind.TIMES, DifferenceKind.DAYS)
NUMBER = re.compile(r"\d+(?:\.\d+)?(?= %| days| percentage)|(?<=factor of )\d+(?:\.\d+)?")


@pytest.mark.parametrize("name", ["every-rule", "english", "dam"])
def test_a_page_and_the_data_measure_a_conflict_alike(name: str) -> None:
    found = surveyed(DOSSIERS / name)
    exported = {record["id"]: record for record in records("conflicts", found)}
    measured = [each for each in found.conflicts if each.clashes[0].difference.gap in MEASURED]
    assert measured
    for each in measured:
        record, page = exported[each.id], conflict_page(View(found, EDITIONS["en"]), each).body
        (amount,) = NUMBER.findall(record["in_words"])
        assert re.search(
            rf"(?<![\d.]){re.escape(amount)}(?:%| days| percentage)|factor of {re.escape(amount)}", page
        ), each.id
        assert record["status"] in page
        assert record["clashes"][0] == [
            each.sides[at].label for at in (each.clashes[0].first, each.clashes[0].second)
        ]
