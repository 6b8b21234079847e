"""Texts that want to be more than text, and a dossier that has one in every place where people write."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

PAYLOADS: dict[str, str] = {
    "script": "<script>ran=true</script>",
    "end of a script": "</script><script>ran=true</script>",
    "image": "<img src=x onerror=ran=true>",
    "drawing": "<svg/onload=ran=true><animate onbegin=ran=true>",
    "frame": "<iframe srcdoc='<script>parent.ran=true</script>'></iframe>",
    "details": "</p></div><details open ontoggle=ran=true><summary>more</summary>",
    "base": "<base href=//evil.example/><meta http-equiv=refresh content='0;url=//evil.example/h'>",
    "style": "<style>@import '//evil.example/x'</style><p style=\"background:url('//evil.example/y')\">",
    "form": "<form action=//evil.example><button formaction=javascript:ran=true>go</button></form>",
    "comment": "<!-- gone --> <![CDATA[x]]> <?php run ?> <!doctype html>",
    "quotation marks": '" onmouseover="ran=true" x=\'" \' onfocus=\'ran=true\' autofocus x="',
    "entity": "&lt;script&gt;ran=true&lt;/script&gt; &#60;b&#62; &nope; &amp;amp;",
    "link": "[go](javascript:ran=true) [d](https://evil.example/d) <javascript:ran=true>",
    "address": "https://evil.example/a //evil.example/b <https://evil.example/c> www.evil.example",
    "picture": "someone@evil.example ![e](//evil.example/e) ![](data:image/svg+xml,<svg/onload=ran=true>)",
    "footnote": "[^1] [^bad.all] [^a]: a note [f]: https://evil.example/f",
    "attributes": "{: onclick=ran=true } {#top .hidden} x{:style=color:red}",
    "template": "{{ config }} {% raw %} {# gone #} ${ran} {title} %(title)s",
    "emphasis": "**b** _i_ __s__ *e* `c` ``d`` ~~x~~ ==y== ^z^ snake_case_name",
    "block": "# heading | a | b | --- !!! danger ??? note === 1. x - y > z ```py ~~~ [TOC]",
    "cross reference": "[[hostile-co]] [[hostile-co|**x**]] [@bad/all] [ [nobody]]",
    "backslash": "\\ \\\\ \\n \\textbf{x} \\input{/etc/passwd} \\*e\\* } { }} {{ $x$ %y",
    "formula": "=cmd|'/C calc'!A0 @SUM(1+1) +1 -1 ;=1+1",
    "formula in full width": "＝1+1 ＋1 －1 ＠SUM(1)",
    "separators": 'a;b,c;"d" \'e\' | f ; ; , ""',
    "statement": "'); drop table claim; -- \" or 1=1",
    "workflow": "::error file=a,line=1::x %0A::set-output name=a::b %25 ##[error]y",
    "terminal": "[31mred[0m [link=https://evil.example]x[/link] [bold]y[/] \x1b[31mz\x1b]0;t\x07",
    "turned line": "pay \u202e41\u202c \u2066x\u2069 \u200fא \u061c",
    "unseen": "a\u200bb\u2060c\ufeffd\u00ade \x00f \x08g \x7fh \x9bi \ufffej \ufdd0k",
    "line breaks": "a\nb\u2028c\u2029d\x85e\x0bf\x0cg\r\nh\ri",
    "marks": "e\u0301 " + "a" + "\u0308" * 60 + " ﷽ 👩\u200d👩\u200d👧 \U0001f1e8\U0001f1f3 𠀀 \U000e0041",
}
ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff]")
NOT_QUOTED = re.compile(r"[\x00\n\r\d]")  # a quote is in one paragraph, and whoever retells it adds no number
# Prose: emphasis, backslashes and the names of things and passages mean something, and nothing else does.
PROSE = re.compile(
    "^(story|summary|reason|compared)|-(doubt|account|grade|day|note|claim-note|inferred)(-zh)?$"
)
IN_PROSE = re.compile(r"[*_\\\0]|\[\[|\[@")
RETOLD = re.compile("^(story|summary|compared|reason)|-(article|translation|account|account-zh)$")
ADDRESS = 'https://example.org/"onclick="ran=true"><img/src=x/onerror="ran=true">'
REPOSITORY = "https://github.com/example/hostile"

Text = Callable[[str], str]  # of a field by its name


def scalar(text: str) -> str:
    """A text as a YAML scalar, whatever is in it."""
    return ODD.sub(lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(text, ensure_ascii=False))


def both(name: str, en: str, zh: str) -> str:
    """An entry in two languages."""
    return f"{name}:\n  en: {scalar(en)}\n  zh: {scalar(zh)}\n"


def fitting(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts of fields, those of quotes and of what retells them without what the check refuses there."""
    return {name: NOT_QUOTED.sub("x", text) if RETOLD.search(name) else text for name, text in texts.items()}


def rotated(by: int) -> dict[str, str]:
    """A text for each field, another one in the next field."""
    texts = list(PAYLOADS.values())
    return fitting({name: texts[(at + by) % len(texts)] for at, name in enumerate(fields())})


