"""The text of a file in UTF-8, or why it has none."""

from __future__ import annotations

import re

from build_tools.problem import Origin, Problem, Problems
from build_tools.reading.charsets import likely_charset, utf16_mark

ICONV = {"big5hkscs": "BIG5", "utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE"}
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # what no text holds, but for a slip
SLIPS = 0.1


def decode_utf8(data: bytes, path: str) -> tuple[str, Problems]:
    """The text of a file; bytes that are not UTF-8, or no text at all, are a problem and leave no text.

    >>> decode_utf8("灯鸢科技以十二亿元收购风筝云".encode("gb18030"), "a.txt")[1][0].hint
    'it may be GB18030 (`iconv -f GB18030 -t UTF-8`); save it as UTF-8'
    """
    if is_binary(data) and not utf16_mark(data):
        return "", (binary_file(data, path),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return "", (not_utf8(data, error.start, path),)


def not_utf8(data: bytes, start: int, path: str) -> Problem:
    """The problem that a byte is not UTF-8, with the charset that the file seems to have."""
    lines = data[:start].split(b"\n")
    origin = Origin(path, len(lines), len(lines[-1].decode("utf-8")) + 1)
    charset = likely_charset(data)
    name = ICONV.get(charset, charset.upper())
    found = f"it may be {name} (`iconv -f {name} -t UTF-8`); " if name else ""
    return Problem(origin, "not-utf8", f"byte {data[start]:02X} is not UTF-8", f"{found}save it as UTF-8")


def is_binary(data: bytes) -> bool:
    """Whether the bytes are those of a picture, an archive, a program: with NUL or many controls in them.

    >>> is_binary(b"\\x89PNG\\r\\n\\x1a\\n\\0\\0\\0\\rIHDR"), is_binary("价格：12亿元\\x0b".encode())
    (True, False)
    """
    return b"\0" in data or len(data) - len(CONTROL.sub(b"", data)) > SLIPS * len(data)


def binary_file(data: bytes, path: str) -> Problem:
    """The problem that a file is no text, with the line where that shows; no line of it is printed."""
    found = CONTROL.search(data)
    line = data.count(b"\n", 0, found.start()) + 1 if found else 1
    message = f"not a text file: line {line} holds bytes that are not characters"
    hint = "replace it with the text, saved as UTF-8"
    return Problem(Origin(path, width=0), "binary-file", message, hint)
