"""Files of data beside the pages, as they are written and as a page leads to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.website.addresses import Address, page_of, url


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file by its format (none for one beside them), its path on the site, its media type, its bytes."""

    name: str
    path: str
    media: str
    content: bytes = field(repr=False)


def data_url(here: Address, path: str) -> str:
    """The data of all editions, as a page of one leads to it.

    >>> data_url(Address("index.md"), "llms.txt"), data_url(Address("people/ada.md"), "data/claims.jsonl")
    ('../llms.txt', '../../../data/claims.jsonl')
    """
    return "../" * len(url(page_of(here)).split("/")) + path
