"""Saved copies asked for over loopback: the nearest sound one is found, and a saved 404 or login is no rescue."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.foundation.model import Archive, Purpose, Request
from checker.links import altering, archive_problems, is_sound_copy, rescue, why_no_rescue
from checker.links.archives import read_index

ARTICLE = "<title>Ferry returns to the island</title><p>" + "The ferry sailed again on Monday, seven months late. " * 30
GONE = "<title>Page not found</title><p>Sorry, the page you requested does not exist."
LOGIN = "<title>Sign in</title><form><input type=password></form><p>Please sign in to continue."


def test_the_copy_nearest_to_the_access_date_is_proposed(services, look, make):
    services.copies[make.url] = {
        "20100101000000": (200, ARTICLE),
        "20160603000000": (200, ARTICLE),
        "20240101000000": (200, ARTICLE),
    }
    reference = make.reference(accessed=make.date(2016, 5, 20))
    evidence, rounds = look(reference, make.page(404))
    page, archive = rescue(reference, make.url, evidence)
    assert rounds == 2
    assert archive == Archive(f"{services.base}web/20160603000000/{make.url}", make.date(2016, 6, 3))
    assert "sailed again" in page.document.text
    assert services.asked[1][0] == f"/web/20160603000000id_/{make.url}"


def test_copies_of_errors_are_not_asked_for(services, look, make):
    services.copies[make.url] = {"20160603000000": (404, GONE), "20190101000000": (200, ARTICLE)}
    reference = make.reference(accessed=make.date(2016, 6, 3))
    evidence, _ = look(reference, make.page(404))
    assert rescue(reference, make.url, evidence)[1].url.startswith(f"{services.base}web/20190101000000/")


@pytest.mark.parametrize(
    "html", [GONE, LOGIN, "<title>x.example</title>This domain is for sale! Related searches: hotels"]
)
def test_a_saved_error_is_no_rescue(services, look, make, html):
    services.copies[make.url] = {"20160603000000": (200, html)}
    evidence, _ = look(make.reference(), make.page(404))
    assert any(probe.request.purpose is Purpose.SNAPSHOT for probe in evidence.probes)
    assert rescue(make.reference(), make.url, evidence) is None


def test_no_copy_is_no_rescue(services, look, make):
    evidence, rounds = look(make.reference(), make.page(404))
    assert rescue(make.reference(), make.url, evidence) is None
    assert rounds == 1


def test_an_index_that_fails_is_gone_round_by_the_timegate(services, look, make):
    services.down = {"cdx"}
    services.copies[make.url] = {"20160603000000": (200, ARTICLE)}
    reference = make.reference(accessed=make.date(2016, 5, 20))
    evidence, _ = look(reference, make.page(404))
    assert rescue(reference, make.url, evidence)[1] == Archive(
        f"{services.base}web/20160603000000/{make.url}", make.date(2016, 6, 3)
    )


def test_the_copy_that_the_entry_names_is_read_first(services, look, make):
    address = f"{services.base}web/20160603000000/{make.url}"
    services.copies[make.url] = {"20160603000000": (200, ARTICLE)}
    reference = make.reference(archive=Archive(address, make.date(2016, 6, 3)))
    evidence, _ = look(reference, make.page(404))
    assert [path for path, _ in services.asked] == [f"/web/20160603000000/{make.url}"]
    assert rescue(reference, make.url, evidence)[1].url == address


@pytest.mark.parametrize("status", [200, 403, 503])
def test_living_links_ask_no_archive(services, look, make, status):
    look(make.reference(), make.page(status))
    assert services.asked == []


def test_links_alone_ask_no_archive(services, look, make):
    look(make.reference(), make.page(404), links_only=True)
    assert services.asked == []


@pytest.mark.parametrize(
    "host", ["archive.today", "archive.ph", "archive.is", "www.archive.li", "archive.vn", "archive.fo", "archive.md"]
)
def test_archives_that_alter_copies_are_warned_of_and_never_asked(services, look, make, host):
    address = f"https://{host}/AbCdE"
    reference = make.reference(archive=Archive(address))
    assert altering(address)
    [problem] = archive_problems(reference)
    assert problem.rule == "link-archive"
    assert address in problem.message
    evidence, _ = look(reference, make.page(404))
    assert not any(host in probe.request.url for probe in evidence.probes)


@pytest.mark.parametrize(
    "url", ["https://web.archive.org/web/2016/https://archive.is/x", "https://myarchive.is/", "https://archive.org/"]
)
def test_other_archives_are_not_suspected(make, url):
    assert not altering(url)
    assert not list(archive_problems(make.reference(archive=Archive(url))))


def test_a_copy_of_the_redirect_to_the_front_page_is_no_rescue(make):
    copy = make.page(
        url=f"https://web.archive.org/web/2016id_/{make.url}",
        to=((302, "https://web.archive.org/web/20160603000000id_/https://news.example/"),),
        title="The Example",
        request=Request(f"https://web.archive.org/web/2016id_/{make.url}", Purpose.SNAPSHOT),
    )
    assert not is_sound_copy(make.reference(), make.url, copy)


@given(
    st.binary(max_size=120)
    | st.sampled_from([b"[]", b"{}", b'[["timestamp"]]', b'[["timestamp","original"],["x","y"],[1]]'])
)
def test_an_odd_index_names_no_copy(body):
    assert read_index(body) == []


def test_a_saved_error_is_passed_over_for_the_next_copy(services, look, make):
    services.copies[make.url] = {"20160603000000": (200, GONE), "20190101000000": (200, ARTICLE)}
    evidence, _ = look(make.reference(accessed=make.date(2016, 6, 3)), make.page(404))
    assert rescue(make.reference(), make.url, evidence)[1].date == make.date(2019, 1, 1)


def test_without_a_day_the_last_copy_is_read(services, look, make):
    services.copies[make.url] = dict.fromkeys(("20100101000000", "20190101000000"), (200, ARTICLE))
    evidence, _ = look(make.reference(), make.page(404))
    assert rescue(make.reference(), make.url, evidence)[1].date == make.date(2019, 1, 1)


def test_where_the_wayback_machine_has_none_a_timegate_is_asked_for_the_day(services, look, make):
    services.mementos[make.url] = {"20120101000000": ARTICLE, "20160610000000": ARTICLE, "20240101000000": ARTICLE}
    reference = make.reference(accessed=make.date(2016, 5, 20))
    evidence, rounds = look(reference, make.page(404), timegates=(f"{services.base}timegate/",))
    assert services.days == ["Fri, 20 May 2016 12:00:00 GMT"]
    assert rescue(reference, make.url, evidence)[1] == Archive(
        f"{services.base}coll/20160610000000mp_/{make.url}", make.date(2016, 6, 10)
    )
    assert rounds == 2


def test_a_timegate_without_the_page_is_no_rescue(services, look, make):
    evidence, _ = look(make.reference(), make.page(404), timegates=(f"{services.base}timegate/",))
    assert rescue(make.reference(), make.url, evidence) is None
    assert why_no_rescue(make.reference(), make.url, evidence) == "the archive has no saved copy of it"


def test_an_answer_that_does_not_say_when_it_was_saved_is_no_copy(make):
    page = make.page(request=Request("https://portal.example/x", Purpose.SNAPSHOT), url="https://portal.example/x")
    assert rescue(make.reference(), make.url, make.evidence(make.page(404), page)) is None


@pytest.mark.parametrize(
    ("down", "html", "said"),
    [
        ({"cdx", "copies"}, ARTICLE, "did not answer"),
        (set(), GONE, "does not show the source"),
        (set(), "", "no saved copy"),
    ],
)
def test_why_there_is_no_rescue_is_said(services, look, make, down, html, said):
    services.down = down
    services.copies[make.url] = {"20160603000000": (200, html)} if html else {}
    evidence, _ = look(make.reference(), make.page(404))
    assert said in why_no_rescue(make.reference(), make.url, evidence)


def problems(reference, evidence):
    return [(each.rule, each.message) for each in archive_problems(reference, evidence.probes)]


def test_the_copy_that_an_entry_names_is_looked_at_although_the_link_lives(services, look, make):
    services.copies[make.url] = {"20160603000000": (200, ARTICLE)}
    reference = make.reference(archive=Archive(f"{services.base}web/20160603000000/{make.url}"))
    evidence, rounds = look(reference, make.page())
    assert rounds == 1
    assert problems(reference, evidence) == []


@pytest.mark.parametrize(("status", "html"), [(404, "<title>Nothing</title>"), (200, GONE)])
def test_a_copy_that_is_gone_or_shows_an_error_is_told(services, look, make, status, html):
    services.copies[make.url] = {"20160603000000": (status, html)}
    address = f"{services.base}web/20160603000000/{make.url}"
    evidence, _ = look(make.reference(archive=Archive(address)), make.page())
    [(rule, message)] = problems(make.reference(archive=Archive(address)), evidence)
    assert rule == "link-archive"
    assert address in message


def test_a_copy_that_could_not_be_looked_at_is_not_accused(services, look, make):
    services.down = {"copies"}
    reference = make.reference(archive=Archive(f"{services.base}web/20160603000000/{make.url}"))
    evidence, _ = look(reference, make.page())
    assert problems(reference, evidence) == []


def test_an_own_copy_that_does_not_hold_leads_on_to_another(services, look, make):
    services.copies[make.url] = {"20160603000000": (200, GONE), "20150101000000": (200, ARTICLE)}
    reference = make.reference(
        archive=Archive(f"{services.base}web/20160603000000/{make.url}"), accessed=make.date(2015, 1, 1)
    )
    evidence, _ = look(reference, make.page(404))
    assert rescue(reference, make.url, evidence)[1].date == make.date(2015, 1, 1)


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ((2016, 6, 3), False),
        ((2016, 6, 4), False),
        ((2016, 6), False),
        ((2016,), False),
        ((2015, 6, 3), True),
        ((2016, 7), True),
    ],
)
def test_the_day_of_a_copy_is_held_against_its_address(make, written, wrong):
    archive = Archive(f"https://web.archive.org/web/20160603000000/{make.url}", make.date(*written))
    told = list(archive_problems(make.reference(archive=archive)))
    assert [each.rule for each in told] == (["entry-field"] if wrong else [])
