"""How long it takes to fold, to find names and to anchor quotes; run with `python -m bench.text`."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from build_tools.model import Annotation, Selector, Source, SourceId, Written
from build_tools.text.anchoring import anchor
from build_tools.text.folding import fold
from build_tools.text.mentions import find_mentions
from build_tools.text.paragraphs import sentences
from tests.text.helpers import a_source, an_entity

ARTICLES = Path("sources/articles")
MEGABYTES = 10
ALIASES = 10_000
QUOTES = 10_000

T = TypeVar("T")


def main() -> None:
    """Print one line for each stage."""
    chance = random.Random(1)
    texts = [path.read_bytes().decode() for path in sorted(ARTICLES.glob("*/article.txt"))]
    copies = MEGABYTES * 1_000_000 // sum(len(text.encode()) for text in texts)
    sources = {
        SourceId(f"{which}-{copy}"): a_source(text, f"{which}-{copy}")
        for copy in range(copies)
        for which, text in enumerate(texts)
    }
    letters = sorted({letter for text in texts for letter in text if "\u4e00" <= letter <= "\u9fff"})
    aliases = [some_alias(texts, letters, chance) for _ in range(ALIASES)]
    entities = [an_entity(f"e{at}", *aliases[at : at + 4]) for at in range(0, ALIASES, 4)]
    quotes = [some_quote(source, chance) for source in chance.choices(list(sources.values()), k=QUOTES)]
    size = f"{sum(len(one.text.encode()) for one in sources.values()) / 1e6:.1f} MB"
    timed(f"fold {size}", lambda: [fold(one.text) for one in sources.values()])
    timed(f"sentences of {size}", lambda: [sentences(one.text) for one in sources.values()])
    by_id = {one.id: one for one in entities}
    mentions, _ = timed(f"find {ALIASES} aliases in {size}", lambda: find_mentions(sources, by_id))
    found, _ = timed(f"anchor {QUOTES} quotes in {size}", lambda: anchor(tuple(quotes), sources))
    print(f"{len(mentions)} mentions, {len(found)} quotes anchored")


def timed(what: str, work: Callable[[], T]) -> T:
    """Do the work, and print how long it took."""
    start = perf_counter()
    result = work()
    print(f"{perf_counter() - start:6.2f} s  {what}")
    return result


def some_alias(texts: list[str], letters: list[str], chance: random.Random) -> str:
    """A name that no article writes; of fifty, one that one of them does."""
    if chance.random() < 0.98:
        return "".join(chance.choices(letters, k=chance.randint(3, 6)))
    names: list[str] = re.findall(r"[A-Za-z]{3,}|[\u4e00-\u9fff]{3}", chance.choice(texts))
    return chance.choice(names)


def some_quote(source: Source, chance: random.Random) -> Annotation:
    """A sentence of the article."""
    span = chance.choice(sentences(source.text))
    quote = Written(source.text[span.start : span.end])
    return Annotation(source.id, Selector((quote,)))


if __name__ == "__main__":
    main()
