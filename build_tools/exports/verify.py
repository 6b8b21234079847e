"""Checks proofs against articles, with nothing but Python: `python3 verify.py proofs.jsonl article.txt…`.

A proof holds where the file has the hash that it names and each quoted stretch is at its place. The raw
value must be among those words too, unless the proof itself says that the value is inferred or assumed.
"""

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

FORMAT = "annotated-dossier/proof/1"


def verify(proofs: str, *articles: str) -> int:
    """Print what holds, what fails and what has no article here; 1 where anything fails."""
    texts = {}
    for name in articles:
        content = Path(name).read_bytes()
        texts[hashlib.sha256(content).hexdigest()] = content.decode("utf-8")
    counts = {"holds": 0, "fails": 0, "no article": 0}
    for line in Path(proofs).read_bytes().splitlines():
        proof = json.loads(line)
        text = texts.get(proof["article"]["sha256"])
        faults = faults_of(proof, text) if text is not None else []
        verdict = "no article" if text is None else "fails" if faults else "holds"
        counts[verdict] += 1
        for fault in faults:
            print(f"{proof['id']}: {fault}")
    print(", ".join(f"{count} {verdict}" for verdict, count in counts.items()))
    return 1 if counts["fails"] else 0


def faults_of(proof: dict[str, Any], text: str) -> list[str]:
    """What of a proof the article does not bear out."""
    if proof.get("format") != FORMAT:
        return [f"unknown format {proof.get('format')!r}"]
    found = []
    for place in proof["quote"] + proof["context"]:
        if text[place["start"] : place["end"]] != place["words"]:
            found.append(f"other words at {place['start']}: {text[place['start'] : place['end']]!r}")
    raw, how = proof["raw"], proof["proof"].get(proof["property"] or "subject", "proven")
    words = without_space("".join(place["words"] for place in proof["quote"]))
    if raw and how == "proven" and proof["type"] == "quantity" and without_space(raw) not in words:
        found.append(f"the value {raw!r} is not among the words")
    return found


def without_space(words: str) -> str:
    """Words without white space."""
    return re.sub(r"\s+", "", words)


if __name__ == "__main__":
    sys.exit(verify(*sys.argv[1:]))