def is_literal(name: str, text: str) -> bool:
    """Whether a field shows just the characters of a text."""
    return not (PROSE.search(name) and IN_PROSE.search(text))


def hostile_files(text: Text) -> dict[str, str]:
    """The files of a dossier whose every field is what `text` gives for its name.

    Two articles give two prices, so that there is a disagreement; a question asks of another one.
    """
    return {
        "dossier.yaml": both("title", text("title"), text("title-zh"))
        + f"description: {scalar(text('description'))}\n"
        + "editions: [en, zh-Hans, zh-Hant]\nopencc: tw\npublish_limit: 100%\n"
        + f"repository: {REPOSITORY}\n"
        + f"story:\n  - en: {scalar(text('story'))}\n    zh: {scalar(text('story-zh'))}\n",
        "vocabulary.yaml": "properties:\n"
        + "  value: {type: quantity, holds: one, of: [figure], per: [period],"
        + f" label: {scalar(text('property'))}}}\n"
        + f"  account: {{type: text, holds: many, of: [organisation], label: {scalar(text('accounts'))}}}\n"
        + f"  role: {{type: term, holds: many, of: [person], label: {scalar(text('roles'))}}}\n"
        + f"terms:\n  chief:\n    label: {scalar(text('term'))}\n    forms: [paid]\n",
        **_article("bad", "143亿美元", "US$14.3 billion", text),
        **_article("worse", "148亿美元", "US$14.8 billion", text),
        "organisations/hostile-co.yaml": both("label", text("organisation"), text("organisation-zh"))
        + both("summary", text("summary"), text("summary-zh"))
        + both("note", text("remark"), text("remark-zh"))
        + 'aliases: [Hostile Co]\nwas: ["//evil.example/was", "javascript:ran=true", ".."]\n',
        "events/deal.yaml": f"label: {scalar(text('event'))}\naliases: [paid]\n",
        "people/someone.yaml": f"label: {scalar(text('person'))}\naliases: [for it]\n",
        "figures/price.yaml": f"label: {scalar(text('figure'))}\n"
        + "measures: {of: hostile-co, unit: USD}\nwords: [paid]\n",
        "questions/asked.yaml": both("question", text("question"), text("question-zh"))
        + f"answers:\n  one: {scalar(text('answer'))}\n  two: {scalar(text('answer-two'))}\n"
        + f"status: open\nreason: {scalar(text('reason'))}\nby: {scalar(text('editors'))}\n"
        + "decided: 2026-01-01\n",
        "comparison.yaml": f"points:\n  - label: {scalar(text('point'))}\n    articles:\n"
        + f"      bad: {scalar(text('compared') + ' [@bad/all]')}\n",
        "themes/both.yaml": f"title: {scalar(text('theme'))}\norder: 1\nabout: [hostile-co, deal]\n",
    }


def _article(id: str, value: str, translated: str, text: Text) -> dict[str, str]:
    """An article that gives a price, and says hostile things behind it."""
    article = f"Hostile Co paid {value} for it, {text(f'{id}-article')} so it says"
    written = f"{article}.\n"
    sha = hashlib.sha256(written.encode()).hexdigest()
    folder = f"articles/{id}"
    return {
        f"{folder}/article.txt": written,
        f"{folder}/source.yaml": f"title: {scalar(text(f'{id}-title'))}\n"
        + f"author: {scalar(text(f'{id}-author'))}\npublisher: {scalar(text(f'{id}-publisher'))}\n"
        + f"through: {scalar(text(f'{id}-through'))}\nurl: {scalar(ADDRESS)}\npublished: 2025-06-21\n"
        + f"published_why: {scalar(text(f'{id}-day'))}\nlanguage: zh-Hans\nsha256: {sha}\n"
        + f"reliability:\n  grade: E\n  why: {scalar(text(f'{id}-grade'))}\npublish: full\n",
        f"{folder}/annotations.yaml": f"- quote: {scalar(article)}\n  id: all\n"
        + f"  translation: {scalar(f'Hostile Co paid {translated} for it, ' + text(f'{id}-translation'))}\n"
        + f"  note: {scalar(text(f'{id}-note'))}\n  doubt: {scalar(text(f'{id}-doubt'))}\n"
        + "  claims:\n"
        + f"    - price: {{value: {value}, note: {scalar(text(f'{id}-claim-note'))}}}\n"
        + "    - deal: {stance: affirms}\n    - someone: {role: chief}\n"
        + f"    - hostile-co:\n        account:\n          en: {scalar(text(f'{id}-account'))}\n"
        + f"          zh: {scalar(text(f'{id}-account-zh'))}\n"
        + f"    - asked: {{answer: {'one' if id == 'bad' else 'two'},"
        + f" inferred: {scalar(text(f'{id}-inferred'))}}}\n",
    }


def fields() -> list[str]:
    """The name of every field, in the order of the files."""
    found: list[str] = []

    def note(name: str) -> str:
        found.append(name)
        return ""

    hostile_files(note)
    return found


def write_hostile(root: Path, text: Text) -> None:
    """Write that dossier below a folder."""
    for path, content in hostile_files(text).items():
        target = root / "sources" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, "utf-8", newline="")
