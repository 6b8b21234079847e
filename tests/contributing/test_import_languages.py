"""Saved pages in languages and charsets that are neither Chinese nor English."""

from __future__ import annotations

import pytest

from build_tools.contributing.importing.languages import declared_language, detected_language
from build_tools.contributing.importing.reducing import reduce
from build_tools.reading.charsets import decode

KOREAN = (
    "산호호가 2일 사블레항 앞바다에서 좌초했다고 항만 당국이 밝혔다. 승객은 212명이며 다친 사람은 없다.",
    "좌초 원인은 아직 알려지지 않았다. 해양 경찰은 선장을 불러 조사하고 있다고 말했다.",
)
JAPANESE = (
    "フェリーのコライユ号は二日、サブレ港の沖で座礁した。乗客は二百九人で、けが人はいない。",
    "原因はまだ分かっていない。海上保安庁は船長から事情を聴いている。",
)
RUSSIAN = (
    "Паром «Коралл» сел на мель у порта Сабль, сообщил капитан порта. На борту было 212 пассажиров.",
    "Причина пока неизвестна. Береговая охрана допрашивает капитана судна.",
)
FRENCH = (
    "Le Corail s’est échoué à Anse Bleue le 2 mars 2031 avec 212 passagers à bord, selon la capitainerie.",
    "La cause n’est pas encore connue ; les garde-côtes interrogent le commandant du navire.",
)
CHINESE = (
    "珊瑚号二日在萨布勒港外搁浅，港务长说船上有二百一十二名乘客，没有人受伤。",
    "搁浅的原因尚不清楚，海警正在询问船长，公司表示将配合调查并公布结果。",
)


def saved(text: tuple[str, ...], charset: str, lang: str = "", declared: bool = True) -> bytes:
    """A page as a newsroom has it; what its charset lacks is written as a reference."""
    meta = f'<meta charset="{charset}">' if declared else ""
    language = f' lang="{lang}"' if lang else ""
    paragraphs = "".join(f"<p>{each}</p>" for each in text)
    head = f"<!DOCTYPE html><html{language}><head>{meta}<title>{text[0][:12]}</title></head>"
    page = f"{head}<body><article>{paragraphs}</article></body></html>"
    return page.encode(charset, "xmlcharrefreplace")


@pytest.mark.parametrize(
    ("text", "charset", "language"),
    [
        (KOREAN, "euc-kr", "ko"),
        (KOREAN, "utf-8", "ko"),
        (JAPANESE, "shift_jis", "ja"),
        (JAPANESE, "euc-jp", "ja"),
        (RUSSIAN, "windows-1251", "ru"),
        (RUSSIAN, "koi8-r", "ru"),
        (FRENCH, "iso-8859-1", "fr"),
        (CHINESE, "gb2312", "zh-Hans"),
    ],
)
def test_a_page_is_read_in_its_charset_and_its_language_known(
    text: tuple[str, ...], charset: str, language: str
) -> None:
    reduced = reduce(saved(text, charset, language.partition("-")[0]), "page.html")
    assert all(line in reduced.text for line in text)
    page = reduced.decoded.text
    assert (detected_language(reduced.text) or declared_language(page)) == language


@pytest.mark.parametrize(
    ("text", "charset", "lang"),
    [(KOREAN, "euc-kr", "ko"), (JAPANESE, "shift_jis", "ja"), (JAPANESE, "euc-jp", "ja")],
)
def test_the_language_of_a_page_tells_the_charset_that_it_does_not_declare(
    text: tuple[str, ...], charset: str, lang: str
) -> None:
    assert text[0] in decode(saved(text, charset, lang, declared=False)).text


@pytest.mark.parametrize("wrong", ["euc-kr", "shift_jis", "windows-1251"])
def test_a_chinese_page_that_declares_another_charset_is_still_chinese(wrong: str) -> None:
    received = saved(CHINESE, "gb18030").replace(b"gb18030", wrong.encode())
    assert decode(received).charset == "gb18030"


@pytest.mark.parametrize("lang", ["ko", "ja"])
def test_a_chinese_page_from_a_template_of_another_language_is_still_chinese(lang: str) -> None:
    assert decode(saved(CHINESE, "gb18030", lang, declared=False)).charset == "gb18030"


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ('<html lang="fr">', "fr"),
        ("<html class=x lang=pt-br>", "pt-BR"),
        ('<HTML LANG="de_AT">', "de-AT"),
        ('<html data-lang="fr">', ""),
        ('<html lang="zh-CN">', ""),
        ("<html>", ""),
    ],
)
def test_the_language_that_a_page_declares(page: str, language: str) -> None:
    assert declared_language(page) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le moulin de Vaucel brûle\nDouze personnes ont été évacuées du moulin.\n", "fr"),
        (
            "Die Brücke ist gesperrt\nDer Landkreis hat die Brücke am Montag gesperrt, und sie bleibt zu.\n",
            "de",
        ),
        ("El puerto cierra\nEl puerto de Almora se cierra por obras, y no abre en mayo.\n", "es"),
        (
            "Мост закрыт\nМост в городе закрыт на ремонт, и власти не знают, когда он откроется: "
            "это решит комиссия.\n",
            "ru",
        ),
        ("Bron stänger\nBron är stängd och det är inte klart när den öppnar för trafik.\n", "sv"),
        ("Vauceleko errota erre da\nHamabi lagun atera dituzte errotatik.\n", ""),
    ],
)
def test_a_pasted_text_is_known_by_its_small_words(text: str, language: str) -> None:
    assert detected_language(text) == language
