"""An article in two sentences of the editors, and the loaded words that it uses."""

from __future__ import annotations

from build_tools.findings.passages import passage_with
from build_tools.model import LocalText, Source
from build_tools.pages.parts.page_context import Context, prose
from build_tools.website import markdown as md
from build_tools.website.addresses import passage_address
from build_tools.website.markdown import Markup


def character(context: Context, source: Source) -> Markup:
    """What kind of article it is, and its loaded words, each leading to where it is."""
    told = prose(context, source.character) if source.character else md.EMPTY
    words = [_loaded(context, source, word.text, means) for word, means in source.loaded]
    if not words:
        return told
    said = context.fill("Loaded words: {words}.", words=context.listed(words))
    return md.blocks(told, md.paragraph(said, css="loaded"))


def _loaded(context: Context, source: Source, word: str, means: LocalText) -> Markup:
    """A word in its own script, and what it means where the edition is in another language."""
    shown = md.inline("q", md.text(word), lang=source.language)
    found = passage_with(context.view.index, source.id, word)
    link = context.link(passage_address(source.id, found.id), shown) if found else shown
    foreign = source.language[:2] != context.edition.lang[:2]
    meant = md.text(context.edition.words(means)) if foreign and means else md.EMPTY
    return context.fill("{value} ({how})", value=link, how=meant) if meant else link
