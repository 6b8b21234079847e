"""Characters a second that the reader of values gets through, beside two other readers where installed."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from pathlib import Path

from build_tools.values import parse_edtf, read_all  # read_values remembers what it has read

ARTICLES = sorted((Path(__file__).parents[1] / "sources" / "articles").glob("*/article.txt"))
ROUNDS = 5
Reader = Callable[[str], object]


def ours() -> Reader:
    published = parse_edtf("2025-12")
    return lambda text: read_all(text, published)


def jionlp() -> Reader:
    module = importlib.import_module("jionlp")

    def read(text: str) -> object:
        return module.ner.extract_money(text, with_parsing=True), module.ner.extract_time(text, time.time())

    return read


def recognizers() -> Reader:
    suite = importlib.import_module("recognizers_suite")

    def read(text: str) -> object:
        kinds = ("number", "percentage", "currency", "number_range", "datetime")
        return [getattr(suite, f"recognize_{kind}")(text, suite.Culture.Chinese) for kind in kinds]

    return read


READERS: tuple[tuple[str, Callable[[], Reader]], ...] = (
    ("this reader", ours),
    ("JioNLP", jionlp),
    ("Recognizers-Text", recognizers),
)


def speed(read: Reader, texts: list[str]) -> float:
    """The best of some rounds over all texts, in characters a second of processor time."""
    best = min(_seconds(read, texts) for _ in range(ROUNDS))
    return sum(map(len, texts)) / best


def _seconds(read: Reader, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def main() -> None:
    texts = [path.read_bytes().decode("utf-8") for path in ARTICLES]
    for name, make in READERS:
        try:
            read = make()
        except ImportError:
            print(f"{name:18} absent")
            continue
        read(texts[0])
        print(f"{name:18} {speed(read, texts):>12,.0f} characters a second")


if __name__ == "__main__":
    main()
