"""The words of an edition's pages as Pagefind's program reads them, kept from one build to the next.

A page whose text and names are the same has the same words: its file of them stays, and is made again where
it was damaged or the tool has changed.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from build_tools.cache.tool_digest import digest_of_tool
from build_tools.safe_files import is_ordinary, make_folder, prune, put_file, real_folder
from build_tools.website.kept_pages import digest, read_record, write_record
from build_tools.website.search import Findable, Weighed, weighed_words

LANGUAGE = "zz"  # one without a stemmer, which would find other words than the ones written
WORDS, RECORD, HOME = "words", "record.json", "index.html"


@dataclass(frozen=True, slots=True)
class KeptWords:
    """What is known of a page: digests of what its words are made of and of their file, their letters.

    `shown` is what a result shows of it: its address, its title, its kind, its text as written.
    """

    made_of: str
    file: str
    letters: str
    shown: str


def kept_words(kept: Path, pages: Iterable[Findable]) -> Mapping[str, KeptWords]:
    """The words of pages by their files in `words/`, which holds no others then; `kept` is its folder."""
    record, words = kept / RECORD, real_folder(kept, WORDS)
    before, tool = _known(record), digest_of_tool().hex()
    found: dict[str, KeptWords] = {}
    for page in pages:
        name = file_name(page.address)
        made_of, known = digest(f"{tool}{page!r}".encode("utf-8", "surrogatepass")), before.get(name)
        found[name] = known if _holds(words / name, made_of, known) and known else _put(words, made_of, page)
    prune(words, keep=found)
    write_record(record, packed({name: asdict(each) for name, each in found.items()}).encode())
    return found


def _known(record: Path) -> Mapping[str, KeptWords]:
    """What is known of pages by the files of their words; nothing where the record is missing or damaged."""
    try:
        return {name: KeptWords(**each) for name, each in json.loads(read_record(record)).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def file_name(address: str) -> str:
    """The file of words of a page.

    >>> file_name("people/ada/"), file_name("")
    ('people/ada.html', 'index.html')
    """
    return f"{address.removesuffix('/')}.html" if address else HOME


def _holds(file: Path, made_of: str, known: KeptWords | None) -> bool:
    """Whether a file has the words that were made of the same page."""
    if known is None or known.made_of != made_of:
        return False
    return is_ordinary(file) and digest(file.read_bytes()) == known.file


def _put(words: Path, made_of: str, page: Findable) -> KeptWords:
    """Make the words of a page."""
    weighed, file = tuple(weighed_words(page)), words / file_name(page.address)
    content = word_page(weighed)
    make_folder(words, file.parent)
    put_file(file, content)
    letters = {letter for each in weighed for word in each.words for letter in word}
    shown = packed([page.address, page.title, page.kind, page.sections])
    return KeptWords(made_of, digest(content), "".join(sorted(letters)), shown)


def word_page(weighed: Iterable[Weighed]) -> bytes:
    """A page for Pagefind's program: its words alone."""
    paragraphs = (
        f'<p data-pagefind-weight="{each.weight}">{html.escape(" ".join(each.words))}</p>' for each in weighed
    )
    return f'<html lang="{LANGUAGE}"><title></title><body>{"".join(paragraphs)}</body></html>'.encode()


def packed(shown: object) -> str:
    """Something as JSON without a space too many."""
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
