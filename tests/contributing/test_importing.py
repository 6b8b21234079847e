"""Import: pages in every charset they come in, texts, Markdown, and what is refused."""

from __future__ import annotations

from base64 import encodebytes
from hashlib import sha256
from pathlib import Path
from quopri import encodestring

import pytest

from build_tools.contributing.importing.facts import Facts
from build_tools.contributing.importing.new_source import (
    Imported,
    ImportOptions,
    import_article,
    write_source,
)
from build_tools.contributing.importing.reducing import Form
from build_tools.contributing.importing.refusing import ImportRefusedError
from build_tools.model import Inputs
from build_tools.reading import read
from build_tools.reading.charsets import decode
from build_tools.reading.yaml_nodes import parse_yaml
from tests.contributing.articles import ENGLISH, SIMPLIFIED, TRADITIONAL, Invented, page

ROOT = Path(__file__).parents[2]
META = '<meta charset="{}">'
HTTP_EQUIV = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
NOTHING_GIVEN = ImportOptions()


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    found, _ = read(ROOT)
    return found


def lines(imported: Imported) -> list[str]:
    return imported.files["article.txt"].decode().splitlines()


@pytest.mark.parametrize(
    ("article", "charset", "declaration", "language"),
    [
        (SIMPLIFIED, "utf-8", META.format("utf-8"), "zh-Hans"),
        (SIMPLIFIED, "gb2312", HTTP_EQUIV.format("gb2312"), "zh-Hans"),
        (SIMPLIFIED, "gbk", META.format("GBK"), "zh-Hans"),
        (SIMPLIFIED, "gb18030", "", "zh-Hans"),
        (TRADITIONAL, "big5", HTTP_EQUIV.format("big5"), "zh-Hant"),
        (TRADITIONAL, "big5", "", "zh-Hant"),
        (TRADITIONAL, "gbk", META.format("gb2312"), "zh-Hant"),
        (TRADITIONAL, "utf-16", "", "zh-Hant"),
        (TRADITIONAL, "utf-16-le", "", "zh-Hant"),
        (SIMPLIFIED, "utf-16-be", "", "zh-Hans"),
        (SIMPLIFIED, "utf-32", "", "zh-Hans"),
        (ENGLISH, "utf-16-le", "", "en"),
        (ENGLISH, "utf-8", "", "en"),
        (ENGLISH, "cp1252", META.format("iso-8859-1"), "en"),
    ],
)
def test_a_page_in_its_charset(
    article: Invented, charset: str, declaration: str, language: str, inputs: Inputs
) -> None:
    received = page(article, declaration).encode(charset)
    imported = import_article(received, NOTHING_GIVEN, inputs)
    assert lines(imported) == [article.title, *article.paragraphs]
    assert imported.files["received.html"] == received
    assert imported.language == language
    assert imported.facts == Facts(
        article.title,
        article.author,
        article.publisher,
        "2025-10-03T08:00+08:00",
        "https://news.example.com/a/1.html",
    )
    assert imported.remarks == ()


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("utf-8", "gb2312"),
        ("gbk", "utf-8"),
        ("gbk", "big5"),
        ("big5", "gb2312"),
        ("gbk", "undefined"),
        ("gbk", "hex"),
    ],
)
def test_a_page_that_declares_a_charset_it_is_not_in(charset: str, declared: str, inputs: Inputs) -> None:
    article = TRADITIONAL if charset == "big5" else SIMPLIFIED
    imported = import_article(page(article, META.format(declared)).encode(charset), NOTHING_GIVEN, inputs)
    assert lines(imported) == [article.title, *article.paragraphs]
    assert [remark for remark in imported.remarks if f"declares the charset {declared}" in remark]


@pytest.mark.parametrize("charset", ["utf-8", "gbk", "big5"])
def test_a_few_damaged_bytes_do_not_change_the_charset(charset: str) -> None:
    article = TRADITIONAL if charset == "big5" else SIMPLIFIED
    received = page(article, META.format(charset)).encode(charset)
    at = received.index(b"</p>")
    decoded = decode(received[:at] + b"\xff\xfe" + received[at:])
    assert article.paragraphs[2] in decoded.text
    assert decoded.lost > 0


