"""Countries found in one language and not in another, on made-up mentions."""

import pytest

from tests.gazetteer.cross_checking import Presence, cross_check, presences
from tests.gazetteer.mentions import Mention

LANGUAGES = ("el", "en", "nl")


def found(language: str, place: str, *, line: int = 1, document: str = "news") -> Mention:
    return Mention(document, language, line, 0, 5, "name", place, "name")


def test_a_country_found_in_every_language_is_wholly_shared() -> None:
    everywhere = [found(language, "CN") for language in LANGUAGES]
    assert cross_check(everywhere, LANGUAGES, "document") == 1
    assert cross_check(everywhere, LANGUAGES, "line") == 1


def test_the_share_is_of_the_other_languages() -> None:
    (presence,) = presences([found("en", "CN"), found("nl", "CN")], LANGUAGES, "document")
    assert presence == Presence("news", None, "CN", frozenset({"en", "nl"}), frozenset({"el"}))
    assert presence.share == 1 / 2


def test_a_country_found_in_one_language_only_is_not_shared() -> None:
    assert cross_check([found("en", "JO")], LANGUAGES, "document") == 0


def test_a_country_counts_as_often_as_it_has_languages() -> None:
    mentions = [*(found(language, "CN") for language in LANGUAGES), found("en", "JO")]
    assert cross_check(mentions, LANGUAGES, "document") == pytest.approx(3 / 4)


def test_another_line_is_the_same_document_but_not_the_same_line() -> None:
    moved = [found("el", "CN", line=1), found("en", "CN", line=3), found("nl", "CN", line=3)]
    assert cross_check(moved, LANGUAGES, "document") == 1
    assert cross_check(moved, LANGUAGES, "line") == pytest.approx((0 + 1 / 2 + 1 / 2) / 3)


def test_another_document_is_another_story() -> None:
    apart = [found("en", "CN", document="one"), found("nl", "CN", document="two")]
    assert [presence.document for presence in presences(apart, LANGUAGES, "document")] == ["one", "two"]
    assert cross_check(apart, LANGUAGES, "document") == 0


def test_finding_a_country_twice_in_a_text_changes_nothing() -> None:
    once = [found("en", "CN"), found("nl", "CN")]
    assert presences(once * 2, LANGUAGES, "line") == presences(once, LANGUAGES, "line")


def test_capitals_are_left_out() -> None:
    assert presences([found("en", "Beijing, CN")], LANGUAGES, "document") == []


def test_a_document_in_one_language_has_nothing_to_disagree_with() -> None:
    assert cross_check([found("en", "CN")], ["en"], "document") == 1
    assert cross_check([], LANGUAGES, "document") == 1
