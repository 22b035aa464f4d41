"""Layouts other than plain news: chronicles, fact sheets, releases with last year's figures in brackets, judgments."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

RELEASE = """Tamsin Glass: the year in brief
In 2018 the company had sales of CHF 420 million (2017: CHF 336 million) and a net profit of CHF 12 million (2017: loss of CHF 9 million).
Earnings came to CHF 1.40 a share. Diluted earnings were $0.91 a share, compared with $1.08 a year ago.
Each kiln is 36 metres long and takes 90 trolleys and 1,460 panes.
"""
JUDGMENT = """1. The ship reached Oran on 9 May 2013 and was unloaded from 2 June on.
2. The dockers' strike lasted from 12 May to 19 May.
3. The fine was raised from 8 to 23 florins a day; the log was signed twice a week.
"""
SHEET = """• Opened on 3 June 1961; enlarged in 1994.
• Animals: 210 birds, 64 mammals and 1,900 insects.
• Visitors: 80,200 in 2017, 91,400 in 2018 and 23,500 in 2020.
• Head keeper: Ruth Amsel, since 2012.
The thief, a man of 52 years, was sentenced to three years in prison.
"""
CHRONICLE = """1952 – The dairy is founded by eleven farmers.
1988 – The dairy moves to Lund. It employs 340 people.
2004 – Merger with Arvo. The new company has 910 workers.
"""


TABLE = """Einwohner im Kreis Almau
Gemeinde	2009	2019
Almau	12.400	13.900
Birkfeld	6.180	5.720
Summe	18.580	19.620
Geboren wurden 2019 im Kreis 203 Kinder, gestorben sind 311 Menschen.
Am stärksten wuchs Almau (12,1 Prozent). Neubauten stellten Ende 2019 einen Anteil von 8,4 Prozent (2009: 5,2 Prozent), in Almau 9,7 Prozent.
"""
TALK = """Host: How long did you stay?
Vance: I came in 2003 for two years and stayed for nine. The ride takes 1 hour and 50 minutes today; from May it will be an hour and a quarter.
The town climbs from tenth to seventh. Booked: Stone. Sent off: Roe (71).
Loans are given to firms that have fewer than 250 workers.
"""


FIELDS = """KESTREL 12 CARGO SLEDGE
Model year 2019 | Made in Norway
Weight: 21.4 kg without brake, in one size for riders between 1.55 and 1.95 m
Brake: removable, 1.6 kg, available as an option for every size since March
Reach: 40–60 km (winter), 70–90 km (summer)
Guarantee: frame 12 years, runners 3 years, brake 1 year or 200 hours of use
Note: The recall of 9 May 2018 (runners, 310 sledges of model year 2016) does not concern this model.
"""
FLOWS = """Statement of cash flows (€ thousands)
Year ended 30 June	2020	2019
Profit before tax	38,120	52,745
Dividends paid	(9,000)	(14,000)
Auditors' fees were €640 thousand (2019: €610 thousand).
"""
OBITUARY = """Ilse Marken, who has died aged 82, held the chair from 1981 to 2004. She was born in 1938.
She spent seven years in Oslo before she came to Bergen. She chaired the trust from 1990 to 1996. Her brother, the painter Jon
Marken, died in 2012. Ilse Marken, born 4 May 1938, died 2 June 2020.
"""
VU = """Diện tích gieo trồng đạt 31.200 ha, bằng 102,4% kế hoạch.
Giải ngân 100% vốn đầu tư công (9 tháng đầu năm đạt 58%).
"""
LEDOKOL = """Изготовитель	Балтийский завод
«Вега» — ледокол, построенный в Ленинграде. Другие три судна были построены в Финляндии. С 1963 по 1977 год им командовал Лосев.
"""
DENGTA = """1879年，商船“海鸥号”触礁沉没，船上67人中有23人遇难。1880年决定建塔。1953年修复。1987年改为太阳能供电。2006年5月被列为保护单位。"""


REPORT = """- Burned area: 9,100 acres, up from 7,400 yesterday
- Containment: 45% (yesterday 30%)
High School: 260 people (capacity 350).
Fairgrounds: 125 people (capacity 500), open to horses.
Top scorers: 1. Nora Vik (Solum) 143; 2. Ida Falk (Hamar) 121; 3. Eva Holt (Brevik) 98.
In the trial LUMEN liver values rose in 5.2 percent of patients on 60 mg, 2.1 percent on 30 mg and 0.8 percent on placebo.
"""
LEAGUE = """Final table
Team	Played	Won	Points
Norvik HK	22	18	38
Solum IF	22	17	35
"""
PONT = """Le pont couvert de 1812 a été emporté par la crue de mars 1906 et n'a jamais été reconstruit.
"""


NETZ = """Das Netz wuchs um 14 auf 163 Kilometer. Die Einnahmen betrugen 7.420 Euro (2017: 6.980 Euro) und die Ausgaben 7.910 Euro (2017: 5.840 Euro).
"""
DIG = """Dates of barley from Room 12 centre on 1340 ± 40 BC. The season cost $152,000, met by the Marsh Fund ($95,000), Uppsala ($35,000)
and private donors.
"""


BOTE = """Aus unserem Archiv: Das Hochwasser vom Mai 1907
(Wortlaut des Berichts vom 14. Mai 1907)
Gestern trat die Lauf aus den Ufern. Drei Brücken sind fortgerissen. Der Müller, 48 Jahre alt, ertrank; das dreijährige Kind der
Witwe Huber wurde erst heute gefunden.
"""
CHARTER = """Article 9
The court has nine judges. They retire at seventy.
(Amended 1983: until then judges retired at sixty-five.)
Room 21, which measures 4 by 5 m, contained 33 storage jars; Room 22 was empty.
"""


DIARY = """I left Brevik at half past seven, an hour later than planned, since the shop was shut.
He'd had nine punctures; I've had two. I slept at Lund.
Spent today: 431 kroner. Budget: 400.
"""


def support(text, source, language="en"):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", source, EvidenceKind.PAGE, language))).support


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Sales rose by a quarter to 420 million francs in 2018.", RELEASE),
        ("After a loss of 9 million francs in 2017 the company earned 12 million in 2018.", RELEASE),
        ("Diluted earnings per share fell from $1.08 to 91 cents.", RELEASE),
        ("Each of the kilns takes 90 trolleys and almost 1,500 panes.", RELEASE),
        ("The strike ended on 19 May 2013.", JUDGMENT),
        ("The fine nearly tripled, from 8 to 23 florins a day.", JUDGMENT),
        ("The head keeper has been Ruth Amsel since 2012.", SHEET),
        ("In 1988 the dairy moved to Lund.", CHRONICLE),
        ("Vance had planned to stay for two years only.", TALK),
        ("The ride will be cut from 110 to 75 minutes.", TALK),
        ("Roe was sent off in the 71st minute.", TALK),
        ("Firms with up to 250 workers can get loans.", TALK),
        ("The dairy had 340 employees in 1988.", CHRONICLE),
    ],
)
def test_what_an_unusual_layout_bears_out_is_not_accused(text, source):
    assert support(text, source) in (Support.FOUND, Support.PARTIAL)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("It weighs 21.4 kg plus the brake's 1.6 kg.", FIELDS, "en"),
        ("Model year 2019 is not affected by the recall of May 2018.", FIELDS, "en"),
        ("In winter the sledge covers 40 to 60 kilometres.", FIELDS, "en"),
        ("Profit before tax fell from 52.7 million euros to 38.1 million.", FLOWS, "en"),
        ("The company paid 9 million euros in dividends in 2020, 5 million less than the year before.", FLOWS, "en"),
        ("The auditors received 640,000 euros, 30,000 more than in 2019.", FLOWS, "en"),
        ("Her brother died eight years before her.", OBITUARY, "en"),
        ("Diện tích gieo trồng là 31.200 ha, vượt kế hoạch 2,4%.", VU, "vi"),
        ("Chín tháng đầu năm mới giải ngân được 58% vốn đầu tư công.", VU, "vi"),
        ("Его построили в Ленинграде на Балтийском заводе.", LEDOKOL, "ru"),
        ("Лосев командовал ледоколом четырнадцать лет, до 1977 года.", LEDOKOL, "ru"),
        ("1879年“海鸥号”触礁，67人中23人死亡。", DENGTA, "zh"),
        ("自1987年起使用太阳能。", DENGTA, "zh"),
        ("Containment rose from 30 to 45 per cent.", REPORT, "en"),
        ("Das Hochwasser ereignete sich am 13. Mai 1907.", BOTE, "de"),
        ("Das Kind der Witwe Huber war drei Jahre alt.", BOTE, "de"),
        ("Judges retire at 70; before 1983 they did so at 65.", CHARTER, "en"),
        ("Room 21 contained 33 storage jars.", CHARTER, "en"),
        ("She set off from Brevik at 7.30, an hour behind schedule.", DIARY, "en"),
        ("He had suffered nine punctures, Nell two.", DIARY, "en"),
        ("That day she spent 31 kroner more than her budget allowed.", DIARY, "en"),
        ("Das Netz ist jetzt 163 Kilometer lang, 14 mehr als zuvor.", NETZ, "de"),
        ("Die Ausgaben stiegen von 5.840 auf 7.910 Euro.", NETZ, "de"),
        ("Barley from Room 12 has been dated to about 1340 BC.", DIG, "en"),
        ("Private donors gave 22,000 dollars.", DIG, "en"),
        ("The fairgrounds sheltered 125 people.", REPORT, "en"),
        ("Nora Vik was the best scorer with 143 goals.", REPORT, "en"),
        ("In LUMEN, 0.8 percent of patients on placebo had raised liver values.", REPORT, "en"),
        ("Solum came second with 35 points.", LEAGUE, "en"),
        ("Le pont couvert a été détruit par une crue en mars 1906.", PONT, "fr"),
    ],
)
def test_what_fields_tables_and_short_notes_bear_out_is_not_accused(text, source, language):
    assert support(text, source, language) not in (Support.CONTRADICTED, Support.MISSING)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In winter the sledge covers 70–90 km.", FIELDS),
        ("The runners have a guarantee of twelve years.", FIELDS),
        ("Profit before tax was 52.7 million euros in 2020.", FLOWS),
        ("Containment fell from 45% to 30%.", REPORT),
        ("The fairgrounds sheltered 260 people.", REPORT),
        ("Ida Falk scored 143 goals.", REPORT),
        ("In LUMEN, 5.2 percent of patients on placebo had raised liver values.", REPORT),
    ],
)
def test_the_value_of_another_field_or_column_is_contradicted(text, source):
    assert support(text, source) is Support.CONTRADICTED


@pytest.mark.parametrize(
    "text",
    [
        "Der Kreis Almau hatte 2019 19.620 Einwohner.",
        "Im Jahr 2019 starben im Kreis mehr Menschen (311), als geboren wurden (203).",
        "Almau wuchs zwischen 2009 und 2019 um 12,1 Prozent.",
        "Der Anteil der Neubauten stieg von 5,2 auf 8,4 Prozent.",
        "Die Einwohnerzahl von Birkfeld sank von 6.180 auf 5.720.",
    ],
)
def test_what_a_table_and_the_notes_below_it_bear_out_is_not_accused(text):
    assert support(text, TABLE, "de") in (Support.FOUND, Support.PARTIAL)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Birkfeld wuchs von 5.720 auf 6.180 Einwohner.", TABLE, "de"),
        ("Der Anteil der Neubauten betrug 2009 8,4 Prozent.", TABLE, "de"),
        ("The town fell from seventh to tenth.", TALK, "en"),
        ("Das Netz wuchs um 163 Kilometer.", NETZ, "de"),
        ("Room 22 contained 33 storage jars.", CHARTER, "en"),
        ("Die Ausgaben betrugen 2017 7.910 Euro.", NETZ, "de"),
        ("Loans are given to firms with more than 250 workers.", TALK, "en"),
    ],
)
def test_changes_years_and_bounds_turned_about_are_contradicted(text, source, language):
    assert support(text, source, language) is Support.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The zoo has 210 mammals.", SHEET),
        ("The thief was sentenced to 52 years in prison.", SHEET),
        ("In 1988 the company had 910 workers.", CHRONICLE),
        ("Solum finished with 38 points.", LEAGUE),
    ],
)
def test_the_value_of_another_item_is_not_found(text, source):
    assert support(text, source) in (Support.PARTIAL, Support.CONTRADICTED)


def test_a_page_that_tells_of_later_years_was_not_written_on_its_first_day():
    assert prepare(Passages("key", SHEET, EvidenceKind.PAGE, "en")).written is None
    news = "Zoo opens its doors\n3 June 1961\nThe zoo opened yesterday. It is to be enlarged in 1964 and in 1970.\n"
    assert str(prepare(Passages("key", news, EvidenceKind.PAGE, "en")).written) == "1961-06-03"
