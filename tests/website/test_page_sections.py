"""The words of a page as the search finds and shows them."""

from __future__ import annotations

from build_tools.website import markdown as md
from build_tools.website.page_sections import page_sections, plain_words


def lines(page: str) -> list[str]:
    return [line for section in page_sections(page) for line in section.lines]


def test_a_section_has_its_address_and_its_title() -> None:
    page = '---\ntitle: "Ada"\n---\n\n# Ada\n\nWords.\n\n## Role { #p-role }\n\n- countess\n'
    assert [tuple(each) for each in page_sections(page)] == [
        ("", "Ada", ("Words.",)),
        ("p-role", "Role", ("countess",)),
    ]


def test_what_is_said_elsewhere_is_left_out() -> None:
    parts = (("Named", "mentions", "y"), ("Price", "of-price", "z"), ("Disputed", "disputed", "w"))
    page = "# A\n\nx\n" + "".join(f"\n## {title} {{ #{id} }}\n\n{line}\n" for title, id, line in parts)
    assert lines(page) == ["x", "w"]


def test_footnotes_code_and_what_is_kept_out_are_left_out() -> None:
    notes = md.blocks(md.footnote_text("a", md.text("where it is from")), md.preformatted("x: y"))
    kept_out = md.details(md.text("Cite this page"), md.text("as this"), css="cite", unsearched=True)
    fence = "```yaml\na: b\n```"
    page = md.blocks(md.paragraph(md.join([md.text("Words"), md.footnote("a")]), css="lead"), kept_out, notes)
    assert lines(f"{page}\n\n{fence}\n\nmore") == ["Words", "more"]


def test_what_is_drawn_for_the_eye_is_left_out() -> None:
    axis = md.line("div", md.inline("span", md.text("CN¥1.2 billion"), class_="tick"), aria_hidden="true")
    assert lines(md.blocks(axis, md.text("words"))) == ["words"]


def test_text_is_as_written_whatever_it_holds() -> None:
    hostile = "<script>ran=true</script> [a](b) `c` *d* {: .e } | {{ f }} [^g] &lt;"
    assert lines(md.paragraph(md.text(hostile))) == [hostile]
    assert plain_words(md.inline("q", md.text(hostile), lang="en")) == hostile


def test_the_cells_of_a_row_are_kept_apart() -> None:
    table = md.table(
        [md.text("Article"), md.text("Value")], [[md.text("Kite Daily"), md.strong(md.text("49%"))]]
    )
    assert lines(table) == ["Article · Value", "Kite Daily · 49%"]


def test_a_paragraph_on_several_lines_is_one() -> None:
    assert lines("One sentence\non two lines.\n\nAnother.\n\n一句\n两行。") == [
        "One sentence on two lines.",
        "Another.",
        "一句两行。",
    ]


def test_a_mark_beside_a_line_is_no_word_of_it() -> None:
    address = md.link("#c-1", md.text("#"), css="permalink")
    assert lines(md.bullets([md.join([md.text("Harbour Post: point #5"), address], md.SPACE)])) == [
        "Harbour Post: point #5"
    ]
