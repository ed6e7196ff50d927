"""The gold is what it says it is: its surfaces stand where it says, in every text it says was read."""

import itertools
import re

import pytest
from babel import Locale

from tests.gazetteer.corpus import NTREX, kept_lines
from tests.gazetteer.measuring import script
from tests.gazetteer.mentions import GOLD, Gold, Mention, gold

SCRIPTS = {"Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Devanagari", "Han", "Kana", "Hangul", "Thai"}


@pytest.fixture(scope="module")
def marked() -> Gold:
    return gold()


@pytest.mark.skipif(not NTREX.is_dir(), reason=f"the corpus is not at {NTREX}")
def test_every_surface_stands_at_its_offsets(marked: Gold) -> None:
    lines = {text: kept_lines(*text) for text in marked.read}
    shifted = [
        mention
        for mention in marked.mentions
        if lines[mention.document, mention.language][mention.line - 1][mention.start : mention.end]
        != mention.surface
    ]
    assert shifted == []


def test_the_same_documents_are_read_in_every_language(marked: Gold) -> None:
    documents = {document for document, _ in marked.read}
    languages = {language for _, language in marked.read}
    assert marked.read == set(itertools.product(documents, languages))
    assert languages == {path.stem for path in GOLD.glob("*.toml")}
    assert (len(documents), len(languages)) == (21, 16)


def test_every_script_a_name_is_sought_in_is_there(marked: Gold) -> None:
    assert {script(mention) for mention in marked.mentions} == SCRIPTS


def test_mentions_stand_in_the_order_of_the_text_and_apart(marked: Gold) -> None:
    for one, other in itertools.pairwise(marked.mentions):
        if one[:2] == other[:2]:
            assert (one.line, one.end) <= (other.line, other.start), (one, other)


def test_a_surface_is_a_word_without_space_around_it(marked: Gold) -> None:
    for mention in marked.mentions:
        assert mention.surface == mention.surface.strip()
        assert mention.end - mention.start == len(mention.surface)


def test_ids_are_countries_or_capitals_of_countries(marked: Gold) -> None:
    territories = Locale("en").territories
    for mention in marked.mentions:
        match = re.fullmatch(r"(?:[A-Z][a-z]+, )?([A-Z]{2})", mention.id)
        assert match is not None, mention
        assert match[1] in territories


def test_one_language_can_be_read_alone(marked: Gold) -> None:
    thai = gold({"th"})
    assert {language for _, language in thai.read} == {"th"}
    assert thai.mentions == [mention for mention in marked.mentions if mention.language == "th"]
    assert all(isinstance(mention, Mention) for mention in thai.mentions)
