"""How the reading of values grows with texts of one kind, and with all mixed: `python -m bench.worst`.

Ten is reading that grows with its text; a hundred would be reading that grows with its square.
"""

from __future__ import annotations

import random
import time

from build_tools.values import parse_edtf, read_all

SHORT, LONG = 10_000, 100_000
WHOLE = 1_000_000  # of the mixed text
STRETCH = 100
PUBLISHED = parse_edtf("2025-06-21")
RUNS = (
    "1234567890",
    "1,",
    "1.2.",
    "1 ",
    "- - 5 ",
    "$1.2bn-",
    "20 (kg) ",
    "5 km per hour ",
    "010-1234-",
    "a@b ",
    "http://a.b ",
    "[ ",
    '"今天',
    "一二三四五六七八九",
    "十百千万亿",
    "百分之",
    "至少曾有",
    "几",
    "多多",
    "1、",
    "6级",
    "一年一个月",
    "2025年",
    "周",
    "到",
    " ",
    "6月",
    "6月12日、",
    "6月1日至",
    "3月、",
    "去年同期",
    "上周五和",
    "8天后的",
    "2025.6.12",
    "将于",
    "晚上9点",
    "two hundred and ",
    "half a ",
    "hundreds of ",
    "a third ",
    "May ",
    "June 1 to ",
    "on Monday, ",
    "3 days after ",
    "the first two months of ",
    "9 p.m. ",
    "9:30 ",
    "the week of ",
    "11/10/11 ",
    "2025-2026-",
)


def seconds(text: str) -> float:
    """The processor time of one reading."""
    start = time.process_time()
    read_all(text, PUBLISHED)
    return time.process_time() - start


def mixed(size: int) -> str:
    """All runs, in a random order that is always the same."""
    chance, parts, length = random.Random(1), [], 0
    while length < size:
        parts.append(chance.choice(RUNS))
        length += len(parts[-1])
    return "".join(parts)[:size]


def repeated(words: str, size: int) -> str:
    """The words over and over in one line, with other letters so often that they are no run without end."""
    stretch = (words * (STRETCH // len(words) + 1))[:STRETCH]
    return "".join(f"{stretch}。{chr(0x5000 + at % 0x4000)}。" for at in range(size // STRETCH + 1))[:size]


def main() -> None:
    """Print the two times of each run and their ratio."""
    texts = {words: (repeated(words, SHORT), repeated(words, LONG)) for words in RUNS}
    texts["all of them, mixed"] = (mixed(WHOLE // 10), mixed(WHOLE))
    for words, (short, long) in texts.items():
        once, ten = seconds(short), seconds(long)
        print(f"{once:6.2f} s → {ten:6.2f} s  ×{ten / max(once, 0.001):5.1f}  {words!r}", flush=True)


if __name__ == "__main__":
    main()
