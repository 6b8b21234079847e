"""How time grows with its input, each taken once and four times as long: `python -m bench.growth`.

Four is work that grows with its input; sixteen would be work that grows with its square.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

BASE = Path("tests/broken/base")
POST = "articles/harbour-post"
SOURCE = """title: 燈鳶科技買下風箏雲
publisher: Harbour Post
published: 2025-03
published_why: it reports the purchase as new
language: zh-Hant
sha256: {sum}
reliability: {{grade: D, why: an invented paper}}
"""
PURCHASE = (
    "- quote: {quote}\n  translation: Kite Cloud is bought.\n  claims:\n    - purchase-price: {value}\n"
)
ARTICLE = "燈鳶科技買下風箏雲\n\n燈鳶科技以15億元收購風箏雲。\n林晚在燈鳶科技擔任行政總裁。\n"

Files = Mapping[str, str]


def not_found(size: int) -> Files:
    """A quote of so many characters that is not in the article."""
    words = "".join(chr(0x4E00 + at * 7919 % 20000) for at in range(size))
    return {f"{POST}/annotations.yaml": PURCHASE.format(quote=words, value="15億元")}


def many_values(size: int) -> Files:
    """One figure with so many values in one article."""
    values = [f"{at + 100}億元" for at in range(size)]
    quotes = [f"燈鳶科技以{value}收購風箏雲。" for value in values]
    rows = (PURCHASE.format(quote=quote, value=value) for quote, value in zip(quotes, values, strict=True))
    return {f"{POST}/article.txt": "\n".join(quotes) + "\n", f"{POST}/annotations.yaml": "".join(rows)}


def commas(size: int) -> Files:
    """A list in brackets with so many commas."""
    return {f"{POST}/annotations.yaml": PURCHASE.format(quote="燈鳶", value="[" + "a, " * size + "b]")}


def entries(size: int) -> Files:
    """A map in braces with so many entries."""
    inside = ", ".join(f"a{at} b, c" for at in range(size))
    return {f"{POST}/annotations.yaml": PURCHASE.format(quote="燈鳶", value="{" + inside + "}")}


def links(size: int) -> Files:
    """Prose with so many links."""
    return {"events/kite-layoffs.yaml": "label: Layoffs\nsummary: '" + "[[lin-wan]] " * size + "'\n"}


def unknown_ids(size: int) -> Files:
    """Claims of so many entities that nobody has."""
    rows = (
        f"- quote: 燈鳶科技以15億元收購風箏雲。\n  claims:\n    - lantern-{at}: 15億元\n"
        for at in range(size)
    )
    return {f"{POST}/annotations.yaml": "".join(rows)}


def combining_marks(size: int) -> Files:
    """An article with so many marks over one letter, of two classes by turns."""
    return {f"{POST}/article.txt": ARTICLE + "a" + "\u0301\u0327" * (size // 2) + "\n"}


def emphasis(size: int) -> Files:
    """Prose with emphasis nested so deep."""
    return {"events/kite-layoffs.yaml": "label: Layoffs\nsummary: '" + "*a **b " * size + "'\n"}


def marks(size: int) -> Files:
    """A quote of so many characters that mean something in Markdown."""
    words = "*_[`" * (size // 4)
    return {
        f"{POST}/article.txt": ARTICLE + words + "\n",
        f"{POST}/annotations.yaml": f"- quote: '{words}'\n  id: marks\n  translation: Marks.\n",
    }


def long_name(size: int) -> Files:
    """An alias of so many characters."""
    return {"people/lin-wan.yaml": f"label: Lin Wan\naliases: [林晚, {'a' * size}]\n"}


def clauses(size: int) -> Files:
    """A sentence with so many numbers, of which one is claimed."""
    words = "".join(f"甲鎮收購{at + 1}億元、受傷20人，" for at in range(size))
    return {
        f"{POST}/article.txt": words + "\n",
        f"{POST}/annotations.yaml": PURCHASE.format(quote=words, value="3億元"),
    }


CHECKED: Mapping[Callable[[int], Files], int] = {
    not_found: 4_000,
    many_values: 100,
    commas: 4_000,
    entries: 4_000,
    links: 10_000,
    unknown_ids: 1_000,
    combining_marks: 10_000,
    long_name: 25_000,
    clauses: 100,
}
BUILT: Mapping[Callable[[int], Files], int] = {emphasis: 250, marks: 12_500, many_values: 100}


def lay_out(root: Path, files: Files) -> None:
    """Write the base dossier, in one edition, with these files over it."""
    shutil.copytree(BASE, root)
    settings = root / "sources/dossier.yaml"
    settings.write_text(settings.read_text("utf-8").replace("[en, zh-Hans, zh-Hant]", "[en]"), "utf-8")
    for name, text in files.items():
        (root / "sources" / name).write_text(text, "utf-8")
    article = (root / "sources" / POST / "article.txt").read_bytes()
    (root / "sources" / POST / "source.yaml").write_text(
        SOURCE.format(sum=sha256(article).hexdigest()), "utf-8"
    )


def seconds(command: str, files: Files) -> float:
    """The processor time of a command over a dossier with these files."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "kites"
        lay_out(root, files)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "build_tools", "--root", str(root), command],
            capture_output=True,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print for each input its two times, without that of the base, and their ratio."""
    for command, inputs in (("check", CHECKED), ("build", BUILT)):
        base = seconds(command, {})
        print(f"{base:6.2f} s  {command} the base")
        for make, size in inputs.items():
            once, four = (max(0.01, seconds(command, make(size * by)) - base) for by in (1, 4))
            print(f"{once:6.2f} s → {four:6.2f} s  ×{four / once:4.1f}  {command} {make.__name__} {size:,}")


if __name__ == "__main__":
    main()
