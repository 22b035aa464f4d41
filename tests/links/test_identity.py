"""Is it the work? True pairs in many spellings are never flagged; another work is, with both sides shown."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from checker.fetching.content import read
from checker.foundation.model import Document, Hop, Name, Page, Place, Reference, Request
from checker.links import source_mismatch
from checker.links.titles import same_work, unlike

URL = "https://press.example/papers/7.html"
TITLES = {
    "en": "Black ice on the harbour road: a winter of accidents",
    "vi": "Nghề đóng thuyền ở cửa sông và những người thợ cuối cùng",
    "fr": "Les dernières écluses du canal et leurs éclusiers",
    "de": "Die letzten Köhler im Süderwald und ihre Öfen",
    "es": "Los últimos faroleros de la ribera y sus señales",
    "ru": "Последние бурлаки верхней реки и их песни",
    "zh": "北方海港最后的灯塔看守人",
    "ja": "北の港の最後の灯台守たち",
    "pl": "Ostatni flisacy na górnej rzece i ich pieśni",
    "hy": "Վերին գետի վերջին նավավարները",
}
BODY = {
    "en": "The committee met on a Tuesday and voted for sugar, salt and candles. Nobody from the mill was there. ",
    "vi": "Ủy ban họp hôm thứ ba và bỏ phiếu về đường, muối và nến. Không ai từ nhà máy đến dự cuộc họp này. ",
    "fr": "Le comité se réunit un mardi et vota pour le sucre, le sel et les bougies. Personne du moulin n’était là. ",
    "de": "Der Ausschuss tagte an einem Dienstag und stimmte über Zucker, Salz und Kerzen ab. Niemand kam aus der Mühle. ",
    "es": "El comité se reunió un martes y votó sobre el azúcar, la sal y las velas. Nadie vino del molino. ",
    "ru": "Комитет собрался во вторник и голосовал о сахаре, соли и свечах. С мельницы никто не пришёл. ",
    "zh": "委员会在星期二开会，就糖、盐和蜡烛进行了表决。磨坊没有人来。",
    "ja": "委員会は火曜日に開かれ、砂糖と塩とろうそくについて採決した。製粉所からはだれも来なかった。",
    "pl": "Komitet zebrał się we wtorek i głosował nad cukrem, solą i świecami. Nikt z młyna nie przyszedł. ",
    "hy": "Կոմիտեն հավաքվեց երեքշաբթի օրը և քվեարկեց շաքարի, աղի ու մոմերի մասին։ Ջրաղացից ոչ ոք չեկավ։ ",
}  # fmt: skip
SPELLINGS = {
    "as it is": lambda title: title,
    "capitals": str.upper,
    "small": str.lower,
    "decomposed": lambda title: unicodedata.normalize("NFD", title),
    "site behind": lambda title: f"{title} | The Example Review",
    "site with a dash": lambda title: f"{title} - Example News",
    "site before": lambda title: f"Example News: {title}",
    "quoted": lambda title: f"“{title}”",
    "full stop": lambda title: f"{title}.",
    "without accents": lambda title: "".join(
        char for char in unicodedata.normalize("NFD", title) if not unicodedata.combining(char)
    ),
    "subtitle": lambda title: f"{title}: with an afterword",
    "section and site": lambda title: f"{title} • History • Example",
    "one typing error": lambda title: title[:9] + title[10:],
}


def reference(title: str, **fields) -> Reference:
    return Reference("quill2011", "article", Place("references.bib", 3), title=title, urls=(URL,), **fields)


def page(title: str, text: str, **fields) -> Page:
    read = Document(text, "text/html", title=title, **fields)
    return Page(Request(URL), URL, 200, (Hop(URL, 200),), "text/html", None, document=read, size=len(text))


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("language", TITLES)
def test_true_pages_are_never_flagged(language, spelling):
    written = SPELLINGS[spelling](TITLES[language])
    assert source_mismatch(reference(TITLES[language]), page(written, BODY[language] * 20)) is None
    assert source_mismatch(reference(written), page(TITLES[language], BODY[language] * 20)) is None


@pytest.mark.parametrize("language", ["en", "vi", "fr", "de", "es"])
def test_another_work_is_flagged_with_both_sides(language):
    problem = source_mismatch(
        reference(TITLES[language], authors=(Name(family="Quill", given="Ada"),)),
        page("Sugar 1850 Salz 1870 Minh Béton Cebada Mühlenrat", BODY[language] * 20, authors=("Jan Mol",)),
    )
    assert problem.rule == "source-mismatch"
    assert problem.place.line == 3
    for shown in (TITLES[language][:20], "Ada Quill", "Mühlenrat", "Jan Mol", URL):
        assert shown in problem.message


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Home",
        "News",
        "Introduction",
        "Press release",
        "Report 2011",
        "About us",
        "Trang chủ",
        "Homepage of the site",
    ],
)
def test_short_and_general_titles_decide_nothing(title):
    assert source_mismatch(reference(title), page("The sugar committee of the mill", BODY["en"] * 20)) is None
    assert source_mismatch(reference(TITLES["en"]), page(title, BODY["en"] * 20)) is None


def test_a_translated_title_proves_nothing():
    assert source_mismatch(reference(TITLES["vi"]), page("The last boat builders", BODY["en"] * 20)) is None
    assert source_mismatch(reference(TITLES["en"]), page("Последние бурлаки", BODY["ru"] * 20)) is None


def test_a_page_by_the_author_is_not_suspected():
    entry = reference(TITLES["en"], authors=(Name(family="Quill", given="Ada"),))
    assert source_mismatch(entry, page("Sugar and salt at the mill", f"By ADA QUILL. {BODY['en'] * 20}")) is None


def test_an_author_in_another_script_is_the_author():
    entry = reference(TITLES["ru"], authors=(Name(family="Иванов", given="Пётр"),))
    assert source_mismatch(entry, page("Сахар и соль на мельнице", BODY["ru"] * 20, authors=("Petr Ivanov",))) is None


def test_a_headline_in_the_text_is_the_title():
    assert (
        source_mismatch(reference(TITLES["en"]), page("The Example Review", f"{TITLES['en']}\n{BODY['en'] * 20}"))
        is None
    )


def test_a_coins_record_names_the_work_of_a_page_titled_otherwise():
    record = "ctx_ver=Z39.88-2004&amp;rft.atitle={}&amp;rft.au=Jan+Mol&amp;rft.date=1970"
    markup = "<title>Sugar committee of the mill town</title><p>{}</p><span class='Z3988' title='{}'></span>"
    found = [read(markup.format(BODY["en"] * 20, record.format(name)).encode()) for name in (TITLES["en"], "Salt")]
    own, other = (replace(page("", ""), document=document) for document in found)
    assert source_mismatch(reference(TITLES["en"]), own) is None
    told = source_mismatch(reference(TITLES["en"], authors=(Name(family="Quill", given="Ada"),)), other)
    assert "Jan Mol (1970)" in told.message


def test_a_little_text_decides_nothing():
    assert source_mismatch(reference(TITLES["en"]), page("Sugar and salt at the mill", BODY["en"])) is None


def test_another_doi_on_the_page_of_a_stranger_is_told():
    entry = reference(TITLES["en"], doi="10.5555/ice.1")
    found = page(
        "Sugar and salt at the mill", BODY["fr"] * 9, metadata=(("citation_doi", "https://doi.org/10.5555/sugar.2"),)
    )
    assert "10.5555/sugar.2" in source_mismatch(entry, found).message
    preprint = page(f"{TITLES['en']} (preprint)", BODY["en"] * 9, metadata=(("citation_doi", "10.5555/preprint.3"),))
    assert source_mismatch(entry, preprint) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("Black Garden: Armenia and Azerbaijan", "Black garden", True),
        ("The Caucasus: An Introduction", "The Caucasus : an introduction (2nd ed.) | Example Press", True),
        ("War in the mountains of the north", "War in the mountains of the south", True),
        ("Annual report 2010 of the harbour", "Sugar prices in the mill town", False),
        ("News", "News", False),
    ],
)
def test_titles(ours, theirs, same):
    assert same_work(ours, theirs) is same


def test_titles_with_nothing_in_common():
    assert unlike("Annual report of the harbour office", "Page not found")
    assert not unlike("Annual report of the harbour office", "Harbour office - Contact")
    assert not unlike("", "Page not found")
