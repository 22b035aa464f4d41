"""Every engine keeps the promises of the door: what an editor would sign, with its passage and its reason."""

import pytest

from checker import matching
from checker.foundation.model import (
    Claim,
    Coverage,
    EvidenceKind,
    FactKind,
    FactStatus,
    Passages,
    Place,
    Support,
)

GORBACHEV = "Gorbachev từ chức Tổng bí thư ngày 26 tháng 12 năm 1991"
SPEECH = (
    "The speech was broadcast live. On 25 December 1991 he ceased his activity in the post of President of the USSR, "
    "and Gorbachev named the formation of the Commonwealth as the reason."
)
AGENCY = "Gorbachev resigned on Wednesday (25 December 1991) as president of the Soviet Union."
MILL = (
    "The mill was built in 1784 and worked until 1931.\nIt reopened as a museum on 4 May 1978 after a restoration. "
    "In its first year 21,450 people visited the mill. Entry was free until 1985."
)


def claim(text, language="en", coverage=Coverage.DIRECT):
    return Claim(text, coverage, 0, len(text), Place("article.md", 1, 1), language)


def passages(text, language="en", evidence=EvidenceKind.PAGE, **more):
    return Passages("key", text, evidence, language, **more)


@pytest.fixture(params=list(matching.ENGINES))
def judge(request):
    engine = matching.ENGINES[request.param]()
    return lambda text, source, language="en", coverage=Coverage.DIRECT, **more: engine.judge(
        claim(text, language, coverage), matching.prepare(passages(source, **more))
    )


def test_a_borne_out_claim_is_found_with_its_facts_and_passage(judge):
    verdict = judge("The mill reopened as a museum in May 1978; 21,450 people visited it in its first year.", MILL)
    assert verdict.support is Support.FOUND
    assert {fact.status for fact in verdict.facts} == {FactStatus.FOUND}
    assert "4 May 1978" in verdict.passage.text
    assert verdict.passage.start == MILL.index(verdict.passage.text)


def test_every_span_points_at_the_words_it_names(judge):
    text = "The mill reopened as a museum in May 1978; 24,150 people visited it in its first year."
    verdict = judge(text, MILL)
    for fact in verdict.facts:
        assert text[fact.start : fact.end] == fact.claim
        if fact.source_start is not None:
            assert verdict.passage.text[fact.source_start : fact.source_end] == fact.source


def test_another_value_in_the_same_place_is_a_contradiction_that_shows_both(judge):
    verdict = judge("The mill reopened as a museum in May 1978; 24,150 people visited it in its first year.", MILL)
    assert verdict.support is Support.CONTRADICTED
    assert "24,150" in verdict.reason
    assert "21,450" in verdict.reason


@pytest.mark.parametrize("source", [SPEECH, AGENCY], ids=["speech", "agency"])
def test_a_wrong_date_is_caught_across_languages(judge, source):
    verdict = judge(GORBACHEV, source, "vi")
    assert verdict.support is Support.CONTRADICTED
    assert "25 December 1991" in verdict.reason
    assert "26 tháng 12 năm 1991" in verdict.reason


def test_agreeing_figures_across_languages_are_found_with_a_gloss(judge):
    verdict = judge(
        "Bộ Ngoại giao Azerbaijan cho biết họ đã mua được 286 xe tăng, 842 xe bọc thép và 386 pháo.",
        "In November 1993 the foreign ministry of Azerbaijan reported the acquisition of 286 tanks, 842 armored "
        "vehicles and 386 artillery pieces.",
        "vi",
    )
    assert verdict.support is Support.FOUND
    assert any("286" in ours and "286" in theirs for ours, theirs in verdict.passage.gloss)


def test_the_third_of_three_figures_in_a_row_contradicts_when_two_agree(judge):
    verdict = judge(
        "Azerbaijan mua được 286 xe tăng, 482 xe bọc thép và 386 pháo.",
        "Azerbaijan acquired 286 tanks, 842 armored vehicles and 386 artillery pieces.",
        "vi",
    )
    assert [fact.source for fact in verdict.facts if fact.status is FactStatus.CONFLICT] == ["842"]


