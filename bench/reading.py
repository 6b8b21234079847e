"""How long it takes to read a dossier of some megabytes of YAML: `python -m bench.reading [MEGABYTES]`."""

from __future__ import annotations

import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from time import perf_counter, process_time

from build_tools.pausing import collector_paused
from build_tools.reading import read

FILES = 200
SENTENCE = "2025年3月4日,第{n}家公司宣布以{n}亿元收购风筝云,创始人林晚出任首席执行官。"
ANNOTATION = """- quote: {sentence}
  translation: On 4 March 2025 company {n} announced it would buy Kite Cloud for {n} hundred million yuan.
  claims:
    - price-{f}: {n}亿元
    - purchase: {{date: 2025年3月4日, participant: [kite-cloud, lin-wan]}}
    - lin-wan:
        role: chief-executive
        at: kite-cloud
        account:
          en: She became chief executive of company {n}.
          zh: 她出任第{n}家公司的首席执行官。

"""
SOURCE = """title: 第{f}篇
publisher: Kite Daily
published: 2025-03-05
published_why: dated
language: zh-Hans
sha256: {sum}
reliability: {{grade: C, why: invented}}
"""
FIXED = {
    "dossier.yaml": "title: Kites\ndescription: Many kites.\n",
    "vocabulary.yaml": """properties:
  date: {label: Date, type: date, holds: one, of: [event]}
  participant: {label: Took part, type: entity, holds: many, of: [event]}
  role: {label: Role, type: term, holds: many, of: [person]}
  account: {label: Told, type: text, holds: many, of: [person]}
terms:
  chief-executive: {label: Chief Executive, forms: [首席执行官]}
""",
    "people/lin-wan.yaml": "label: Lin Wan\naliases: [林晚]\n",
    "organisations/kite-cloud.yaml": "label: Kite Cloud\naliases: [风筝云]\n",
    "events/purchase.yaml": "label: The purchase\naliases: [收购]\n",
}


def write_dossier(root: Path, megabytes: float) -> int:
    """Write a dossier with about so many megabytes of annotations; returns how many annotations it has."""
    one = len(ANNOTATION.format(sentence=SENTENCE.format(n=1000), n=1000, f=100).encode())
    each = max(1, int(megabytes * 1_000_000 / one / FILES))
    files = dict(FIXED)
    for f in range(FILES):
        numbers = range(f * each, (f + 1) * each)
        article = "\n".join(SENTENCE.format(n=n) for n in numbers)
        files[f"articles/a-{f}/article.txt"] = article
        files[f"articles/a-{f}/source.yaml"] = SOURCE.format(f=f, sum=sha256(article.encode()).hexdigest())
        notes = (ANNOTATION.format(sentence=SENTENCE.format(n=n), n=n, f=f) for n in numbers)
        files[f"articles/a-{f}/annotations.yaml"] = "".join(notes)
        files[f"figures/price-{f}.yaml"] = f"label: Price {f}\nwords: [收购]\n"
    for name, text in files.items():
        path = root / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return each * FILES


def main() -> None:
    """Write a dossier, read it and print how long that took."""
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 12.0
    with tempfile.TemporaryDirectory() as folder:
        count = write_dossier(Path(folder), megabytes)
        start, started = perf_counter(), process_time()
        with collector_paused():  # as the pipeline does
            inputs, problems = read(Path(folder))
        taken, busy = perf_counter() - start, process_time() - started
    assert not problems, problems[:3]
    assert len(inputs.annotations) == count
    claims = sum(len(annotation.claims) for annotation in inputs.annotations)
    print(f"read {megabytes:g} MB of YAML, {claims} claims: {taken:.2f} s, of which {busy:.2f} s computing")


if __name__ == "__main__":
    main()
