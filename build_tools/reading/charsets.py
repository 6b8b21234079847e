"""The charset of a file, whatever it declares, and its text in UTF-8, or why it has none."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from build_tools.problem import Origin, Problem, Problems
from build_tools.text.folding import simplify

# What a page may declare, and the larger set that browsers read it with.
LARGER = {
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
}
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:-]+)""")
HEAD = 4096
PLAUSIBLE = 0.6
OF_CHINESE = frozenset({"gb18030", "big5hkscs"})
ENOUGH = 10  # Chinese characters from which a charset is guessed
PUNCTUATION = frozenset("，。、；：？！“”‘’「」『』（）《》〈〉【】—…·　％～￥")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file; `declared` is what it says its charset is, `lost` counts unreadable bytes."""

    text: str
    charset: str
    declared: str
    lost: int


def decode(received: bytes) -> Decoded:
    """The text, read in the charset that makes sense of the bytes.

    >>> decode('<meta charset="big5"><p>星河芯片亏损14亿元</p>'.encode("gbk"))
    Decoded(text='<meta charset="big5"><p>星河芯片亏损14亿元</p>', charset='gb18030', declared='big5', lost=0)
    """
    for mark, charset in MARKS:
        if received.startswith(mark):
            return _read(received, charset, "")
    if charset := unmarked_utf16(received):
        return _read(received, charset, "")
    declared = declared_charset(received)
    try:
        return Decoded(received.decode("utf-8"), "utf-8", declared, 0)
    except UnicodeDecodeError:
        return _likeliest(received, declared)


def utf16_mark(received: bytes) -> bool:
    """Whether bytes begin with a mark of UTF-16 or UTF-32."""
    return received.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def likely_charset(received: bytes) -> str:
    """The charset of bytes that are not UTF-8, if its Chinese characters make sense; else nothing.

    >>> likely_charset("灯鸢科技以十二亿元收购风筝云".encode("gb18030")), likely_charset(b"caf\\xe9")
    ('gb18030', '')
    """
    decoded = decode(received)
    if decoded.charset.startswith(("utf-16", "utf-32")):
        return decoded.charset
    chinese = sum("\u4e00" <= sign <= "\u9fff" for sign in decoded.text)
    likely = decoded.charset in OF_CHINESE and chinese >= ENOUGH and plausibility(decoded.text) >= PLAUSIBLE
    return decoded.charset if likely else ""


def unmarked_utf16(received: bytes) -> str:
    """UTF-16 without a mark, in the byte order that makes sense of it; else nothing.

    >>> unmarked_utf16("亏损14亿元".encode("utf-16-be")), unmarked_utf16(b"\\x89PNG\\x00\\x01")
    ('utf-16-be', '')
    """
    shares = {order: _sense(received, order) for order in ("utf-16-le", "utf-16-be") if b"\x00" in received}
    best = max(shares, key=lambda order: shares[order], default="")
    return best if best and shares[best] >= PLAUSIBLE else ""


def _sense(received: bytes, charset: str) -> float:
    try:
        text = received.decode(charset)
    except UnicodeDecodeError:
        return 0.0
    return 0.0 if "\x00" in text else plausibility(text)


def declared_charset(received: bytes) -> str:
    """The charset that a page names in its head, or nothing.

    >>> declared_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')
    'gb2312'
    """
    found = DECLARED.search(received[:HEAD])
    return found[1].decode("ascii").lower() if found else ""


def python_name(charset: str) -> str:
    """The codec for a declared charset, the larger one where browsers take it; nothing if none reads text.

    >>> python_name("GB2312"), python_name("x-unknown"), python_name("undefined")
    ('gb18030', '', '')
    """
    try:
        b"\xff".decode(charset, "replace")  # python has codecs that refuse this, or are of no text: hex, idna
        name = codecs.lookup(charset).name
    except (LookupError, UnicodeError):
        return ""
    return LARGER.get(name, name)


OTHER_SCRIPTS = (  # the letters of a language, and how many of all beyond ASCII are at least of them
    (re.compile(r"[\uac00-\ud7a3]"), 0.9),
    (re.compile(r"[\u3040-\u30ff]"), 0.2),
    (re.compile(r"[\u0370-\u03ff]"), 0.9),
    (re.compile(r"[\u0400-\u04ff]"), 0.9),
    (re.compile(r"[\u0590-\u05ff]"), 0.9),
    (re.compile(r"[\u0600-\u06ff]"), 0.9),
    (re.compile(r"[\u0e00-\u0e7f]"), 0.9),
)
MOST_CAPITALS = 0.3
LETTER = re.compile(r"[^\W\d_\x00-\x7f]")
OF_LANGUAGES = {"ko": ("cp949",), "ja": ("cp932", "euc_jp")}
LANGUAGE = re.compile(rb"""<html\b[^>]*\slang\s*=\s*["']?(ko|ja)\b""", re.I)


def _of_another_script(received: bytes, declared: str) -> Decoded | None:
    """The text in the charset that a page declares, or its language has, where that gives another script.

    Chinese bytes read as Korean give Hangul and Han mixed, which no Korean page of today has; read as
    Cyrillic or Greek they give capitals within words.
    """
    language = LANGUAGE.search(received[:HEAD])
    by_language = OF_LANGUAGES[language[1].decode().lower()] if language else ()
    for name in (python_name(declared), *by_language):
        if not name or name in OF_CHINESE:
            continue
        read = _read(received, name, declared)
        letters = LETTER.findall(read.text)
        shares = ((len(script.findall(read.text)), least) for script, least in OTHER_SCRIPTS)
        capitals = sum(map(str.isupper, letters))
        if read.lost or not letters or capitals > MOST_CAPITALS * len(letters):
            continue
        if any(found >= least * len(letters) for found, least in shares):
            return read
    return None


def _likeliest(received: bytes, declared: str) -> Decoded:
    if found := _of_another_script(received, declared):
        return found
    names = dict.fromkeys(name for name in (python_name(declared), "utf-8", "gb18030", "big5hkscs") if name)
    tried = [_read(received, name, declared) for name in names]
    best = max(tried, key=lambda decoded: plausibility(decoded.text))
    if plausibility(best.text) < PLAUSIBLE:
        return tried[0] if python_name(declared) not in ("", "utf-8") else _read(received, "cp1252", declared)
    return best


def _read(received: bytes, charset: str, declared: str) -> Decoded:
    text = received.decode(charset, "replace")
    return Decoded(text, charset.removesuffix("-sig"), declared, text.count("\ufffd"))


def plausibility(text: str) -> float:
    """The share of characters in common use among those beyond ASCII; garbled text has few.

    >>> plausibility("星河芯片"), plausibility("陎碓芠") < 0.5
    (1.0, True)
    """
    beyond = [character for character in text if character > "\x7f"]
    return sum(map(_in_common_use, beyond)) / len(beyond) if beyond else 1.0


def _in_common_use(character: str) -> bool:
    """Whether it is among the 3,755 characters that GB 2312 puts first, in either script."""
    if character in PUNCTUATION:
        return True
    code = simplify(character).encode("gb2312", "ignore")
    return b"\xb0\xa1" <= code <= b"\xd7\xf9"


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
