"""Words and addresses in the fields of BibTeX."""

from __future__ import annotations

import re

# BibTeX counts every brace, with a backslash or without, so each brings the other, which prints nothing.
LATEX = str.maketrans(
    {
        "{": "\\{\\vphantom{\\}}",
        "}": "\\vphantom{\\{}\\}",
        "\\": "\\textbackslash{}",
        "\u00a0": "~",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "$&%#_"},
    }
)
LIGATURE = re.compile(r"([-'`,<>])(?=\1)|[?!](?=`)")  # two signs that LaTeX prints as one
UNBALANCED = str.maketrans({mark: f"%{ord(mark):02X}" for mark in "{}\\"})


def latex(data: str) -> str:
    """Words that LaTeX prints as they are, and whose braces balance.

    >>> print(latex("R&D: a -- b {c"))
    R\\&D: a -{}- b \\{\\vphantom{\\}}c
    """
    coded = LIGATURE.sub(r"\g<0>{}", data.translate(LATEX))
    # a backslash right after a brace begins what BibTeX takes for one accented letter
    return f"{{}}{coded}" if coded.startswith("\\") else coded


def address_in_braces(url: str) -> str:
    """An address whose braces and backslashes are escaped as addresses escape them.

    >>> address_in_braces("https://example.org/{a}")
    'https://example.org/%7Ba%7D'
    """
    return url.translate(UNBALANCED)
