"""A statement that is doubtful on its face: the editors' remark, and in one line who makes it."""

from __future__ import annotations

from build_tools.model import Anchored, Doubt
from build_tools.pages.parts.attribution import short_name
from build_tools.pages.parts.page_context import Context, sentence
from build_tools.pages.parts.view import note_key
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup


def doubt_remark(context: Context, found: Anchored) -> Markup:
    """Why a statement is doubtful, in the editors' words; nothing where they have no doubt."""
    if not found.annotation.doubt:
        return md.EMPTY
    said = context.fill("Doubtful on its face: {why}", why=sentence(context, found.annotation.doubt))
    return md.paragraph(said, css="doubt")


def doubt_line(context: Context, doubt: Doubt) -> Markup:
    """The remark, whose statement it is of, and the footnote that shows the statement."""
    cited = doubt.passage.citation
    by = md.inline("span", short_name(context, cited.source), class_="count")
    why = sentence(context, doubt.why)
    return md.join([md.join([why, by], md.SPACE), md.footnote(note_key(cited.source, doubt.passage.id))])
