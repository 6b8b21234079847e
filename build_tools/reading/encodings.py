"""UTF-8, or the encoding that a file seems to have instead."""

from __future__ import annotations

import re

from build_tools.problem import Origin, Problem, Problems

MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
COMMON = {"GB18030": range(0xB0, 0xD8), "BIG5": range(0xA4, 0xC7)}  # the first bytes of level 1
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # what no text holds, but for a slip
SLIPS = 0.1


def decode(data: bytes, path: str) -> tuple[str, Problems]:
    """The text of a file; bytes that are not UTF-8, or no text at all, are a problem and leave no text.

    >>> decode("灯鸢科技以十二亿元收购风筝云".encode("gb18030"), "a.txt")[1][0].hint
    'it may be GB18030 (`iconv -f GB18030 -t UTF-8`); save it as UTF-8'
    """
    if is_binary(data) and not data.startswith(tuple(MARKS)):
        return "", (binary_file(data, path),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        lines = data[: error.start].split(b"\n")
        column = len(lines[-1].decode("utf-8")) + 1
        message = f"byte {data[error.start]:02X} is not UTF-8"
        name = guess(data)
        found = f"it may be {name} (`iconv -f {name} -t UTF-8`); " if name else ""
        origin = Origin(path, len(lines), column)
        return "", (Problem(origin, "not-utf8", message, f"{found}save it as UTF-8"),)


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


def guess(data: bytes) -> str:
    """The encoding in which the characters are common ones, if there is one."""
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return name
    shares = {name: common(data, name) for name in COMMON}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > 0.6 else ""


def common(data: bytes, encoding: str) -> float:
    """The share of Chinese characters that are among the common ones of an encoding; few say nothing."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    leads = [sign.encode(encoding)[0] for sign in text if "\u4e00" <= sign <= "\u9fff"]
    return sum(lead in COMMON[encoding] for lead in leads) / len(leads) if len(leads) > 9 else 0.0