def test_a_value_of_another_year_is_not_found(judge):
    verdict = judge(
        "In 2017 Orvane Foods had net sales of 2.3 billion euros.",
        "Net sales of Orvane Foods rose to 2.3 billion euros in 2016. In 2017 net sales rose to 2.9 billion euros.",
    )
    assert verdict.support in (Support.CONTRADICTED, Support.PARTIAL)


def test_what_the_source_denies_is_not_found(judge):
    verdict = judge(
        "The court found the ministry liable and awarded damages of $1.2 million.",
        "The court did not find the ministry liable. It rejected the claim for damages of $1.2 million.",
    )
    assert verdict.support is not Support.FOUND


def test_nothing_of_the_claim_in_a_page_read_whole_is_missing(judge):
    verdict = judge("The comet was discovered by Priya Raman in March 2004 at Kavalur.", MILL)
    assert verdict.support is Support.MISSING


@pytest.mark.parametrize(
    "more",
    [{"whole": False}, {"evidence": EvidenceKind.NOTE}, {"evidence": EvidenceKind.ABSTRACT}],
    ids=["cut", "note", "abstract"],
)
def test_a_part_of_a_work_makes_nothing_missing(judge, more):
    verdict = judge("The comet was discovered by Priya Raman in March 2004 at Kavalur.", MILL, **more)
    assert verdict.support is Support.UNCHECKED
    assert verdict.reason


def test_a_wrong_quotation_shows_the_words_that_stand_there(judge):
    verdict = judge(
        "The minister said they would refuse “a treaty that drowns a third of our villages”.",
        "“We will not sign a treaty that leaves a third of our villages without water,” the minister said.",
    )
    quote = next(fact for fact in verdict.facts if fact.kind is FactKind.QUOTE)
    assert quote.status is FactStatus.CONFLICT
    assert "leaves a third" in quote.source
    assert verdict.support is not Support.FOUND


def test_a_faithful_quotation_is_found_through_quotes_ellipses_and_brackets(judge):
    verdict = judge(
        'He wrote that "the road … was never [fully] paved" in those years.',
        "In his memoir he wrote: “The road to the coast was never paved in those years.”",
    )
    quote = next(fact for fact in verdict.facts if fact.kind is FactKind.QUOTE)
    assert quote.status is FactStatus.FOUND


def test_a_translated_quotation_is_not_held_against_the_claim(judge):
    verdict = judge(
        'TIME viết rằng binh lính Azeri được vũ trang "tốt hơn rất nhiều" tháng 4 năm 1992.',
        "TIME wrote in April 1992 that the Azeri fighters are far better equipped than their opponents.",
        "vi",
    )
    assert all(fact.kind is not FactKind.QUOTE for fact in verdict.facts)


def test_an_inherited_claim_is_surer_of_nothing(judge):
    text = "The mill reopened as a museum in May 1978; 24,150 people visited it in its first year."
    direct, inherited = judge(text, MILL), judge(text, MILL, coverage=Coverage.INHERITED)
    assert inherited.support is direct.support
    assert inherited.confidence < direct.confidence


def test_a_page_of_a_pdf_is_named(judge):
    starts = (0, MILL.index("It reopened"))
    verdict = judge("The mill reopened as a museum on 4 May 1978.", MILL, page_starts=starts)
    assert verdict.passage.page == 2


def test_a_text_of_two_words_is_not_checked(judge):
    assert judge("The mill reopened as a museum in 1978.", "Access denied").support is Support.UNCHECKED


def test_score_and_confidence_are_probabilities(judge):
    for source in (MILL, AGENCY, "Nothing of the sort is told here at all."):
        verdict = judge("The mill reopened as a museum on 4 May 1978.", source)
        assert 0 <= verdict.score <= 1
        assert 0 <= verdict.confidence <= 1


def test_scores_rank_the_borne_out_above_the_altered_above_the_unrelated(judge):
    source = MILL
    told = [
        "The mill reopened as a museum in May 1978; 21,450 people visited it in its first year.",
        "The mill reopened as a museum in May 1978; 24,150 people visited it in its first year.",
        "The comet was discovered by Priya Raman in March 2004 at Kavalur.",
    ]
    scores = [judge(text, source).score for text in told]
    assert scores == sorted(scores, reverse=True)


