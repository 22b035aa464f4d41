"""The plain line that editors and grep read."""

import re

LINE = re.compile(
    r"^(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<severity>\w+) (?P<rule>[a-z-]+): (?P<message>.+)$"
)


def test_each_finding_is_one_line_in_the_order_of_the_files(sample, tell):
    lines = tell("plain", sample.report()).splitlines()
    parsed = [LINE.match(line) for line in lines]
    assert all(parsed)
    places = [(each["path"], int(each["line"]), int(each["column"])) for each in parsed]
    assert places == sorted(places)
    assert "references.bib:44:9: error link-dead: vanished: the link is dead (404 Not Found)." in lines


def test_waived_findings_are_shown_when_asked_for(sample, tell):
    assert "claim-partial" not in tell("plain", sample.report())
    verbose = tell("plain", sample.report(), verbose=True)
    assert "waived claim-partial" in verbose
    assert "L. Editor: The note quotes the night rule only" in verbose


def test_a_finding_of_a_whole_file_has_no_line(sample, tell):
    assert tell("plain", sample.empty()) == "articles/hai-dang.md: info marker-none: The article has no markers.\n"


def test_hostile_text_stays_on_its_line_and_commands_nothing(sample, tell):
    text = tell("plain", sample.hostile())
    assert len(text.splitlines()) == 11
    assert "\x1b" not in text
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
