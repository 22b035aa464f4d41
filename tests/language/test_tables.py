"""Tables: comments and blank lines are passed by, forms are in form."""

from __future__ import annotations

from checker.language.text import tables


def test_comments_and_blank_lines_are_no_rows():
    assert list(tables.read("# a\n\nx\ty \n")) == [["x", "y"]]


def test_every_table_has_as_many_cells_as_it_says():
    for name, cells in (
        ("units", 3),
        ("money", 2),
        ("names", 2),
        ("places", 1),
        ("offices", 2),
        ("countries", 2),
        ("identifiers", 2),
    ):
        for row in tables.rows(f"data/{name}"):
            assert len(row) == cells, row
            assert all(form.strip() == form and form for form in row[-1].split(";")), row


def test_no_place_stands_in_two_rows_and_every_row_has_another_form():
    seen: dict[str, str] = {}
    for (listing,) in tables.rows("data/places"):
        forms = listing.split(";")
        assert len(forms) > 1, forms
        for form in forms:
            assert seen.setdefault(form.lower(), forms[0]) == forms[0], form
