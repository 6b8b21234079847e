"""Characters a second that the reader of values gets through, beside other readers where they install.

`python -m bench.values --install` puts each of the others into an environment of its own, `build/peers/`.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT / "sources" / "articles").glob("*/article.txt"))
PEERS = ROOT / "build" / "peers"
ROUNDS = 5
Reader = Callable[[str], object]


def ours() -> Reader:
    from build_tools.values import parse_edtf, read_all  # read_values remembers what it has read

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


def quantulum() -> Reader:
    module = importlib.import_module("quantulum3.parser")
    return lambda text: module.parse(text)


def dateparser() -> Reader:
    module = importlib.import_module("dateparser.search")
    return lambda text: module.search_dates(text, languages=["zh", "en"])


OTHERS: Mapping[str, tuple[str, Callable[[], Reader]]] = {
    "jionlp": ("JioNLP", jionlp),
    "recognizers-text-suite": ("Recognizers-Text", recognizers),
    "quantulum3": ("quantulum3", quantulum),
    "dateparser": ("dateparser", dateparser),
}


def speed(read: Reader, texts: list[str]) -> float:
    """The best of some rounds over all texts, in characters a second of processor time."""
    best = min(_seconds(read, texts) for _ in range(ROUNDS))
    return sum(map(len, texts)) / best


def _seconds(read: Reader, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def show(name: str, make: Callable[[], Reader]) -> None:
    """Print one reader's speed; it is absent where it does not import."""
    texts = [path.read_bytes().decode("utf-8") for path in ARTICLES]
    try:
        read = make()
    except ImportError:
        print(f"{name:18} absent", flush=True)
        return
    read(texts[0])
    print(f"{name:18} {speed(read, texts):>12,.0f} characters a second", flush=True)


def python_of(package: str) -> Path:
    """The Python of the environment of another reader."""
    return PEERS / package / "bin" / "python"


def install(package: str) -> None:
    """Make the environment of another reader; it stays empty where the package does not install."""
    subprocess.run([sys.executable, "-m", "venv", str(PEERS / package)], check=True)
    installed = subprocess.run([python_of(package), "-m", "pip", "install", "-q", package], check=False)
    print(f"{package}: {'installed' if installed.returncode == 0 else 'does not install'}", flush=True)


def main(*given: str) -> None:
    """Measure this reader and the others, each in its own environment, or one of the others in this one."""
    if given == ("--install",):
        for package in OTHERS:
            install(package)
        return
    if given:
        show(*OTHERS[given[0]])
        return
    show("this reader", ours)
    for package, (name, make) in OTHERS.items():
        if python_of(package).exists():
            subprocess.run([python_of(package), __file__, package], check=False)
        else:
            show(name, make)


if __name__ == "__main__":
    main(*sys.argv[1:])
