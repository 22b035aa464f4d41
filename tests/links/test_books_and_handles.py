"""ISBNs asked of Open Library, Handles of their proxy, arXiv numbers wherever they stand; over loopback."""

from __future__ import annotations

import pytest

from checker.foundation.model import Name
from checker.links import registry_problems
from checker.links.registries import doi_of, read_record

ISBN = "9780000000002"
HANDLE = "21.99999/ferry-7"
BOOK = {"title": "Ferry traffic", "subtitle": "And island schools", "authors": [{"name": "Ada Quill"}],
        "publish_date": "May 2011", "url": "https://books.example/1"}  # fmt: skip


@pytest.fixture
def book(make):
    def of(title="Ferry traffic and island schools", **fields):
        fields.setdefault("isbn", ISBN)
        fields.setdefault("authors", (Name(family="Quill", given="Ada"),))
        fields.setdefault("date", make.date(2011))
        return make.reference(title, **fields)

    return of


def problems(reference, evidence) -> list[tuple[str, str]]:
    return [(each.rule, each.message) for each in registry_problems(reference, evidence.probes)]


def test_a_book_is_asked_for_once_by_its_isbn(services, look, book, make):
    services.books[f"ISBN:{ISBN}"] = BOOK
    evidence, rounds = look(book(), make.page())
    assert (problems(book(), evidence), rounds) == ([], 1)
    assert services.asked == [(f"/api/books?bibkeys=ISBN:{ISBN}&format=json&jscmd=data", "application/json")]


def test_an_isbn_of_another_book_is_told(services, look, book, make):
    services.books[f"ISBN:{ISBN}"] = {**BOOK, "title": "Beet sugar before 1850", "subtitle": "", "authors": [{"name": "Jan Mol"}]}  # fmt: skip
    evidence, _ = look(book(), make.page())
    [(rule, message)] = problems(book(), evidence)
    assert rule == "source-mismatch"
    assert all(shown in message for shown in (ISBN, "Beet sugar before 1850", "Jan Mol"))


@pytest.mark.parametrize(
    ("entry", "known"),
    [
        ({}, {"title": "Fährverkehr", "subtitle": "", "authors": [{"name": "Quill, Ada"}]}),  # a translation
        ({}, {"title": "Beet sugar", "subtitle": "", "authors": []}),  # nobody named: nothing proved
        (
            {"title": "Schools", "fields": {"booktitle": "Ferry traffic"}},
            {"authors": [{"name": "Jan Mol"}]},
        ),  # a chapter
        ({"fields": {"editor": "Mol, Jan"}}, {"title": "Beet sugar", "subtitle": "", "authors": [{"name": "Jan Mol"}]}),
        ({"date": None}, {"publish_date": "1899"}),  # a reprint
    ],
)
def test_true_books_are_not_accused(services, look, book, make, entry, known):
    services.books[f"ISBN:{ISBN}"] = {**BOOK, **known}
    evidence, _ = look(book(**entry), make.page())
    assert problems(book(**entry), evidence) == []


@pytest.mark.parametrize("down", [{"books"}, set()])
def test_a_catalogue_that_fails_or_lacks_the_book_has_said_nothing(services, look, book, make, down):
    services.down = down
    evidence, _ = look(book(), make.page())
    assert problems(book(), evidence) == []


@pytest.mark.parametrize("settings", [{"mailto": None}, {"books": ""}])
def test_no_catalogue_is_asked_by_a_caller_without_a_name(services, look, book, make, settings):
    look(book(), make.page(), **settings)
    assert services.asked == []


@pytest.mark.parametrize("body", ["{}", "[]", "nonsense", '{"ISBN:1": 3}', '{"ISBN:1": {"title": ["x"]}}',
    '{"ISBN:1": {"title": "T", "authors": [1, {"name": 2}], "publish_date": []}}', "var _OLBookInfo = {};"])  # fmt: skip
def test_odd_answers_do_no_harm(body):
    record = read_record(body.encode())
    assert record is None or record.authors == ()


def test_a_handle_that_nobody_registered_is_told(services, look, make):
    entry = make.reference("Ferry traffic", urls=(f"https://hdl.handle.net/{HANDLE}",))
    page = make.page(url=entry.urls[0])
    evidence, _ = look(entry, page)
    [(rule, message)] = problems(entry, evidence)
    assert rule == "entry-field"
    assert HANDLE in message
    assert services.asked == [(f"/api/handles/{HANDLE}", "application/json")]


def test_a_handle_that_is_known_or_whose_proxy_fails_says_nothing(services, look, make):
    entry = make.reference("Ferry traffic", urls=(f"https://hdl.handle.net/{HANDLE}",))
    services.handles[HANDLE] = "https://repository.example/items/7"
    evidence, _ = look(entry, make.page(url=entry.urls[0]))
    assert problems(entry, evidence) == []
    services.handles, services.down = {}, {"handles"}
    evidence, _ = look(entry, make.page(url=entry.urls[0]))
    assert problems(entry, evidence) == []


@pytest.mark.parametrize(
    ("urls", "fields"),
    [
        (("https://arxiv.org/abs/2101.00001v2",), {}),
        (("https://arxiv.org/pdf/2101.00001.pdf",), {}),
        ((), {"eprint": "2101.00001", "archiveprefix": "arXiv"}),
        ((), {"journal": "arXiv preprint arXiv:2101.00001"}),
    ],
)
def test_an_arxiv_number_is_found_wherever_it_stands(make, urls, fields):
    assert doi_of(make.reference(urls=urls, fields=fields)) == "10.48550/arXiv.2101.00001"


def test_an_expression_of_concern_is_a_doubt_and_no_retraction(services, look, make):
    from services import RETRACTION, work

    doi = "10.5555/ferry.7"
    services.works[doi] = work(
        doi, "Ferry traffic", **{"updated-by": [{**RETRACTION, "type": "expression-of-concern"}]}
    )
    entry = make.reference("Ferry traffic", doi=doi)
    evidence, _ = look(entry, make.page())
    [(rule, message)] = problems(entry, evidence)
    assert rule == "source-concern"
    assert "expression of concern" in message
