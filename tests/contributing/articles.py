"""Articles of our own invention about a company that does not exist, and pages around them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Invented:
    """An article as a newspaper would print it."""

    title: str
    author: str
    publisher: str
    paragraphs: tuple[str, ...]


SIMPLIFIED = Invented(
    "星河芯片宣布裁员三成",
    "李明",
    "示例财经网",
    (
        "2025年10月3日,星河芯片宣布裁员30%,约1200人。公司创始人周启明说,这是“最后一次”。",
        "据公司内部人士透露,今年的亏损超过14亿元,现金只够撑到明年春天,而新一代芯片要到明年夏天才能量产。",
        "周启明在会上说:“我们没有退路。”会议开了三个小时,没有人鼓掌。",
    ),
)
TRADITIONAL = Invented(
    "星河晶片宣佈裁員三成",
    "李明",
    "示例財經網",
    (
        "2025年10月3日,星河晶片宣佈裁員30%,約1200人。公司創始人周啟明說,這是「最後一次」。",
        "據公司內部人士透露,今年的虧損超過14億元,現金只夠撐到明年春天,而新一代晶片要到明年夏天才能量產。",
        "周啟明在會上說:「我們沒有退路。」會議開了三個小時,沒有人鼓掌。",
    ),
)
ENGLISH = Invented(
    "Galaxy Chips cuts three jobs in ten",
    "Ming Li",
    "The Example",
    (
        "Galaxy Chips said on 3 October 2025 that it would cut 30% of its jobs, about 1,200 people. "
        "“The last time”, its founder, Zhou Qiming, called it.",
        "People inside the company put this year’s loss at more than $200 million; the cash lasts "
        "until the spring.",
        "“There is no way back”, Mr Zhou told a meeting that went on for three hours and ended "
        "without applause.",
    ),
)

PAGE = """<!DOCTYPE html>
<html><head>{declaration}
<title>{title}_{publisher}</title>
<meta name="author" content="{author}">
<meta property="og:site_name" content="{publisher}">
<meta property="article:published_time" content="2025-10-03T08:00:00+08:00">
<link rel="canonical" href="https://news.example.com/a/1.html">
<script>var tracker = "<p>14000</p>";</script></head>
<body><nav><ul>{menu}</ul></nav>
<div class="article-content"><h1>{title}</h1>
{body}
</div>
<footer><p>&copy; 2019 {publisher}</p></footer></body></html>
"""


def page(article: Invented, declaration: str = "") -> str:
    """The article as a web page with a menu, a script and a footer."""
    return PAGE.format(
        declaration=declaration,
        title=article.title,
        author=article.author,
        publisher=article.publisher,
        menu="".join(f'<li><a href="/{number}">Channel {number}</a></li>' for number in range(12)),
        body="\n".join(f"<p>{paragraph}</p>" for paragraph in article.paragraphs),
    )
