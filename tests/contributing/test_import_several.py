"""Import: several files in one call, a plan of them, and PDFs."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.cli import main
from build_tools.contributing.importing.reducing import reduce
from build_tools.contributing.importing.refusing import ImportRefusedError
from build_tools.model import SourceId
from build_tools.reading import read
from build_tools.text.paragraphs import page_number
from tests.contributing.articles import ENGLISH, SIMPLIFIED, page

LINES = (
    (
        "REPORT ON THE FERRY",
        "Published: 10 November 2011",
        "The ferry left Carrow at noon with 158 passen-",
        "gers on board, and nobody spoke of the storm.",
    ),
    ("Chapter 2", "The captain was asked three times."),
)


def pdf(*pages: tuple[str, ...]) -> bytes:
    """A PDF with these lines on its pages, in the letters of a typewriter."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    for at, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 10 Tf 40 700 Td {shown}ET"
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        box = "/MediaBox [0 0 612 792]"
        parts += [
            f"<< /Type /Page /Parent 2 0 R {box} {font} /Contents {5 + 2 * at} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    body, starts = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        starts.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    head = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}{head}{trailer}".encode()


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A new dossier beside a folder of received files."""
    made = CliRunner().invoke(main, ["new", "dossier", str(tmp_path / "dossier"), "--title", "The ferry"])
    assert made.exit_code == 0, made.output
    (tmp_path / "received").mkdir()
    return tmp_path / "dossier"


def run(dossier: Path, *words: str) -> Result:
    files = [str(dossier.parent / "received") if word == "received" else word for word in words]
    return CliRunner().invoke(main, ["--root", str(dossier), "import", *files])


def sources(dossier: Path) -> set[str]:
    return {path.name for path in (dossier / "sources/articles").iterdir()}


def fill(dossier: Path) -> None:
    received = dossier.parent / "received"
    (received / "a.html").write_text(page(SIMPLIFIED), encoding="utf-8")
    (received / "b.txt").write_text("\n".join((ENGLISH.title, *ENGLISH.paragraphs)), encoding="utf-8")
    (received / "c.txt").write_text("\n".join((ENGLISH.title, *ENGLISH.paragraphs)), encoding="utf-8")
    (received / "picture.png").write_bytes(b"\x89PNG\x00")


def test_a_folder_is_imported_in_one_call_with_a_table(dossier: Path) -> None:
    fill(dossier)
    before = sources(dossier)
    done = run(dossier, "received")
    assert sources(dossier) - before == {"example-2025-10-03", "article"}
    rows = [line.split()[:2] for line in done.output.splitlines() if line.startswith(("a.", "b.", "c."))]
    assert rows == [["a.html", "example-2025-10-03"], ["b.txt", "article"], ["c.txt", "refused"]]
    assert done.exit_code == 1


def test_a_plan_shows_the_same_table_and_writes_nothing(dossier: Path) -> None:
    fill(dossier)
    before = sources(dossier)
    planned = run(dossier, "received", "--plan")
    assert sources(dossier) == before
    assert "example-2025-10-03" in planned.output
    assert "next:" not in planned.output


def test_what_is_said_of_one_article_is_refused_for_several(dossier: Path) -> None:
    fill(dossier)
    done = run(dossier, "received", "--title", "The ferry")
    assert "--title is of one article: import that file by itself" in done.output
    assert done.exit_code == 2


def test_a_folder_without_a_page_is_said_to_have_none(dossier: Path) -> None:
    done = run(dossier, "received")
    assert (done.output, done.exit_code) == ("no web page, text, Markdown or PDF there\n", 1)


def test_a_pdf_is_a_source_whose_lines_have_pages(dossier: Path) -> None:
    file = dossier.parent / "report.pdf"
    file.write_bytes(pdf(*LINES))
    done = run(dossier, str(file), "--id", "report")
    assert done.exit_code == 0, done.output
    inputs, problems = read(dossier)
    assert [problem for problem in problems if "articles/report" in problem.origin.path] == []
    source = inputs.sources[SourceId("report")]
    assert source.text.splitlines() == [
        "REPORT ON THE FERRY",
        "Published: 10 November 2011",
        "The ferry left Carrow at noon with 158 passengers on board, and nobody spoke of the storm.",
        "Chapter 2",
        "The captain was asked three times.",
    ]
    assert (source.published.edtf, source.title.every) == ("2011-11-10", "REPORT ON THE FERRY")
    assert [page_number(source, line) for line in (1, 3, 4, 5)] == [1, 1, 2, 2]
    assert (dossier / "sources/articles/report/received.pdf").read_bytes() == pdf(*LINES)


def test_a_pdf_of_pictures_has_no_text() -> None:
    with pytest.raises(ImportRefusedError, match="this PDF holds pictures of pages and no text"):
        reduce(pdf(()), "scan.pdf")
