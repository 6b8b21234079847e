"""From a received file to the text of the article and its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from itertools import pairwise
from typing import Literal

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from build_tools.contributing.importing.bylines import TOP, bylines, is_byline, without_jobs
from build_tools.contributing.importing.datelines import dated_line, moment, words_around
from build_tools.contributing.importing.facts import Facts, address, original_address
from build_tools.contributing.importing.refusing import NESTED, ImportRefusedError, refuse_what_is_too_large
from build_tools.model import Limits
from build_tools.reading.charsets import Decoded, decode
from build_tools.text.letters import HAN, HAN_LETTER

Form = Literal["html", "markdown", "text"]

HTML = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]", re.I)
PIECE = re.compile(r"\s*<(?:article|div|h1|main|p|section)(?:\s[^<>]*)?>", re.I)  # as an inspector copies it
BREAK = re.compile("\r(?!\n)|[\x0b\x0c\x85\u2028\u2029]")
PICTURE = re.compile(r"data:[\w./+-]+;base64,[A-Za-z0-9+/=%]{64,}")
MATTER = re.compile(r"\A---\n(?P<matter>.{0,100000}?)\n---\n", re.S)
UNREADABLE_MATTER = "the lines between `---` at its top cannot be read as YAML"
HAN_END, HAN_START = re.compile(r"[\u3000-\u9fff\uff00-\uffef]$"), re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
# Emphasis that the rules of CommonMark do not see, as 他说**“好”**了; and what a site's generator replaces.
UNREAD_MARK = re.compile(r"(?P<mark>\*\*|~~)(?P<words>[^\n*~]{1,400}?)(?P=mark)")
SHORTCODE = re.compile(r"\{\{[<%][^{}\n]{0,400}[%>]\}\}")
TITLE_IN_CHINESE, TITLE_IN_LETTERS = 60, 160  # characters
MOST_NESTED = 100
RUNS_ON = re.compile(rf"[a-z,;] ?\n[a-z]|[{HAN}，、]\n[{HAN}]")
WRAPPED = (
    "its lines end within sentences, but a quote must be within one line: delete the folder, "
    "and import it with `--as markdown`, which joins the lines of a paragraph"
)


@dataclass(frozen=True, slots=True)
class Reduced:
    """An article's text, a line a paragraph, and how it was come by; of a PDF the first line of each page."""

    text: str
    facts: Facts
    form: Form | Literal["pdf"]
    decoded: Decoded
    remarks: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()


def reduce(
    received: bytes, name: str = "", form: Form | None = None, limit: int = Limits().article
) -> Reduced:
    """The article in a file; `name` helps to distinguish Markdown from text.

    Raises ImportRefusedError where it has more than `limit` bytes without its pictures.

    >>> reduce("星河芯片裁员\\n\\n文:李明\\n\\n亏损14亿元。".encode("gbk"), "a.txt").facts
    Facts(title='星河芯片裁员', author='李明', publisher='', published='', url='')
    """
    if received.startswith(b"%PDF"):
        return reduce_pdf(received, limit)
    page = _page_in_archive(received) if _is_archive(received) else received
    decoded = decode(page)
    found = form or format_of(decoded.text, name)
    text = decoded.text if found == "text" else PICTURE.sub("data:,", decoded.text)
    refuse_what_is_too_large(text, limit)
    match found:
        case "html":
            from build_tools.contributing.importing.webpage import reduce_html

            text, facts, remarks = reduce_html(text)
        case "markdown":
            text, facts, remarks = reduce_markdown(text)
        case "text":
            text = BREAK.sub("\n", text)
            remarks = (WRAPPED,) if is_wrapped(text) else ()
            facts = Facts(title=title_of(text), url=pasted_address(text))
    facts = replace(facts, url=original_address(address(facts.url))).or_else(bylines(text))
    facts = replace(facts, author=without_jobs(facts.author))
    return Reduced(text, facts, found, decoded, remarks)


def reduce_pdf(received: bytes, limit: int) -> Reduced:
    """The text of a PDF, a line a paragraph of a page."""
    from build_tools.contributing.importing.pdf import read_pdf

    found = read_pdf(received)
    refuse_what_is_too_large(found.text, limit)
    named = Facts(title=title_of(found.text)).or_else(found.facts)
    decoded = Decoded(found.text, "", "", 0)
    return Reduced(found.text, named.or_else(bylines(found.text)), "pdf", decoded, (), found.pages)


def format_of(text: str, name: str) -> Form:
    """Whether a text is a web page, Markdown, or neither.

    >>> format_of("<!DOCTYPE html><p>…", "saved"), format_of("# …", "a.md"), format_of("…", "a.txt")
    ('html', 'markdown', 'text')
    >>> format_of("<p>…", "-"), format_of("<p>…", "a.md")
    ('html', 'markdown')
    """
    if HTML.search(text[:4096]) or name.lower().endswith((".html", ".htm", ".mhtml", ".mht")):
        return "html"
    if name.lower().endswith((".md", ".markdown")) or MATTER.match(text):
        return "markdown"
    return "html" if PIECE.match(text) else "text"


def reduce_markdown(text: str) -> tuple[str, Facts, tuple[str, ...]]:
    """The plain words of a Markdown file, the facts in its front matter, and what is to be said of that.

    >>> reduce_markdown("---\\nauthor: 李明\\n---\\n# 星河\\n\\n亏损**14亿元**[1](x)\\n又裁员\\n")[:2]
    ('星河\\n亏损14亿元1又裁员\\n', Facts(title='星河', author='李明', publisher='', published='', url=''))
    """
    text = text.replace("\r\n", "\n")
    matter = MATTER.match(text)
    given = _front_matter(matter["matter"]) if matter else Facts()
    facts = given or Facts()
    tokens = _tokens(text[matter.end() :] if matter else text)
    words = "".join(f"{line}\n" for line in _lines(tokens) if line.strip())
    facts = replace(facts, title=facts.title or _heading(tokens))
    return words, facts, (UNREADABLE_MATTER,) if given is None else ()


