"""Import: title, author, publisher, date and address, as newsrooms of many kinds give them."""

from __future__ import annotations

import json

import pytest

from build_tools.contributing.importing.facts import Facts
from build_tools.contributing.importing.new_source import ImportOptions, import_article
from build_tools.contributing.importing.reducing import reduce
from build_tools.model import Inputs
from build_tools.reading import read
from tests.contributing.test_importing import ROOT

WORDS = "The ferry left Carrow at noon with 158 passengers, and the company said nothing of the storm. " * 6
TITLE = "The ferry that never came back"


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    found, _ = read(ROOT)
    return found


def page(head: str = "", below: str = "", title: str = TITLE) -> bytes:
    body = f"<h1>{title}</h1>{below}<p>{WORDS}</p>"
    top = f"<html><head><title>{title}</title>{head}</head>"
    return f"{top}<body><article>{body}</article></body></html>".encode()


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ("Published: November 10, 2011", "2011-11-10"),
        ("11 November 2011 Last updated at 02:39", "2011-11-11"),
        ("11/10/11 02:39 PM ET", "2011-11-10T14:39-05:00"),
        ("11/10/11 14:39", ""),
        ("23/10/2011", "2011-10-23"),
        ("By Jane Doe on Nov 10, 2011", "2011-11-10"),
        ("Jane Doe | Nov. 10, 2011", "2011-11-10"),
        ("Posted 10 Nov 2011 at 3:15 p.m. EST", "2011-11-10T15:15-05:00"),
        ("PUBLISHED: 15:23, 10 November 2011 | UPDATED: 08:01, 11 November 2011", "2011-11-10T15:23"),
        ("Updated 3:04 PM EDT, Tue May 7, 2013", "2013-05-07T15:04-04:00"),
        ("First published on Sat 5 Mar 2022 05.00 GMT", "2022-03-05T05:00+00:00"),
        ("10 November 2011 • 6:00am", "2011-11-10T06:00"),
        ("CARROW, March 15, 2024 (Meridian) — The death toll rose.", "2024-03-15"),
        ("发布时间：2025年10月3日 08:15", "2025-10-03T08:15"),
        ("2025-10-03 08:15:20 +0800 来源：远山财经", "2025-10-03T08:15+08:00"),
        ("2011年11月10日 星期四 15:20", "2011-11-10T15:20"),
        ("2024年8月22日 記者林志明／霧台報導", "2024-08-22"),
        ("更新時間：2024/08/22 15:30", "2024-08-22T15:30"),
        ("The ferry sank on 10 November 2011 with 158 passengers.", ""),
        ("In March 2024 the company said nothing.", ""),
    ],
)
def test_the_date_that_a_line_gives(lines: str, published: str) -> None:
    text = f"{TITLE}\n{lines}\n\nThe ferry left Carrow at noon.\n"
    assert reduce(text.encode(), "a.txt").facts.published == published


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<meta property="article:published_time" content="2024-03-15T09:30:11-04:00">',
            "2024-03-15T09:30-04:00",
        ),
        ('<meta name="pubdate" content="20240315">', "2024-03-15"),
        ('<meta name="date" content="Fri, 15 Mar 2024 13:30:00 GMT">', "2024-03-15T13:30+00:00"),
        ('<meta name="publishdate" content="2024-03-15T00:00:00">', "2024-03-15"),
        (linked({"@type": "NewsArticle", "datePublished": "2024-03-15T09:30Z"}), "2024-03-15T09:30+00:00"),
        (
            linked({"@graph": [{"@type": ["ReportageNewsArticle"], "datePublished": "2024-03-15"}]}),
            "2024-03-15",
        ),
        (linked({"@type": "Organization", "foundingDate": "1990-01-01"}), ""),
        ('<script type="application/ld+json">{"@type": "NewsArticle",</script>', ""),
    ],
)
def test_the_date_in_the_head_of_a_page(head: str, published: str) -> None:
    assert reduce(page(head), "a.html").facts.published == published


def test_the_tag_of_a_time_is_read_where_the_head_says_nothing() -> None:
    below = '<time datetime="2024-03-15T09:30:00-04:00">Friday</time>'
    assert reduce(page(below=below), "a.html").facts.published == "2024-03-15T09:30-04:00"


