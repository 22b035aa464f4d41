"""CSL-JSON as Zotero and pandoc write it."""

from __future__ import annotations

import json

import pytest

from checker.bibliography import BibFile, read

ITEMS = [
    {
        "id": "dewaal2003",
        "type": "book",
        "title": "Black <i>Garden</i> & {braces} 50%",
        "author": [{"family": "Waal", "given": "Thomas", "non-dropping-particle": "de"}, {"literal": "A and B"}],
        "issued": {"date-parts": [[2003, 5]]},
        "accessed": {"raw": "2024-01-02"},
        "publisher": "NYU Press",
        "ISBN": "978-0-8147-1945-9",
        "URL": "https://e.org/a~b%20c",
        "abstract": "What it is about.",
    },
    {"id": 7, "type": "article-journal", "title": "Second", "DOI": "10.1000/182", "page": "1-2"},
]


def book(text, path="r.json"):
    found = read([BibFile(path, text.encode())])
    assert found.blocks == len(found.references) + len(found.failed) + found.comments + found.strings
    return found


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"items": items}])
@pytest.mark.parametrize("indent", [None, 2])
def test_items_are_read(wrap, indent):
    first, second = book(json.dumps(wrap(ITEMS), indent=indent)).references
    assert (first.key, first.type, first.title) == ("dewaal2003", "book", "Black Garden & {braces} 50%")
    assert [str(name) for name in first.authors] == ["Thomas de Waal", "A and B"]
    assert (str(first.date), str(first.accessed)) == ("2003-05", "2024-01-02")
    assert first.urls == ("https://e.org/a~b%20c",)
    assert first.notes[0].text == "What it is about."
    assert (second.key, second.doi) == ("7", "10.1000/182")


def test_places_are_exact():
    text = json.dumps(ITEMS, indent=2)
    _, second = book(text).references
    assert json.loads(text[second.start : second.end])["id"] == 7
    assert text.splitlines()[second.place.line - 1].strip() == "{"


def test_an_array_in_a_file_of_any_name_is_known():
    assert len(book(json.dumps(ITEMS), path="list").references) == 2


@pytest.mark.parametrize(
    "broken", ['[{"id": "a", "title": "T"}, {"id": "b", "title": }]', '[{"id": "a", "title": "T"}, {"id": "b"']
)
def test_what_is_broken_takes_nothing_before_it_along(broken):
    found = book(broken)
    assert [each.key for each in found.references] == ["a"]
    assert [each.key for each in found.failed] == ["b"]
    assert "entry-unparsed" in [each.rule for each in found.problems]


@pytest.mark.parametrize("odd", ["", "[]", "{}", "12", "[1, 2]", "[" * 100_000])
def test_odd_json_ends_with_a_finding(odd):
    assert book(odd).problems


def test_members_of_the_wrong_type_cost_their_field_alone():
    (reference,) = book('[{"id": {}, "title": "T", "author": 3, "issued": {"date-parts": 5}, "DOI": true}]').references
    assert reference.title == "T"
