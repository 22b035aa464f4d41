"""A glance spares the reading of sentences that cannot have a fact, and of no others."""

from pathlib import Path

import pytest

from checker.foundation.model import EvidenceKind, FactKind, Passages
from checker.language.facts import mentions
from checker.language.values import Period, Quantity
from checker.matching import prepare
from checker.matching.facts.glances import may_hold
from checker.matching.facts.sameness import same

TABLES = [Path(__file__).parents[1] / "language" / name for name in ("pairs.tsv", "sentences.tsv")]
SENTENCES = [
    *dict.fromkeys(
        (language, text)
        for table in TABLES
        for line in table.read_text("utf-8").splitlines()
        if not line.startswith("#")
        for language, text in zip(*[iter(line.split("\t")[:4])] * 2, strict=False)
        if len(language) == 2
    ),
    ("en", "A decade later the 1990s were told as the nineties, in the 21st century and the twentieth alike."),
    ("en", "Two dozen came, one in five of them on 9/11/2001; a third stayed for half a year in 2005-06."),
    ("en", "World War II ended two thousand nine hundred days later, on Sunday, 12 May, as World War I had."),
    (
        "en",
        "Between 40 and 60 people, or 1,250 to 2,000 dollars, at 3.5 million; he was 17, the second of 4th graders.",
    ),
    ("en", "It opened inMay 1998 with 24 rooms; yesterday it had 31, twice as many as last year, and 50% of 8 km."),
    ("fr", "En 1 998, le 3 mai, deux douzaines de wagons de 12 tonnes roulaient sur 1 250 km, soit un quart."),
    ("vi", "Năm 45, 2 triệu rưỡi người, rồi 1 triệu 200 nghìn nữa, ngày 26-12, thế kỷ XX, thứ ba."),
    ("de", "Am 26.12.1991 kamen zweitausend Leute, anderthalb Millionen Euro; im Jahr 2001 das 21. Jahrhundert."),
]


@pytest.fixture(scope="module", name="pages")
def _pages():
    return [
        prepare(Passages(str(number), text, EvidenceKind.PAGE, language))
        for number, (language, text) in enumerate(SENTENCES)
    ]


def test_no_sentence_is_passed_over_that_has_a_fact(pages):
    facts = {
        (fact.text, language): fact
        for language, text in SENTENCES
        for fact in mentions(text, language)
        if isinstance(fact.value, Quantity | Period)
    }
    passed_over = [
        (fact.text, page.sentence(number))
        for page in pages
        for number in range(len(page.spans))
        for (_, language), fact in facts.items()
        if not may_hold(fact, number, page, across=language != page.language)
        and any(same(fact, other, across=language != page.language) for other in page.mentions(number))
    ]
    assert passed_over == []


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        ("in 1998", "The bridge was built in 1995 by 312 workers."),
        ("in May 1998", "It was rebuilt after the fire of 1912 at a cost of 40,000 dollars."),
        ("4,200 people", "The town has 950 wells, 17 mills and 28 shops."),
        ("4,200 people", "It was founded in 1890, and its mayor is 61 years old."),
        ("12 km", "It was founded in 1912 by 12 men and cost 12 dollars."),
        ("the third time", "It was founded in 1912 by 12 men, and then a second time."),
    ],
)
def test_most_sentences_with_other_figures_are_passed_over(fact, sentence):
    page = prepare(Passages("p", sentence, EvidenceKind.PAGE, "en"))
    (wanted,) = [each for each in mentions(fact, "en") if each.kind in (FactKind.NUMBER, FactKind.DATE)]
    assert not may_hold(wanted, 0, page, across=False)


def test_figures_in_a_table_are_read_since_its_heading_may_say_what_they_are_in():
    text = "Town\tVisitors (thousand)\nArl\t350\nBex\t4\n"
    page = prepare(Passages("p", text, EvidenceKind.PAGE, "en"))
    (fact,) = mentions("4,200 people", "en")
    assert [number for number in range(len(page.spans)) if may_hold(fact, number, page, across=False)] == [1, 2]