def test_a_text_in_utf8_is_kept_byte_for_byte_and_once(inputs: Inputs) -> None:
    received = "标题\r\n来源:示例财经网\r\n\r\n  亏损14亿元。".encode()
    imported = import_article(received, NOTHING_GIVEN, inputs)
    assert set(imported.files) == {"article.txt", "source.yaml", "annotations.yaml"}
    assert imported.files["article.txt"] == received
    assert imported.facts.publisher == "示例财经网"


def test_a_text_in_another_charset_is_kept_beside_the_article(inputs: Inputs) -> None:
    received = "\n".join((TRADITIONAL.title, *TRADITIONAL.paragraphs)).encode("big5")
    imported = import_article(received, NOTHING_GIVEN, inputs)
    assert imported.files["received.txt"] == received
    assert lines(imported) == [TRADITIONAL.title, *TRADITIONAL.paragraphs]


def test_markdown_gives_its_words_and_its_front_matter(inputs: Inputs) -> None:
    received = (
        b"---\ntitle: Galaxy Chips\ndate: 2025-10-03T08:00:00Z\nauthor: Ming Li\n---\n"
        b"# Galaxy Chips\n\nIt lost **$200 million**\nin a year[1](https://example.com).\n\n- one\n- two\n"
    )
    imported = import_article(received, ImportOptions(name="a.md"), inputs)
    assert lines(imported) == ["Galaxy Chips", "It lost $200 million in a year1.", "one", "two"]
    assert imported.facts == Facts("Galaxy Chips", "Ming Li", "", "2025-10-03T08:00+00:00", "")
    assert imported.files["received.md"] == received


def test_markdown_without_front_matter_is_called_by_its_heading(inputs: Inputs) -> None:
    received = b"## Chips\n\n# Galaxy Chips\n\nIt lost $200 million.\n"
    imported = import_article(received, ImportOptions(name="a.md"), inputs)
    assert lines(imported) == ["Chips", "Galaxy Chips", "It lost $200 million."]
    assert imported.facts.title == "Galaxy Chips"


def test_front_matter_goes_before_the_heading_and_several_authors_are_joined(inputs: Inputs) -> None:
    matter = b"title: The loss\nauthor: [Ming Li, Ann Zhou]\npublisher: ''\nsite: The Example\n"
    received = b"---\n" + matter + b"---\n# Galaxy Chips\n\nIt lost $200 million.\n"
    imported = import_article(received, ImportOptions(name="a.md"), inputs)
    assert imported.facts == Facts("The loss", "Ming Li, Ann Zhou", "The Example", "", "")


@pytest.mark.parametrize(
    ("first", "title"),
    [("  星河芯片裁员  ", "星河芯片裁员"), ("星河芯片裁员。", ""), ("星河芯片" * 16, "")],
    ids=["set in", "a sentence", "too long"],
)
def test_the_first_line_of_a_text_is_its_title_where_it_looks_like_one(
    first: str, title: str, inputs: Inputs
) -> None:
    received = f"{first}\n亏损14亿元。\n".encode()
    assert import_article(received, NOTHING_GIVEN, inputs).facts.title == title


@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
def test_a_page_saved_as_one_file(encoding: str, inputs: Inputs) -> None:
    saved = page(SIMPLIFIED, META.format("utf-8")).encode()
    encoded = {"8bit": saved, "quoted-printable": encodestring(saved), "base64": encodebytes(saved)}[encoding]
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
    part = f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n".encode()
    received = head + part + encoded + b"\n--x--\n"
    imported = import_article(received, NOTHING_GIVEN, inputs)
    assert lines(imported)[1:] == [*SIMPLIFIED.paragraphs]
    assert imported.files["received.html"] == received


def test_a_mark_of_the_byte_order_is_no_part_of_the_text(inputs: Inputs) -> None:
    imported = import_article("亏损14亿元。".encode("utf-8-sig"), NOTHING_GIVEN, inputs)
    assert imported.files["article.txt"] == "亏损14亿元。".encode()
    assert b"\n  charset: utf-8\n" in imported.files["source.yaml"]


def test_what_was_not_found_is_said(inputs: Inputs) -> None:
    imported = import_article("星河芯片裁员1200人。".encode(), NOTHING_GIVEN, inputs)
    assert imported.remarks == (
        "not found, to be filled in source.yaml: title, author, publisher, published, url",
        "nothing in it suggests an id, so it is called `article`: rename the folder, or give --id",
    )
    assert b"\npublished: unknown " in imported.files["source.yaml"]


