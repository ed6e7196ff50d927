"""The real pair of articles in ``data``."""

from pathlib import Path

import pytest

from app.newswire.parsing import ParsedStory, parse
from app.newswire.story import Block, Figure
from tests.conftest import REPOSITORY
from tests.newswire.rebuilding import dropped_lines, printed_lines

ARTICLE = REPOSITORY / "data" / "2018-12-06-anti-isis-coalition"


def path(language: str) -> Path:
    return ARTICLE / f"{language}.txt"


def parsed(language: str) -> ParsedStory:
    return parse(path(language).read_bytes(), language)


def shape(story: ParsedStory) -> list[str]:
    return [entry.type if isinstance(entry, Block) else "figure" for entry in story.story.body]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_is_in_the_story_or_named_as_a_dropped_duplicate(language: str) -> None:
    story = parsed(language)
    lines = enumerate(path(language).read_text(encoding="utf-8").split("\n"), 1)
    dropped = dropped_lines(story)
    assert printed_lines(story.story) == [
        line for number, line in lines if line.strip() and number not in dropped
    ]


def test_the_dutch_version_has_two_headings_a_quote_and_a_picture_at_the_end() -> None:
    story = parsed("nl").story
    assert story.headline == "Anti-ISIS-coalitie bespreekt wereldwijde dreiging ISIS"
    assert story.lead is not None
    assert story.lead.startswith("De internationale coalitie tegen ISIS")
    assert story.byline is None
    assert story.dateline is None
    assert shape(parsed("nl")) == [
        "heading", "quote", "paragraph", "heading", "paragraph", "paragraph", "paragraph", "figure",
    ]  # fmt: skip
    headings = [entry.text for entry in story.body if isinstance(entry, Block) and entry.type == "heading"]
    assert headings == ["Afrekenen met ideologie", "Toekomst"]


def test_the_dutch_caption_names_its_credit() -> None:
    (picture,) = parsed("nl").story.pictures
    assert picture.credit == "Defensie"
    assert picture.line == 17
    assert picture.caption == (
        "Vlnr: De defensieministers James Mattis, Ank Bijleveld-Schouten en Harjit Saijan."
    )
    assert picture.printed == f"{picture.caption} (Foto: Defensie)"


def test_the_gap_keeps_its_no_break_space() -> None:
    lead = parsed("nl").story.lead
    assert lead is not None
    assert "minister\u00a0 en 12 Defensie-collega’s" in lead


def test_the_english_version_has_one_heading_and_a_picture_below_the_lead() -> None:
    assert shape(parsed("en")) == [
        "figure", "paragraph", "heading", "quote", "paragraph", "paragraph", "paragraph", "paragraph",
    ]  # fmt: skip
    (picture,) = parsed("en").story.pictures
    assert picture.credit is None
    assert parsed("en").story.body[0] == Figure(0)


@pytest.mark.parametrize(("language", "line"), [("nl", 6), ("en", 14)])
def test_the_quotation_has_its_speaker(language: str, line: int) -> None:
    body = parsed(language).story.body
    (quote,) = [entry for entry in body if isinstance(entry, Block) and entry.type == "quote"]
    assert (quote.line, quote.speaker) == (line, "Bijleveld")


FINDINGS = {
    "nl": [
        ("missing-name", 3, 144, "warning"),
        ("mixed-apostrophes", 15, 212, "info"),
        ("duplicate-caption", 18, 1, "warning"),
        ("no-final-newline", 18, 99, "info"),
    ],
    "en": [
        ("caption-in-body", 5, 1, "info"),
        ("caption-without-credit", 5, 1, "info"),
        ("mixed-language", 5, 71, "warning"),
        ("duplicate-caption", 7, 1, "warning"),
        ("missing-heading", 19, 1, "warning"),
        ("no-final-newline", 23, 251, "info"),
    ],
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_exactly_the_known_faults_are_found(language: str) -> None:
    found = [(found.code, found.line, found.column, found.severity) for found in parsed(language).findings]
    assert found == FINDINGS[language]


@pytest.mark.parametrize(
    ("language", "line", "column", "text"), [("nl", 3, 144, "\u00a0 en 12"), ("en", 5, 71, "en Harjit")]
)
def test_a_finding_points_at_its_characters(language: str, line: int, column: int, text: str) -> None:
    assert path(language).read_text(encoding="utf-8").split("\n")[line - 1][column - 1 :].startswith(text)
