"""Registries asked over loopback: retracted works, DOIs of other works, DOIs that nobody has, and registries that fail."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from checker.foundation.model import Name
from checker.links import registry_problems
from checker.links.registries import doi_of, read_record

DOI = "10.5555/ferry.7"


@pytest.fixture
def entry(make):
    def of(title="Ferry traffic and island schools", **fields):
        fields.setdefault("doi", DOI)
        fields.setdefault("authors", (Name(family="Quill", given="Ada"),))
        fields.setdefault("date", make.date(2011))
        return make.reference(title, **fields)

    return of


def known(title="Ferry traffic and island schools", **more) -> dict:
    from services import work

    return work(DOI, title, **more)


def problems(reference, evidence) -> list[tuple[str, str]]:
    return [(each.rule, each.message) for each in registry_problems(reference, evidence.probes)]


def test_a_sound_work_is_asked_for_once_and_politely(services, look, entry, make):
    services.works[DOI] = known()
    evidence, rounds = look(entry(), make.page())
    assert problems(entry(), evidence) == []
    assert rounds == 1
    assert services.asked == [("/works/10.5555%2Fferry.7?mailto=desk%40paper.example", "application/json")]


@pytest.mark.parametrize("kind", ["retraction", "withdrawal", "removal", "partial_retraction", "Partial-retraction"])
def test_a_retracted_work_is_told_with_its_notice(services, look, entry, make, kind):
    from services import RETRACTION

    services.works[DOI] = known(**{"updated-by": [{**RETRACTION, "type": kind}]})
    evidence, _ = look(entry(), make.page())
    [(rule, message)] = problems(entry(), evidence)
    assert rule == "source-retracted"
    assert "2021-03-04" in message
    assert "https://doi.org/10.5555/notice.9" in message
    assert "retraction-watch" in message


@pytest.mark.parametrize(("kind", "said"), [("correction", "was corrected"), ("Erratum", "was corrected"),
    ("corrigendum", "was corrected"), ("clarification", "was clarified"), ("addendum", "was added to")])  # fmt: skip
def test_a_corrected_work_stands_and_the_notice_is_told(services, look, entry, make, kind, said):
    from services import RETRACTION

    services.works[DOI] = known(**{"updated-by": [{**RETRACTION, "type": kind}]})
    evidence, _ = look(entry(), make.page())
    [(rule, message)] = problems(entry(), evidence)
    assert rule == "source-corrected"
    assert said in message
    assert "https://doi.org/10.5555/notice.9" in message


@pytest.mark.parametrize("kind", ["new_version", "new_edition", "something_new"])
def test_a_later_edition_is_no_notice(services, look, entry, make, kind):
    from services import RETRACTION

    services.works[DOI] = known(**{"updated-by": [{**RETRACTION, "type": kind}]})
    evidence, _ = look(entry(), make.page())
    assert problems(entry(), evidence) == []


def test_a_work_of_another_agency_is_asked_for_at_the_resolver(services, look, entry, make):
    services.elsewhere[DOI] = {**known(), "title": "Ferry traffic and island schools"}
    evidence, rounds = look(entry(), make.page())
    assert problems(entry(), evidence) == []
    assert rounds == 2
    assert services.asked[-1] == ("/10.5555/ferry.7", "application/vnd.citationstyles.csl+json")


def test_a_doi_of_another_work_is_told(services, look, entry, make):
    services.works[DOI] = known("Beet sugar before 1850", authors=(("Jan", "Mol"),), year=1972)
    evidence, _ = look(entry(), make.page())
    [(rule, message)] = problems(entry(), evidence)
    assert rule == "source-mismatch"
    assert "Beet sugar before 1850" in message
    assert DOI in message


@pytest.mark.parametrize(
    "title",
    ["FERRY TRAFFIC AND ISLAND SCHOOLS", "Ferry traffic and island schools: a survey", "Ferry Traffic & Island Schools.",
     "Fährverkehr und Inselschulen", "Île et école"],
)  # fmt: skip
def test_a_title_in_other_words_by_the_same_author_is_the_same_work(services, look, entry, make, title):
    services.works[DOI] = known(title)
    evidence, _ = look(entry(), make.page())
    assert problems(entry(), evidence) == []


def test_a_doi_that_nobody_registered_is_told(services, look, entry, make):
    evidence, _ = look(entry(), make.page())
    assert [rule for rule, _ in problems(entry(), evidence)] == ["entry-field"]


@pytest.mark.parametrize("down", [{"crossref"}, {"doi"}, {"crossref", "doi"}])
def test_a_registry_that_fails_has_said_nothing(services, look, entry, make, down):
    services.down = down
    evidence, _ = look(entry(), make.page())
    assert problems(entry(), evidence) == []


def test_no_registry_is_asked_when_the_settings_have_none(services, look, entry, make):
    look(entry(), make.page(), crossref="", doi_resolver="")
    assert services.asked == []


def test_only_the_first_address_of_an_entry_asks(services, look, entry, make):
    look(entry(urls=("https://first.example/", make.url)), make.page())
    assert services.asked == []


@pytest.mark.parametrize(
    ("fields", "doi"),
    [
        ({"eprint": "2101.00001v2", "archiveprefix": "arXiv"}, "10.48550/arXiv.2101.00001"),
        ({"eprint": "hep-th/9901001", "eprinttype": "arxiv"}, "10.48550/arXiv.hep-th/9901001"),
        ({"arxiv": "https://arxiv.org/abs/2101.00001"}, "10.48550/arXiv.2101.00001"),
        ({"eprint": "12345", "eprinttype": "pubmed"}, None),
        ({}, None),
    ],
)
def test_arxiv_works_have_a_doi(make, fields, doi):
    assert doi_of(make.reference(fields=fields)) == doi


def test_arxiv_is_asked_for_at_the_resolver_at_once(services, look, make):
    look(make.reference(fields={"arxiv": "2101.00001"}), make.page())
    assert [path for path, _ in services.asked] == ["/10.48550/arXiv.2101.00001"]


PAPER = {
    "uid": "4711",
    "title": "Ferry traffic and island schools.",
    "authors": [{"name": "Quill A", "authtype": "Author"}],
    "pubdate": "2011 May 3",
    "pubtype": ["Journal Article"],
    "fulljournalname": "Journal of islands",
}


def medical(entry, **fields):
    return entry(doi=None, fields={"pmid": "PMID: 4711", **fields})


def test_an_entry_with_a_pmid_alone_is_asked_for_at_pubmed(services, look, entry, make):
    services.papers["4711"] = PAPER
    evidence, _ = look(medical(entry), make.page())
    assert problems(medical(entry), evidence) == []
    [(path, _)] = services.asked
    assert path == "/esummary.fcgi?db=pubmed&id=4711&retmode=json&tool=footcheck&email=desk%40paper.example"


def test_pubmeds_mark_of_a_retracted_work_is_told(services, look, entry, make):
    services.papers["4711"] = {**PAPER, "pubtype": ["Journal Article", "Retracted Publication"]}
    evidence, _ = look(medical(entry), make.page())
    [(rule, message)] = problems(medical(entry), evidence)
    assert rule == "source-retracted"
    assert "PubMed" in message


def test_a_pmid_of_another_work_is_told(services, look, entry, make):
    services.papers["4711"] = {
        **PAPER,
        "title": "Beet sugar before 1850",
        "authors": [{"name": "Mol J"}],
        "pubdate": "1972",
    }
    evidence, _ = look(medical(entry), make.page())
    [(rule, message)] = problems(medical(entry), evidence)
    assert rule == "source-mismatch"
    assert "PMID 4711" in message


def test_a_pmid_that_pubmed_does_not_have_is_told(services, look, entry, make):
    evidence, _ = look(medical(entry), make.page())
    [(rule, message)] = problems(medical(entry), evidence)
    assert rule == "entry-field"
    assert "PMID 4711" in message


def test_a_pubmed_that_fails_has_said_nothing(services, look, entry, make):
    services.down = {"pubmed"}
    evidence, _ = look(medical(entry), make.page())
    assert problems(medical(entry), evidence) == []


def test_a_work_with_a_doi_is_not_asked_for_twice(services, look, entry, make):
    services.works[DOI] = known()
    look(entry(fields={"pmid": "4711"}), make.page())
    assert len(services.asked) == 1


@given(st.binary(max_size=200))
def test_any_bytes_are_a_record_or_none(body):
    read_record(body)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["date-parts", "type", "family"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(json_values, json_values, json_values, json_values)
def test_odd_shapes_in_a_record_raise_nothing(title, author, issued, updates):
    read_record(json.dumps({"result": {"uids": title, "1": author, "pubtype": issued}}).encode())
    read_record(
        json.dumps({"result": {"uids": ["1"], "1": {"title": "x", "authors": author, "pubtype": issued}}}).encode()
    )
    read_record(
        json.dumps({"message": {"title": title, "author": author, "issued": issued, "updated-by": updates}}).encode()
    )