def test_what_the_person_says_goes_before_what_the_page_says(inputs: Inputs) -> None:
    given = ImportOptions(
        facts=Facts(published="2025-10-04", url="https://copy.example.org/9"), retrieved="2026-11-23"
    )
    imported = import_article(page(SIMPLIFIED).encode(), given, inputs)
    assert imported.facts.published == "2025-10-04"
    assert imported.facts.url == "https://copy.example.org/9"
    assert b"\nretrieved: 2026-11-23\n" in imported.files["source.yaml"]


def test_the_publisher_gives_the_id(inputs: Inputs) -> None:
    given = ImportOptions(facts=Facts(publisher="新智元", published="2025-11"))
    assert import_article(b"One.", given, inputs).id == "xinzhiyuan-2025-11"


@pytest.mark.parametrize(
    ("received", "why"),
    [
        (b"%PDF-1.7 ...", "it cannot be read .PdfStreamError.: copy the article"),
        (b"PK\x03\x04....", "this is an office document: save it as HTML or text, and import that"),
        (b"{\\rtf1 ...}", "this is an office document: save it as HTML or text, and import that"),
        (b"bplist00\xd1", "this is a web archive of Safari: save as “Page Source”, and import that"),
        (b"\x89PNG\x00\x00", "this is neither a web page nor a text"),
        (b" \n", "the file has no text"),
        (b"<!doctype html>", "the file has no text"),
        (b"<html><body><script>var a = 1;</script></body></html>", "the file has no text"),
    ],
)
def test_what_is_no_article_is_refused(received: bytes, why: str, inputs: Inputs) -> None:
    with pytest.raises(ImportRefusedError, match=why):
        import_article(received, NOTHING_GIVEN, inputs)


def test_a_name_that_is_no_id_is_refused(inputs: Inputs) -> None:
    with pytest.raises(ImportRefusedError, match="`My Source` is not a valid id"):
        import_article(b"One.", ImportOptions(id="My Source"), inputs)


def test_an_article_that_is_there_is_refused(inputs: Inputs) -> None:
    received = (ROOT / "sources/articles/sina-2025-06-21/article.txt").read_bytes()
    with pytest.raises(ImportRefusedError, match="already has this article, as `sina-2025-06-21`"):
        import_article(received + b"\n\n", NOTHING_GIVEN, inputs)
    with pytest.raises(ImportRefusedError, match="nothing is overwritten"):
        import_article(b"One.", ImportOptions(id="sina-2025-06-21"), inputs)


def test_a_folder_that_is_there_is_never_written_into(tmp_path: Path, inputs: Inputs) -> None:
    imported = import_article(page(SIMPLIFIED).encode("gbk"), ImportOptions(id="new"), inputs)
    place = tmp_path / "sources" / "articles" / "new"
    written = write_source(tmp_path, tmp_path / "sources", imported)
    before = {path: path.read_bytes() for path in written}
    assert {path.parent for path in written} == {place}
    with pytest.raises(ImportRefusedError, match="already there"):
        write_source(tmp_path, tmp_path / "sources", imported)
    assert {path: path.read_bytes() for path in written} == before


def test_what_is_written_passes_the_reading(tmp_path: Path, inputs: Inputs) -> None:
    received = page(SIMPLIFIED).encode("gbk")
    imported = import_article(received, ImportOptions(retrieved="2026-11-23"), inputs)
    write_source(tmp_path, tmp_path / "sources", imported)
    found, problems = read(tmp_path)
    assert [problem for problem in problems if "articles" in problem.origin.path] == []
    source = found.sources[imported.id]
    assert source.title.every == "星河芯片宣布裁员三成"
    place = tmp_path / "sources/articles" / imported.id
    assert f"  sha256: {sha256(received).hexdigest()}\n" in (place / "source.yaml").read_text("utf-8")
    (place / "received.html").write_bytes(received + b" ")
    _, problems = read(tmp_path)
    assert [problem.code for problem in problems if "articles" in problem.origin.path] == ["sha256-differs"]


