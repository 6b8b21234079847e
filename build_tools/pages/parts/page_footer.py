"""The foot of a page: how to cite it, how to report an error, how to edit it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import urlencode

from build_tools.model import DateValue
from build_tools.pages.parts.known_then import cut_line
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import Address, url
from build_tools.website.editions import Edition
from build_tools.website.latex import address_in_braces, latex
from build_tools.website.markdown import Markup
from build_tools.website.page import Page

LONGEST_TITLE = 200  # an address has to stay short, and a Han character takes nine letters in it
INNER = str.maketrans("《》", "〈〉")  # the marks of a title within a title


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation of a page must name; `dated` is the day of a judgement, where the page gives one.

    The home page has the title of the whole site, whose `site` is empty.
    """

    key: str
    title: str
    site: str
    url: str
    language: str
    dated: str = ""


def in_words(reference: Reference, edition: Edition) -> str:
    """A citation in words, for a text."""
    title = reference.title.translate(INNER) if edition.chinese else reference.title
    said = edition.say("“{title}”", title=title)
    if reference.site:
        said = edition.say("“{title}”, {site}", title=title, site=reference.site)
    day = edition.date(DateValue(reference.dated, None, None)) if reference.dated else ""
    parts = (said, day, reference.url)
    return edition.marks.phrase.join(part for part in parts if part)


def bibtex(reference: Reference) -> str:
    """A citation for a bibliography of LaTeX.

    >>> print(bibtex(Reference("ada", "R&D at 50%", "The Mill", "https://example.org/ada/", "en")))
    @misc{ada,
    title = {{R\\&D at 50\\%}},
    howpublished = {{The Mill}},
    url = {https://example.org/ada/},
    language = {en}
    }
    """
    fields = {
        "title": f"{{{latex(reference.title)}}}",
        "howpublished": f"{{{latex(reference.site)}}}" if reference.site else "",
        "date": reference.dated,
        "url": address_in_braces(reference.url),
        "language": reference.language,
    }
    lines = [f"{name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{reference.key},\n" + ",\n".join(lines) + "\n}"


def csl_json(reference: Reference) -> str:
    """A citation for Zotero, Pandoc and others that read the Citation Style Language."""
    item: dict[str, object] = {
        "id": reference.key,
        "type": "webpage",
        "title": reference.title,
        **({"container-title": reference.site} if reference.site else {}),
        "URL": reference.url,
        "language": reference.language,
    }
    if reference.dated:
        item["issued"] = {"date-parts": [[int(part) for part in reference.dated.split("-")]]}
    return json.dumps([item], ensure_ascii=False)


FORM = "error.yml"  # .github/ISSUE_TEMPLATE; its field for the address is called `page`


def page_footer(context: Context, page: Page) -> Markup:
    """As of when a page is, how to cite it, and how to edit it or report an error."""
    return md.blocks(cut_line(context), cite(context, page), colophon(context, page))


def cite(context: Context, page: Page) -> Markup:
    """The page as others may cite it: in words, in BibTeX, in CSL-JSON."""
    if not context.view.site:
        return md.EMPTY
    reference = reference_to(context, page)
    note = (
        "Add the day you read it. "
        "To cite a single line, click the # next to it: its address then appears here."
    )
    content = md.blocks(
        md.text(in_words(reference, context.edition)),
        md.preformatted(bibtex(reference)),
        md.preformatted(csl_json(reference)),
        context.say(note),
    )
    return md.details(context.say("Cite this page"), content, css="cite", unsearched=True)


def reference_to(context: Context, page: Page) -> Reference:
    """What names a page outside this site."""
    edition = context.edition
    site = edition.words(context.view.dossier.inputs.settings.title)
    return Reference(
        key=md.identifier(f"{edition.folder}/{page.address.removesuffix('.md')}"),
        title=md.clean(page.title),
        site="" if page.title == site else md.clean(site),
        url=published_at(context.view, page.address),
        language=edition.lang,
        dated=page.dated,
    )


def published_at(view: View, address: Address) -> str:
    """The full public address of a place."""
    return f"{view.site}{view.edition.folder}/{url(address)}" if view.site else ""


def colophon(context: Context, page: Page) -> Markup:
    """The file that a page comes from, and the form for what is wrong with it.

    `data-forms` tells the script where the forms are: a link on a page may lead anywhere.
    """
    edit, report = repository(context.view, page.edit), report_address(context.view, page.title, page.address)
    ways = [
        md.link(edit, context.say("Edit this page")) if edit else md.EMPTY,
        md.link(report, context.say("Report an error on this page"), css="report") if report else md.EMPTY,
    ]
    line = md.join(ways, md.text(" · "))
    if not line:
        return line
    return md.line("p", line, class_="colophon", data_search_exclude="true", data_forms=forms(context.view))


def repository(view: View, path: str, line: int = 0) -> str:
    """Where a file of the dossier can be read, or edited where no line is asked for."""
    base = view.dossier.inputs.settings.repository.rstrip("/")
    if not base or not path:
        return ""
    return f"{base}/blob/main/{path}#L{line}" if line else f"{base}/edit/main/{path}"


def forms(view: View) -> str:
    """Where the forms of the repository's issues are."""
    base = view.dossier.inputs.settings.repository.rstrip("/")
    return f"{base}/issues/new" if base else ""


def report_address(view: View, title: str, address: Address) -> str:
    """The form for an error, with the page filled in; a title longer than any heading is cut."""
    whole = md.clean(title)
    name = whole if len(whole) <= LONGEST_TITLE else f"{whole[:LONGEST_TITLE]}…"
    filled = {"template": FORM, "title": f"Error: {name}", "page": published_at(view, address)}
    query = urlencode({name: value for name, value in filled.items() if value})
    return f"{forms(view)}?{query}" if forms(view) else ""
