"""Cases of other projects' test suites. What we answer otherwise is listed, with the reason."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from app.language.choosing import Match, choose
from app.language.distance import Nearness
from app.language.filtering import filter_tags
from app.language.names import names_of
from app.language.ranges import parse_accept_language
from tests.conftest import SHARED

CASES = SHARED / "cases" / "negotiation.jsonl"

ICU_AT_LEAST = 0.98
RUBY_AT_LEAST = 0.93

MODEL_REGION_FIRST = (
    "all languages equally far: one that is a model to other regions comes first, ICU takes the default"
)
ICU_MISSES = {
    "icu#L307": MODEL_REGION_FIRST,
    "icu#L1011": MODEL_REGION_FIRST,
    "icu#L1013": MODEL_REGION_FIRST,
    "icu#L1034": MODEL_REGION_FIRST,
    "icu#L1036": MODEL_REGION_FIRST,
    "icu#L1365": "all languages equally far: one in its most likely region comes before the server's order",
}
RUBY_MISSES = {
    "ruby/matcher#1": "the language alone is better than the default: RFC 4647 lookup after filtering",
    "ruby/accept_language_spec.rb#20": "eng is en, in the code of ISO 639-2",
    "ruby/parser#11": "a fourth decimal is cut off",
    "ruby/parser#13": "1. is a qvalue (RFC 9110 section 12.4.2)",
    "ruby/parser#15": "0.8888 is 0.888",
}

pytestmark = pytest.mark.skipif(
    not CASES.exists(), reason="the cases of other projects are not beside this checkout"
)


def cases(suite: str) -> Iterator[dict[str, Any]]:
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["suite"] == suite:
            yield case


def wrong(suite: str, kinds: str) -> tuple[set[str], float]:
    """The ids of the cases answered otherwise, and the share of the others."""
    asked = [case for case in cases(suite) if case["kind"] in kinds.split()]
    wrong = {case["id"] for case in asked if not is_right(case)}
    return wrong, 1 - len(wrong) / len(asked)


def is_right(case: dict[str, Any]) -> bool:
    if case["kind"] == "distance":
        return names_of(by_distance(case)) == names_of(case["expected"])
    return bool(answer(case) == case["expected"])


def answer(case: dict[str, Any]) -> object:
    if case["kind"] == "extended-filter":
        return list(filter_tags(case["desired"], case["supported"]))
    ranges = parse_accept_language(case["header"])
    if case["kind"] == "parse":
        return [[one.range, one.quality / 1000] for one in ranges]
    choice = choose(ranges, case["supported"], strict=True)
    return choice and choice.language


def by_distance(case: dict[str, Any]) -> str:
    """ICU names a default where nothing is near enough, which need not be available."""
    nearness = Nearness(cut_off=int(case["threshold"] or 50), favors_script=case["favor"] == "script")
    choice = choose(parse_accept_language(case["header"]), case["supported"], nearness=nearness)
    if choice is None or choice.match is Match.DEFAULT:
        return case["default"] or (choice.language if choice else "null")
    return choice.language


@pytest.mark.parametrize(
    ("suite", "kinds", "misses", "at_least"),
    [
        ("icu", "distance", ICU_MISSES, ICU_AT_LEAST),
        ("ruby", "best parse", RUBY_MISSES, RUBY_AT_LEAST),
        ("bcp-47-match", "extended-filter", {}, 1),
    ],
)
def test_a_suite_passes_but_for_the_misses_that_are_listed(
    suite: str, kinds: str, misses: dict[str, str], at_least: float
) -> None:
    ids, share_passed = wrong(suite, kinds)
    assert ids == set(misses)
    assert share_passed >= at_least


def test_every_case_with_a_refused_language_is_answered() -> None:
    refusing = [
        case
        for suite in ("ruby", "hapi:accept-language", "accepts:accept-language", "accept-language-parser")
        for case in cases(suite)
        if case["kind"] == "best" and re.search(r"q=0(\.0*)?\s*(,|$)", case["header"] or "")
    ]
    assert len(refusing) >= 10
    assert [case["id"] for case in refusing if answer(case) != case["expected"]] == []
