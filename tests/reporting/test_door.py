"""The door of the room: the table of reporters, and what each of them promises."""

import pytest

from checker.reporting import REPORTERS, Options

FORMATS = {"terminal", "plain", "json", "html", "markdown", "github", "gitlab", "sarif", "junit", "csv"}


def test_the_formats_that_are_promised():
    assert set(REPORTERS) == FORMATS


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("language", ["en", "vi", "xx"])
@pytest.mark.parametrize("which", ["report", "empty", "hostile"])
def test_every_reporter_tells_every_report_as_text_that_can_be_written(sample, tell, name, language, which):
    text = tell(name, getattr(sample, which)(), language=language)
    assert text.encode("utf-8")
    assert "\x1b" not in text
    assert text.endswith("\n") or name == "html"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_same_report_is_told_the_same_twice(sample, tell, name):
    assert tell(name, sample.report()) == tell(name, sample.report())


@pytest.mark.parametrize("name", sorted(FORMATS - {"terminal", "json", "html"}))
def test_a_report_without_findings_is_quiet(sample, name):
    from dataclasses import replace

    quiet = replace(sample.empty(), findings=())
    assert "marker-none" not in "".join(REPORTERS[name](quiet, Options()))
