"""SARIF 2.1.0, against the parts of the standard that are used; clause numbers are those of the OASIS text."""

import json

import jsonschema
import pytest

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": TEXT,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "required": ["uri"],
                    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9%_.~!$&'()*+,;=:@/-]+$"}},
                },
                "region": {
                    "required": ["startLine"],
                    "additionalProperties": False,
                    "properties": {
                        "startLine": {"type": "integer", "minimum": 1},
                        "startColumn": {"type": "integer", "minimum": 1},
                    },
                },
            },
        },
    },
}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId", "level"],  # 3.27
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "rank": {"type": "number", "minimum": 0, "maximum": 100},
        "suppressions": {
            "type": "array",
            "items": {
                "required": ["kind"],
                "additionalProperties": False,
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": {"type": "string"},
                },
            },
        },
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {"required": ["driver"], "properties": {"driver": {"required": ["name"]}}},
                    "columnKind": {"const": "unicodeCodePoints"},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}


@pytest.mark.parametrize("which", ["report", "empty", "hostile"])
def test_the_log_keeps_the_standard(sample, tell, which):
    jsonschema.Draft202012Validator(LOG).validate(json.loads(tell("sarif", getattr(sample, which)())))


def test_every_result_points_at_its_rule(sample, tell):
    (run,) = json.loads(tell("sarif", sample.report()))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == 12
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_waivers_are_suppressions_with_their_reason(sample, tell):
    (run,) = json.loads(tell("sarif", sample.report()))["runs"]
    (waived,) = [result for result in run["results"] if "suppressions" in result]
    assert waived["ruleId"] == "claim-partial"
    assert "L. Editor" in waived["suppressions"][0]["justification"]


def test_related_places_and_notices_are_kept(sample, tell):
    (run,) = json.loads(tell("sarif", sample.report()))["runs"]
    (related,) = [result["relatedLocations"] for result in run["results"] if "relatedLocations" in result]
    assert related[0]["physicalLocation"]["artifactLocation"]["uri"] == "references.bib"
    assert "cache" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_a_path_with_spaces_and_accents_is_a_uri(sample, tell):
    from dataclasses import replace

    from checker.foundation.model import Place

    report = sample.report()
    odd = replace(report.findings[0], place=Place("bài viết/a.md", 1, 2))
    (run,) = json.loads(tell("sarif", replace(report, findings=(odd,))))["runs"]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "b%C3%A0i%20vi%E1%BA%BFt/a.md"
