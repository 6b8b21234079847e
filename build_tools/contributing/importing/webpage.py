"""The article in a saved web page, without the menus and advertisements around it."""

from __future__ import annotations

import logging
import re

import lxml.etree
import lxml.html
import trafilatura

from build_tools.contributing.importing.bylines import bylines
from build_tools.contributing.importing.facts import Facts, day
from build_tools.contributing.importing.page_facts import declared_facts
from build_tools.contributing.importing.refusing import COPY_INSTEAD, NESTED, ImportRefusedError
from build_tools.text.letters import CHINESE

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
WHOLE_PAGE = "the article could not be separated from the page around it: the whole page was kept as text"
NO_SENTENCE = (
    f"no sentence was found in the page: if the browser shows more, a script put it there; {COPY_INSTEAD}"
)
BETWEEN_NAMES = re.compile(r"\s+[-–—:·•]\s+|\s*[|｜_»›]\s*|(?<=[\u3000-\uffef])-(?=[\u3000-\uffef])")
LONGEST_NAME = 40  # characters
WHOLE = re.compile(r"<(?:html|body|head)[\s>]", re.I)
LINE_BREAK = re.compile(r"[ \t]*[\r\n][\s]*")
STOPS = tuple("。，、；：！？）》」』”’%％.,;:!?)")
SENTENCE_END = re.compile(r"[。！？!?]|\.(?:\s|$)")
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot find, we say ourselves


