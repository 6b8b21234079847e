"""How a page is cited: in words, in BibTeX, in CSL-JSON; the day of reading is the reader's to add."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from build_tools.model import DateValue
from build_tools.website.editions import Edition

# BibTeX counts every brace, with a backslash or without, so each brings the other, which prints nothing.
LATEX = str.maketrans(
    {
        "{": "\\{\\vphantom{\\}}",
        "}": "\\vphantom{\\{}\\}",
        "\\": "\\textbackslash{}",
        "\u00a0": "~",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "$&%#_"},
    }
)
LIGATURE = re.compile(r"([-'`,<>])(?=\1)|[?!](?=`)")  # two signs that LaTeX prints as one
UNBALANCED = str.maketrans({mark: f"%{ord(mark):02X}" for mark in "{}\\"})


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
    """A citation as it may stand in a text."""
    said = edition.say("“{title}”", title=reference.title)
    if reference.site:
        said = edition.say("“{title}”, {site}", title=reference.title, site=reference.site)
    day = edition.date(DateValue(reference.dated, None, None)) if reference.dated else ""
    parts = (said, day, reference.url)
    return ("，" if edition.chinese else ", ").join(part for part in parts if part)


def latex(data: str) -> str:
    """Words that LaTeX prints as they are, and whose braces balance.

    >>> print(latex("R&D: a -- b {c"))
    R\\&D: a -{}- b \\{\\vphantom{\\}}c
    """
    coded = LIGATURE.sub(r"\g<0>{}", data.translate(LATEX))
    # a backslash right after a brace begins what BibTeX takes for one accented letter
    return f"{{}}{coded}" if coded.startswith("\\") else coded


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
        "url": reference.url.translate(UNBALANCED),
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
