"""Templates hold every label in each language; a dossier gets those of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.model import OUR_LANGUAGES

WORDS = r"\[.*?\]|[^\n]*?"
IN_EACH = re.compile(
    r"^(?P<key> *[\w-]+:)"
    rf"(?: \{{en: (?P<en>{WORDS}), zh: (?P<zh>{WORDS})\}}"
    r"|\n(?P<indent> +)en: (?P<en_below>.*)\n(?P=indent)zh: (?P<zh_below>.*))(?P<rest>.*)$",
    re.M,
)
# The stub of an entity offers the other language as a comment.
OFFERED = re.compile(r"^(?P<entry>\w+):\n  (?:en|zh): (?P<words>.*)\n  # (?:en|zh): .*\n")
TRANSLATION = re.compile(r"^ +translation: .*\n", re.M)


def in_languages(text: str, languages: Sequence[str]) -> str:
    """A template with its words in these languages; in a single one they are plain text.

    A language that templates have no words in gets English ones, which say that they are.

    >>> in_languages("label: {en: founder, zh: 创始人}", ["en"])
    'label: founder'
    >>> in_languages("forms: {en: [founder], zh: [创始人]}", ["en", "zh"])
    'forms: [founder, 创始人]'
    >>> print(in_languages("label: {en: founder, zh: 创始人}", ["fr"]))
    label:
      en: founder
    """
    kept = TRANSLATION.sub("", text) if list(languages) == ["zh"] else text
    one = OFFERED.sub(r"\g<entry>: \g<words>\n", kept) if len(languages) == 1 else kept
    return IN_EACH.sub(lambda found: _written(found, languages), one)


def _written(found: re.Match[str], languages: Sequence[str]) -> str:
    ours = [language for language in OUR_LANGUAGES if language in languages] or ["en"]
    chosen = [found[language] or found[f"{language}_below"] for language in ours]
    if all(words.startswith("[") for words in chosen):
        return f"{found['key']} [{', '.join(words[1:-1] for words in chosen)}]{found['rest']}"
    if len(chosen) > 1:
        return found[0]
    if len(ours) == len(languages) and ours[0] in languages:
        return f"{found['key']} {chosen[0]}{found['rest']}"
    below = " " * (len(found["key"]) - len(found["key"].lstrip()) + 2)
    return f"{found['key']}\n{below}{ours[0]}: {chosen[0]}{found['rest']}"
