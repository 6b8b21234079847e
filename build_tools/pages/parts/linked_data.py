"""What a page is on, as schema.org says it to programs; it gives no verdict on any claim."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from build_tools.model import Kind, Source
from build_tools.pages.parts.attribution import own_title
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.page_footer import published_at
from build_tools.website.addresses import FOLDERS, HOME
from build_tools.website.page import Page

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TYPES = {
    FOLDERS[Kind.PERSON]: "Person",
    FOLDERS[Kind.ORGANISATION]: "Organization",
    FOLDERS[Kind.WORK]: "CreativeWork",
    FOLDERS[Kind.EVENT]: "Event",
}
Thing: TypeAlias = "Mapping[str, str | Thing | Sequence[str] | Sequence[Thing]]"


def linked_data(context: Context, page: Page) -> str:
    """The JSON-LD of a page; nothing where it is not known where the site is published."""
    if not context.view.site:
        return ""
    return in_script({"@context": "https://schema.org", **_page(context, page)})


def _page(context: Context, page: Page) -> Thing:
    settings, edition = context.view.dossier.inputs.settings, context.edition
    site = {
        "@type": "WebSite",
        "name": edition.words(settings.title),
        "url": published_at(context.view, HOME).removesuffix("index/"),
    }
    about = _about(context, page)
    return {
        "@type": "WebPage",
        "name": page.title,
        "description": page.description,
        "url": published_at(context.view, page.address),
        "inLanguage": page.lang or edition.lang,
        "license": LICENCE,
        "isPartOf": site,
        **({"about": about} if about else {}),
        **({"mainEntity": _dataset(context)} if page.address == HOME and context.view.data else {}),
    }


def _about(context: Context, page: Page) -> Thing:
    """The person, the event, … or the article that a page is on; nothing for a list or a disagreement."""
    folder, _, name = page.address.removesuffix(".md").partition("/")
    if name in ("", "index"):
        return {}
    if folder in TYPES:
        others = {"alternateName": list(page.names)} if page.names else {}
        return {"@type": TYPES[folder], "name": page.title, **others}
    found = context.view.article_at.get(page.address)
    return _article(context, found) if found else {}


def _article(context: Context, source: Source) -> Thing:
    day = source.published.earliest
    exact = day if day and day == source.published.latest else None
    return {
        "@type": "NewsArticle",
        "headline": own_title(source),
        "publisher": {"@type": "Organization", "name": context.edition.words(source.publisher)},
        "inLanguage": source.language,
        **({"datePublished": exact.isoformat()} if exact else {}),
        **({"url": source.url} if source.url else {}),
    }


def _dataset(context: Context) -> Thing:
    """The files beside the pages, as search engines for data look for them."""
    settings = context.view.dossier.inputs.settings
    files = [
        {"@type": "DataDownload", "contentUrl": f"{context.view.site}{one.path}", "encodingFormat": one.media}
        for one in context.view.data
        if one.name and one.content
    ]
    return {
        "@type": "Dataset",
        "name": context.edition.words(settings.title),
        "description": context.edition.words(settings.description),
        "license": LICENCE,
        "distribution": files,
    }


def in_script(thing: Thing) -> str:
    r"""JSON that is data wherever a script may begin or end.

    >>> in_script({"name": "</script> & 'x'"})
    '{"name": "\\u003c/script\\u003e \\u0026 \\u0027x\\u0027"}'
    """
    written = json.dumps(thing, ensure_ascii=False)
    return "".join(f"\\u{ord(mark):04x}" if mark in "<>&'" else mark for mark in written)
