"""reStructuredText, as docutils and Sphinx read it."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.article import read

TEXT = """\
=====
Title
=====

:Author: X

A claim with 3 tanks. Another [1]_ claim in ``code[1]`` here.[#auto]_ See :cite:`smith2004,doe1999` and *emph*.
As :cite:t:`roe2000` says, a snake_case_name stays.

Section
-------

- Item one. [#]_
- Item two [CIT2002]_ and [#]_.

    Quoted text.[1]_

Code follows::

    [1]_ not here

.. code-block:: python

   x[1]_ = 3

.. note::

   Noted in 1991.[1]_

+-----+-------+
| a   | b [1]_|
+-----+-------+

.. [1] One https://one.example
   more.
.. [#auto] Auto note
.. [#] Second `link <https://two.example>`__
.. [#] Third
.. [CIT2002] A book. ISBN 978-0-8147-1944-2.
.. [9] Unused
.. comment here [1]_
"""


@pytest.fixture(scope="module")
def article():
    return read(TEXT, path="a.rst")


def test_references_of_every_kind_are_markers(article):
    assert [marker.label for marker in article.markers] == [
        "1", "auto", "smith2004", "doe1999", "roe2000", "3", "CIT2002", "4", "1", "1", "1",
    ]  # fmt: skip


def test_claims(article):
    texts = [[claim.text for claim in marker.claims] for marker in article.markers]
    assert texts[0] == ["A claim with 3 tanks.", "Another claim in code[1] here."]
    assert texts[4] == ["As says, a snake_case_name stays."]
    assert texts[8:] == [["Quoted text."], ["Noted in 1991."], ["b"]]
    assert article.markers[5].claims[0].section == "Section"
    assert article.title == "Title"


def test_notes_are_definitions_with_places(article):
    found = {definition.label: definition for definition in article.definitions}
    assert found["1"].urls == ("https://one.example",)
    assert (found["1"].place.line, found["1"].end_line) == (34, 35)
    assert found["3"].urls == ("https://two.example",)
    assert dict(found["CIT2002"].fields)["isbn"] == "978-0-8147-1944-2"
    assert [problem.rule for problem in article.problems] == ["definition-unused"]


def test_links_count_where_nothing_else_cites():
    text = "It `is linked <https://e.org/a>`_ and Python_ too.\n\n.. _Python: https://python.example\n"
    article = read(text, path="a.rst")
    assert [marker.label for marker in article.markers] == ["https://e.org/a", "https://python.example"]
    assert article.markers[0].claims[0].text == "It is linked and Python too."


def test_offsets(article):
    marker = article.markers[6]
    assert article.text[marker.start : marker.end] == "[CIT2002]_"
    assert marker.place.line == 14


@given(
    st.lists(
        st.sampled_from(
            [
                "[1]_ ",
                ".. [1] x\n",
                "``",
                "`a <http://e.org>`_ ",
                ":cite:`a`",
                "\n",
                "::\n\n",
                "   ",
                "* ",
                "===\n",
                ".. note::\n",
                "|",
                "word_ ",
            ]
        ),
        max_size=40,
    )
)
def test_nothing_is_too_odd(pieces):
    article = read("".join(pieces), path="a.rst")
    for marker in article.markers:
        assert 0 <= marker.start < marker.end <= len(article.text)
