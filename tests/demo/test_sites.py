"""The table of the demonstration's web holds together."""

from __future__ import annotations

from importlib import resources

import msgspec
import pytest

from checker.demo.sites import Answer, Certificate, Site, sites

FOLDER = resources.files("checker.demo") / "data" / "web"
ANSWERS = [(site.host, answer) for site in sites().values() for answer in site.answer]


def test_every_host_is_fictional_by_its_name():
    assert all(host.endswith((".example", ".test")) for host in sites())  # RFC 2606


@pytest.mark.parametrize(("host", "answer"), ANSWERS, ids=lambda value: getattr(value, "path", value))
def test_every_body_is_there(host, answer):
    assert not answer.file or answer.body()
    assert answer.file or answer.location or answer.behaviour == "hang"


def test_no_page_lies_there_unserved():
    served = {answer.file for _, answer in ANSWERS}
    assert {item.name for item in FOLDER.iterdir()} == {*served - {""}, "not-found.html", "sites.toml"}


def test_a_query_does_not_change_the_answer_and_a_star_answers_the_rest():
    site = Site(host="a.example", answer=(Answer(path="/x", status=200), Answer(path="*", status=410)))
    assert site.answer_to("/x?page=2").status == 200
    assert site.answer_to("/y").status == 410
    assert Site(host="b.example").answer_to("/").status == 404


def test_exactly_one_host_has_an_expired_certificate():
    assert [site.host for site in sites().values() if site.certificate is Certificate.EXPIRED] == ["cooperage.example"]


def test_a_misspelt_key_in_the_table_is_an_error():
    with pytest.raises(msgspec.ValidationError, match="statsu"):
        msgspec.toml.decode('path = "/"\nstatsu = 404\n', type=Answer)
