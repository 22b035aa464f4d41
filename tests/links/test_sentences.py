"""One sentence, at every address of a host: notices are dead in many languages and wordings, and no wall is, dressed or bare."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.fetching.content import read
from checker.foundation.model import Evidence, Health, Request
from checker.links import judge, wanted

ROWS = [
    row.split("\t")
    for row in Path(__file__).with_name("sentences.tsv").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]
URL = "https://portal.example/a/story-17.html"
DRESS = "<ul><li>Alpha Beta</li><li>Gamma Delta</li><li>Epsilon Zeta</li><li>Eta Theta</li></ul>"
NEWS = f"<p>{'Today we write of other things altogether. ' * 30}</p>"


@pytest.fixture
def verdict(make):
    """What is judged of a page with one sentence, in the site's menus or without."""

    def judged(entry, sentence, dress):
        tag = "h1" if len(sentence) < 60 else "p"
        page, front = (
            read(
                f"<title>Portal</title><body>{dress}{said}<footer>Portal</footer>".encode(), "text/html; charset=utf-8"
            )
            for said in (f"<{tag}>{sentence}</{tag}>", NEWS)
        )

        def answer(request):
            shown = front if request.url.endswith("/") else page
            return replace(make.page(url=request.url, request=request), document=shown)

        reference = make.reference(entry, urls=(URL,))
        evidence = Evidence(answer(Request(URL)))
        for _ in range(3):
            asked = [one for one in wanted(reference, URL, evidence) if one.purpose == "twin"]
            evidence = replace(evidence, probes=(*evidence.probes, *map(answer, asked)))
        return judge(reference, URL, evidence)

    return judged


@pytest.mark.parametrize("dress", [DRESS, ""], ids=["dressed", "bare"])
def test_notices_are_found_and_no_wall_is_one(verdict, dress):
    told = [(expected, sentence, verdict(entry, sentence, dress)) for expected, entry, sentence in ROWS]
    accused = [
        (sentence, said.reason) for expected, sentence, said in told if expected == "alive" and said.health == "dead"
    ]
    missed = [sentence for expected, sentence, said in told if expected == "dead" and said.health != "dead"]
    assert not accused
    assert len(missed) <= 0.05 * sum(expected == "dead" for expected, *_ in ROWS), missed


def test_none_of_them_is_called_the_work(verdict):
    """Whatever is not understood at every address is looked at by a person."""
    told = [(sentence, verdict(entry, sentence, DRESS)) for expected, entry, sentence in ROWS if expected == "dead"]
    assert not [sentence for sentence, said in told if said.health in (Health.OK, Health.MOVED)]