def test_only_what_a_person_must_say_is_left(tmp_path: Path, inputs: Inputs) -> None:
    imported = import_article("星河芯片裁员1200人。".encode(), NOTHING_GIVEN, inputs)
    write_source(tmp_path, tmp_path / "sources", imported)
    _, problems = read(tmp_path)
    assert [problem.code for problem in problems if "articles" in problem.origin.path] == ["not-edtf"]


@pytest.mark.parametrize("odd", ["\ufeff", "\x0b", "\x80", "\u2028"])
def test_a_character_that_no_file_of_ours_may_hold_is_no_obstacle(odd: str, inputs: Inputs) -> None:
    title = f"星河{odd}芯片: 裁员"
    received = page(SIMPLIFIED).replace("</nav>", f"</nav><p>-</p>{odd}")
    imported = import_article(received.encode(), ImportOptions(facts=Facts(title=title)), inputs)
    document, problems = parse_yaml(imported.files["source.yaml"].decode(), "source.yaml")
    assert problems == ()
    assert isinstance(document.data, dict)
    assert next(iter(document.data.values())) == " ".join(title.split())


@pytest.mark.parametrize("address", ["//news.example.com/1", "/a/1.html", "https://news.example.com/a b"])
def test_an_address_that_is_none_is_not_taken(address: str, inputs: Inputs) -> None:
    article = f"---\ntitle: 星河\nurl: {address}\n---\n星河裁员三成。\n"
    imported = import_article(article.encode(), ImportOptions("a.md"), inputs)
    assert "url: unknown\n" in imported.files["source.yaml"].decode()
    assert any("url" in remark for remark in imported.remarks)


@pytest.mark.parametrize("form", ["html", None])
def test_a_piece_of_a_page_is_a_page(form: Form | None, inputs: Inputs) -> None:
    """As the inspector of a browser copies it, and shorter than what a reduction takes for a page."""
    imported = import_article(
        "\n<p>星河芯片<b>亏损14亿元</b>。</p>".encode(), ImportOptions(form=form), inputs
    )
    assert lines(imported) == ["星河芯片亏损14亿元。"]
    assert "received.html" in imported.files


def test_a_page_of_menus_alone_is_said_to_have_no_sentence(inputs: Inputs) -> None:
    """What a browser saves of a page whose article a script loads."""
    saved = "<html><head><title>星河网</title></head><body><nav><a>首页</a> <a>科技</a></nav></body></html>"
    imported = import_article(saved.encode(), NOTHING_GIVEN, inputs)
    assert [remark for remark in imported.remarks if remark.startswith("no sentence was found in the page")]


def test_the_words_of_html_in_markdown_are_words_of_the_article(inputs: Inputs) -> None:
    received = b"# Galaxy Chips\n\n<p>It lost <b>$200 million</b>.</p>\n\n<!-- draft -->\n\nSo it said.\n"
    imported = import_article(received, ImportOptions(name="a.md"), inputs)
    assert lines(imported) == ["Galaxy Chips", "It lost $200 million.", "So it said."]


@pytest.mark.parametrize("sign", ["\r", "\u2028", "\x0b"], ids=["old Mac", "line separator", "Word"])
def test_whatever_breaks_a_line_breaks_it_in_the_article(sign: str, inputs: Inputs) -> None:
    received = f"星河芯片裁员{sign}亏损14亿元。".encode()
    imported = import_article(received, NOTHING_GIVEN, inputs)
    assert imported.files["article.txt"] == "星河芯片裁员\n亏损14亿元。".encode()
    assert imported.files["received.txt"] == received
    assert imported.facts.title == "星河芯片裁员"


def test_a_text_with_wrapped_lines_is_told_how_to_have_them_joined(inputs: Inputs) -> None:
    """A line is a paragraph, and no quote runs over its end."""
    wrapped = "Galaxy Chips\n\nIt lost $200\nmillion in the\nlast year, and\nleft two plants\nidle.\n"
    imported = import_article(wrapped.encode(), ImportOptions(name="a.txt"), inputs)
    assert [remark for remark in imported.remarks if "`--as markdown`" in remark]
    joined = import_article(wrapped.encode(), ImportOptions(name="a.txt", form="markdown"), inputs)
    assert len(lines(joined)) == 2
    assert [remark for remark in joined.remarks if "`--as markdown`" in remark] == []
