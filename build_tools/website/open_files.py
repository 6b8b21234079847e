"""Files of data beside the pages, as they are written and as a page leads to them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from build_tools.website.addresses import Address, page_of, url

FAST = 1  # the least packing, which makes a tenth of records already
PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file by its format (none for one beside them), its path on the site, its media type, its bytes.

    `what` says what it is for, in English; a page translates it.

    The bytes are kept packed: those of all formats of a large dossier are more than the dossier.
    """

    name: str
    path: str
    media: str
    size: int
    packed: bytes = field(repr=False)
    what: str = ""

    def pieces(self) -> Iterator[bytes]:
        """The bytes, a few at a time."""
        unpacked = zlib.decompressobj()
        for start in range(0, len(self.packed), PIECE):
            yield unpacked.decompress(self.packed[start : start + PIECE])
        yield unpacked.flush()

    @property
    def content(self) -> bytes:
        """All the bytes."""
        return b"".join(self.pieces())


def data_file(name: str, path: str, media: str, pieces: Iterable[bytes], what: str = "") -> DataFile:
    """A file of data, packed as its bytes are made.

    >>> data_file("claims", "data/claims.jsonl", "application/jsonl", [b"{}", b" "]).content
    b'{} '
    """
    size, packed, packing = 0, bytearray(), zlib.compressobj(FAST)
    for piece in pieces:
        size += len(piece)
        packed += packing.compress(piece)
    packed += packing.flush()
    return DataFile(name, path, media, size, bytes(packed), what)


def data_url(here: Address, path: str) -> str:
    """The data of all editions, as a page of one leads to it.

    >>> data_url(Address("index.md"), "llms.txt"), data_url(Address("people/ada.md"), "data/claims.jsonl")
    ('../llms.txt', '../../../data/claims.jsonl')
    """
    return "../" * len(url(page_of(here)).split("/")) + path
