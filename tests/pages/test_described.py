"""What a page says of itself in its head, for those who see only that."""

from __future__ import annotations

from tests.pages import small
from tests.pages.browse import pages_of


def described(edition: str) -> dict[str, str]:
    return {str(page.address): page.description for page in pages_of(small.dossier(), edition)}


def test_every_page_that_stays_says_what_is_on_it() -> None:
    made = pages_of(small.dossier())
    assert [page.address for page in made if not page.description and not page.redirect] == []


def test_pages_are_not_described_alike() -> None:
    found = [each for each in described("en").values() if each]
    assert len(found) == len(set(found))


def test_what_stands_first_on_a_page_describes_it() -> None:
    found = described("en")
    assert found["events/sale.md"].endswith("Ada Wang, the Mill")
    assert "[" not in "".join(found.values())
    assert found["sources/courier.md"].startswith("The Courier, ")
    assert described("zh-Hans")["people/index.md"].startswith("人物：")
