"""How disagreements came to be known, and who was first, as pages say it of the English dossier.

What is expected was worked out from its articles: the wire of 5 March corrects its price of the day before,
and the Ledger of 2 April passes on the wire's first report.
"""

from __future__ import annotations

from functools import cache

import pytest

from build_tools.model import Move
from build_tools.pages import how_known
from tests.checked import DOSSIERS, checked
from tests.pages.browse import Seen, pages_of, see_all

DOSSIER = DOSSIERS / "english"


@cache
def shown(edition: str) -> dict[str, Seen]:
    return see_all(pages_of(checked(DOSSIER).dossier, edition))


def told(heading: str, edition: str = "en") -> str:
    """What the page says under the heading of a disagreement, footnote marks and spaces aside."""
    words = "".join(shown(edition)["history.md"].words)
    return " ".join(words.partition(heading)[2].split())


def test_a_publisher_that_corrects_itself_is_shown_and_one_that_passes_on_the_error() -> None:
    text = told("What does Corvane pay for Brightwater?")
    first = text.index("Northgate Wire (4 March 2025): first to say about $1.2 billion")
    second = text.index("Northgate Wire (5 March 2025): first to say about $1.4 billion")
    third = text.index("Harbour Ledger (2 April 2025): passes on $1.2 billion")
    judged = text.index("10 April 2025: The editors think that this can be explained.")
    assert first < second < third < judged
    assert "no longer says about $1.2 billion" in text[second:third]


def test_whatever_an_article_does_with_an_answer_can_be_told() -> None:
    numbers_alone = {Move.MOVES_ON}
    assert how_known.ANSWERS.keys() | numbers_alone == set(Move)
    assert how_known.SAYS.keys() == set(Move)


def test_who_denies_is_named_and_against_whom() -> None:
    text = told("Helen Ashdown steps down")
    assert "Saltmere Gazette (7 March 2025): first to report that Helen Ashdown denies it" in text
    assert "against Northgate Wire, 4 Mar" in text


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("figures/jobs-lost.md", "First reported by Northgate Wire (4 March 2025)"),
        ("events/purchase.md", "First reported by Northgate Wire (4 March 2025)"),
    ],
)
def test_a_figure_and_an_event_say_who_reported_them_first(page: str, said: str) -> None:
    assert said in " ".join(shown("en")[page].text.split())


def test_what_one_article_alone_gives_is_not_said_to_be_first() -> None:
    text = "".join(shown("en")["figures/share-of-jobs-lost.md"].text)
    assert "First reported" not in text


def test_every_disagreement_leads_to_how_it_came_to_be_known() -> None:
    pages = shown("en")
    known = set(pages["history.md"].ids)
    for address, seen in pages.items():
        if address.startswith("conflicts/") and address != "conflicts/index.md":
            ways = [link.partition("#")[2] for link in seen.links if link.startswith("../history.md#")]
            assert len(ways) == 1
            assert ways[0] in known


def test_each_article_is_shown_with_its_own_number_and_in_the_zone_of_the_story() -> None:
    disaster = see_all(pages_of(checked(DOSSIERS / "disaster").dossier, "en"))["history.md"]
    text = " ".join("".join(disaster.words).split())
    assert "Meridian Wire (19 November 2031, 04:40 UTC+5): first to say 24 people" in text
    assert "Calder Tribune (19 November 2031, 16:30 UTC+5): later says 31 people, 36 people" in text
    assert "Sandera Evening Post (18 November 2031, 19:05 UTC+5): first to say about 2,700 tonnes" in text
