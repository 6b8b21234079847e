"""Pages written by hand: how to cite each, and on the page about our work how good the check is."""

from __future__ import annotations

from build_tools.model import Findings
from build_tools.pages.parts.measured import score_of_all
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.page_footer import cite
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import ABOUT, Address
from build_tools.website.editions import Edition
from build_tools.website.markdown import Markup
from build_tools.website.page import Page
from build_tools.website.writing import Finish


def citable(findings: Findings, site: str) -> Finish:
    """What is put under a page written by hand: how it is cited; first, under one, how good the check is.

    `site` is where all editions are published.
    """

    def finish(edition: Edition, path: str, page: str) -> str:
        address = Address(path)
        context = Context(View(findings, edition, site), address)
        citing = cite(context, Page(address=address, title=md.title_in(page)))
        measured = score_of_all(context) if address == ABOUT else md.EMPTY
        return md.blocks(Markup(page), measured, citing) + "\n"

    return finish
