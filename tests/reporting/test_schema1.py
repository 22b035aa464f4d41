"""report.json: its schema, its order, and nothing dropped."""

import json
from dataclasses import replace
from importlib import resources

import jsonschema
import pytest

from checker.foundation.model import Health

SCHEMA = json.loads(resources.files("checker.reporting").joinpath("report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def whole(sample, tell):
    return json.loads(tell("json", sample.report()))


@pytest.mark.parametrize("which", ["report", "empty", "hostile"])
def test_every_report_keeps_the_schema(sample, tell, which):
    VALIDATOR.check_schema(SCHEMA)
    VALIDATOR.validate(json.loads(tell("json", getattr(sample, which)())))


def test_every_field_that_is_written_stands_in_the_schema(whole):
    def undescribed(value, schema, path):
        if "$ref" in schema:
            schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        options = [branch for branch in schema.get("anyOf", ()) if branch.get("type") != "null"]
        if options and value is not None:
            yield from undescribed(value, options[0], path)
        elif isinstance(value, dict) and "properties" in schema:
            for name, inner in value.items():
                if name not in schema["properties"]:
                    yield f"{path}.{name}"
                else:
                    yield from undescribed(inner, schema["properties"][name], f"{path}.{name}")
        elif isinstance(value, list) and "items" in schema:
            for inner in value:
                yield from undescribed(inner, schema["items"], path)

    assert list(undescribed(whole, SCHEMA, "report")) == []


def test_a_contradicted_claim_shows_both_values_and_where_they_stand(whole, sample):
    citation = whole["citations"][0]
    claim = citation["claims"][0]
    verdict = claim["verdicts"][0]
    date = verdict["facts"][0]
    assert (citation["marker"], citation["keys"], claim["coverage"]) == ("13", ["carrel1911"], "inherited")
    assert (verdict["support"], date["status"]) == ("contradicted", "conflict")
    assert claim["text"][date["claim_start"] :].startswith(date["claim"])
    assert verdict["passage"]["text"][date["source_start"] :].startswith(date["source"])
    assert sample.TEXT[claim["start"] : claim["end"]] == claim["text"]


def test_a_marker_that_leads_nowhere_is_listed_without_keys(whole):
    dangling = [citation for citation in whole["citations"] if not citation["keys"]]
    assert [(each["marker"], each["problem"]["rule"]) for each in dangling] == [("29", "marker-undefined")]


def test_an_address_without_a_verdict_is_unchecked_not_dropped(sample, tell):
    report = sample.report()
    mute = replace(report, references=tuple(replace(judged, links=()) for judged in report.references))
    urls = [url for reference in json.loads(tell("json", mute))["references"] for url in reference["urls"]]
    assert len(urls) == 6
    assert {url["health"] for url in urls} == {Health.UNCHECKED.value}


def test_history_and_archive(whole):
    references = {reference["key"]: reference for reference in whole["references"]}
    assert references["slow2011"]["urls"][0]["history"] == {"first_failed": "2026-11-15T09:30:00Z", "failures": 2}
    assert references["towers2004"]["archive"]["date"] == "2020-05-01"
    assert references["carrel1911"]["archive"] is None
    assert references["towers2004"]["urls"][0]["hops"][0]["location"] == "https://towers.example/star-cape.pdf"


def test_waived_findings_stay_with_their_reason(whole):
    waived = [finding["waived"]["by"] for finding in whole["findings"] if finding["waived"]]
    assert waived == ["L. Editor"]


def test_the_same_report_in_another_order_gives_the_same_text(sample, tell):
    report = sample.report()
    shuffled = replace(
        report,
        citations=report.citations[::-1],
        references=report.references[::-1],
        findings=report.findings[::-1],
        run=replace(report.run, hosts=report.run.hosts[::-1]),
    )
    assert tell("json", shuffled) == tell("json", report)


def test_nothing_unseen_stands_raw_in_the_file_and_values_survive(sample, tell):
    text = tell("json", sample.hostile())
    assert not set(text) & set("\x1b\x07\x7f\u202e\u202c\u200b\u2028")
    assert "##[" not in text
    assert json.loads(text)["run"]["notices"] == [sample.HARM]


def test_ten_thousand_citations_stream_a_line_each(sample):
    from checker.reporting import REPORTERS, Options

    pieces = iter(REPORTERS["json"](sample.large(10_000), Options()))
    assert next(pieces).startswith('{"schema": 1')
    longest = max(len(piece) for piece in pieces)
    assert longest < 20_000
