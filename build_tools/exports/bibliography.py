"""The articles as a bibliography: CSL-JSON, BibTeX and RIS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.exports.given_data import GivenData, one_text
from build_tools.exports.json_lines import json_text
from build_tools.model import LocalText, Source
from build_tools.text.letters import HAN_LETTER
from build_tools.website.latex import address_in_braces, latex


def export_csl(given: GivenData) -> Iterator[bytes]:
    """CSL-JSON, which Zotero, Pandoc and citeproc read."""
    items = [_csl(source) for source in given.findings.index.sources]
    yield f"{json_text(items, indent=1)}\n".encode()


def export_bibtex(given: GivenData) -> Iterator[bytes]:
    """BibTeX; a name in Han characters is one word, so that it is not turned round."""
    return (f"{_bibtex(source)}\n\n".encode() for source in given.findings.index.sources)


def export_ris(given: GivenData) -> Iterator[bytes]:
    """RIS, which EndNote and Mendeley read."""
    return (_ris(source).encode() for source in given.findings.index.sources)


def date_parts(source: Source) -> tuple[int, ...]:
    """Year, month and day of publication, as far as they are known."""
    first, last = source.published.earliest, source.published.latest
    if first is None or last is None or first.year != last.year:
        return ()
    whole = (first.year, first.month, first.day)
    return whole if first == last else whole[:2] if first.month == last.month else whole[:1]


def own_text(text: LocalText, source: Source) -> str:
    """A text as the article itself has it: in its own language where that is known."""
    return one_text(text, source.language)


def _csl(source: Source) -> dict[str, object]:
    """An item without the fields that are not known; a name is literal, as the article has it."""
    parts, author = date_parts(source), own_text(source.author, source)
    found: dict[str, object] = {
        "id": source.id,
        "type": "article-newspaper",
        "title": own_text(source.title, source),
        "author": [{"literal": author}] if author else None,
        "container-title": own_text(source.publisher, source),
        "issued": {"date-parts": [parts]} if parts else None,
        "URL": source.url,
        "language": source.language,
    }
    return {name: value for name, value in found.items() if value}


def _bibtex(source: Source) -> str:
    parts, author = date_parts(source), own_text(source.author, source)
    fields = {
        "author": f"{{{latex(author)}}}" if author else "",
        "title": f"{{{latex(own_text(source.title, source))}}}",
        "journal": f"{{{latex(own_text(source.publisher, source))}}}",
        "year": str(parts[0]) if parts else "",
        "date": "-".join(f"{part:02}" for part in parts),
        "url": address_in_braces(source.url),
        "language": source.language,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@article{{{source.id},\n" + ",\n".join(lines) + "\n}"


def _ris(source: Source) -> str:
    """One reference; a line is a tag and its value, so no value may hold a line break."""
    parts = date_parts(source)
    fields: Iterable[tuple[str, str]] = (
        ("TY", "NEWS"),
        ("ID", source.id),
        ("AU", ris_name(own_text(source.author, source))),
        ("TI", own_text(source.title, source)),
        ("T2", own_text(source.publisher, source)),
        ("PY", str(parts[0]) if parts else ""),
        ("DA", "/".join(f"{part:02}" for part in parts)),
        ("UR", source.url),
        ("LA", source.language),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n\r\n"


def ris_name(name: str) -> str:
    """A name as RIS has it; a comma behind Han characters keeps them together as a surname.

    >>> ris_name("汪滔"), ris_name("Ada Mill")
    ('汪滔,', 'Ada Mill')
    """
    return f"{name}," if name and HAN_LETTER.search(name) and "," not in name else name
