"""UTF-8, or the encoding that a file seems to have instead."""

from __future__ import annotations

from build_tools.problem import Origin, Problem, Problems

OTHERS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def decode(data: bytes, path: str) -> tuple[str, Problems]:
    """The text of a file; bytes that are not UTF-8 are a problem and leave no text.

    >>> decode("灯".encode("gb18030"), "a.txt")[1][0].hint
    'it may be GB18030 (`iconv -f GB18030 -t UTF-8`); save it as UTF-8'
    """
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        lines = data[: error.start].split(b"\n")
        column = len(lines[-1].decode("utf-8")) + 1
        message = f"the byte {data[error.start]:02X} here is not UTF-8"
        name = guess(data)
        found = f"it may be {name} (`iconv -f {name} -t UTF-8`); " if name else ""
        origin = Origin(path, len(lines), column)
        return "", (Problem(origin, "not-utf8", message, f"{found}save it as UTF-8"),)


def guess(data: bytes) -> str:
    """The encoding in which bytes make Chinese sense; the one with more common characters wins."""
    marked = next((name for mark, name in OTHERS.items() if data.startswith(mark)), "")
    if marked:
        return marked
    readings = {name: common(data, name) for name in ("GB18030", "BIG5")}
    best = max(readings, key=lambda name: readings[name])
    return best if readings[best] else ""


def common(data: bytes, encoding: str) -> int:
    """How many of the commonest characters a reading gives; 0 where there is none."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0
    frequent = text.count("的") * 5 + text.count("是") + text.count("不") + text.count("一")
    return 1 + 10 * frequent + sum("\u4e00" <= sign <= "\u9fff" for sign in text[:2000]) // 100
