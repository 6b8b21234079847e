"""What is left of an annotation whose quote is cut."""

from __future__ import annotations

from build_tools.attack.quotes import negations, negations_cut, qualifiers_cut, spliced
from build_tools.attack.variants import Variant
from build_tools.model import LocalText, Span, Written
from tests.attack.stories import scene


def quoted(variant: Variant) -> list[str]:
    return [part.text for part in variant.annotation.selector.exact]


def values(variant: Variant) -> list[str]:
    claims = variant.annotation.claims
    return [claim.value.text for claim in claims if isinstance(claim.value, Written)]


def test_what_was_denied_is_affirmed_once_the_denial_is_cut() -> None:
    county = scene("english", "saltmere-gazette-2025-03-07", "A spokeswoman")
    (variant,) = negations_cut(county)
    assert quoted(variant) == ["€20m as Northgate Wire had reported."]
    assert variant.annotation.selector.prefix.endswith("and not ")
    assert values(variant) == ["€20m"]
    assert [claim.qualifiers.stance for claim in variant.annotation.claims] == [None]
    (whole,) = variant.before.claims
    assert whole.qualifiers.stance == Written("denies")


def test_a_cut_quote_is_compared_with_the_whole_without_its_translation() -> None:
    denial = scene("every-rule", "second", "海港公司首席執行官陸舟")
    (variant,) = negations_cut(denial)
    assert quoted(variant) == ["預算轉移"]
    assert variant.annotation.translation == variant.before.translation == LocalText()
    assert variant.before.selector == denial.annotation.selector
    assert [claim.subject.text for claim in variant.annotation.claims] == ["budget-transfer"]


def test_a_word_that_is_no_longer_quoted_means_nothing() -> None:
    county = scene("english", "saltmere-gazette-2025-03-07", "A spokeswoman")
    (variant,) = negations_cut(county)
    assert [word.text for word, _ in variant.before.means] == ["it"]
    assert variant.annotation.means == ()


def test_words_that_hold_a_negation_and_negate_nothing() -> None:
    for text in ("这不仅是公告", "未来的计划", "It is not only a plan", "no fewer than 12 people"):
        assert list(negations(text, Span(0, len(text)))) == []
    assert list(negations("這并非一次收購", Span(0, 7))) == [Span(1, 3)]


def test_a_figure_loses_its_bound_at_the_start_of_the_quote_or_in_a_gap() -> None:
    begun, gapped = qualifiers_cut(scene("every-rule", "third", "海港公司以超过140亿美元"))
    assert quoted(begun) == ["140亿美元收购群岛软件"]
    assert quoted(gapped) == ["海港公司以", "140亿美元收购群岛软件"]
    assert values(begun) == values(gapped) == ["140亿美元"]


def test_a_gap_puts_another_figure_beside_the_words_of_the_first() -> None:
    found = list(spliced(scene("every-rule", "first", "海港公司今年支出128亿美元")))
    assert [(quoted(one), values(one)) for one in found] == [
        (["海港公司今年支出", "30亿美元"], ["30亿美元"]),
        (["海港公司今年支出", "40亿美元"], ["40亿美元"]),
        (["海港公司今年支出128亿美元,其中研发", "销售40亿美元"], ["128亿美元"]),
        (["海港公司今年支出128亿美元,其中研发", "40亿美元"], ["40亿美元"]),
        (["海港公司今年支出128亿美元,其中研发30亿美元,销售"], ["128亿美元"]),
        (["海港公司今年支出128亿美元,其中研发30亿美元,销售"], ["30亿美元"]),
    ]
