"""LaTeX documents, alone and put together from several files."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.article import read

TEXT = r"""\documentclass{article}
\usepackage[english,vietnamese]{babel}
\title{Bài \emph{thử}}
\newcommand{\x}{\cite{no}}
\begin{document}
% \cite{comment}
Phe A có 3 sư đoàn. Phe B có 5~sân bay \cite[p.~45]{dewaal2003}. Tr\`{\^a}n v\d{\^e} \'{\i}t Vi\d{\^e}t \DJ{}\h{a}
hết.\footnote{TASS, \url{https://tass.example/a\%20b}.} Như \citet{roe2000} nói $x = \cite{m}$ 50\% \enquote{vậy}.\autocite[see][12--15]{key}

\section{Vũ trang}\label{sec:a}
\begin{itemize}
\item Một.\cites[5]{a}[7]{b}
\item Hai\footnote{See \cite[9]{viaNote}.} xong.
\end{itemize}
\begin{equation} \cite{eq} \end{equation}
\begin{quote}Trích dẫn.\cite{q}\end{quote}
\input{chap}
\begin{tabular}{ll} A & 5 xe \cite{t} \\ B & c \end{tabular}
\verb|\cite{v}| \[ \cite{disp} \]
\input{missing}
\begin{thebibliography}{9}
\bibitem{key} De Waal. \emph{Garden}. \url{https://e.org/g}
\bibitem{q} Q book
\end{thebibliography}
\end{document}
"""
FILES = {"chap.tex": "Chương.\n  Có 7 xe.\\cite{inchap}\n\n"}


@pytest.fixture(scope="module")
def article():
    return read(TEXT, path="doc/a.tex", include=FILES.get)


def test_every_citation_command_and_no_comment_math_or_code(article):
    assert [(marker.label, marker.locator) for marker in article.markers] == [
        ("dewaal2003", "45"), ("^1", None), ("roe2000", None), ("key", "12–15"), ("a", "5"), ("b", "7"),
        ("viaNote", "9"), ("q", None), ("inchap", None), ("t", None),
    ]  # fmt: skip


def test_claims_are_read_with_their_accents(article):
    texts = [[claim.text for claim in marker.claims] for marker in article.markers]
    assert texts[0] == ["Phe A có 3 sư đoàn.", "Phe B có 5 sân bay."]
    assert texts[1] == ["Trần vệ ít Việt Đả hết."]
    assert texts[3] == ["Như nói 50% “vậy”."]
    assert texts[6:] == [["Hai xong."], ["Trích dẫn."], ["Chương.", "Có 7 xe."], ["5 xe"]]
    assert article.markers[4].claims[0].section == "Vũ trang"
    assert (article.title, article.language) == ("Bài thử", "vi")


def test_places_name_the_file_that_was_included(article):
    inside = next(marker for marker in article.markers if marker.label == "inchap")
    assert (inside.place.path, inside.place.line, inside.place.column) == ("doc/chap.tex", 2, 11)
    after = next(marker for marker in article.markers if marker.label == "t")
    assert (after.place.path, after.place.line) == ("doc/a.tex", 18)
    assert article.text[after.start : after.end] == "\\cite{t}"


def test_a_file_that_is_missing_is_told(article):
    assert [(problem.rule, problem.place.line) for problem in article.problems] == [("article-unread", 20)]


def test_files_that_include_each_other_end():
    article = read("\\input{a}\nText.\\cite{x}", path="m.tex", include=lambda name: "\\input{a} y")
    assert [marker.label for marker in article.markers] == ["x"]
    assert [problem.rule for problem in article.problems] == ["article-unread"]


def test_footnotes_and_bibliography_items_are_definitions(article):
    found = {definition.label: definition for definition in article.definitions}
    assert found["^1"].urls == ("https://tass.example/a%20b",)
    assert found["key"].text == "De Waal. Garden. https://e.org/g"
    assert found["q"].text == "Q book"


def test_links_count_where_nothing_else_cites():
    article = read("See \\href{https://e.org/h}{this page} and \\url{https://e.org/u}.", path="a.tex")
    assert [marker.label for marker in article.markers] == ["https://e.org/h", "https://e.org/u"]


@pytest.mark.parametrize(
    "flood", ["{", "\\cite[", "\\begin{equation}", "$", "\\(", "%", "\\'", "\\footnote{", "\\verb|", "[", "\\item["]
)
def test_floods_are_read(flood):
    assert read(flood * 3_000, path="a.tex").text


@given(
    st.lists(
        st.sampled_from(
            [
                "{",
                "}",
                "\\cite{a}",
                "\\cite[p]",
                "$",
                "%",
                "\n",
                "\n\n",
                "\\footnote{",
                "\\begin{quote}",
                "\\end{quote}",
                "\\'",
                "e",
                "\\\\",
                "&",
                "\\[",
                "\\section{",
                "word. ",
                "\\input{x}",
            ]
        ),
        max_size=40,
    )
)
def test_nothing_is_too_odd(pieces):
    article = read("".join(pieces), path="a.tex")
    for marker in article.markers:
        assert 0 <= marker.start < marker.end <= len(article.text)