def test_linked_data_names_author_and_publisher() -> None:
    article = {
        "@type": "NewsArticle",
        "author": [{"@type": "Person", "name": "Alan Reid"}, {"name": "Jo Lin"}],
        "publisher": {"@type": "Organization", "name": "Harbour Post"},
    }
    facts = reduce(page(linked([article])), "a.html").facts
    assert (facts.author, facts.publisher) == ("Alan Reid, Jo Lin", "Harbour Post")


@pytest.mark.parametrize(
    ("address", "url", "publisher", "id"),
    [
        (
            "https://news.harbourpost.com/a/1",
            "https://news.harbourpost.com/a/1",
            "news.harbourpost.com",
            "harbourpost",
        ),
        ("https://english.harbourpost.co.uk/1", "", "english.harbourpost.co.uk", "harbourpost"),
        ("https://harbourpost.substack.com/p/1", "", "harbourpost.substack.com", "harbourpost"),
        (
            "https://web.archive.org/web/2011id_/http://www.harbourpost.com/1",
            "",
            "harbourpost.com",
            "harbourpost",
        ),
    ],
)
def test_the_publisher_that_an_address_gives(
    address: str, url: str, publisher: str, id: str, inputs: Inputs
) -> None:
    imported = import_article(page(), ImportOptions(facts=Facts(url=address)), inputs)
    assert imported.facts.publisher == publisher
    assert imported.id == id
    assert imported.facts.url == (url or address)


def test_front_matter_names_the_original_of_a_copy() -> None:
    copy = "https://web.archive.org/web/2011/http://harbourpost.com/1"
    matter = f"url: {copy}\nfrom: Harbour Post\ndate: Nov 10, 2011"
    facts = reduce(f"---\n{matter}\n---\n# {TITLE}\n\nIt left.\n".encode(), "a.md").facts
    assert facts == Facts(TITLE, "", "Harbour Post", "2011-11-10", "http://harbourpost.com/1")


def test_a_source_that_is_an_address_is_the_address() -> None:
    matter = "original_url: http://harbourpost.com/1\nurl: https://web.archive.org/web/2011/http://x.com/2"
    facts = reduce(f"---\n{matter}\n---\n# {TITLE}\n\nIt left.\n".encode(), "a.md").facts
    assert (facts.url, facts.publisher) == ("http://harbourpost.com/1", "")


@pytest.mark.parametrize(
    "above",
    [
        "",
        "https://harbourpost.com/1\n",
        "Published: November 10, 2011\n",
        "2024年8月22日 記者林志明／霧台報導\n",
        "By Alan Reid, investigations editor\n",
    ],
    ids=["nothing", "an address", "a date", "a reporter", "an author"],
)
def test_the_title_is_the_first_line_that_is_one(above: str) -> None:
    long = "The ferry that never came back, and what its owners knew of the storm in the week before it left"
    facts = reduce(f"{above}{long}\n\nIt left at noon.\n".encode(), "a.txt").facts
    assert facts.title == long
    assert facts.url == (above.strip() if above.startswith("http") else "")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>The <span>ferry\n   left</span> at\nnoon.</p>", "The ferry left at noon."),
        ("<p>渡轮<span>中午\n离开</span>港口。</p>", "渡轮中午离开港口。"),
        ("<p>船长<a>王明</a></p><p>。他获救。</p>", "船长王明。他获救。"),
        (
            "<p>Write to <a data-cfemail='422302206c21'>[email&#160;protected]</a> now.</p>",
            "Write to a@b.c now.",
        ),
        ("<pre>one\ntwo</pre>", "one"),
    ],
    ids=[
        "a break in a span",
        "a break between Han",
        "a stop at the head of a line",
        "a hidden address",
        "verse",
    ],
)
def test_the_markup_of_a_page_leaves_no_trace(markup: str, words: str) -> None:
    text = reduce(page(below=f"<p>{WORDS}</p>{markup}"), "a.html").text
    assert words in text.splitlines()


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("他说**“沉没”**了。", "他说“沉没”了。"),
        ("It left ~~at one~~ at noon.", "It left at one at noon."),
        ('{{< video src="a.mp4" >}} It left.', "It left."),
        ("2 ** 3 is 8", "2 ** 3 is 8"),
    ],
)
def test_no_mark_of_markdown_is_left(markdown: str, words: str) -> None:
    assert reduce(f"# {TITLE}\n\n{markdown}\n".encode(), "a.md").text.splitlines()[1:] == [words]
