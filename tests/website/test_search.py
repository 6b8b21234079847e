"""What the index of an edition holds after it has been made to find either script and any cut."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

from build_tools.website.look import TOOL
from build_tools.website.search import (
    TAG,
    Findable,
    IndexEntry,
    SearchIndex,
    enrich,
    enriched,
    words_of_entry,
)

NOTE = " <ol> <li> <p>\u200b超级\u200b智能\u200b See it\u00a0\u21a9</p> </li> </ol>"


def index(*docs: IndexEntry) -> SearchIndex:
    return {"config": {"lang": ["en", "zh"], "fields": {"title": {"boost": 1000}}}, "docs": list(docs)}


def doc(location: str, text: str, title: str = "Title") -> IndexEntry:
    return {"location": location, "title": title, "text": text}


def test_the_top_of_a_page_is_found_by_the_words_of_all_its_sections() -> None:
    made = enriched(
        index(doc("a/", "<p>杨\u200b立昆</p>"), doc("a/#said", "<p>牛油果</p>")), {"a/": Findable()}
    )
    top, section = made["docs"]
    assert {"杨立", "楊立", "牛油", "油果"} <= set(top["fold"].split())
    assert "fold" not in section


def test_a_page_written_by_hand_comes_last() -> None:
    (top,) = enriched(index(doc("about/", "In 2025年.")), {})["docs"]
    assert top["boost"] == 0.25
    assert "numbers" not in top


def test_a_page_that_only_lists_is_found_by_its_words_as_written() -> None:
    top = enriched(index(doc("people/", "杨立昆")), {"people/": Findable(weight=0.25)})["docs"][0]
    assert "fold" not in top
    assert top["text"] == "杨立昆"


def test_names_and_kind_stand_at_the_top_only() -> None:
    found = Findable("person <b>", ("小扎",), weight=4)
    top, section = enriched(index(doc("a/", "x"), doc("a/#said", "y")), {"a/": found})["docs"]
    assert top["tags"] == ["person &lt;b&gt;"]
    assert top["names"].split() == ["小扎", "小紮", "小扎_"]
    assert (top["boost"], section["boost"]) == (4, 4)
    assert "tags" not in section


def test_a_number_at_the_top_of_a_page_counts_nearly_as_a_name_of_it() -> None:
    given = index(doc("a/", "Paid: 143亿美元, again 143亿美元."))
    top = enriched(given, {"a/": Findable("figure", ("price",))})["docs"][0]
    assert top["numbers"].split() == ["143亿美元", "143億美元", "14.3"]


def test_what_the_theme_has_cut_already_and_what_nobody_looks_for_is_not_added() -> None:
    top = enriched(index(doc("a/", "<p>我们\u200b的\u200b收购\u200b案</p>")), {"a/": Findable()})["docs"][0]
    assert top["fold"].split() == ["购案", "我們", "收購", "購案"]


def test_no_word_of_the_index_is_a_single_character() -> None:
    given = doc("a/", "<p>我们\u200b的\u200b新\u200b计划: Meta的Llama, 2025年, (王)</p>", "的\u200b新闻")
    (top,) = enriched(index(given), {"a/": Findable("person", ("X社", "王"))})["docs"]
    separator = yaml.safe_load((TOOL / "mkdocs.yml").read_text("utf-8"))["plugins"]["search"]["separator"]
    words = re.split(separator, " ".join(TAG.sub(" ", str(value)) for value in top.values()))
    assert {"计划", "Meta", "\u2060的", "Llama", "2025年", "\u2060王"} <= set(words)
    assert not [word for word in words if len(word) == 1 and "\u3400" <= word <= "\u9fff"]


def test_code_is_left_out() -> None:
    text = "<p>words</p> <pre><code>- quote: x</code></pre>"
    assert enriched(index(doc("a/", text)), {})["docs"][0]["text"] == "<p>words</p> "


def test_footnotes_and_repeating_lists_are_left_out() -> None:
    made = enriched(index(doc("a/", "<p>words</p>" + NOTE), doc("a/#mentions", "<p>lines</p>")), {})
    assert [each["text"] for each in made["docs"]] == ["<p>words</p>"]


def test_what_a_theme_says_of_each_thing_is_left_out_and_what_it_disputes_stays() -> None:
    places = ("themes/sale/", "themes/sale/#disputed", "themes/sale/#of-price")
    made = enriched(index(*(doc(place, f"<p>words of {place}</p>") for place in places)), {})
    assert [each["location"] for each in made["docs"]] == ["themes/sale/", "themes/sale/#disputed"]


def test_marks_beside_a_line_are_left_out() -> None:
    lines = ("Harbour Post<sup>2</sup><sup>13</sup> #", "Courier<sup>1</sup>#", "point #5<sup>1</sup>")
    text = " ".join(f"<li>{line}</li>" for line in lines)
    made = enriched(index(doc("a/", text)), {})
    assert made["docs"][0]["text"] == "<li>Harbour Post</li> <li>Courier</li> <li>point #5</li>"


def test_a_list_that_is_no_footnote_stays() -> None:
    text = "<p>How:</p> <ol> <li>Open it.</li> </ol>"
    assert enriched(index(doc("about/", text)), {})["docs"][0]["text"] == text


def test_hidden_pages_are_not_found() -> None:
    assert enriched(index(doc("old/", "x")), {"old/": Findable(hidden=True)})["docs"] == []


def test_the_fields_are_added_to_those_of_the_theme() -> None:
    fields = enriched(index(), {})["config"]["fields"]
    assert fields == {
        "title": {"boost": 1000},
        "fold": {"boost": 0.3},
        "names": {"boost": 1000},
        "numbers": {"boost": 200},
    }


def test_the_file_is_written_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "search_index.json"
    path.write_text(json.dumps(index(doc("a/", "收购"))), "utf-8")
    enrich(path, {})
    assert "收购" in path.read_text("utf-8")


def test_tags_word_marks_and_the_numbers_of_footnotes_are_no_words() -> None:
    assert words_of_entry("<p>开源<sup>12</sup>和</p>").split() == ["开源", "和"]
    assert words_of_entry("<p>Scale\u200bAI &amp; 收\u200b购</p>").strip() == "ScaleAI & 收购"
