"""The text of a PDF: its lines joined into paragraphs, and where each page begins."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from unicodedata import normalize

from build_tools.contributing.importing.bylines import is_byline
from build_tools.contributing.importing.datelines import dated_line, words_pattern
from build_tools.contributing.importing.facts import Facts
from build_tools.contributing.importing.refusing import ImportRefusedError
from build_tools.text.letters import CHINESE

NOT_INSTALLED = (
    "a PDF needs the package pypdf: install annotated-dossier[pdf], "
    "or copy the text into a file, and import that"
)
LOCKED = "this PDF is locked with a password: save a copy without one, and import that"
NO_TEXT = "this PDF holds pictures of pages and no text: recognise the text (OCR), and import that"
SENTENCE_END = re.compile(r"[.。!?！？:：;；][\"'”’」』)）]*$")
ITEM = r"(?:\d{1,3}[.)]|[(（](?:\d{1,3}|[a-z])[)）]|[•▪–])\s+\S"
OF_SETTING = re.compile(r"[\u2e80-\u2fdf\ufb00-\ufb06]")
SPACE_IN_HAN = re.compile(
    rf"(?<={CHINESE.pattern})[ \t]+(?={CHINESE.pattern}|[,.;:!?])"
    rf"|(?:(?<={CHINESE.pattern}[,.;:!?])|(?<={CHINESE.pattern}[ ][,.;:!?]))[ \t]+(?={CHINESE.pattern})"
)
# Shares of the width of a full line: one goes on unless a sentence ends with it, the other even then.
LONG, FULL = 0.75, 0.93


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text, the line of it on which each page begins, and what the file says of itself."""

    text: str
    pages: tuple[int, ...]
    facts: Facts


def read_pdf(data: bytes) -> PdfText:
    """The text of a PDF; raises ImportRefusedError where it has none that can be read."""
    try:
        from pypdf import PdfReader
    except ImportError:
        raise ImportRefusedError(NOT_INSTALLED) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it cannot read, we say ourselves
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ImportRefusedError(LOCKED)
    pages = [tuple(joined_lines(plain_letters(page.extract_text()).splitlines())) for page in reader.pages]
    if not any(pages):
        raise ImportRefusedError(NO_TEXT)
    about = reader.metadata
    facts = Facts(title=str(about.title or ""), author=str(about.author or "")) if about else Facts()
    lines = [line for page in pages for line in page]
    starts = [1]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page))
    return PdfText("".join(f"{line}\n" for line in lines), tuple(starts), facts)


def plain_letters(text: str) -> str:
    """The text without what its setting put into it: radicals for Han, ligatures, spaces in Chinese.

    >>> plain_letters("渡轮离开港⼝ , 船上有⼀ 百⼈。 The ﬁrst 12 人")
    '渡轮离开港口,船上有一百人。 The first 12 人'
    """
    plain = OF_SETTING.sub(lambda found: normalize("NFKC", found[0]), text)
    return SPACE_IN_HAN.sub("", plain)


def joined_lines(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs of a page: a full line goes on in the next, unless a sentence ends with it.

    >>> list(joined_lines(["The ferry left Carrow at noon with", "158 passengers.", "", "Nobody spoke."]))
    ['The ferry left Carrow at noon with 158 passengers.', 'Nobody spoke.']
    >>> list(joined_lines(["渡轮中午离开港口,船上有一百五", "十八人。", "NO 12", "A FERRY THAT SANK"]))
    ['渡轮中午离开港口,船上有一百五十八人。', 'NO 12', 'A FERRY THAT SANK']
    >>> list(joined_lines(["1. It left Carrow at noon.", "2. It sank.", "A report on it", "10 May 2031"]))
    ['1. It left Carrow at noon.', '2. It sank.', 'A report on it', '10 May 2031']
    """
    widths = sorted(_width(line) for line in lines if line.strip())
    full = widths[len(widths) * 3 // 4] if widths else 0
    paragraph, goes_on = "", False
    for line in map(str.strip, lines):
        if paragraph and (not (goes_on and line) or begins_anew(line)):
            yield paragraph
            paragraph = ""
        paragraph = _with_line(paragraph, line)
        least = FULL if SENTENCE_END.search(line) else LONG
        goes_on = _width(line) >= full * least
    if paragraph:
        yield paragraph


def begins_anew(line: str) -> bool:
    """Whether a line begins a paragraph: it is the first of a list item, or gives the date or the author.

    >>> begins_anew("十二、水泵"), begins_anew("水泵、管道")
    (True, False)
    >>> begins_anew("12. The pump"), begins_anew("Published 21 March 2031"), begins_anew("12 of the taps")
    (True, True, False)
    """
    read = dated_line(line)
    item = re.match(rf"{ITEM}|(?:{words_pattern('list_numbers')}){{1,3}}、", line)
    return bool(item or (read.dates and is_byline(read.rest)))


def _with_line(paragraph: str, line: str) -> str:
    """A paragraph and its next line: a hyphen at the end of a line divides a word."""
    if re.search(r"[a-z]-$", paragraph) and re.match(r"[a-z]", line):
        return paragraph[:-1] + line
    between = "" if not paragraph or (CHINESE.search(paragraph[-1]) and CHINESE.match(line)) else " "
    return f"{paragraph}{between}{line}"


def _width(line: str) -> int:
    """How wide a line is; a Han character is two wide."""
    return len(line) + len(CHINESE.findall(line))
