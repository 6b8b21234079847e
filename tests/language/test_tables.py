"""The tables of words: each word once, in Simplified Chinese, and no exception that excepts nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources import files

import pytest
import yaml

from build_tools.language import Force, find_cues
from build_tools.language.tables import USES, choices, level_letters, load_cues
from build_tools.language.translation_meaning import COMPARED
from build_tools.text.folding import Folded, fold, simplify, small_letters
from build_tools.text.form_search import Forms, index_forms, occurrences

HOME = files("build_tools.language")
CUES: Mapping[str, Mapping[str, list[str]]] = yaml.load((HOME / "cues.yaml").read_bytes(), yaml.CBaseLoader)
PAIRS: Mapping[str, Mapping[str, str]] = yaml.load((HOME / "pairs.yaml").read_bytes(), yaml.CBaseLoader)
COMPARING = yaml.load((HOME / "comparing.yaml").read_bytes(), yaml.CBaseLoader)
BOTH_SCRIPTS = "著覆"  # which the fold takes for Traditional, and Simplified Chinese has too
GRAMMAR: Mapping[str, list[str] | str] = yaml.load((HOME / "grammar.yaml").read_bytes(), yaml.CBaseLoader)


def listed() -> Iterator[str]:
    """Every word of cues.yaml and pairs.yaml, its choices spelled out."""
    words = [word for uses in CUES.values() for lists in uses.values() for word in lists]
    return (one for word in (*words, *PAIRS) for one in choices(word))


def exceptions() -> list[str]:
    return [word for uses in CUES.values() for word in uses.get("except", ())]


def test_the_tables_know_every_force_and_use() -> None:
    assert set(CUES) == set(Force)
    assert {use for uses in CUES.values() for use in uses} <= {*USES, "except"}
    meant = [value.split(".") for parts in PAIRS.values() for value in parts.values()]
    assert all(force in set(Force) and use in USES for force, use in meant)


def test_a_word_is_listed_once() -> None:
    assert [word for word, count in Counter(listed()).items() if count > 1] == []


def test_words_are_simplified_and_in_small_letters() -> None:
    grammar = (" ".join(words) if isinstance(words, list) else words for words in GRAMMAR.values())
    for word in (*listed(), *grammar):
        kept = word.translate(dict.fromkeys(map(ord, BOTH_SCRIPTS)))
        assert simplify(small_letters(kept)) == kept


def test_an_exception_holds_a_cue() -> None:
    """Without a cue in it, it would except nothing."""
    forms = index_forms(form for form, parts in load_cues().rows.items() if parts)
    idle = [word for word in exceptions() if not any(holds(one, forms) for one in choices(word))]
    assert idle == []


def holds(word: str, forms: Forms) -> bool:
    return any(True for _ in occurrences(forms, word, lowered(word)))


def lowered(word: str) -> Folded:
    folded = fold(word)
    return replace(folded, text=small_letters(folded.text))


@pytest.mark.parametrize(("word", "parts"), PAIRS.items())
def test_a_pair_holds_its_cues_in_their_order(word: str, parts: Mapping[str, str]) -> None:
    for one in choices(word):
        places = [level_letters(one).find(letters) for letters in parts]
        assert -1 not in places
        assert places == sorted(places)


@pytest.mark.parametrize("force", COMPARED)
def test_what_is_unsure_is_a_cue_of_its_force(force: Force) -> None:
    of_force = {form for form, parts in load_cues().rows.items() if force in {part.force for part in parts}}
    letters = {part.letters for parts in load_cues().rows.values() for part in parts}
    unsure = {word for word in COMPARING["unsure"][force] if level_letters(word) not in of_force | letters}
    assert unsure == set()
    assert all(re.compile(pattern) for pattern in COMPARING["possible"][force].values())


def test_capitals_and_script_do_not_matter() -> None:
    cues = [(cue.span, cue.force) for cue in find_cues("公司没有否认将裁员，he did not deny it")]
    assert [(cue.span, cue.force) for cue in find_cues("公司沒有否認將裁員，HE DID NOT DENY IT")] == cues
    assert len(cues) == 5
