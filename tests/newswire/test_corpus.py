"""62 news documents in 34 languages, a headline and plain paragraphs each."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from app.newswire.parsing import ParsedStory, parse
from app.newswire.story import Block
from tests.conftest import SHARED
from tests.newswire.rebuilding import REMOVED, printed_lines

NTREX = SHARED / "corpus" / "ntrex"

pytestmark = pytest.mark.skipif(not NTREX.is_dir(), reason=f"the corpus is not at {NTREX}")

# What these texts do not have: each one found would be a false alarm.
ABSENT = (
    "missing-name", "missing-heading", "mixed-language", "duplicate-caption", "duplicate-block",
    "near-duplicate", "caption-in-body", "caption-without-credit", "mojibake", "replacement-character",
    "double-space", "hard-wrap",
)  # fmt: skip


@pytest.fixture(scope="module")
def stories() -> list[tuple[Path, list[str], ParsedStory]]:
    return [
        (path, path.read_text(encoding="utf-8").split("\n"), parse(path.read_bytes(), path.stem))
        for path in sorted(NTREX.rglob("*.txt"))
    ]


def printed(line: str) -> str:
    return unicodedata.normalize("NFC", "".join(char for char in line if char not in REMOVED)).strip()


def test_all_are_read(stories: list[tuple[Path, list[str], ParsedStory]]) -> None:
    assert len(stories) == 2_108
    assert len({path.stem for path, _, _ in stories}) == 34


def test_the_first_line_is_the_headline(stories: list[tuple[Path, list[str], ParsedStory]]) -> None:
    assert [path for path, lines, parsed in stories if parsed.story.headline != printed(lines[0])] == []


def test_every_paragraph_is_kept_in_order(stories: list[tuple[Path, list[str], ParsedStory]]) -> None:
    for path, lines, parsed in stories:
        assert printed_lines(parsed.story) == [printed(line) for line in lines if line.strip()], path


def test_no_fault_is_found_that_is_not_there(stories: list[tuple[Path, list[str], ParsedStory]]) -> None:
    codes = Counter(finding.code for _, _, parsed in stories for finding in parsed.findings)
    assert {code: codes[code] for code in ABSENT if codes[code]} == {}


def test_nothing_is_taken_for_a_caption_a_byline_or_a_dateline(
    stories: list[tuple[Path, list[str], ParsedStory]],
) -> None:
    odd = [
        path
        for path, _, parsed in stories
        if parsed.story.pictures or parsed.story.byline or parsed.story.dateline
    ]
    assert odd == []


def test_few_lines_are_taken_for_headings(stories: list[tuple[Path, list[str], ParsedStory]]) -> None:
    types = Counter(
        entry.type for _, _, parsed in stories for entry in parsed.story.body if isinstance(entry, Block)
    )
    assert types["heading"] < 80
    assert types["list"] == 0
