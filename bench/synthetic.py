"""Writes dossiers of invented articles to measure with: `python -m bench.synthetic S M L`.

`build/synthetic/S` has 5 articles, `M` 500 and `L` 5,000. Five articles tell one story: in Chinese of both
scripts and in English, one passes on another, and one gives other values.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from string import Template

import yaml
from babel.dates import format_date

from build_tools.website.chinese_script import Writing, converted
from build_tools.website.writing import write_files

FOLDER = Path("build/synthetic")
ARTICLES = {"S": 5, "M": 500, "L": 5_000}
LANGUAGES = ("zh-Hans", "zh-Hant", "en", "zh-Hant", "zh-Hans")  # of the articles of a story, in their order
RELAYED, RELAYING, DIFFERING = 1, 3, 4
TOLD = 3  # stories on the home page
TRADITIONAL = Writing("zh-Hant", "tw")
REMARKS = {"zh-Hans": 3, "zh-Hant": 3, "en": 0.2}  # after a sentence: English needs more letters for the same
BEGIN = date(2025, 1, 6)

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in its wordings, who says it, and what is claimed from it."""

    zh: Sequence[str]
    en: Sequence[str]
    claims: str
    said_by: str = ""
    id: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Phrases:
    """What stories are written with, in Chinese and in English."""

    syllables: Names
    surnames: Names
    given: Names
    makers: Names
    publishers: Names
    papers: Names
    titles: Mapping[str, Sequence[str]]
    sentences: Sequence[Sentence]
    fillers: Mapping[str, Sequence[str]]
    entities: dict[str, str]
    asked: dict[str, str]
    source: str
    settings: str
    told: str
    vocabulary: str


def read_phrases() -> Phrases:
    """The phrases that are beside this file."""
    found = yaml.load(Path(__file__).with_suffix(".yaml").read_text("utf-8"), yaml.CSafeLoader)
    return Phrases(**found | {"sentences": [Sentence(**row) for row in found["sentences"]]})


PHRASES = read_phrases()


def named(number: int, *parts: Names) -> tuple[list[str], list[str]]:
    """The name of a number, in Chinese and in Latin letters; no two numbers have the same."""
    chosen = []
    for part in parts:
        number, at = divmod(number, len(part))
        chosen.append(list(part.items())[at])
    return [zh for zh, _ in chosen], [en for _, en in chosen]


def organisation(number: int) -> tuple[str, str]:
    """An organisation's name in Chinese and in English."""
    zh, en = named(number * 1_237 % 16_384, *[PHRASES.syllables] * 3, PHRASES.makers)
    return "".join(zh), f"{''.join(en[:3]).capitalize()} {en[3]}"


def person(number: int) -> tuple[str, str]:
    """A person's name in Chinese and in English."""
    zh, en = named(number * 763 % 2_560, PHRASES.given, PHRASES.given, PHRASES.surnames)
    return f"{zh[2]}{zh[0]}{zh[1]}", f"{en[2]} {en[0].capitalize()}{en[1]}"


def story_names(number: int) -> Names:
    """Who is in a story: their names, their English names (`_en`) and their ids (`_id`)."""
    who = {
        "buyer": organisation(2 * number),
        "target": organisation(2 * number + 1),
        "founder": person(2 * number),
        "speaker": person(2 * number + 1),
    }
    names = {role: zh for role, (zh, _) in who.items()}
    names |= {f"{role}_en": en for role, (_, en) in who.items()}
    names |= {f"{role}_id": en.lower().replace(" ", "-") for role, (_, en) in who.items()}
    return names | {"id": f"story-{number}"}


def facts(number: int, differing: bool) -> dict[str, int | date]:
    """What the articles of a story say; those that differ give another price, in every second story."""
    chance = random.Random(f"story {number}")
    bought = BEGIN + timedelta(chance.randrange(180))
    price, other = (10 * chance.randrange(11, 90) for _ in range(2))
    staff, dead = chance.randrange(1_100, 9_900, 10), chance.randrange(3, 20)
    revenue = 10 * chance.randrange(11, 90)
    return {
        "bought": bought,
        "counted": bought + timedelta(20),
        "burned": bought + timedelta(40),
        "later": bought + timedelta(42),
        "price": other if differing and number % 2 else price,
        "staff": staff,
        "fewer": staff - 50,
        "revenue": revenue,
        "before": revenue - 50,
        "dead": dead,
        "more": dead + chance.randrange(1, 9),
    }


def said(name: str, value: int | date, lang: str) -> str:
    """A fact as an article writes it."""
    chinese = lang.startswith("zh")
    if isinstance(value, date):
        return format_date(value, "y年M月d日" if chinese else "d MMMM y", locale="zh" if chinese else "en")
    if name in ("staff", "fewer", "dead", "more"):
        return f"{value}人" if chinese else f"{value} people"
    return f"{value}亿元" if chinese else f"{value // 10} billion yuan"


def wording(number: int, place: int, lang: str) -> Names:
    """All names and facts of a story as one of its articles gives them, in a language."""
    names = dict(story_names(number))
    if lang == "en":
        names |= {role: names[f"{role}_en"] for role in ("buyer", "target", "founder", "speaker")}
    known = facts(number, place == DIFFERING)
    return {**names, **{name: said(name, value, lang) for name, value in known.items()}}


