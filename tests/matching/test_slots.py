"""Another value in the claim's slot, and what only looks like one."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, PartialDate, Passages, Place, Support
from checker.language.facts import mentions
from checker.matching import match, prepare

PAGE = (
    "Corran Bridge opens\nBy Moira Telfer on 17 June 2019\nThe bridge at Port Ellery was opened on Saturday by Ceri Blount. "
    "The final bill came to £412m. Work began in March 2013 and lasted six years. "
    "Cars will pay £2.40 each way; 6,200 vehicles a day are expected."
)


def judged(claim: str, source: str = PAGE, language: str = "en", **about):
    passages = Passages("key", source, EvidenceKind.PAGE, "en", **about)
    return match(Claim(claim, Coverage.DIRECT, 0, len(claim), Place("a"), language), prepare(passages))


def test_a_name_that_the_page_never_has_is_contradicted_by_the_one_in_its_slot():
    verdict = judged("The bridge at Port Ellery was opened by Jonas Weir.")
    assert verdict.support is Support.CONTRADICTED
    assert "Ceri Blount" in verdict.reason


def test_noughts_too_many_are_a_contradiction():
    verdict = judged("About 62,000 vehicles a day were expected on the bridge at Port Ellery, where cars pay £2.40.")
    assert verdict.support is Support.CONTRADICTED
    assert "6,200" in verdict.reason


def test_a_report_is_no_source_for_what_happened_years_after_it():
    verdict = judged("The bridge at Port Ellery was opened by Ceri Blount in 2024.")
    assert verdict.support is Support.CONTRADICTED
    assert "17 June 2019" in verdict.reason


def test_the_head_of_a_page_tells_when_it_was_written():
    verdict = judged("The bridge at Port Ellery was opened by Ceri Blount on 15 June 2019.")
    assert verdict.support is Support.FOUND


@pytest.mark.parametrize(
    ("head", "written"),
    [
        ("Bridge opens\nBy Moira Telfer on 17 June 2019\n", PartialDate(2019, 6, 17)),
        ("Bridge opens\ndatePublished 2019-06-17T08:14:00Z\n", PartialDate(2019, 6, 17)),
        ("# Singer To Tour With New Band\nMarch 5, 2003\nThe tour was set up by his agent.\n", PartialDate(2003, 3, 5)),
        ("Published 11:07 p.m. ET Jan. 27, 2019 | Updated 11:14 a.m. ET Jan. 28, 2019\n", PartialDate(2019, 1, 27)),
        (
            "Bridge opens\nSubscribe | Log in\nby Don Fluck | Oct 20, 2017\nThe bridge is open.\n",
            PartialDate(2017, 10, 20),
        ),
        ("Tuesday, October 15, 2013, 11:48 p.m.\nThe bridge is open.\n", PartialDate(2013, 10, 15)),
        ("Anna Holm\nBorn: 25 March 1837, Glasgow\n", None),
        ("TODAY IN HISTORY 26 July 1865\n", None),
        ("Date: Sunday 15 September 2019 Start time: 08:00 Start: Mountjoy Parade\n", None),
        ("The bridge was opened by the minister on 15 June 2019.\n", None),
    ],
)
def test_a_dateline_is_a_date_in_a_line_of_its_own(head, written):
    text = head + "The bridge at Port Ellery was opened by Ceri Blount and has cost twice as much as was planned."
    assert prepare(Passages("key", text, EvidenceKind.PAGE, "en")).written == written


def test_a_comparison_with_another_year_contradicts_nothing():
    source = "Full year 2020. Tarvos had revenue of €641.9 million in the year, down 3% from €661.7 million in 2019."
    verdict = judged("In 2020 Tarvos had revenue of €641.9 million.", source)
    assert verdict.support is not Support.CONTRADICTED


def test_the_opposite_word_in_the_same_place_contradicts():
    source = "In 1991 she rejected the title of honorary citizen of Hellin, since the town kept the name of a street."
    verdict = judged("In 1991 she accepted the title of honorary citizen of Hellin.", source)
    assert verdict.support is Support.CONTRADICTED
    assert "rejected" in verdict.reason


def test_an_opposite_of_something_else_contradicts_nothing():
    source = "In 1991 she accepted the title of honorary citizen of Hellin. In 1993 she rejected a state prize."
    verdict = judged("In 1991 she accepted the title of honorary citizen of Hellin.", source)
    assert verdict.support is Support.FOUND


def test_a_quotation_that_the_source_breaks_off_to_say_who_speaks_is_the_same():
    source = 'In 2005 she cast the vote that ended it. "I had a speech of four pages," she recalled. "I said aye and sat down."'
    verdict = judged(
        'Of the vote in 2005 she recalled: "I had a speech of four pages. I said aye and sat down."', source
    )
    assert "other words" not in verdict.reason
    assert verdict.support is Support.FOUND


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("vi", "thiệt hại 420 triệu đô la Mỹ", "USD"),
        ("vi", "tổng chi phí 412 triệu bảng Anh", "GBP"),
        ("de", "Kosten von 2,4 Millionen Euro", "EUR"),
        ("fr", "un prix de 2,4 millions d’euros", "EUR"),
        ("en", "a loss of US$420 million", "USD"),
    ],
)
def test_a_currency_keeps_its_country(language, text, unit):
    [money] = mentions(text, language)
    assert money.value.unit == unit


def test_the_same_large_figure_with_and_without_its_currency_agrees():
    source = "Tổng mức đầu tư được phê duyệt là 19.400 tỷ đồng, sau tăng lên 31.750 tỷ đồng."
    passages = Passages("key", source, EvidenceKind.PAGE, "vi")
    claim = "Tổng mức đầu tư tăng từ 19.400 tỷ lên 31.750 tỷ đồng."
    verdict = match(Claim(claim, Coverage.DIRECT, 0, len(claim), Place("a"), "vi"), prepare(passages))
    assert verdict.support is Support.FOUND


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("In 2004 Orvane bought the Calder mill from Dunmore.", "In 2004 Dunmore sold the Calder mill to Orvane."),
        ("In 2004 Halden won the cup final against Rosvik.", "In 2004 Rosvik lost the cup final to Halden."),
        (
            "In 1991 she did not accept the title of honorary citizen of Hellin.",
            "In 1991 she rejected the title of honorary citizen of Hellin, as the town kept the name of a street.",
        ),
        (
            "In 1991 she accepted the title of honorary citizen of Hellin.",
            "In 1991 she never rejected the title of honorary citizen of Hellin.",
        ),
    ],
)
def test_two_ways_of_telling_one_event_are_no_opposites(claim, source):
    assert judged(claim, source).support is not Support.CONTRADICTED


def test_a_bill_that_passed_was_not_rejected():
    source = (
        "The bill passed with 118 votes in the 200-seat chamber; 71 deputies of the National Accord voted against it."
    )
    assert judged("The bill was rejected by 118 votes.", source).support is Support.CONTRADICTED
    assert judged("The bill was adopted with 118 votes.", source).support is not Support.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Nhà văn người Anh sinh năm 1812.", "The English novelist was born in 1812."),
        ("Anh vô địch World Cup năm 1966.", "England won the 1966 World Cup."),
        ("Tay đua người Pháp về đích thứ hai.", "The Frenchman finished second; the Belgian won."),
        ("Nữ y tá người Hà Lan Anna Smit được cứu.", "Anna Smit, a Dutchwoman and a nurse, was rescued."),
        ("Bác sĩ người Ghana Kofi Mensah nhận giải.", "The Ghanaian doctor Kofi Mensah received the prize."),
        ("Nhà văn người Do Thái Elie Wiesel nhận giải.", "The Jewish writer Elie Wiesel received the prize."),
        ("Bão làm 31 người thiệt mạng.", "The storm caused 31 deaths. Four people are missing."),
        ("Tháng 9 năm 2016, album Inland ra mắt.", "The album Inland was released in September 2016."),
    ],
)
def test_a_people_a_count_and_a_month_are_found_as_the_other_language_has_them(claim, source):
    assert judged(claim, source, "vi").support is Support.FOUND


TREATY = (
    "The treaty was signed in the town hall of Lauben in 1932. The king of Kestria, Anton II, refused to attend, and sent his brother. "
    "Moldal and its allies had asked for a stronger text. The prime minister of Moldal, Ivo Brandt, spoke first. "
    "Sovia received 18 guns from Ukrava and 40 horses from Belar."
)


@pytest.mark.parametrize(
    "claim",
    [
        "The king of Moldal, Anton II, refused to attend.",
        "Sovia received 18 guns from Moldal.",
    ],
)
def test_a_name_of_another_place_between_the_slots_own_words_is_contradicted(claim):
    assert judged(claim, TREATY).support is Support.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "The king of Kestria, Anton II, refused to attend.",
        "The prime minister of Moldal, Ivo Brandt, spoke first.",
        "Sovia received 18 guns from Ukrava.",
        "Sovia received horses from Belar.",
        "The king of Kestria refused to attend, but Moldal's prime minister, Ivo Brandt, spoke.",
    ],
)
def test_a_name_in_its_own_slot_is_not_accused(claim):
    assert judged(claim, TREATY).support is not Support.CONTRADICTED


def test_what_a_place_lies_in_is_not_held_against_the_place():
    life = "She taught at the school of art until 1934. She died in St Ives on 2 December 1947, aged 78."
    assert judged("She died in St Ives, Cornwall, on 2 December 1947.", life).support is not Support.CONTRADICTED
    assert judged("She died in Truro, Cornwall, on 2 December 1947.", life).support is Support.CONTRADICTED
