"""The docket: every claim before each of its sources, here or in other processes, with the same verdicts."""

from __future__ import annotations

import datetime as dt

import pytest

from checker.article import read
from checker.bibliography import BibFile, map_markers, read as read_bibliography
from checker.foundation.model import EvidenceKind, Passages, Support
from checker.foundation.sandbox import Crew
from checker.foundation.settings import Settings
from checker.language import word_lists
from checker.pipeline import docket
from checker.pipeline.desk import Desk, in_turn
from checker.pipeline.judging import judge_citations
from checker.pipeline.reading import ReferenceTexts

FILLING = "The harbour was rebuilt by the council after long debates. " * 40
PAGES = {
    "light": "The Dunmore lighthouse was lit in 1887 by 214 keepers. ",
    "mill": "The Osdale mill ground 3,300 tons of corn in 1921. ",
    "line": "The Norley railway carried 49,803 visitors in 1934. ",
    "dye": "The guild house keeps nine letterstamps and a dyer's lute of madder thread. ",
}
ARTICLE = """The Dunmore lighthouse was lit in 1887 by 214 keepers.[@light] The Osdale mill ground 3,400 tons of corn in
1921.[@mill] The Norley railway carried 49,803 visitors in 1934.[@mill] Nobody knows the Alddale bridge.[@bridge]

Nhà hội giữ 9 phách nhịp và một chàm lượt.[@dye]
"""
TERMS = "# vi-en\nphách nhịp\tletterstamp\nchàm lượt\tdyer's lute\n".encode()


def judged(desk_spread, monkeypatch, *, much: int, terms: bytes = TERMS):
    monkeypatch.setattr(docket, "_MUCH", much)
    article = read(ARTICLE, path="article.md")
    entries = "".join(f"@misc{{{key}, title = {{The {key}}}}}\n" for key in (*PAGES, "bridge"))
    bibliography = read_bibliography([BibFile("a.bib", entries.encode())], today=dt.date(2026, 1, 1))
    texts = {
        key: ReferenceTexts((Passages(key, FILLING + page + FILLING, EvidenceKind.PAGE, "en", "", None),))
        for key, page in PAGES.items()
    }
    texts["bridge"] = ReferenceTexts((), "it is a printed work without a link")
    lexicons = (word_lists.read(terms, "terms.tsv"),)
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    desk = Desk(Settings(), None, lambda: now, spread=desk_spread, lexicons=lexicons)
    return judge_citations([article], [map_markers(article, bibliography, table={})], texts, desk)


def verdicts(citations):
    return [(each.citation.marker.label, claim.verdicts[0]) for each in citations for claim in each.claims]


def test_other_processes_give_the_very_same_verdicts(monkeypatch):
    here = judged(in_turn, monkeypatch, much=10**9)
    with Crew() as crew:
        assert judged(crew.spread, monkeypatch, much=0) == here
    said = {(label, verdict.support, verdict.elsewhere) for label, verdict in verdicts(here)}
    assert ("light", Support.FOUND, ()) in said
    assert ("mill", Support.CONTRADICTED, ()) in said
    assert ("mill", Support.MISSING, ("line",)) in said
    assert ("bridge", Support.UNCHECKED, ()) in said
    assert ("dye", Support.FOUND, ()) in said


def test_what_only_a_word_list_of_the_user_knows_is_not_found_without_it(monkeypatch):
    other = judged(in_turn, monkeypatch, much=10**9, terms="# vi-en\nphách\tbeat\n".encode())
    assert dict(verdicts(other))["dye"].support is Support.PARTIAL


def test_a_source_whose_matching_was_stopped_is_unchecked_and_says_why(monkeypatch):
    def stopped(function, tasks):
        return iter(["it took more than 120 seconds"] * len(tasks))

    for label, verdict in verdicts(judged(stopped, monkeypatch, much=0)):
        assert verdict.support is Support.UNCHECKED
        assert "120 seconds" in verdict.reason or label == "bridge"


def test_little_is_matched_in_this_process(monkeypatch):
    def never(function, tasks):
        pytest.fail("children were started for a few pages")

    assert verdicts(judged(never, monkeypatch, much=docket._MUCH))