def sentences_of(number: int, place: int, chance: random.Random) -> Iterator[tuple[str, str, Sentence]]:
    """What an article says, each sentence in one of its wordings, and in English."""
    side = "teller" if place == DIFFERING and number % 4 == 0 else "denier"
    for sentence in PHRASES.sentences:
        if sentence.of in ("", side):
            zh, en = chance.choice(list(zip(sentence.zh, sentence.en, strict=True)))
            yield (en if LANGUAGES[place] == "en" else zh), en, sentence


def annotation(text: str, translation: str, sentence: Sentence) -> str:
    """A sentence with its claims, as YAML."""
    rows = [f"- quote: {text}"]
    rows += [f"  translation: {translation}"] if text not in sentence.en else []
    rows += [f"  id: {sentence.id}"] if sentence.id else []
    rows += [f"  said_by: {sentence.said_by}"] if sentence.said_by else []
    return "\n".join((*rows, "  claims:", *(f"    {line}" for line in sentence.claims.splitlines()), ""))


def traditional(text: str) -> str:
    """Chinese in Traditional characters, one by one."""
    return "".join(map(traditional_letter, text))


@cache
def traditional_letter(letter: str) -> str:
    """A letter in Traditional characters."""
    return converted(letter, TRADITIONAL)


def article(number: int, place: int) -> Mapping[str, str]:
    """The files of one article of a story, by their names."""
    lang = LANGUAGES[place]
    words, in_english = wording(number, place, lang), wording(number, place, "en")
    chance = random.Random(f"{number} {RELAYED if place == RELAYING else place}")
    said = list(sentences_of(number, place, chance))
    lines = [
        chance.choice(PHRASES.titles[lang[:2]]),
        "",
        *with_remarks(number, place, [one[0] for one in said]),
    ]
    text = "".join(f"{Template(line).substitute(words)}\n" for line in lines)
    notes = "\n".join(
        Template(annotation(line, Template(en).substitute(in_english), sentence)).substitute(words)
        for line, en, sentence in said
    )
    if lang == "zh-Hant":
        text, notes = traditional(text), traditional(notes)
    return {"article.txt": text, "annotations.yaml": notes, "source.yaml": about(number, place, text)}


def with_remarks(number: int, place: int, said: Sequence[str]) -> Iterator[str]:
    """The sentences of an article, and after each what nobody claims anything of."""
    space = " " if LANGUAGES[place] == "en" else ""
    remarks = list(PHRASES.fillers[LANGUAGES[place][:2]])
    random.Random(f"{number} {place} between").shuffle(remarks)
    each = min(len(remarks) / len(said), REMARKS[LANGUAGES[place]])
    for at, line in enumerate(said):
        yield space.join((line, *remarks[int(at * each) : int((at + 1) * each)]))


def about(number: int, place: int, text: str) -> str:
    """What is known about an article."""
    zh, en = named(number * len(LANGUAGES) + place, PHRASES.publishers, PHRASES.papers)
    day = facts(number, False)["later"]
    assert isinstance(day, date)
    joined = "copies" if number % 3 == 0 else "relays"
    known = {
        "title": text.partition("\n")[0],
        "publisher_en": " ".join(en),
        "publisher_zh": "".join(zh),
        "published": str(day + timedelta(1 + place)),
        "language": LANGUAGES[place],
        "sha256": sha256(text.encode()).hexdigest(),
        "more": f"{joined}: [{id_of(number, RELAYED)}]\n" if place == RELAYING else "",
    }
    return Template(PHRASES.source).substitute(known)


def id_of(number: int, place: int) -> str:
    """The id of an article."""
    return f"article-{number}-{place}"


def settings(size: str, editions: Sequence[str]) -> str:
    """The settings of a dossier, with its story in a few sentences."""
    stories = range(min(TOLD, ARTICLES[size] // len(LANGUAGES)))
    told = (Template(PHRASES.told).substitute(story_names(at), article=id_of(at, 0)) for at in stories)
    known = {"size": size, "editions": ", ".join(editions), "told": "".join(told)}
    return Template(PHRASES.settings).substitute(known)


def dossier(size: str, editions: Sequence[str] = ("en",)) -> dict[str, str]:
    """The files of a dossier, by their paths in `sources/`."""
    files = {"dossier.yaml": settings(size, editions), "vocabulary.yaml": PHRASES.vocabulary}
    for number in range(ARTICLES[size] // len(LANGUAGES)):
        names = story_names(number)
        for path, text in (PHRASES.entities | (PHRASES.asked if number % 4 == 1 else {})).items():
            files[Template(path).substitute(names)] = Template(text).substitute(names)
        for place in range(len(LANGUAGES)):
            written = article(number, place)
            files |= {f"articles/{id_of(number, place)}/{name}": text for name, text in written.items()}
    return files


def write(size: str, editions: Sequence[str] = ("en",), folder: Path = FOLDER) -> Path:
    """Write a dossier below a folder, unchanged files apart; gives its own folder."""
    root = folder / size
    (root / "sources").mkdir(parents=True, exist_ok=True)
    files = {path: text.encode() for path, text in dossier(size, editions).items()}
    write_files(files, root / "sources")
    return root


def main() -> None:
    """Write the dossiers that are named, or all of them."""
    for size in sys.argv[1:] or ARTICLES:
        print(write(size))


if __name__ == "__main__":
    main()
