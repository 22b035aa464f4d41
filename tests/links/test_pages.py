"""A labelled set of page files of our own making, read by the real reader: what is dead, what lives behind a wall, what is there.

Every file in `pages/<language>/` begins with a comment that says what it is: `expect` (dead, blocked, ok), the `entry`'s title,
the `url`, perhaps the `final` address after a redirect, how the host answers the `twin` (404, same, none; echo: the same,
with that address named in it and other things to read recommended), perhaps that the `front` page is the same too, and the
`batch` in which it was written (none: the first; see docs/links.md for which was seen when).
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from checker.fetching import content
from checker.foundation.model import (
    Document,
    Evidence,
    Health,
    Hop,
    NoAnswer,
    Page,
    Place,
    Reference,
    Request,
    Silence,
    Source,
)
from checker.links import judge, wanted

PAGES = sorted((Path(__file__).parent / "pages").rglob("*.html"))
MENUS = re.compile(r"<(header|nav|aside|footer|ul)\b.*?</\1>", re.DOTALL)
NEWS = "<p>The news of the day, and what stood in the paper a hundred years ago.</p>" * 30
NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
ALIVE = (Health.OK, Health.MOVED)
LEARNED = (
    "1",
    "3",
    "4",
    "7",
)  # batches that the rules were mended after; each was measured before that (docs/links.md)
HELD = "5"  # nothing was learned from it: do not mend rules after it, write another


def case_of(path: Path) -> dict[str, str]:
    head = path.read_text(encoding="utf-8").split("-->", maxsplit=1)[0]
    return dict(re.findall(r"^(\w+): (.*)$", head, re.MULTILINE))


def answered(url: str, document: Document | str, size: int, *, final: str | None = None, status: int = 200) -> Page:
    read = document if isinstance(document, Document) else None
    hops = (Hop(url, 302, location=final), Hop(final, status)) if final else (Hop(url, status),)
    return Page(Request(url), final or url, status, hops, "text/html", NOW, size=size, document=read)


def front_of(path: Path, page: Page) -> Document | None:
    """The host's front page: a parked domain's is parked too; any other has the page's own menus around other news.

    That is kind to nobody: real walls mostly stand around the whole host.
    """
    if "parked-" in path.stem or case_of(path).get("front") == "same":
        return page.document
    kept = "".join(found.group() for found in MENUS.finditer(path.read_text(encoding="utf-8")))
    read = content.read(f"<title>Front page</title><body>{kept}{NEWS}</body>".encode(), "text/html; charset=utf-8")
    return read if isinstance(read, Document) else None


def echoed(data: bytes, url: str, twin: str) -> bytes:
    """The page as a host gives it at the twin's address: the address stands in it, other numbers, another list of links."""
    ours, theirs = (re.split(r"[/=]", each.rstrip("/"))[-1] for each in (url, twin))
    markup = data.decode().split("-->", maxsplit=1)[1]
    for old, new in ((ours, theirs), (ours.replace("_", " "), theirs)):
        markup = markup.replace(old, new)
    listed = re.compile(r"<h3>.*?</ul>", re.DOTALL)
    return listed.sub(
        "<h3>%</h3><ul><li>Nine herons</li></ul>", re.sub(r"\d{4}-\d\d-\d\d", "2026-02-11", markup)
    ).encode()


def probe(request: Request, case: dict[str, str], page: Page, front: Document | None, echo: Document | str) -> Source:
    """What the host says to the twin, and on its front page."""
    if request.url.endswith("/"):
        return Page(request, request.url, 200, (), "text/html", NOW, document=front, size=4000)
    match case["twin"]:
        case "echo":
            return replace(answered(request.url, echo, page.size), request=request)
        case "same":
            return Page(request, request.url, 200, (), "text/html", NOW, document=page.document, size=page.size)
        case "404":
            return Page(request, request.url, 404, (), "text/html", NOW)
        case _:
            return NoAnswer(request, Silence.TIMEOUT, "20 s", NOW)


def judged(path: Path, reader) -> tuple[dict[str, str], object]:
    case, data = case_of(path), path.read_bytes()
    page = answered(case["url"], reader(data), len(data), final=case.get("final"))
    reference = Reference("x", "online", Place("x.bib", 1), title=case["entry"], urls=(case["url"],))
    evidence = Evidence(page)
    for _ in range(3):
        requests = [one for one in wanted(reference, case["url"], evidence) if one.purpose == "twin"]
        answers = [
            probe(one, case, page, front_of(path, page), reader(echoed(data, case["url"], one.url))) for one in requests
        ]
        evidence = Evidence(page, (*evidence.probes, *answers))
    return case, judge(reference, case["url"], evidence)


def read_whole(data: bytes) -> Document | str:
    return content.read(data, "text/html; charset=utf-8")


def read_at_a_glance(data: bytes) -> Document | str:
    return content.glance(data, "text/html", "text/html; charset=utf-8") or "none"


@pytest.mark.parametrize("batch", [*LEARNED, HELD])
@pytest.mark.parametrize("reader", [read_whole, read_at_a_glance], ids=["read", "glance"])
def test_dead_pages_are_found_and_no_ordinary_page_is_accused(reader, batch, capsys):
    rows = [(path, *judged(path, reader)) for path in PAGES if case_of(path).get("batch", "1") == batch]
    table = Counter((case["expect"], "alive" if v.health in ALIVE else v.health.value) for _, case, v in rows)
    wrong = [
        f"{path.parent.name}/{path.stem}: {case['expect']} was called {v.health} ({v.rule}: {v.reason})"
        for path, case, v in rows
        if case["expect"] != ("ok" if v.health in ALIVE else v.health)
    ]
    right = table["dead", "dead"]
    precision = right / sum(count for (_, said), count in table.items() if said == "dead")
    recall = right / sum(count for (true, _), count in table.items() if true == "dead")
    languages = len({path.parent for path, *_ in rows})
    with capsys.disabled():
        print(f"\nbatch {batch}: {len(rows)} pages in {languages} languages, {reader.__name__}:")
        for (true, said), count in sorted(table.items()):
            print(f"  {true:8} called {said:9} {count:4}")
        print(f"  dead: precision {precision:.3f}, recall {recall:.3f}", *wrong, sep="\n  ")
    assert table["ok", "dead"] == table["blocked", "dead"] == 0, wrong
    assert precision >= 0.98 and recall >= (0.75 if batch == HELD else 0.9), wrong
