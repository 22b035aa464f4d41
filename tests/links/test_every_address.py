"""Pages that a host shows at every address: what may be concluded from them, and what may not."""

from __future__ import annotations

import pytest

from checker.foundation.model import Evidence, Health, NoAnswer, Silence
from checker.links import judge, wanted

DEEP = "https://choir.example/concerts/2008-autumn.html"
NOTICE = "Kedves olvasó, ezen a helyen most semmi sincs."  # in a language of which we know no phrase
BETS = (
    "Welcome to the best online casino of the year. Play slots and roulette for real money, claim a deposit bonus and "
    "100 free spins, and withdraw within minutes. " * 8
)


FRONT = (
    "Home News Repertoire Members Recordings Rehearsals Sheet music Contact us Newsletter. The choir sings on Sunday. "
    * 10
)
MENUS = "Home News Repertoire Members Recordings Rehearsals Sheet music Contact us Newsletter. "


@pytest.fixture
def verdict(make):
    """What is judged of a page when the host answers its twin so; with the requests that the judge asked for."""

    def judged(text, twin, *, title="Choir", entry="Concert programme, autumn 2008", front=FRONT, signs=()):
        reference = make.reference(entry, urls=(DEEP,))
        page = make.page(url=DEEP, title=title, text=text, signs=signs)
        asked = wanted(reference, DEEP, Evidence(page))
        answers = []
        for request in asked:
            said = front if request.url.endswith("/") else twin
            match said:
                case None:
                    answers.append(NoAnswer(request, Silence.TIMEOUT, "20 s", make.now))
                case int(status):
                    answers.append(make.page(status, url=request.url, request=request, title="404", text="No."))
                case _:
                    answers.append(make.page(url=request.url, request=request, title=title, text=said))
        return judge(reference, DEEP, Evidence(page, tuple(answers))), asked

    return judged


def test_a_short_page_in_unknown_words_at_every_address_is_neither_ok_nor_dead(verdict):
    said, _ = verdict(NOTICE, NOTICE)
    assert (said.health, said.rule) == (Health.BLOCKED, "same-page")


def test_a_notice_that_shows_the_way_back_is_told_from_the_front_page(verdict):
    text = f"{MENUS}\nWell, that one sailed with the tide. Try the menu above."
    said, _ = verdict(text, text)
    assert (said.health, said.rule) == (Health.DEAD, "soft-404")
    assert "front page" in said.reason


def test_the_same_dress_as_the_front_page_is_no_proof(verdict):
    """A wall in words that nobody foresaw may wear the site's own menus."""
    text = f"{MENUS}\nTap the three boats to go on."
    assert verdict(text, text)[0].health is Health.BLOCKED


@pytest.mark.parametrize(
    "facts",
    [
        {"front": None},  # the front page did not answer
        {"signs": ("password-field",)},
        {"signs": ("captcha",)},
        {"said": "Log in to read it."},
        {"said": "Pardon our interruption: we want to be sure that you are human."},
    ],
)
def test_what_may_be_a_wall_is_not_called_dead(verdict, facts):
    text = f"{MENUS}\nOops. {facts.pop('said', 'That one sailed with the tide, and it is not coming back to us.')}"
    assert verdict(text, text, **facts)[0].health is Health.BLOCKED


def test_a_wall_around_the_whole_host_is_not_called_dead(verdict):
    text = f"{MENUS}\nOops, that one sailed with the tide, and it is not coming back to us."
    assert verdict(text, text, front=text)[0].rule == "same-page"


@pytest.mark.parametrize("twin", [404, None, "Something quite different stands here."])
def test_a_short_page_of_its_own_is_believed(verdict, twin):
    assert verdict(NOTICE, twin)[0].health is Health.OK


def test_a_short_page_that_names_the_entry_wants_no_twin(verdict):
    said, asked = verdict("Concert programme of the autumn of 2008: two motets.", 404)
    assert (said.health, asked) == (Health.OK, ())


def test_weak_words_count_only_beside_such_a_twin(verdict):
    text = "Diese Anzeige ist nicht mehr aktiv."
    assert verdict(text, text)[0].rule == "soft-404"
    assert verdict(text, 404)[0].health is Health.OK


def test_gambling_at_every_address_of_a_choir_is_a_new_owner(verdict):
    said, _ = verdict(BETS, BETS, title="Best Online Casino Bonus")
    assert (said.health, said.rule) == (Health.DEAD, "taken-over")


@pytest.mark.parametrize(
    ("twin", "entry"),
    [(404, "Concert programme, autumn 2008"), (None, "Concert programme, autumn 2008"), (BETS, "Casino bonus offers")],
)
def test_gambling_alone_is_not_held_against_a_page(verdict, twin, entry):
    assert verdict(BETS, twin, title="Best Online Casino Bonus", entry=entry)[0].health is Health.OK


def test_a_question_of_age_is_a_wall(verdict):
    text = "Are you of legal drinking age? You must be 18 or over to enter this site."
    assert verdict(text, text)[0].rule == "age"


def test_a_phrase_between_quotation_marks_is_talked_about(make):
    text = "“Subscribe to continue reading”, says the last line of most papers now. " + "It was not always so. " * 20
    said = judge(make.reference("Last lines"), make.url, make.evidence(make.page(text=text, title="On last lines")))
    assert said.health is Health.OK


def test_a_page_that_only_sends_browsers_on_is_not_counted_as_a_failure(make):
    page = make.page(title="", text="", signs=("meta-refresh",), size=250)
    said = judge(make.reference(), make.url, make.evidence(page))
    assert (said.health, said.rule) == (Health.BLOCKED, "sent-on")


@pytest.mark.parametrize(
    ("url", "beginning"),
    [
        ("https://wrecks.example/show.php?id=44&lang=en", "https://wrecks.example/show.php?id=9"),
        ("https://wrecks.example/?p=44", "https://wrecks.example/?p=9"),
        ("https://wrecks.example/deep/page?utm_id=44", "https://wrecks.example/deep/"),
        ("https://wrecks.example/deep/page.html?lang=2", "https://wrecks.example/deep/"),
    ],
)
def test_the_twin_of_a_scripts_page_is_the_script_with_a_number_that_cannot_exist(make, url, beginning):
    page = make.page(url=url, title="Wrecks", text="Sorry! The entry that you want was removed.")
    (request,) = wanted(make.reference(urls=(url,)), url, Evidence(page))
    assert request.url.startswith(beginning)
    assert request.url != url
