"""Cases of other projects' test suites, as far as RFC 9110 and RFC 4647 can answer them."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from app.language.choosing import choose
from app.language.ranges import parse_accept_language
from tests.conftest import SHARED

CASES = SHARED / "cases" / "negotiation.jsonl"

RUBY_AT_LEAST = 0.9

ACCEPTED_MISSES = {
    "ruby/matcher#1": "the language alone is better than the default: RFC 4647 lookup after filtering",
    "ruby/accept_language_spec.rb#20": "eng is en, in the code of ISO 639-2",
    "ruby/parser#10": "a weight above 1 is taken as 1",
    "ruby/parser#11": "a fourth decimal is cut off",
    "ruby/parser#13": "1. is a qvalue (RFC 9110 section 12.4.2), and 01.0 is a number",
    "ruby/parser#14": ".8 is taken as 0.8",
    "ruby/parser#15": "1.5, .7 and 0.8888 are repaired",
    "ruby/parser#16": "1.001 and 1.1 are taken as 1",
}

pytestmark = pytest.mark.skipif(
    not CASES.exists(), reason="the cases of other projects are not beside this checkout"
)


def cases(suite: str) -> Iterator[dict[str, Any]]:
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["suite"] == suite:
            yield case


def answer(case: dict[str, Any]) -> object:
    ranges = parse_accept_language(case["header"])
    if case["kind"] == "parse":
        return [[one.range, one.quality / 1000] for one in ranges]
    choice = choose(ranges, case["supported"], strict=True)
    return choice and choice.language


def test_the_ruby_suite_passes_but_for_the_misses_we_chose() -> None:
    answers = {case["id"]: answer(case) == case["expected"] for case in cases("ruby")}
    assert {name for name, right in answers.items() if not right} == set(ACCEPTED_MISSES)
    assert sum(answers.values()) / len(answers) >= RUBY_AT_LEAST


def test_every_case_with_a_refused_language_is_answered() -> None:
    refusing = [
        case
        for suite in ("ruby", "hapi:accept-language", "accepts:accept-language", "accept-language-parser")
        for case in cases(suite)
        if case["kind"] == "best" and re.search(r"q=0(\.0*)?\s*(,|$)", case["header"] or "")
    ]
    assert len(refusing) >= 10
    assert [case["id"] for case in refusing if answer(case) != case["expected"]] == []