def reduce_html(page: str) -> tuple[str, Facts, tuple[str, ...]]:
    """The article's text, the facts that the page gives, and what is to be said of the reduction.

    >>> page = f"<html><body><h1>星河裁员</h1><article><p>{'星河亏损14亿元。' * 30}</p></article>"
    >>> text, facts, remarks = reduce_html(page)
    >>> text.splitlines()[0], facts.title, remarks
    ('星河裁员', '星河裁员', ())
    """
    try:
        tree = _parsed(page)
    except lxml.etree.ParserError:  # nothing in it but a declaration
        return "", Facts(), lacking("")
    given = declared_facts(page, tree)
    restore_text(tree)
    is_piece = not WHOLE.search(page)
    page = lxml.html.tostring(tree, encoding="unicode")
    if is_piece:
        text = _tidy(words_of_page(page))
        return text, given, lacking(text)
    read = trafilatura.bare_extraction(
        page,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if read is None or not isinstance(read, trafilatura.settings.Document) or not read.text:
        text = _tidy(words_of_page(page))
        return text, given, (WHOLE_PAGE, *lacking(text))
    found = Facts(
        read.title or "", read.author or "", read.sitename or "", day(read.date or ""), read.url or ""
    )
    surest = Facts(url=given.url, author=given.author, published=given.published)
    facts = surest.or_else(found).or_else(given)
    facts = facts.or_else(under_headline(page, facts.title))
    facts = facts.or_else(Facts(publisher=publisher_in_title(given.title, facts.title)))
    text = in_lines(read.text, page)
    return _with_title(_tidy(text), facts.title), facts, lacking(text)


def in_lines(text: str, page: str) -> str:
    """What the reduction of a short article puts on one line, in the lines of the page.

    >>> in_lines("云帆裁员 亏损14亿元。", "<p>首页</p><h1>云帆裁员</h1><p>亏损14亿元。</p>").splitlines()
    ['云帆裁员', '亏损14亿元。']
    """
    text = text.strip()
    if "\n" in text:
        return text
    lines = list(filter(None, map(str.strip, words_of_page(page).split("\n"))))
    bare, rest = (words.split() for words in ("".join(lines), text))
    begin = "".join(bare).find("".join(rest))
    if begin < 0:
        return text
    end, at, found = begin + len("".join(rest)), 0, []
    for line in lines:
        first, at = at, at + len("".join(line.split()))
        if first >= begin and at <= end:
            found.append(line)
    return "\n".join(found) if "".join("".join(found).split()) == "".join(rest) else text


def lacking(text: str) -> tuple[str, ...]:
    """What is to be said where menus are all that was found; the article is loaded by a script."""
    return () if SENTENCE_END.search(text) else (NO_SENTENCE,)


def under_headline(page: str, title: str) -> Facts:
    """What the lines under the headline say, which the reduction takes for furniture.

    >>> under_headline("<h1>云帆裁员</h1><p><b>2026-03-06</b> <i>来源：远山财经</i></p>", "云帆裁员")
    Facts(title='', author='', publisher='远山财经', published='2026-03-06', url='')
    """
    if not title:
        return Facts()
    _, _, below = words_of_page(page).partition(title)
    return bylines(below)


def publisher_in_title(whole: str, headline: str) -> str:
    """The name that the title of a page adds to its headline; the last, where it adds several.

    >>> publisher_in_title("Outbreak grows | Health | Dunmere Gazette", "Outbreak grows")
    'Dunmere Gazette'
    >>> publisher_in_title("澜江大桥通车_澜江新闻网", "澜江大桥通车"), publisher_in_title("Home", "Ill")
    ('澜江新闻网', '')
    """
    added = whole.removeprefix(headline) if headline and whole.startswith(headline) else ""
    *_, last = BETWEEN_NAMES.split(added)
    return last.strip() if added != last and len(last) <= LONGEST_NAME else ""


def words_of_page(page: str) -> str:
    """All words of a page or a piece of one, a line for each block of them.

    >>> words_of_page("<p>云帆<b>裁员</b></p><script>var a;</script>1200人").split()
    ['云帆裁员', '1200人']
    """
    try:
        tree = _parsed(page)
    except lxml.etree.ParserError:  # nothing in it but a declaration or a comment
        return ""
    for unseen in tree.xpath("//head | //script | //style"):
        unseen.drop_tree()
    for block in tree.iter("p", "div", "h1", "h2", "li", "br", "tr", "ul"):
        block.tail = f"\n{block.tail or ''}"
        block.text = f"\n{block.text or ''}"
    return str(tree.text_content())


def _parsed(page: str) -> lxml.html.HtmlElement:
    """The page as a tree; lxml refuses a text that names a charset of bytes, and control characters."""
    text = CONTROL.sub(" ", re.sub(r"^(?:\s*<\?xml[^>]*>)+", "", page))
    parser = lxml.html.HTMLParser()
    tree = lxml.html.document_fromstring(text, parser=parser)
    if any(fault.type == lxml.etree.ErrorTypes.ERR_RESOURCE_LIMIT for fault in parser.error_log):
        raise ImportRefusedError(NESTED)  # the parser has left out the rest
    return tree


def restore_text(tree: lxml.html.HtmlElement) -> None:
    """Undo what is of the markup alone: line breaks within a text, and addresses hidden from robots.

    >>> tree = lxml.html.fragment_fromstring("<p>渡轮<b>中午\\n离开</b>，at\\n noon\\n.</p>")
    >>> restore_text(tree); tree.text_content()
    '渡轮中午离开，at noon.'
    """
    for hidden in tree.xpath("//*[@data-cfemail]"):
        hidden.text = _unhidden(hidden.get("data-cfemail"))
    kept = set(tree.xpath("//pre | //pre//* | //script | //style | //comment()"))
    for element in tree.iter():
        if element.text and element not in kept:
            element.text = LINE_BREAK.sub(_joint, element.text)
        if element.tail and element.getparent() not in kept:
            element.tail = LINE_BREAK.sub(_joint, element.tail)


def _joint(found: re.Match[str]) -> str:
    """The replacement of a line break: a space, or nothing between Han characters and before a stop."""
    before, after = (
        found.string[max(found.start() - 1, 0) : found.start()],
        found.string[found.end() : found.end() + 1],
    )
    return "" if (CHINESE.match(before) and CHINESE.match(after)) or after in STOPS else " "


def _unhidden(code: str) -> str:
    """The address that a page hides from robots: its first byte is the key to the others.

    >>> _unhidden("422302206c21"), _unhidden("no")
    ('a@b.c', '')
    """
    try:
        key, *rest = bytes.fromhex(code)
    except ValueError:
        return ""
    return bytes(byte ^ key for byte in rest).decode("utf-8", "replace")


def _tidy(text: str) -> str:
    """The lines without what is around them; a line that begins with a stop belongs to the one before."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, text.replace("\r", "").split("\n"))):
        if lines and line.startswith(STOPS) and line[0] != ".":
            lines[-1] += line
        else:
            lines.append(line)
    return "".join(f"{line}\n" for line in lines)


def _with_title(text: str, title: str) -> str:
    """The headline is part of the article: it may be quoted."""
    return text if title in "".join(text.splitlines(keepends=True)[:3]) else f"{title}\n{text}"
