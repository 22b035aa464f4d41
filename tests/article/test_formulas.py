"""Formulas in sentences: figures stay words of the sentence, mathematics does not, and neither holds a marker."""

from __future__ import annotations

import pytest

from checker.article import read

HEAD = "\\documentclass{article}\n\\begin{document}\n"


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("$48$", "48"),
        ("$h = 3.5$", "h = 3.5"),
        ("$10{,}000$", "10,000"),
        ("$2\\,\\%$", "2 %"),
        ("$\\sqrt{48}$", ""),
        ("$x[1]$", ""),
        ("$a^{2}$", ""),
        ("$$48$$", ""),
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.tex"])
def test_figures_are_said_and_mathematics_is_not(formula, said, name):
    text = f"The town has {formula} lamps"
    text = f"{HEAD}{text} \\cite{{key}}." if name == "a.tex" else f"{text} [@key]."
    (marker,) = read(text, path=name).markers
    assert marker.claims[0].text == " ".join(f"The town has {said} lamps.".split())


def test_round_brackets_of_latex_are_formulas_too():
    (marker,) = read(f"{HEAD}It has \\(7\\) lamps \\cite{{key}}.", path="a.tex").markers
    assert marker.claims[0].text == "It has 7 lamps."


def test_figures_in_code_want_no_source():
    article = read("The cat is old [@key].\n\nHere `x[2]` is a level.\n\nHere 2 is a level.", path="a.md")
    assert [claim.text for claim in article.uncited] == ["Here 2 is a level."]
