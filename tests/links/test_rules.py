"""What each kind of answer is called, one case a line; every verdict has its rule, its reason and its evidence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from checker.fetching.content import read
from checker.foundation.model import Document, Evidence, Health, Hop, NoAnswer, Page, Place, Reference, Request, Silence
from checker.links import RULES, judge, wanted

DEEP = "https://news.example/world/2014/05/ferry-returns.html"


def health_of(make, source, **fields) -> tuple[str, str]:
    verdict = judge(make.reference(**fields), source.request.url, Evidence(source))
    assert verdict.reason
    assert 0 < verdict.confidence <= 1
    return verdict.health.value, verdict.rule


@pytest.mark.parametrize(
    ("status", "health"),
    [(200, "ok"), (203, "ok"), (404, "dead"), (410, "dead"), (400, "blocked"), (401, "blocked"), (402, "blocked"),
     (403, "blocked"), (405, "blocked"), (406, "blocked"), (418, "blocked"), (429, "blocked"), (451, "blocked"),
     (999, "blocked"), (500, "unstable"), (502, "unstable"), (503, "unstable"), (521, "unstable"), (304, "unstable")],
)  # fmt: skip
def test_statuses(make, status, health):
    called, rule = health_of(make, make.page(status))
    assert called == health
    assert rule == ("ok" if health == "ok" else f"status-{status}")


@pytest.mark.parametrize(
    ("why", "health"),
    [(Silence.TIMEOUT, "unstable"), (Silence.RESET, "unstable"), (Silence.REFUSED, "unstable"), (Silence.NAME, "unstable"),
     (Silence.REDIRECTS, "unstable"), (Silence.PROTOCOL, "unstable"), (Silence.UNREACHABLE, "unchecked"),
     (Silence.CERTIFICATE, "insecure"), (Silence.UNSAFE, "unsafe"), (Silence.INVALID, "unsafe"),
     (Silence.OFFLINE, "unchecked"), (Silence.EXCLUDED, "unchecked"), (Silence.CANCELLED, "unchecked")],
)  # fmt: skip
def test_silences(make, why, health):
    assert health_of(make, make.silence(why))[0] == health


def test_every_silence_has_a_word(make):
    assert all(health_of(make, make.silence(why))[1] != "unjudged" for why in Silence)


def test_statuses_that_the_settings_take_for_alive(make):
    page = make.page(403, text=make.prose)
    assert judge(make.reference(), DEEP, Evidence(page), accept=(403,)).health is Health.OK


@pytest.mark.parametrize(
    ("to", "health", "rule"),
    [
        (((301, "https://news.example/"),), "dead", "front-page"),
        (((302, "https://www.news.example/index.html"),), "dead", "front-page"),
        (((301, "https://news.example/en/"),), "dead", "front-page"),
        (((301, "https://other.example/"),), "dead", "front-page"),
        (((302, "https://news.example/login?next=/world"),), "blocked", "login"),
        (((302, "https://login.provider.example/authorize?x=1"),), "blocked", "login"),
        (((302, "https://consent.news.example/collect?x=1"),), "blocked", "consent"),
        (((301, "https://news.example/world/ferry-returns"),), "moved", "moved"),
        (((301, "https://news.example/a"), (308, "https://news.example/b")), "moved", "moved"),
        (((302, "https://news.example/world/ferry-returns"),), "ok", "ok"),
        (((302, "https://news.example/a"), (301, "https://news.example/b")), "ok", "ok"),
    ],
)
def test_redirects(make, to, health, rule):
    page = make.page(to=to, title="The Example", text="Latest headlines from the island and the world. " * 40)
    assert health_of(make, page) == (health, rule)


@pytest.mark.parametrize(
    ("url", "final"),
    [
        ("http://news.example/", "https://www.news.example/"),
        ("https://news.example/index.php", "https://news.example/"),
        ("https://news.example/en/", "https://news.example/"),
        ("https://user.pages.example/big-tool/", "https://bigtool.example/"),
        ("https://town.example/museum/", "https://museum.town.example/"),
    ],
)
def test_sites_that_move_whole_have_not_lost_a_page(make, url, final):
    page = make.page(url=url, to=((301, final),), title="Somewhere", text=make.prose)
    assert health_of(make, page) == ("moved", "moved")


def test_a_front_page_that_is_the_work_is_alive(make):
    page = make.page(to=((301, "https://ferry-returns.example/"),))
    assert health_of(make, page)[0] == "moved"


def test_a_moved_link_names_the_address_that_the_bib_should_have(make):
    url = f"{DEEP}#tickets"
    page = make.page(url=url, to=((301, "https://news.example/new"), (302, "https://news.example/new?session=7")))
    verdict = judge(make.reference(), url, Evidence(page))
    assert verdict.replacement == "https://news.example/new#tickets"


@pytest.mark.parametrize("url", ["https://doi.org/10.1000/182", "https://hdl.handle.net/1/2", "https://w3id.org/x/y"])
def test_persistent_identifiers_are_never_moved(make, url):
    assert health_of(make, make.page(url=url, to=((301, "https://press.example/182"),)))[0] == "ok"


def test_the_same_address_in_another_spelling_is_not_moved(make):
    page = make.page(url="https://News.example:443/a%20b", to=((301, "https://news.example/a b"),))
    assert health_of(make, page)[0] == "ok"


@pytest.mark.parametrize(
    ("header", "status"),
    [
        (("cf-mitigated", "challenge"), 403),
        (("X-Amzn-Waf-Action", "captcha"), 202),
        (("cf-mitigated", "challenge"), 503),
    ],
)
def test_services_that_say_that_they_check(make, header, status):
    assert health_of(make, make.page(status, title="", text="", headers=(header,))) == ("blocked", "captcha")


def test_a_browser_check_with_503_is_a_wall_and_no_failure(make):
    page = make.page(503, title="Just a moment...", text="Checking your browser before accessing news.example.")
    verdict = judge(make.reference(), DEEP, Evidence(page))
    assert (verdict.health, verdict.history.failures) == (Health.BLOCKED, 0)


def test_a_real_404_behind_a_captcha_form_stays_dead(make):
    page = make.page(404, title="Not found", text="Not found.", signs=("captcha",))
    assert health_of(make, page) == ("dead", "status-404")


@pytest.mark.parametrize(
    ("fields", "health", "rule"),
    [
        ({"document": False, "cut": "deadline", "size": 20}, "unstable", "timeout"),
        ({"text": "<!doc", "cut": "reset", "size": 5}, "unstable", "reset"),
        ({"cut": "truncated"}, "ok", "ok"),
        ({"cut": "size"}, "ok", "ok"),
        ({"document": False, "size": 0}, "unstable", "empty"),
        ({"document": False, "size": 9000, "media_type": "application/pdf"}, "ok", "ok"),
        ({"text": "", "size": 40}, "unstable", "empty"),
        ({"text": "", "size": 90_000}, "blocked", "script-only"),
        ({"text": "Loading...", "signs": ("script-only",)}, "blocked", "script-only"),
        ({"text": "", "size": 900, "signs": ("frameset",)}, "ok", "ok"),
        ({"title": "Maintenance", "text": "We will be back soon."}, "unstable", "maintenance"),
        ({"title": "X", "text": "Sorry, this video is not available in your country."}, "blocked", "region"),
    ],
)
def test_bodies(make, fields, health, rule):
    assert health_of(make, make.page(**fields)) == (health, rule)


def test_a_cut_body_is_said_beside_the_verdict(make):
    verdict = judge(make.reference(), DEEP, Evidence(make.page(cut="size", size=10_000_000)))
    assert any("10000000 bytes" in note.text for note in verdict.notes)


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        ("tickets", True),
        ("prices", False),
        (":~:text=ferry", False),
        ("!/route", False),
        ("top", False),
        ("page=3", False),
    ],
)
def test_a_missing_part_of_the_page_is_a_note(make, fragment, said):
    page = make.page(url=f"{DEEP}#{fragment}")
    read = Document(make.prose, "text/html", title="Ferry", fragments=frozenset({"prices"}))
    page = Page(**{**{name: getattr(page, name) for name in page.__slots__}, "document": read})
    notes = judge(make.reference(), f"{DEEP}#{fragment}", Evidence(page)).notes
    assert bool(notes) is said


def test_a_web_page_where_a_pdf_should_be_is_a_note(make):
    url = "https://press.example/report.pdf"
    assert judge(make.reference(), url, Evidence(make.page(url=url))).notes


def test_the_twin_is_in_the_same_folder_and_found_again(make):
    page = make.page(title="The Example", text="Sorry! The story that you want was removed.")
    (first,) = wanted(make.reference(), DEEP, Evidence(page))
    (second,) = wanted(make.reference(), DEEP, Evidence(page))
    assert first == second
    assert first.url.startswith("https://news.example/world/2014/05/")
    assert first.url.endswith(".html")
    assert first.url != DEEP


def test_what_was_asked_is_not_wanted_again(make):
    page = make.page(title="The Example", text="Sorry! Your story is out of date.")
    (twin,) = wanted(make.reference(), DEEP, Evidence(page))
    silent = NoAnswer(twin, Silence.TIMEOUT, "20 s", make.now)
    assert wanted(make.reference(), DEEP, Evidence(page, (silent,))) == ()


def test_an_ordinary_page_wants_nothing(make):
    assert wanted(make.reference(), DEEP, Evidence(make.page())) == ()


def test_maintenance_at_every_address_is_no_soft_404(make):
    text = "This site is temporarily unavailable. Please try again later."
    page = make.page(title="The Example", text=text)
    twin = make.page(title="The Example", text=text, url="https://news.example/world/2014/05/x")
    assert judge(make.reference(), DEEP, Evidence(page, (twin,))).health is Health.UNSTABLE


def test_a_site_closed_to_strangers_is_not_dead_because_every_address_looks_alike(make):
    page = make.page(title="Sign in", text="Please sign in to continue. This page is not available to guests.")
    assert health_of(make, page) == ("blocked", "login")


urls = st.text(max_size=60) | st.sampled_from(
    ["http://[::1", "https://a.example:99999/", "mailto:x", "//x", "https://ü.example/ü"]
)
sources = st.builds(
    Page,
    request=st.builds(Request, urls),
    final_url=urls,
    status=st.integers(100, 999),
    hops=st.lists(
        st.builds(Hop, urls, st.sampled_from([200, 301, 302, 308]), location=st.none() | urls), max_size=3
    ).map(tuple),
    media_type=st.sampled_from(["text/html", "application/pdf", ""]),
    fetched=st.just(dt.datetime(2026, 3, 1, tzinfo=dt.UTC)),
    size=st.integers(0, 10**7),
    document=st.none() | st.builds(Document, st.text(max_size=400), st.just("text/html"), title=st.text(max_size=80)),
    cut=st.sampled_from([None, "size", "deadline", "reset"]),
) | st.builds(
    NoAnswer,
    request=st.builds(Request, urls),
    why=st.sampled_from(list(Silence)),
    detail=st.text(max_size=40),
    fetched=st.just(dt.datetime(2026, 3, 1, tzinfo=dt.UTC)),
)


@settings(max_examples=150, deadline=None)
@given(sources, urls, st.text(max_size=60))
def test_whatever_comes_back_gets_a_word_and_nothing_raises(source, url, title):
    reference = Reference("x", "online", Place("x.bib", 1), title=title, urls=(url,))
    verdict = judge(reference, url, Evidence(source))
    assert verdict.health in Health
    assert verdict.rule != "unjudged"
    assert isinstance(wanted(reference, url, Evidence(source)), tuple)


def test_every_rule_says_what_it_means():
    assert all(rule.__doc__ for rule in RULES)
    assert len(set(RULES)) == len(RULES)


@pytest.mark.parametrize(
    ("mark", "length", "health"),
    [("false", 6, "blocked"), ('"False"', 6, "blocked"), ("true", 6, "ok"), ('"True"', 6, "ok"), ("false", 80, "ok")],
)
def test_a_publishers_own_mark_of_a_wall_counts_where_little_came(make, mark, length, health):
    """schema.org isAccessibleForFree as publishers write it; a marked article that came whole can be read all the same."""
    prose = "<p>The ferry to the island sailed again on Monday, seven months after the storm.</p>" * length
    data = (
        f'<title>Ferry returns to the island</title><script type="application/ld+json">{{"@type": "NewsArticle", '
        f'"headline": "Ferry returns", "isAccessibleForFree": {mark}}}</script>{prose}'
    )
    document = read(data.encode(), "text/html")
    page = replace(make.page(), document=document)
    assert health_of(make, page)[0] == health
