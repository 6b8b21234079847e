"""Open data: each file for other programs, what it is for, how large it is, and how its records are made."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.pages.parts.attribution import published
from build_tools.pages.parts.index_page import index_page
from build_tools.pages.parts.page_context import Context, cards_of
from build_tools.pages.parts.sections import section
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import OPEN_DATA
from build_tools.website.markdown import Markup
from build_tools.website.open_files import DataFile, data_url
from build_tools.website.page import PlannedPage

KILO = 1000


def open_data_page(view: View) -> Iterable[PlannedPage]:
    """The page, where there is data beside the pages."""
    if view.data:
        yield index_page(view, OPEN_DATA, "Open data", _data, listed=False)


def _data(context: Context) -> Iterable[Markup]:
    view = context.view
    newest = context.view.index.sources[-1:]
    lead = context.fill(
        "All that this site shows, for other programs; the newest article is of {day}. "
        "Of an article nothing is given here that the site does not publish.",
        day=md.text(published(view, newest[0]) if newest else "–"),
    )
    files = {one.path: one for one in view.data}
    rows = [_row(context, one, files) for one in view.data if one.name and one.size]
    table = cards_of(context, ("File", "What for", "Size", "Schema"), rows)
    yield md.paragraph(lead, css="lead")
    yield table
    yield section(context, "How to check a claim without this site", "verify", _verify(context, files))
    yield section(context, "Licence", "licence", _licence(context, files))


def _row(context: Context, one: DataFile, files: dict[str, DataFile]) -> list[Markup]:
    schema = f"data/schemas/{one.name}.schema.json"
    columns = one.path.removesuffix(".csv") + ".csv-metadata.json"
    described = next((path for path in (schema, columns) if path in files), "")
    return [
        _link(context, one.path),
        context.say(one.what),
        md.text(_size(one.size)),
        _link(context, described) if described else md.text("–"),
    ]


def _link(context: Context, path: str) -> Markup:
    """A file beside the editions, where the renderer cannot look."""
    return md.inline("a", md.text(path.rpartition("/")[2]), href=data_url(context.here, path))


def _size(size: int) -> str:
    """A size in kilobytes, or in megabytes from one on.

    >>> _size(400), _size(868_480), _size(1_425_408)
    ('1\\xa0kB', '868\\xa0kB', '1.4\\xa0MB')
    """
    said = f"{size / KILO**2:.1f} MB" if size >= KILO**2 else f"{max(1, round(size / KILO))} kB"
    return said.replace(" ", "\u00a0")


def _verify(context: Context, files: dict[str, DataFile]) -> Markup:
    """The script that checks proofs, as it is called."""
    script, proofs = (_link(context, path) for path in ("data/verify.py", "data/proofs.jsonl"))
    said = context.fill(
        "With an article as it was received, {script} checks its proofs in {proofs} without a network: "
        "the hash of the article, the place and words of each quote, and the value among them.",
        script=script,
        proofs=proofs,
    )
    return md.blocks(said, md.preformatted("python3 verify.py proofs.jsonl article.txt"))


def _licence(context: Context, files: dict[str, DataFile]) -> Markup:
    return context.fill(
        "Our sentences, translations and judgements may be reused under CC BY 4.0; the articles belong to "
        "their publishers: {licence}.",
        licence=_link(context, "data/LICENCE.txt"),
    )
