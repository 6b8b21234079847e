"""What the page of an article says of it."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import SourceId
from build_tools.pages import make_pages
from build_tools.website.addresses import source_address
from build_tools.website.editions import EDITIONS
from tests.pages import small


def test_an_article_that_another_passes_on_is_linked() -> None:
    dossier = small.dossier()
    herald = replace(small.SOURCES[SourceId("herald")], relayed_sources=(SourceId("courier"),))
    inputs = replace(dossier.inputs, sources={**small.SOURCES, herald.id: herald})
    made = {page.address: page for page in make_pages(replace(dossier, inputs=inputs), EDITIONS["en"])}
    assert "| Passes on reports of | [The Courier](courier.md" in made[source_address(herald.id)].body
