"""What Save Page Now's answers are read as, odd ones among them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from checker.foundation.settings import Settings
from checker.links.saving import Saving, read_saving, save_form, status_address

SETTINGS = Settings()
URL = "https://a.example/x?q=1&r=ü"


def read(code: int = 200, /, **said) -> Saving:
    return read_saving(code, json.dumps(said).encode(), URL, SETTINGS)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({"url": URL, "job_id": "spn2-1"}, Saving(job="spn2-1")),
        ({"status": "pending", "job_id": "spn2-1", "resources": []}, Saving(job="spn2-1")),
        (
            {"status": "success", "job_id": "spn2-1", "timestamp": "20260301060000"},
            Saving(copy=f"https://web.archive.org/web/20260301060000/{URL}"),
        ),
        ({"status": "error", "job_id": "spn2-1", "message": "Too busy."}, Saving(refused="Too busy.")),
        ({"status": "error", "status_ext": "error:no-access"}, Saving(refused="error:no-access")),
        ({}, Saving(refused="the answer was no JSON of Save Page Now")),
    ],
)
def test_answers(said, state):
    assert read(**said) == state


def test_a_status_of_refusal_is_one_whatever_the_body():
    assert read_saving(429, b"<html>", URL, SETTINGS) == Saving(refused="status 429")
    assert read(401, message="Log in.") == Saving(refused="Log in.")


def test_the_form_keeps_the_address_whole_and_leaves_the_fragment():
    assert save_form("https://a.example/x?q=1&r=2#part").startswith(b"url=https%3A%2F%2Fa.example%2Fx%3Fq%3D1%26r%3D2&")


def test_a_job_cannot_lead_to_another_address():
    assert status_address("../../x?y", SETTINGS) == "https://web.archive.org/save/status/..%2F..%2Fx%3Fy"


@given(
    st.integers(100, 599), st.binary(max_size=80) | st.sampled_from([b"[]", b"null", b'{"status": []}', b"[" * 9000])
)
def test_any_answer_is_a_state(status, body):
    state = read_saving(status, body, URL, SETTINGS)
    assert sum(map(bool, (state.job, state.copy, state.refused))) == 1
