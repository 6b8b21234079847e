"""English typography for the site's own words; the words of an article never come here."""

from __future__ import annotations

import re

SINGLE = str.maketrans("“”", "‘’")
QUOTED = re.compile(r'"([^"]*)"')
OPENING = re.compile(r"(?<![\w’”)\]])'(?=\w)")
APOSTROPHE = re.compile(r"(?<=[\w.)\]”])'|'(?=\d0s\b)")
INSIDE = re.compile(r"(?<=[A-Za-z])'(?=[A-Za-z])|(?<=s)'(?=[ ,;:)\n])")

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
TOGETHER = re.compile(rf"(?<=\d) (?=(?:[mbt]r?illion|thousand|articles?|independent|{MONTHS})\b)")


def curled(text: str) -> str:
    """Words with the apostrophes and quotation marks of print.

    >>> curled('Meta\\'s "closed mode" and the editors\\' view')
    'Meta’s “closed mode” and the editors’ view'
    """
    if "'" not in text and '"' not in text:
        return text
    return APOSTROPHE.sub("’", OPENING.sub("‘", QUOTED.sub(r"“\1”", text)))


def apostrophes(page: str) -> str:
    """The same for a hand-written page, where only marks inside a word are changed: others may be Markdown's.

    >>> apostrophes("the reader's { title='way' }")
    "the reader’s { title='way' }"
    """
    return INSIDE.sub("’", page)


def in_single(words: str) -> str:
    """Words with single quotation marks, for use inside double ones.

    >>> in_single('of Meta\\'s "closed mode"')
    'of Meta’s ‘closed mode’'
    """
    return kept_together(curled(QUOTED.sub(r"‘\1’", words)).translate(SINGLE))


def kept_together(text: str) -> str:
    """Words in which a line never ends inside a sum, a day or a count.

    >>> kept_together("$30 billion on 12 June 2025")
    '$30\\xa0billion on 12\\xa0June 2025'
    """
    return TOGETHER.sub("\u00a0", text)
