"""What each kind of problem means, with an example and its correction."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent
WORDS, EXAMPLES, LABELS_FILE = HERE / "problems.yaml", HERE / "examples.json", HERE / "labels.yaml"
LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Abroad:
    """The case of a problem that English articles cannot have, with an article in another language."""

    case: str
    correct: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What is said of a kind of problem, by language; the rest is of its example, where that needs it."""

    title: Mapping[str, str]
    means: Mapping[str, str]
    wrong: str | None
    wrong_at: str | None
    correct: str | None
    correct_at: str | None
    abroad: Abroad | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A file with the fault, the output of the check, and the corrected file."""

    path: str
    wrong: str
    correct_path: str
    correct: str
    output: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The words between the parts of an explanation."""

    title: str
    lead: str
    wrong: str
    said: str
    correct: str
    missing: str
    gone: str


@cache
def read_labels() -> Mapping[str, Labels]:
    """The words between the parts, by language."""
    read = yaml.load(LABELS_FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {language: Labels(**read[language]) for language in LANGUAGES}


@cache
def read_words() -> Mapping[str, Explained]:
    """The words for every code, in the order of the file."""
    read = yaml.load(WORDS.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {
        code: Explained(
            title={language: entry[language]["title"] for language in LANGUAGES},
            means={language: entry[language]["means"] for language in LANGUAGES},
            wrong=entry.get("wrong"),
            wrong_at=entry.get("wrong_at"),
            correct=entry.get("correct"),
            correct_at=entry.get("correct_at"),
            abroad=Abroad(**entry["abroad"]) if "abroad" in entry else None,
        )
        for code, entry in read.items()
    }


@cache
def read_examples(language: str = "en") -> Mapping[str, Example]:
    """The example of every code that has one in a language: of articles in it."""
    read = json.loads(EXAMPLES.read_text(encoding="utf-8"))[language]
    return {code: Example(**entry) for code, entry in read.items()}


def explain(code: str, language: str = "en", script: Callable[[str], str] = str) -> str:
    """A kind of problem, as text for a terminal; `script` puts our words into the characters of an edition.

    >>> print(explain("wrong-kind").split("\\n")[0])
    wrong-kind: The id is of another kind
    """
    words = read_words()[code]
    lines = [f"{code}: {script(words.title[language])}", "", script(words.means[language])]
    for label, text in example_parts(read_examples(language).get(code), read_labels()[language]):
        lines += [
            "",
            script(label.replace("`", "")),
            *(f"    {line}".rstrip() for line in seen(text).split("\n")),
        ]
    return "".join(f"{line}\n" for line in lines)


def example_parts(example: Example | None, labels: Labels) -> tuple[tuple[str, str], ...]:
    """The wrong text, the output of the check and the corrected text, each under its label."""
    if example is None:
        return ()
    wrong = labels.wrong if example.wrong else labels.missing
    correct = labels.correct if example.correct else labels.gone
    return (
        (wrong.format(path=example.path), example.wrong),
        (labels.said, example.output),
        (correct.format(path=example.correct_path), example.correct),
    )


# Readers of a dossier do not look for problems of its files, and every first search would load them all.
UNSEARCHED = "---\nsearch:\n  exclude: true\n---"


def problems_page(language: str, examples: Mapping[str, Example]) -> str:
    """The page of every kind of problem, in Markdown."""
    labels = read_labels()[language]
    made = [UNSEARCHED, f"# {labels.title}", labels.lead]
    for code, words in read_words().items():
        made += [f"## {words.title[language]} {{#{code}}}", f"`{code}`", words.means[language]]
        for label, text in example_parts(examples.get(code), labels):
            made += [label, *([fenced(text)] if text else [])]
    return "\n\n".join(made) + "\n"


def fenced(text: str) -> str:
    """Lines of an example as a file has them."""
    return f"```text\n{seen(text)}\n```"


def seen(text: str) -> str:
    """With a sign for each invisible character."""
    return text.translate({0x2028: "\ufffd", 0x200B: "\ufffd", 9: "\u2192   "}).rstrip("\n")