def _tokens(text: str) -> list[Token]:
    """Markdown taken apart; what is nested deeper than its reader goes would be left out without a word."""
    tokens = (
        MarkdownIt("commonmark", {"maxNesting": MOST_NESTED}).enable(["table", "strikethrough"]).parse(text)
    )
    if any(token.level >= MOST_NESTED - 1 for token in tokens):
        raise ImportRefusedError(NESTED)
    return tokens


def title_of(text: str) -> str:
    """The first line that is no address, date or byline, if it is short and no sentence.

    >>> title_of("https://example.org/a\\nPublished: 3 March 2024\\nThe ferry that never came back\\nIt")
    'The ferry that never came back'
    >>> title_of("It left at noon.\\nIt sank."), title_of("The ferry, " * 20)
    ('', '')
    """
    lines = (line.strip() for line in text[:TOP].splitlines())
    first = next((line for line in lines if line and not _is_furniture(line)), "")
    longest = TITLE_IN_CHINESE if HAN_LETTER.search(first) else TITLE_IN_LETTERS
    return first if len(first) <= longest and not re.search(r"[。.;；]$", first) else ""


def _is_furniture(line: str) -> bool:
    """Whether a line above the headline is an address, a kind of text, or only date and author."""
    read = dated_line(line)
    kind = line.strip(" :：").lower() in words_around()["furniture"]
    return (
        kind
        or bool(address(line))
        or (bool(read.dates) and is_byline(read.rest))
        or bool(bylines(line).author)
    )


def pasted_address(text: str) -> str:
    """The address pasted on its own line above or below the article, or nothing."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return next(filter(None, map(address, (*lines[:3], *lines[-1:]))), "")


def is_wrapped(text: str) -> bool:
    """Whether most lines end in the middle of a sentence: a mail or an editor has broken them.

    >>> is_wrapped("It said it would\\nbuy the whole of the\\ncompany, and pay\\nin cash.\\n")
    True
    >>> is_wrapped("星河裁员\\n亏损14亿元。\\n又裁员，\\n周一公布。\\n")
    False
    """
    lines = text.splitlines()
    borders = [(above, below) for above, below in pairwise(lines) if above.strip() and below.strip()]
    broken = sum(bool(RUNS_ON.search(f"{above}\n{below.lstrip()}")) for above, below in borders)
    return broken > 2 and broken > len(borders) / 2


def _is_archive(received: bytes) -> bool:
    """Whether a browser saved the page and its pictures as one file."""
    head = received[:1000].lower()
    return b"mime-version:" in head and b"multipart/related" in head


def _page_in_archive(received: bytes) -> bytes:
    message = message_from_bytes(received, policy=policy.default)
    pages = (part for part in message.walk() if part.get_content_type() == "text/html")
    for page in pages:
        content = page.get_payload(decode=True)
        return content if isinstance(content, bytes) else received
    return received


def _front_matter(text: str) -> Facts | None:
    """What the front matter gives; None where it cannot be read."""
    try:
        read = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(read, dict):
        return Facts()

    def first(*keys: str) -> str:
        return next(filter(None, (_said(read.get(key)) for key in keys)), "")

    named = [first(key) for key in ("original_url", "canonical", "url", "link", "source", "from")]
    return Facts(
        title=first("title"),
        author=first("author"),
        publisher=first("publisher", "site", "site_name", "outlet")
        or next((given for given in named[-2:] if given and not address(given)), ""),
        published=moment(first("published", "date", "date_published", "pubdate")),
        url=next(filter(None, (original_address(address(given)) for given in named)), ""),
    )


def _said(value: object) -> str:
    """A text, or the texts of a list, without the brackets in which some programs link a name.

    >>> _said(["[[Liv Aasen]]", "Jo Lin"]), _said({"a": "b"})
    ('Liv Aasen, Jo Lin', '')
    """
    several = value if isinstance(value, list) else [value]
    return ", ".join(re.sub(r"^\[\[(.*)\]\]$", r"\1", one) for one in several if isinstance(one, str) and one)


def _heading(tokens: list[Token]) -> str:
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _words(inline)
    return ""


def _lines(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        match token.type:
            case "inline":
                yield _words(token)
            case "fence" | "code_block":
                yield token.content.rstrip("\n")
            case "html_block":
                from build_tools.contributing.importing.webpage import words_of_page

                yield from map(str.strip, words_of_page(token.content).splitlines())


def _words(inline: Token) -> str:
    """The words of one paragraph; a line that was only wrapped is joined again."""
    words: list[str] = []
    wrapped = False
    for token in inline.children or []:
        match token.type:
            case "softbreak":
                wrapped = True
            case "hardbreak":
                words.append("\n")
                wrapped = False
            case "text" | "code_inline" | "text_special":
                words += _rejoined(words.pop(), token.content) if wrapped and words else [token.content]
                wrapped = False
    return SHORTCODE.sub("", UNREAD_MARK.sub(r"\g<words>", "".join(words))).strip()


def _rejoined(before: str, after: str) -> tuple[str, str, str]:
    """Two pieces between which a wrapped line ends: a space is between words but not between Han."""
    before, after = before.rstrip(), after.lstrip()
    return before, "" if HAN_END.search(before) or HAN_START.match(after) else " ", after