def test_another_century_is_a_contradiction(judge):
    verdict = judge(
        "Cuối thế kỷ 19, Nhật Bản và Hàn Quốc có khoảng 75 nghìn lính Mỹ đồn trú.",
        "By the end of the 20th century, Japan and South Korea hosted some 75,000 American troops.",
        "vi",
    )
    assert verdict.support is Support.CONTRADICTED


def test_a_year_alone_does_not_bear_a_day_out(judge):
    verdict = judge("The mill reopened as a museum on 4 May 1978.", "The mill reopened as a museum in 1978.")
    assert verdict.support is Support.PARTIAL


def test_the_date_of_the_page_contradicts_nothing(judge):
    verdict = judge(
        "The mill reopened as a museum on 4 May 1978.",
        "Mill reopens\nBy Ann Hill on May 2, 1978\nThe mill will reopen as a museum this week.",
    )
    assert verdict.support is not Support.CONTRADICTED


def test_figures_swapped_between_two_parties_are_not_found(judge):
    verdict = judge(
        "At that time Armenia had five divisions and Azerbaijan had three divisions.",
        "At that time Armenia had only three divisions, while Azerbaijan had five divisions.",
    )
    assert verdict.support is Support.CONTRADICTED


def test_of_two_dates_the_nearer_one_with_its_own_names_is_the_one_contradicted(judge):
    verdict = judge(
        "Khi Gorbachev từ chức ngày 26 tháng 12 năm 1991, các nước còn lại tuyên bố độc lập, và Liên Xô chấm dứt tồn tại "
        "ngày 31 tháng 12 năm 1991.",
        AGENCY,
        "vi",
    )
    assert "26 tháng 12 năm 1991" in next(fact.claim for fact in verdict.facts if fact.status is FactStatus.CONFLICT)


def test_two_that_deny_alike_do_not_deny_each_other(judge):
    verdict = judge(
        "Armenia chỉ có 3 sư đoàn và không có sân bay nào, còn Azerbaijan có 5 sư đoàn và 5 sân bay.",
        "Armenia had only three divisions and no airfield; Azerbaijan had five divisions and five airfields.",
        "vi",
    )
    assert verdict.support is Support.FOUND


def test_the_makers_of_a_source_are_borne_out_by_its_credits(judge):
    text = "Tạp chí Harbour Weekly viết rằng con tàu chìm ngày 3 tháng 2 năm 1904."
    source = "The ship sank on 3 February 1904."
    assert "Harbour Weekly" in judge(text, source, "vi").reason
    verdict = judge(text, source, "vi", credits="Tom Alder; Harbour Weekly")
    found = {fact.claim: fact.source for fact in verdict.facts if fact.status is FactStatus.FOUND}
    assert found["Harbour Weekly"] == "Tom Alder; Harbour Weekly"


def test_a_form_inside_another_word_of_the_title_bears_nothing_out(judge):
    verdict = judge("Mỹ đóng con tàu năm 1904.", "The ship was built in 1904.", "vi", title="The army of ships")
    assert [fact.claim for fact in verdict.facts if fact.status is FactStatus.ABSENT] == ["Mỹ"]


def test_a_last_name_at_the_beginning_of_a_sentence_is_the_whole_name(judge):
    source = "Marlow drew the chart of the bay in 1911. It was printed in Hull."
    assert judge("Edith Marlow drew the chart of the bay in 1911.", source).support is Support.FOUND
    other = "Peter Marlow drew the chart of the bay in 1911. It was printed in Hull."
    assert judge("Edith Marlow drew the chart of the bay in 1911.", other).support is not Support.FOUND


def test_a_ministry_is_not_found_in_the_words_of_its_subject(judge):
    verdict = judge(
        "Bộ Nội vụ rút quân khỏi thung lũng vào năm 1990.",
        "The troops left the valley in 1990. The valley was an internal affair.",
        "vi",
    )
    assert [fact.claim for fact in verdict.facts if fact.status is FactStatus.ABSENT] == ["Bộ Nội vụ"]


def test_a_date_of_another_event_is_no_contradiction(judge):
    verdict = judge(
        "Tháng 11 năm 1993, Chile mua 286 xe buýt, 842 xe tải và 38 máy cày.",
        "A Spanish delegation of 62 left Chile in May 1993. The harbour is deep.",
        "vi",
    )
    assert verdict.support is not Support.CONTRADICTED
