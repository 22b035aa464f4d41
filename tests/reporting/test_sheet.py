"""CSV for spreadsheets."""

import csv
import io


def rows_of(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_a_row_for_each_sentence_and_source_and_each_lost_marker(sample, tell):
    rows = rows_of(tell("csv", sample.report()))
    assert len(rows) == 10
    first = rows[0]
    assert (first["marker"], first["support"], first["line"]) == ("13", "contradicted", "3")
    assert (first["article_values"], first["source_values"]) == ("ngày 26 tháng 12 năm 1903", "25 December 1903")
    assert (rows[-1]["marker"], rows[-1]["support"]) == ("29", "marker-undefined")


def test_what_was_never_looked_for_has_no_values(sample, tell):
    unread = next(row for row in rows_of(tell("csv", sample.report())) if row["key"] == "keepers1938")
    assert (unread["support"], unread["article_values"]) == ("unchecked", "")


def test_no_cell_is_a_formula(sample, tell):
    for row in rows_of(tell("csv", sample.hostile())):
        assert not any(value.lstrip(" ").startswith(("=", "+", "-", "@")) for value in row.values())


def test_an_article_without_markers_is_a_header(sample, tell):
    assert rows_of(tell("csv", sample.empty())) == []
