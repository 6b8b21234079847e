"""Run by the environment of langextract: for each line of JSON, whether it aligns the quote with the text."""

from __future__ import annotations

import json
import sys


def accepts(text: str, quote: str, exact: bool) -> bool:
    """Whether the quote gets a place in the text; with `exact`, only where its words are there."""
    from langextract.core import data
    from langextract.resolver import WordAligner

    extraction = data.Extraction("quote", quote)
    ((found,),) = WordAligner().align_extractions([[extraction]], text)
    same = found.alignment_status is data.AlignmentStatus.MATCH_EXACT
    return found.char_interval is not None and (same or not exact)


if __name__ == "__main__":
    for line in sys.stdin:
        given = json.loads(line)
        print("yes" if accepts(given["text"], given["quote"], sys.argv[1] == "exact") else "no")
