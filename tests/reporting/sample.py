"""A report by hand with every kind of verdict in it, for all reporter tests: a made-up lighthouse on a made-up cape.

`report()` is the rich one, `large(n)` one with n citations, `hostile()` one whose every text wants to do harm,
`empty()` one of an article without markers.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from checker.foundation.model import (
    Archive,
    Article,
    Availability,
    Basis,
    Bibliography,
    Citation,
    Claim,
    ClaimVerdict,
    Coverage,
    Dangling,
    EvidenceKind,
    Fact,
    FactKind,
    FactStatus,
    FailedEntry,
    Finding,
    Health,
    History,
    Hop,
    JudgedCitation,
    JudgedClaim,
    JudgedReference,
    LinkNote,
    LinkVerdict,
    Marker,
    MarkerKind,
    Name,
    Network,
    Note,
    PartialDate,
    Passage,
    Place,
    Reference,
    Related,
    Report,
    Run,
    RunCoverage,
    Severity,
    Support,
    Waiver,
)

WHEN = dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.UTC)
ARTICLE = "articles/hai-dang.md"
BIB = "references.bib"

SENTENCES = {
    "lit": "Ngọn hải đăng Mũi Sao được thắp sáng lần đầu vào ngày 26 tháng 12 năm 1903, sau bốn năm xây dựng.",
    "keeper": "Người gác đèn đầu tiên là Émile Carrel, một cựu thủy thủ ba mươi tuổi.",
    "quote": "Carrel viết rằng “ánh đèn là lời hứa với người đi biển”.",
    "height": "Tháp cao 32 mét và có 168 bậc thang.",
    "storm": "Trận bão năm 1931 cuốn trôi cầu cảng và làm 14 ngư dân thiệt mạng.",
    "law": "Nghị định số 77 cấm mọi tàu thuyền neo đậu trong vòng hai hải lý.",
    "range": "Từ năm 1950, đèn chiếu xa 24 hải lý.",
    "museum": "Bảo tàng mở cửa năm 1998 và đón 40.000 khách mỗi năm.",
    "oil": "Trước năm 1920, đèn đốt dầu lạc.",
    "radio": "Một trạm vô tuyến được lắp thêm năm 1936.",
}
_PARAGRAPHS = (("lit", "keeper", "quote"), *((name,) for name in SENTENCES if name not in ("lit", "keeper", "quote")))
TEXT = "Hải đăng Mũi Sao\n\n" + "\n\n".join(
    " ".join(SENTENCES[name] for name in paragraph) for paragraph in _PARAGRAPHS
)


def claim(name: str, coverage: Coverage = Coverage.DIRECT) -> Claim:
    text = SENTENCES[name]
    start = TEXT.index(text)
    line = TEXT.count("\n", 0, start) + 1
    place = Place(ARTICLE, line, start - TEXT.rfind("\n", 0, start))
    return Claim(text, coverage, start, start + len(text), place, "vi", section="Lịch sử")


def marker(label: str, *names: str, group: str | None = None, locator: str | None = None, nth: int = 1) -> Marker:
    claims = tuple(
        claim(name, Coverage.DIRECT if name == names[-1] else Coverage.INHERITED) for name in names if name in SENTENCES
    )
    last = claims[-1]
    text = f"[{label}]"
    return Marker(
        id=f"{label}-{names[-1]}-{nth}",
        label=label,
        text=text,
        kind=MarkerKind.NUMBER,
        place=Place(ARTICLE, last.place.line, last.place.column + len(last.text) + 4 * (nth - 1)),
        start=last.end + 4 * (nth - 1),
        end=last.end + 4 * nth,
        claims=claims,
        locator=locator,
        group=group,
    )


def fact(kind: str, name: str, ours: str, status: str, passage: str = "", theirs: str | None = None) -> Fact:
    start = SENTENCES[name].index(ours)
    at = passage.index(theirs) if theirs else None
    end = at + len(theirs) if at is not None and theirs else None
    return Fact(FactKind(kind), ours, start, start + len(ours), FactStatus(status), theirs, at, end)


def passage(text: str, url: str | None = None, page: int | None = None, gloss=()) -> Passage:
    return Passage(text, 1840, "en", url, page, "sha256:5f1d", gloss)


LIT = (
    "Four years of work ended with a small ceremony: the lamp of Star Cape was first lit on 25 December 1903, "
    "in the presence of the governor and of some two hundred fishermen who had come by boat."
)
TOWER = "The tower, 32 metres tall, is climbed by a stair of 168 steps; visitors count them aloud."
DIARY = "Carrel's diary for that week holds only the weather and the price of oil."
MUSEUM = "The museum, opened in 1998, received 38,500 visitors in its best year and rather fewer since."
DECREE = "Decree No. 77 forbids fishing boats to anchor within two nautical miles of the light during the night."


def verdicts() -> dict[str, tuple[ClaimVerdict, ...]]:
    lit = "https://harbour-history.example/star-cape/the-lamp"
    return {
        "lit": (
            ClaimVerdict(
                "carrel1911", Support.CONTRADICTED, Basis.FACTS, 0.94, 0.06, EvidenceKind.PAGE,
                (
                    fact("date", "lit", "ngày 26 tháng 12 năm 1903", "conflict", LIT, "25 December 1903"),
                    fact("number", "lit", "bốn năm", "found", LIT, "Four years"),
                    fact("name", "lit", "Mũi Sao", "found", LIT, "Star Cape"),
                ),
                passage(LIT, lit, gloss=(("thắp sáng", "lit"), ("Mũi Sao", "Star Cape"))),
                "The source gives another date for the same event.",
            ),
        ),
        "keeper": (
            ClaimVerdict(
                "carrel1911", Support.MISSING, Basis.FACTS, 0.71, 0.22, EvidenceKind.PAGE,
                (fact("name", "keeper", "Émile Carrel", "absent"), fact("number", "keeper", "ba mươi", "absent")),
                passage(DIARY, lit), "Neither the name nor the age stands in the source.", ("keepers1938",),
            ),
        ),
        "height": (
            ClaimVerdict(
                "towers2004", Support.FOUND, Basis.FACTS, 0.97, 0.98, EvidenceKind.SNAPSHOT,
                (
                    fact("number", "height", "32 mét", "found", TOWER, "32 metres"),
                    fact("number", "height", "168 bậc thang", "found", TOWER, "168 steps"),
                ),
                passage(TOWER, "https://towers.example/star-cape.pdf", 12),
            ),
        ),
        "storm": (
            ClaimVerdict(
                "keepers1938", Support.UNCHECKED, Basis.FACTS, 1.0, 0.5, None,
                (fact("date", "storm", "năm 1931", "absent"), fact("number", "storm", "14 ngư dân", "absent")),
                None, "A printed book: nothing of it could be read here.",
            ),
        ),
        "law": (
            ClaimVerdict(
                "decree77", Support.PARTIAL, Basis.FACTS, 0.62, 0.55, EvidenceKind.NOTE,
                (
                    fact("identifier", "law", "Nghị định số 77", "found", DECREE, "Decree No. 77"),
                    fact("number", "law", "hai hải lý", "found", DECREE, "two nautical miles"),
                    fact("name", "law", "mọi tàu thuyền", "absent"),
                ),
                passage(DECREE), "The note speaks of fishing boats at night, not of all boats.",
            ),
        ),
        "quote": (
            ClaimVerdict(
                "carrel1911", Support.MISSING, Basis.WORDING, 0.83, 0.12, EvidenceKind.PAGE,
                (fact("quote", "quote", "ánh đèn là lời hứa với người đi biển", "absent"),),
                passage(DIARY, lit), "The quoted words do not stand in the source.",
            ),
        ),
        "range": (
            ClaimVerdict("vanished", Support.UNCHECKED, Basis.FACTS, 1.0, 0.5, None, (), None, "The link is dead."),
        ),
        "museum": (
            ClaimVerdict(
                "museum-site", Support.CONTRADICTED, Basis.FACTS, 0.66, 0.31, EvidenceKind.PAGE,
                (
                    fact("date", "museum", "năm 1998", "found", MUSEUM, "in 1998"),
                    fact("number", "museum", "40.000 khách", "conflict", MUSEUM, "38,500 visitors"),
                ),
                passage(MUSEUM, "https://museum.example/en/about?year=1998&lang=en#visitors"),
                "The source gives another number of visitors.",
            ),
        ),
        "oil": (
            ClaimVerdict(
                "press1936", Support.UNCHECKED, Basis.FACTS, 1.0, 0.5, None, (), None,
                "The page asks for a subscription.",
            ),
        ),
    }  # fmt: skip


def judged_claim(name: str, coverage: Coverage = Coverage.DIRECT, group: Support | None = None) -> JudgedClaim:
    return JudgedClaim(claim(name, coverage), verdicts().get(name, ()), group)


def citations() -> tuple[JudgedCitation, ...]:
    inherited = Coverage.INHERITED

    def cite(mark: Marker, keys: tuple[str, ...], *claims: JudgedClaim) -> JudgedCitation:
        return JudgedCitation(Citation(mark, keys), ARTICLE, claims)

    lead_in = (judged_claim("lit", inherited), judged_claim("keeper", inherited))
    quiet = replace(judged_claim("storm"), group=Support.UNCHECKED)
    undefined = marker("29", "radio")
    return (
        cite(marker("13", "lit", "keeper", "quote"), ("carrel1911",), *lead_in, judged_claim("quote")),
        cite(marker("14", "height"), ("towers2004",), judged_claim("height")),
        cite(marker("15", "storm", group="g1", locator="45–47"), ("keepers1938",), quiet),
        cite(marker("16", "law"), ("decree77",), judged_claim("law")),
        cite(marker("17", "range"), ("vanished",), judged_claim("range")),
        cite(marker("18", "museum"), ("museum-site",), judged_claim("museum")),
        cite(marker("19", "oil"), ("press1936",), judged_claim("oil")),
        JudgedCitation(
            Dangling(undefined, "marker-undefined", "No entry has the marker 29.", ("radio1936",)),
            ARTICLE,
            (JudgedClaim(claim("radio")),),
        ),
    )


def reference(key: str, line: int, marks: tuple[str, ...], kind: str = "online", **more) -> Reference:
    defaults = {"availability": Availability.LINK, "end_line": line + 8, "authors": (Name("Carrel", "Émile"),)}
    return Reference(key, kind, Place(BIB, line, 1), markers=marks, **{**defaults, **more})


def link(url: str, health: Health, reason: str, **more) -> LinkVerdict:
    return LinkVerdict(url, health, f"rule-{health}", reason, 0.99, WHEN, **more)


def references() -> tuple[JudgedReference, ...]:
    lamp = "https://harbour-history.example/star-cape/the-lamp"
    old = "http://towers.example/star-cape.pdf"
    new = "https://towers.example/star-cape.pdf"
    gone = "https://vanished.example/a/very/long/path/" + "segment-of-a-path/" * 9 + "?query=" + "0123456789" * 6
    failing = History("https://slow.example/", 2, WHEN - dt.timedelta(days=5), WHEN, None, Health.UNSTABLE)
    return (
        JudgedReference(
            reference("carrel1911", 1, ("13",), "article", title="The Lamp of Star Cape", urls=(lamp,),
                      date=PartialDate(1911)),
            (link(lamp, Health.OK, "", status=200, final_url=lamp, hops=(Hop(lamp, 200, "192.0.2.7"),)),),
        ),
        JudgedReference(
            reference("towers2004", 11, ("14",), title="Towers of the Coast", urls=(old,),
                      archive=Archive("https://web.archive.example/2020/" + old, PartialDate(2020, 5, 1))),
            (link(old, Health.MOVED, "A permanent redirect (301).", status=200, final_url=new, replacement=new,
                  hops=(Hop(old, 301, "192.0.2.8", new), Hop(new, 200, "192.0.2.8"))),),
        ),
        JudgedReference(
            reference("keepers1938", 21, ("15",), "book", title="Những người gác đèn",
                      authors=(Name(literal="Trần Thị Biển"),), date=PartialDate(1938),
                      availability=Availability.BOOK),
            (), "A printed book: nothing of it could be read here.",
        ),
        JudgedReference(
            reference("decree77", 31, ("16",), "legislation", title="Decree No. 77 on Anchorage",
                      authors=(Name(literal="Port Authority of the Star Islands"),),
                      availability=Availability.NONE,
                      notes=(Note(DECREE, EvidenceKind.NOTE, Place(BIB, 36, 3), by="An editor", on="2026-10-02"),)),
            (), "",
        ),
        JudgedReference(
            reference("vanished", 41, ("17",), title="Light Lists, 1950", urls=(gone,)),
            (link(gone, Health.DEAD, "404 Not Found.", status=404, final_url=gone),), "The link is dead.",
        ),
        JudgedReference(
            reference("museum-site", 51, ("18",), title="About the Museum",
                      urls=("https://museum.example/en/about?year=1998&lang=en#visitors",)),
            (link("https://museum.example/en/about?year=1998&lang=en#visitors", Health.OK, "", status=200,
                  notes=(LinkNote("The fragment #visitors does not stand in the page.", "link-fragment"),)),),
        ),
        JudgedReference(
            reference("press1936", 61, ("19",), "article", title="A Wireless for the Cape",
                      urls=("https://press.example/1936/wireless",)),
            (link("https://press.example/1936/wireless", Health.BLOCKED, "402: a subscription is asked for.",
                  status=402),),
            "The page asks for a subscription.",
        ),
        JudgedReference(
            reference("slow2011", 71, (), title="A Slow Page", urls=("https://slow.example/",)),
            (link("https://slow.example/", Health.UNSTABLE, "No answer within 20 s (2nd failure since 15 November).",
                  history=failing),),
            "No answer within 20 s.",
        ),
    )  # fmt: skip


def finding(number: int, rule: str, severity: str, place: Place, message: str, sure: float = 1.0, **more) -> Finding:
    return Finding(f"f{number:04d}", rule, Severity(severity), sure, message, place, **more)


def findings() -> tuple[Finding, ...]:
    entry = Related(Place(BIB, 1, 1), "The entry carrel1911.")
    page = Related(Place("https://harbour-history.example/star-cape/the-lamp"), "page: “… lit on 25 December 1903 …”")
    return (
        finding(1, "marker-undefined", "error", marker("29", "radio").place, "No entry has the marker 29.",
                tip="Add `marker = {29}` to an entry."),
        finding(2, "link-dead", "error", Place(BIB, 44, 9), "vanished: the link is dead (404 Not Found).",
                tip="Look for an archived copy."),
        finding(3, "claim-contradicted", "warning", claim("lit").place,
                "carrel1911 has 25 December 1903 where the article has ngày 26 tháng 12 năm 1903.", 0.94,
                related=(entry, page)),
        finding(4, "claim-contradicted", "warning", claim("museum").place,
                "museum-site has 38,500 visitors where the article has 40.000 khách.", 0.66),
        finding(5, "quote-missing", "warning", claim("quote").place,
                "The quoted words do not stand in carrel1911.", 0.83),
        finding(6, "claim-missing", "info", claim("keeper").place,
                "Émile Carrel: not in carrel1911; stands in keepers1938.", 0.71),
        finding(7, "claim-partial", "info", claim("law").place, "decree77 bears out a part of this.", 0.62,
                waived=Waiver("The note quotes the night rule only; checked in the archive.", "L. Editor",
                              "2026-10-02", "2027-10-02")),
        finding(8, "link-moved", "info", Place(BIB, 14, 9), "towers2004 has moved for good to https."),
        finding(9, "link-unstable", "info", Place(BIB, 74, 9), "slow2011 gave no answer within 20 s."),
        finding(10, "link-blocked", "info", Place(BIB, 64, 9), "press1936 asks for a subscription."),
        finding(11, "entry-unparsed", "error", Place(BIB, 81, 1), "broken2020: a brace is never closed."),
        finding(12, "entry-uncited", "info", Place(BIB, 71, 1), "slow2011 is cited nowhere."),
    )  # fmt: skip


def report() -> Report:
    refs = references()
    return Report(
        run=Run(WHEN, WHEN + dt.timedelta(seconds=8), Network.LIVE,
                ("towers.example", "harbour-history.example", "museum.example", "press.example"),
                ("2 sources were read from the cache of 19 November.",), "0.1.0"),
        articles=(Article(ARTICLE, TEXT, "vi", "Hải đăng Mũi Sao", "r42",
                          tuple(judged.citation.marker for judged in citations())),),
        bibliography=Bibliography(
            (BIB,), tuple(judged.reference for judged in refs),
            (FailedEntry("broken2020", Place(BIB, 81, 1), "a brace is never closed", "@book{broken2020"),),
            1, 0, len(refs) + 2,
        ),
        citations=citations(),
        references=refs,
        findings=findings(),
        coverage=RunCoverage(
            8, 7, 1, 0, 8, 1,
            (("read", 3), ("note", 1), ("book", 1), ("dead", 1), ("blocked", 1), ("unstable", 1)),
            (("found", 1), ("partial", 1), ("missing", 2), ("contradicted", 2), ("unchecked", 3)),
        ),
    )  # fmt: skip


def empty() -> Report:
    """An article without markers, offline, with no entry: nothing to tell but that."""
    return Report(
        Run(WHEN, WHEN, Network.OFFLINE),
        (Article(ARTICLE, "Không có gì.\n", "vi"),),
        Bibliography(),
        (),
        (),
        (finding(1, "marker-none", "info", Place(ARTICLE), "The article has no markers."),),
        RunCoverage(),
    )


def large(count: int) -> Report:
    """The rich report with its contradicted citation `count` times over, each at a line of its own."""
    whole = report()
    first = whole.citations[0]
    mark = first.citation.marker
    many = tuple(
        replace(
            first,
            citation=Citation(
                replace(mark, id=f"m{line}", start=line, place=replace(mark.place, line=line)), ("carrel1911",)
            ),
            claims=tuple(
                replace(judged, claim=replace(judged.claim, start=line * 10 + at))
                for at, judged in enumerate(first.claims)
            ),
        )
        for line in range(1, count + 1)
    )
    return replace(whole, citations=many)


HARM = (
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    "\x1b[31mred\x1b]0;title\x07 \u202egnp.exe\u202c ]]> --> @everyone #1 [a](javascript:alert(1)) | `x` \n"
    "::error::taken over ##[add-mask]secret {{ 7*7 }} =HYPERLINK(1)"
)


def hostile() -> Report:
    """Every text that a stranger could write is HARM, and every address is a script."""
    whole = report()
    bad_url = 'javascript:alert(1)//"onmouseover="alert(1)'

    def cite(judged: JudgedCitation) -> JudgedCitation:
        mark = replace(judged.citation.marker, id=HARM, label=HARM, text=HARM, locator=HARM)
        return replace(
            judged,
            citation=replace(judged.citation, marker=mark),
            claims=tuple(
                replace(
                    each,
                    claim=replace(each.claim, text=HARM),
                    verdicts=tuple(
                        replace(
                            verdict,
                            reason=HARM,
                            facts=(Fact(FactKind.NAME, HARM, 0, 9, FactStatus.CONFLICT, HARM, 0, 9),),
                            passage=Passage(HARM, 0, HARM, bad_url, 3, HARM, ((HARM, HARM),)),
                            elsewhere=(HARM,),
                        )
                        for verdict in each.verdicts
                    ),
                )
                for each in judged.claims
            ),
        )

    def refer(judged: JudgedReference) -> JudgedReference:
        harmed = replace(
            judged.reference, title=HARM, urls=(bad_url,), authors=(Name(literal=HARM),), markers=(HARM,),
            archive=Archive(bad_url),
        )  # fmt: skip
        bad = LinkVerdict(bad_url, Health.DEAD, "dead", HARM, 1.0, None, 404, bad_url, (Hop(bad_url, 404),), None,
                          bad_url, (LinkNote(HARM),))  # fmt: skip
        return JudgedReference(harmed, (bad,), HARM)

    return replace(
        whole,
        run=replace(whole.run, notices=(HARM,), hosts=(HARM,)),
        articles=(replace(whole.articles[0], path=HARM, title=HARM, language=HARM),),
        citations=tuple(map(cite, whole.citations)),
        references=tuple(map(refer, whole.references)),
        findings=tuple(
            replace(each, id=HARM, rule="claim-missing", message=HARM, tip=HARM, place=Place(HARM, 3, 4),
                    related=(Related(Place(HARM, 1), HARM),))
            for each in whole.findings
        ),
    )  # fmt: skip
