"""Pages that are not there, in words that nobody listed as a sentence: what is concluded from them, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.fetching.content import read
from checker.foundation.model import Evidence, Health, Request
from checker.links import judge, wanted
from checker.links.absence import Kind, idle, notice

DEEP = "https://ferry.example/history/the-last-ferrymen.html"
PROSE = "The ferry crossed the sound every day, and the keeper wrote down each of its journeys in a ledger. " * 9


@pytest.fixture
def verdict(make):
    """What is judged of a page when its host answers so: markup of the page, of any other address, and of the front page."""

    def answer(request, markup, *, final=None):
        if isinstance(markup, int):
            return make.page(markup, url=request.url, request=request, title="404", text="Not found.")
        page = make.page(url=request.url, request=request, to=((301, final),) if final else ())
        return replace(page, document=read(markup.encode(), "text/html; charset=utf-8"))

    def judged(markup, twin=404, *, front=f"<title>Ferry</title><p>{PROSE}", entry="The last ferrymen", final=None):
        reference = make.reference(entry, urls=(DEEP,))
        page = answer(Request(DEEP), markup, final=final)
        evidence = Evidence(page)
        for _ in range(3):
            asked = [one for one in wanted(reference, DEEP, evidence) if one.purpose == "twin"]
            given = (answer(one, front if one.url.endswith("/") else twin) for one in asked)
            evidence = replace(evidence, probes=(*evidence.probes, *given))
        return judge(reference, DEEP, evidence)

    return judged


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("The story you came for has sadly gone missing from our shelves.", Kind.LOST),
        ("Nobody has put a page at this address.", None),
        ("Dieser Text wurde auf Wunsch der Redaktion vom Netz genommen.", Kind.PULLED),
        ("Cet article a fait l'objet d'une suppression : retiré.", Kind.PULLED),
        ("Под этим адресом материала нет.", Kind.LOST),
        ("Stránka sa presťahovala: adresa je chybná.", Kind.LOST),
        ("A hivatkozás hibás.", Kind.LOST),
        ("Ο σύνδεσμος είναι λανθασμένος.", Kind.LOST),
        ("このリンクは間違っています。", Kind.LOST),
        ("מאמר זה הוסר.", Kind.PULLED),
        ("Nội dung này đã bị gỡ bỏ.", Kind.PULLED),
        ("The ferry was removed from service in 1971.", None),
        ("This item is not available.", Kind.SHUT),
        ("Tento obsah není ve vaší zemi dostupný.", Kind.SHUT),
        ("Nothing here", Kind.ALONE),
        ("Nothing here was as it had been before the storm, and the keeper said so to everybody who asked.", None),
    ],
)
def test_a_thing_near_a_word_for_its_absence_is_a_notice(said, kind):
    found = notice(f"Home\nNews\n{said}\nContact")
    assert (found.kind if found else None) == kind
    assert found is None or found.quote == said


@pytest.mark.parametrize(
    "said",
    [
        "This web name is up for auction.",
        "Webhotellet er sperret.",
        "Домен освобождается.",
        "このサーバーは準備中です。",
    ],
)
def test_a_host_near_a_word_for_its_idleness(said):
    assert idle(said)
    assert idle("The ferry museum bought the old pier at an auction.") is None


NOTICE = "<title>Ferry</title><p>Hej då! Innehållet har plockats ned, eller så är länken felaktig.</p>"


def test_such_words_count_only_when_the_host_shows_them_everywhere(verdict):
    said = verdict(NOTICE, NOTICE)
    assert (said.health, said.rule) == (Health.DEAD, "soft-404")
    assert "Innehållet har plockats ned" in said.reason
    assert verdict(NOTICE.replace("plockats ned, eller", "nyss kommit, men"), 404).health is Health.OK


@pytest.mark.parametrize(
    "wall",
    [
        "You must log in: this page is not available to guests.",
        "Tento obsah není ve vaší zemi dostupný.",
        "This article is not available without a subscription.",
    ],
)
def test_the_words_of_walls_take_them_back(verdict, wall):
    markup = f"<title>Ferry</title><p>{wall}</p>"
    assert verdict(markup, markup).health is not Health.DEAD


def test_a_short_page_that_says_so_at_once_needs_no_twin_that_answers(verdict):
    assert verdict("<title>Boats</title><p>Adressen är felaktig.</p>", 503).health is Health.DEAD
    assert verdict("<title>Boats</title><p>Adressen är felaktig.</p>", 404).health is Health.OK
    assert verdict(f"<title>Boats</title><p>{PROSE} Adressen är felaktig.</p>", 503).health is Health.OK


def test_a_banner_and_a_box_for_logins_elsewhere_on_the_page_take_nothing_back(verdict):
    chrome = (
        "<ul><li>Already a subscriber? Log in<li>Menu</ul><form><input type=password></form>{}"
        "<p>The lamp is lit on Sundays. Tickets are sold at the pier, and dogs may come along as far as the gate of the "
        "yard; the tower has 120 steps and no lift, so that shoes with a firm sole are a good idea for everybody.</p>"
        "<p>We use cookies. We and our 132 partners store information, such as what you read.</p>"
    )
    page = f"<title>Boats</title>{chrome.format('<h1>Hej</h1><p>Adressen är felaktig.</p>')}"
    assert verdict(page, page).health is Health.DEAD


def test_what_the_host_repeats_of_the_address_and_recommends_besides_makes_no_difference(verdict):
    page = (
        "<title>Ferry</title><h1>Hm</h1><p>We have no page called {} in this folder ({}).</p><h3>Read on</h3><p>{}</p>"
    )
    ours = page.format("the-last-ferrymen.html", "request 7F3A-11, 2026-03-01 09:14", "Swans on the pier.")
    theirs = page.format("0123456789abcdef.html", "request 0B22-94, 2026-03-01 09:15", "Choir wants tenors.")
    assert verdict(ours, theirs).health is Health.DEAD


def test_a_title_that_is_made_of_the_address_is_not_the_works(verdict):
    page = "<title>The last ferrymen - Wiki</title><p>There is currently no text in this page.</p>"
    assert verdict(page, page.replace("The last ferrymen", "0123456789abcdef")).health is Health.DEAD
    assert verdict(page, 404).health is Health.OK


def test_a_mark_in_the_markup_is_a_sign_and_decides_nothing_alone(verdict):
    page = "<title>Ferry</title><body class='error404'><p>Well, this is embarrassing.</p>"
    assert "its markup calls it “not found”" in verdict(page, page).reason
    assert verdict(page, 404).health is Health.OK
    work = f"<title>The last ferrymen</title><body class='error404'><p>{PROSE}</p>"
    assert verdict(work, work).health is Health.OK


def test_a_shell_of_scripts_is_dead_only_when_its_own_state_says_so(verdict):
    shell = "<title>Ferry</title><div id=app></div><script>window.S={}</script>"
    assert verdict(shell.format("{}"), shell.format("{}"), front=shell.format("{}")).health is Health.BLOCKED
    gone = shell.format('{"page": {"statusCode": 404}}')
    assert verdict(gone, gone, front=shell).health is Health.DEAD


def test_a_stone_for_a_work_that_was_taken_away_stands_at_its_own_address(verdict):
    stone = "<title>The Desk</title><h1>This story has been unpublished</h1><p>It did not meet our standards.</p>"
    assert verdict(stone, 404).health is Health.DEAD
    erratum = (
        f"<title>The Desk</title><p>A figure in our table was wrong, and readers wrote to us about it. {stone}</p>"
    )
    assert verdict(erratum.replace("<h1>", "<p>"), 404).health is Health.OK
    assert verdict(stone.replace("The Desk", "The last ferrymen"), 404).health is Health.OK


def test_the_front_page_at_every_address_is_not_the_work(verdict):
    front = f"<title>Welcome to the board</title><p>{PROSE * 2}</p>"
    said = verdict(front, front, front=front, entry="Minutes of the drainage board, May 1987")
    assert (said.health, said.rule) == (Health.DEAD, "soft-404")
    assert "at every address" in said.reason
    own = f"<title>Board</title><h1>Minutes of the drainage board, May 1987</h1><p>{PROSE * 2}</p>"
    assert verdict(own, own, front=own, entry="Minutes of the drainage board, May 1987").health is Health.OK
    assert verdict(front, front, front=front, entry="Biên bản họp của ban thuỷ lợi").health is Health.OK


def test_a_page_that_was_swept_to_its_section_is_lost(verdict):
    section = f"<title>Local news - Post</title><p>{PROSE}</p>"
    final = "https://ferry.example/history/"
    said = verdict(section, final=final, entry="Council approves the tramway")
    assert (said.health, said.rule) == (Health.DEAD, "section-page")
    assert verdict(section, final=final, entry="Ledger of the ferry keeper").health is Health.MOVED
    assert verdict(section, final=final, entry="Hội đồng duyệt tuyến xe điện").health is Health.MOVED
    assert verdict(section, final="https://ferry.example/archive/", entry="Council approves the tramway").health is (
        Health.MOVED
    )


def test_a_page_that_only_sends_browsers_on_to_the_front_page_was_swept_there(verdict):
    page = "<title>Ferry</title><meta http-equiv=refresh content='0; url={}'><p>One moment.</p>"
    assert verdict(page.format("/")).rule == "front-page"
    assert verdict(page.format("/history/new.html")).health is not Health.DEAD


def test_pills_at_every_address_are_a_new_owner(verdict):
    shop = "<title>Canadian Pharmacy</title><p>Generic Viagra and Cialis, no prescription, cheap pills, discreet packaging.</p>"
    assert verdict(shop, shop, front=shop).rule == "taken-over"
    assert verdict(shop, 404).health is Health.OK
