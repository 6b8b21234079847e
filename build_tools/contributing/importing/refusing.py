"""Files that `dossier import` refuses, and what to do instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from build_tools.contributing.importing.facts import Facts
from build_tools.model import NOWHERE, Inputs
from build_tools.reading.charsets import unmarked_utf16
from build_tools.reading.ids import bad_id
from build_tools.reading.parse_source import hint_of_date
from build_tools.reading.scalar_forms import ADDRESS_OR_UNKNOWN
from build_tools.reading.sizes import size
from build_tools.values import parse_edtf

COPY_INSTEAD = "copy the article from the browser into a text file, and import that"
NESTED = f"its content is nested too deep to be read: {COPY_INSTEAD}"


class ImportRefusedError(Exception):
    """Why a file was not taken; said to the person who gave it."""


@contextmanager
def refusing_what_cannot_be_read() -> Iterator[None]:
    """Any error of a parser, ours or a library's, refuses the file with a sentence."""
    try:
        yield
    except ImportRefusedError:
        raise
    except RecursionError:
        raise ImportRefusedError(NESTED) from None
    except Exception as fault:
        kind = type(fault).__name__
        raise ImportRefusedError(f"it cannot be read ({kind}): {COPY_INSTEAD}") from fault


def refuse_what_is_no_text(received: bytes) -> None:
    """An office document, a picture: what the person can do instead."""
    if received.startswith(b"%PDF"):
        return
    if received.startswith(b"bplist00"):
        raise ImportRefusedError("this is a web archive of Safari: save as “Page Source”, and import that")
    if received.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise ImportRefusedError("this is an office document: save it as HTML or text, and import that")
    marked = received.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in received and not marked and not unmarked_utf16(received):
        raise ImportRefusedError("this is neither a web page nor a text")


def refuse_what_is_too_large(text: str, limit: int) -> None:
    """A text, or the markup of a page, with more bytes than an article of this dossier may have."""
    found = len(text.encode("utf-8", "surrogatepass"))
    if found > limit:
        allowed = f"the limit is {size(limit)} (`article_limit` in dossier.yaml)"
        raise ImportRefusedError(f"without pictures it has {size(found)}; {allowed}")


def refuse_what_is_misgiven(given: Facts) -> None:
    """A date or an address that the check would refuse later."""
    if given.published and parse_edtf(given.published) is None:
        raise ImportRefusedError(f"--published {given.published}: {hint_of_date(given.published)}")
    if given.url and not re.fullmatch(ADDRESS_OR_UNKNOWN.pattern, given.url):
        raise ImportRefusedError(f"--url {given.url}: {ADDRESS_OR_UNKNOWN.hint}")


def refuse_what_is_there(text: str, inputs: Inputs) -> None:
    """No article, or the same one under another name."""
    words = "".join(text.split())
    if not words:
        raise ImportRefusedError("the file has no text")
    for source in inputs.sources.values():
        if "".join(source.text.split()) == words:
            raise ImportRefusedError(f"the dossier already has this article, as `{source.id}`")


def refuse_an_id(id: str, inputs: Inputs) -> None:
    """An id that is none, or that another source has."""
    if wrong := bad_id(id, NOWHERE):
        raise ImportRefusedError(f"{wrong.message}: choose another --id")
    if id in inputs.sources:
        raise ImportRefusedError(
            f"there is already a source `{id}`: nothing is overwritten; choose another --id"
        )
