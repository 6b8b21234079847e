"""What pages give to cite them, read by a program for BibTeX: one entry, our fields, the title as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pybtex.errors
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string

from build_tools.findings import survey
from build_tools.model import LocalText
from build_tools.pages import make_pages
from build_tools.pages.parts.page_footer import Reference, bibtex
from build_tools.website.editions import EDITIONS
from build_tools.website.markdown import clean
from build_tools.website.page import Page
from tests.pages.browse import see
from tests.pages.small import dossier

SITE = "https://example.org/mill/"
FIELDS = ["title", "howpublished", "url", "language"]
REFERENCE = Reference("en-people-ada", "Ada Wang", "Who bought the Mill", f"{SITE}en/people/ada/", "en")
BREAKS_OUT = 'Li Ming }}, year = 1066, note = "injected", x = {{y'
HOSTILE = [
    BREAKS_OUT,
    'Li Ming"}, note = "injected',
    "Ada}}\n}\n\n@misc{other,\ntitle = {{Other}}",
    "{",
    "}",
    "}{",
    "{{{",
    "}}}",
    "\\",
    "\\}",
    "\\{",
    "\\\\}",
    "{\\'e}",
    "\\input{secret} \\write18{rm}",
    '"',
    "@comment{",
    "50% of it\nand the rest",
    "# 1 & 2 _ 3 ~ 4 ^ 5 $ 6 $",
    "a -- b --- c ``d'' ?` !` ,,e'' <<f>>",
    "亚历山大·王 {第一}",
]
# What LaTeX prints for what stands in a field; a bare `&`, `#`, `_`, `^` or `$` is an error to it.
COMMANDS = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"}
LIGATURES = {
    "---": "—",
    "--": "–",
    "``": "“",
    "''": "”",
    "?`": "¿",
    "!`": "¡",
    ",,": "„",
    "<<": "«",
    ">>": "»",
}
TOKEN = re.compile(
    r"\\vphantom\{\\[{}]\}|\\(?P<command>[a-z]+) *|\\(?P<sign>[{}&%#_$])|[{}]"
    rf"|(?P<ligature>{'|'.join(map(re.escape, LIGATURES))})|(?P<tie>~)|(?P<plain>[^\\&%#_^$])",
    re.S,
)


def printed(field: str) -> str:
    """The words that LaTeX makes of a field."""
    return "".join(pieces(field))


def pieces(field: str) -> Iterator[str]:
    at = 0
    while at < len(field):
        found = TOKEN.match(field, at)
        assert found, field[at:]
        at = found.end()
        if found["command"]:
            yield COMMANDS[found["command"]]
        elif found["ligature"]:
            yield LIGATURES[found["ligature"]]
        else:
            yield found["sign"] or found["plain"] or ("\u00a0" if found["tie"] else "")


def entry_of(text: str) -> Entry:
    """The only entry of a bibliography, read as BibTeX reads it; a fault in it raises."""
    pybtex.errors.set_strict_mode()
    (entry,) = parse_string(text, "bibtex").entries.values()
    assert entry.type == "misc"
    return entry


def title_of(entry: Entry) -> str:
    return printed(entry.fields["title"])


@pytest.mark.parametrize("title", HOSTILE)
def test_whatever_a_title_holds_the_entry_has_our_fields_and_the_title(title: str) -> None:
    entry = entry_of(bibtex(replace(REFERENCE, title=title, site=title)))
    assert list(entry.fields) == FIELDS
    assert title_of(entry) == " ".join(title.split())
    assert printed(entry.fields["howpublished"]) == " ".join(title.split())
    assert entry.fields["url"] == REFERENCE.url


@given(st.text(st.sampled_from("{}\\\"'`@%#&_~^$-,<>?!=a \u00a0人")))
def test_no_title_is_too_hostile(title: str) -> None:
    entry = entry_of(bibtex(replace(REFERENCE, title=f"|{title}|")))
    assert list(entry.fields) == FIELDS
    assert title_of(entry) == f"|{clean(title)}|"


def test_a_title_is_never_taken_for_one_accented_letter() -> None:
    field = entry_of(bibtex(replace(REFERENCE, title="{Ada} Wang"))).fields["title"]
    assert not field.startswith("{\\")


def test_an_address_keeps_its_braces_to_itself() -> None:
    entry = entry_of(bibtex(replace(REFERENCE, url="https://example.org/}, note = {x\\")))
    assert (list(entry.fields), entry.fields["url"]) == (FIELDS, "https://example.org/%7D, note = %7Bx%5C")


def hostile_page(title: str) -> Page:
    """The page of a person of that name, in a dossier of that name."""
    made = dossier()
    named = LocalText(every=title)
    entities = {
        id: replace(each, label=named) if id == "ada" else each for id, each in made.inputs.entities.items()
    }
    settings = replace(made.inputs.settings, title=LocalText(every=f"On {title}"))
    made = replace(made, inputs=replace(made.inputs, entities=entities, settings=settings))
    return next(
        page
        for page in make_pages(survey(made), EDITIONS["zh-Hans"], SITE)
        if page.address == "people/ada.md"
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_a_page_gives_one_entry_with_its_title(title: str) -> None:
    page = hostile_page(title)
    found = re.search(r"^@misc\{zh-hans-people-ada,.*?^\}$", see(page).text, re.M | re.S)
    assert found
    entry = entry_of(found[0])
    assert list(entry.fields) == FIELDS
    assert title_of(entry) == clean(page.title)
    assert printed(entry.fields["howpublished"]).startswith("On ")
