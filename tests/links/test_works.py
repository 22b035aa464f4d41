"""Entries beside what stands at their addresses, read by the real readers: true metadata in many forms, and other works.

`works.jsonl` has a row a pair: the entry as .bib text, the page's head, heading and body (or what a PDF says of itself), its
language, and whether it is the `same` work. The body is followed by a text that has nothing to do with either.
"""

from __future__ import annotations

import html
import json
from pathlib import Path

from checker.bibliography import BibFile, read
from checker.fetching import content
from checker.foundation.model import Document, Hop, Page, Reference, Request
from checker.links import source_mismatch

PAIRS = [json.loads(row) for row in (Path(__file__).parent / "works.jsonl").read_text(encoding="utf-8").splitlines()]
URL = "https://press.example/papers/7.html"
FILLING = {
    "en": "The committee met on a Tuesday and voted for sugar, salt and candles. Nobody from the mill was there. ",
    "vi": "Ủy ban họp hôm thứ ba và bỏ phiếu về đường, muối và nến. Không ai từ nhà máy đến dự cuộc họp này. ",
    "fr": "Le comité se réunit un mardi et vota pour le sucre, le sel et les bougies. Personne du moulin n’était là. ",
    "de": "Der Ausschuss tagte an einem Dienstag und stimmte über Zucker, Salz und Kerzen ab. Niemand kam aus der Mühle. ",
    "es": "El comité se reunió un martes y votó sobre el azúcar, la sal y las velas. Nadie vino del molino. ",
    "pt": "A comissão reuniu-se numa terça-feira e votou sobre o açúcar, o sal e as velas. Ninguém veio do moinho. ",
    "ru": "Комитет собрался во вторник и голосовал о сахаре, соли и свечах. С мельницы никто не пришёл. ",
    "zh": "委员会在星期二开会，就糖、盐和蜡烛进行了表决。磨坊没有人来。",
    "ja": "委員会は火曜日に開かれ、砂糖と塩とろうそくについて採決した。製粉所からはだれも来なかった。",
    "ar": "اجتمعت اللجنة يوم الثلاثاء وصوتت على السكر والملح والشموع. لم يحضر أحد من المطحنة. ",
}  # fmt: skip


def entry_of(pair: dict) -> Reference:
    (reference,) = read([BibFile("references.bib", pair["bib"].encode())]).references
    return reference


def document_of(pair: dict) -> Document:
    filling = FILLING[pair["lang"]] * 24
    body = pair.get("body", "")
    if "pdf" in pair:
        said = pair["pdf"]
        authors = tuple(filter(None, (said["author"],)))
        return Document(f"{body}{filling}", "application/pdf", title=said["title"], authors=authors)
    heading = f"<h1>{html.escape(pair['h1'])}</h1>" if "h1" in pair else ""
    markup = f"<html lang={pair['lang']}><head>{pair['head']}</head><body>{heading}<p>{body}</p><p>{filling}</p></body></html>"
    document = content.read(markup.encode(), "text/html; charset=utf-8")
    assert isinstance(document, Document)
    return document


def flagged(pair: dict) -> bool:
    document = document_of(pair)
    page = Page(Request(URL), URL, 200, (Hop(URL, 200),), document.media_type, None, document=document, size=9000)
    return source_mismatch(entry_of(pair), page) is not None


def test_true_works_are_not_flagged_and_other_works_are(capsys):
    true, other = ([pair for pair in PAIRS if pair["same"] is same] for same in (True, False))
    false_alarms = [pair["kind"] for pair in true if flagged(pair)]
    missed = [pair["kind"] for pair in other if not flagged(pair)]
    with capsys.disabled():
        print(f"\n{len(true)} true pairs, flagged: {len(false_alarms)}", *false_alarms, sep="\n  ")
        print(f"{len(other)} other works, flagged: {len(other) - len(missed)}; missed:", *missed, sep="\n  ")
    assert len(false_alarms) * 100 <= len(true)
    assert len(missed) <= len(other) // 5


def test_of_near_works_none_that_is_the_entrys_own_is_flagged(capsys):
    """Pages by somebody who had not seen the rules: forms of one work, and works that share site, author or subject with it."""
    rows = [json.loads(row) for row in (Path(__file__).parent / "near-works.jsonl").read_text("utf-8").splitlines()]
    told = {row["id"]: near(row) for row in rows}
    with capsys.disabled():
        others = [told[row["id"]] for row in rows if not row["same"]]
        print(
            f"\n{len(rows) - len(others)} forms of the entry's own work, {len(others)} near it, flagged: {sum(others)}"
        )
    assert not [row["id"] for row in rows if row["same"] and told[row["id"]]]


def near(row: dict) -> bool:
    fields = ", ".join(f"{name} = {{{value}}}" for name, value in row["entry"].items())
    (entry,) = read([BibFile("references.bib", f"@misc{{x, {fields}}}".encode())]).references
    document = content.read(
        row["html"].replace("</body>", f"<p>{FILLING['en'] * 24}</p></body>").encode(), "text/html; charset=utf-8"
    )
    assert isinstance(document, Document)
    page = Page(Request(URL), URL, 200, (Hop(URL, 200),), document.media_type, None, document=document, size=9000)
    return source_mismatch(entry, page) is not None
