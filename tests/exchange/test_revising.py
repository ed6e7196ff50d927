"""Where the units of a file go in a version that is there, whatever the aligner made of it."""

from collections.abc import Mapping, Sequence

import pytest

from app.exchange.draft import Draft
from app.exchange.revising import Revised, revise
from app.exchange.taking import Taken
from app.exchange.translating import Translation
from app.parallel.pairs import Pair
from app.parallel.segments import Kind
from app.parallel.side import Piece, Side

Texts = Sequence[tuple[str, Kind, str]]
Links = Sequence[tuple[str, str]]
"""Ids of segments of the original and of the translation, with spaces between; none: beside nothing."""

DUTCH: Texts = (
    ("headline", "headline", "Kop"),
    ("lead", "lead", "Een. Twee. Drie."),
    ("b1", "heading", "Toekomst"),
    ("b2", "paragraph", "Vier. Vijf."),
    ("m1", "caption", "Een foto"),
)
ENGLISH: Texts = (
    ("headline", "headline", "Head"),
    ("lead", "lead", "One. Two. Three."),
    ("b1", "heading", "Future"),
    ("b2", "paragraph", "Four. Five."),
    ("m1", "caption", "A photo"),
)
EACH_WITH_ITS_OWN: Links = tuple(
    (each, each) for each in ("headline.1", "lead.1", "lead.2", "lead.3", "b1.1", "b2.1", "b2.2", "m1.1")
)


def _side(language: str, texts: Texts) -> Side:
    return Side(language, [Piece(*text) for text in texts])


def _revised(
    said: Mapping[str, str],
    *,
    target: Texts = ENGLISH,
    links: Links = EACH_WITH_ITS_OWN,
    language: str = "en",
    then: Texts | None = None,
) -> Revised:
    source, other = _side("nl", DUTCH), _side(language, target)
    here = {segment.id: segment for segment in source.segments()}
    there = {segment.id: segment for segment in other.segments()}
    pairs = [
        Pair(tuple(here[i] for i in mine.split()), tuple(there[i] for i in its.split()), "1-1", 1.0, {})
        for mine, its in links
    ]
    translations = [
        Translation(ids.split()[0], 1, tuple(here[i] for i in ids.split()), text, False)
        for ids, text in said.items()
    ]
    draft = Draft(other.pieces, frozenset(), {}, None)
    taken = Taken(translations, segments={segment.id for each in translations for segment in each.segments})
    made_of = _side(language, then) if then else None
    return revise(source, other, draft, pairs, taken, objection=lambda *_: None, then=made_of)


def _texts(revised: Revised) -> list[str]:
    return [piece.text for piece in revised.draft.pieces]


def _without(target: Texts, *keys: str) -> Texts:
    return [text for text in target if text[0] not in keys]


def _with(target: Texts, key: str, text: str) -> Texts:
    return [(each[0], each[1], text) if each[0] == key else each for each in target]


@pytest.mark.parametrize(
    ("lost", "left", "said", "whole"),
    [
        ("lead.1", "Two. Three.", {"lead.1": "One."}, "One. Two. Three."),
        ("lead.2", "One. Three.", {"lead.2": "Two."}, "One. Two. Three."),
        ("lead.3", "One. Two.", {"lead.3": "Three."}, "One. Two. Three."),
        ("lead.1 lead.2", "Three.", {"lead.1": "One.", "lead.2": "Two."}, "One. Two. Three."),
        ("lead.2 lead.3", "One.", {"lead.2": "Two.", "lead.3": "Three."}, "One. Two. Three."),
        ("lead.2 lead.3", "One.", {"lead.3": "Three."}, "One. Three."),
    ],
)
def test_a_sentence_that_was_lost_goes_between_its_neighbours(
    lost: str, left: str, said: Mapping[str, str], whole: str
) -> None:
    gone = lost.split()
    kept = [f"lead.{number}" for number in (1, 2, 3) if f"lead.{number}" not in gone]
    links = [
        *((each, "") for each in gone),
        *zip(kept, ("lead.1", "lead.2"), strict=False),
        *(link for link in EACH_WITH_ITS_OWN if not link[0].startswith("lead")),
    ]
    assert _texts(_revised(said, target=_with(ENGLISH, "lead", left), links=links))[1] == whole


@pytest.mark.parametrize("key", ["lead", "b1", "b2", "m1"])
def test_a_block_that_was_lost_goes_where_it_is_in_the_original(key: str) -> None:
    whole = [text for _, _, text in ENGLISH]
    links = [(mine, "" if mine.startswith(key) else its) for mine, its in EACH_WITH_ITS_OWN]
    said = {mine: text for (mine, its), text in zip(links, _sentences(), strict=True) if not its}
    assert _texts(_revised(said, target=_without(ENGLISH, key), links=links)) == whole


def _sentences() -> list[str]:
    side = _side("en", ENGLISH)
    return [segment.text for segment in side.segments()]


def test_two_sentences_that_became_one_are_replaced_together() -> None:
    links = [
        ("headline.1", "headline.1"), ("lead.1 lead.2", "lead.1"), ("lead.3", "lead.2"),
        ("b1.1", "b1.1"), ("b2.1", "b2.1"), ("b2.2", "b2.2"), ("m1.1", "m1.1"),
    ]  # fmt: skip
    target = _with(ENGLISH, "lead", "One and two. Three.")
    revised = _revised({"lead.1 lead.2": "Both."}, target=target, links=links)
    assert _texts(revised)[1] == "Both. Three."
    (refusal,) = _revised({"lead.1": "Only one."}, target=target, links=links).refusals
    assert refusal.code == "translated-together"


def test_a_sentence_that_became_two_paragraphs_keeps_them_line_by_line() -> None:
    target = [*_with(ENGLISH, "b2", "Four, part one."), ("b3", "paragraph", "Part two. Five.")]
    links = [
        (mine, {"b2.1": "b2.1 b3.1", "b2.2": "b3.2"}.get(mine, its)) for mine, its in EACH_WITH_ITS_OWN
    ]  # fmt: skip
    lines = _revised({"b2.1": "Half.\nOther half."}, target=target, links=links)
    assert [piece.text for piece in lines.draft.pieces if piece.kind == "paragraph"] == [
        "Half.",
        "Other half. Five.",
    ]
    whole = _revised({"b2.1": "Whole."}, target=target, links=links)
    assert [piece.text for piece in whole.draft.pieces if piece.kind == "paragraph"] == ["Whole.", "Five."]
    assert not _revised({"b2.1": "Four, part one.\nPart two."}, target=target, links=links).changed


def test_what_was_put_in_before_is_not_put_in_again() -> None:
    target = _with(ENGLISH, "lead", "One. Two. Three. Here already.")
    links = [(mine, "" if mine == "b2.2" else its) for mine, its in EACH_WITH_ITS_OWN]
    revised = _revised({"b2.2": "Here already."}, target=target, links=[*links, ("", "lead.4 b2.2")])
    assert not revised.changed
    assert _revised({"b2.2": "Not here."}, target=target, links=[*links, ("", "lead.4 b2.2")]).changed


def test_chinese_sentences_are_joined_without_a_space() -> None:
    target = _with(ENGLISH, "b2", "四。")
    links = [(mine, "" if mine == "b2.2" else its) for mine, its in EACH_WITH_ITS_OWN]
    revised = _revised({"b2.2": "五。"}, target=target, links=links, language="zh-Hans")
    assert "四。五。" in _texts(revised)


def test_a_text_that_two_units_say_has_to_stand_there_twice() -> None:
    said = {"lead.1": "Same.", "lead.2": "Same."}
    once = _revised(said, target=_with(ENGLISH, "lead", "Same. Two. Three."))
    assert (_texts(once)[1], set(once.changed)) == ("Same. Same. Three.", {"lead.2"})


def test_a_text_that_stands_for_what_the_file_does_not_have_is_no_sign_that_it_was_taken() -> None:
    assert _texts(_revised({"lead.1": "Two."}))[1] == "Two. Two. Three."


def test_what_the_aligner_pairs_crosswise_is_where_the_file_put_it() -> None:
    crossed = {"lead.1": "lead.2", "lead.2": "lead.1"}
    links = [(mine, crossed.get(mine, its)) for mine, its in EACH_WITH_ITS_OWN]
    assert not _revised({"lead.1": "One.", "lead.2": "Two."}, links=links).changed


@pytest.mark.parametrize(("then", "times"), [("One. Three.", 1), ("One. Two. Three.", 2)])
def test_what_came_in_since_the_file_was_made_was_taken_wherever_it_is_paired(then: str, times: int) -> None:
    links = [(mine, "lead.2" if mine == "b2.1" else its) for mine, its in EACH_WITH_ITS_OWN]
    links = [(mine, "" if mine == "lead.2" else its) for mine, its in links]
    revised = _revised({"lead.2": "Two."}, links=links, then=_with(ENGLISH, "lead", then))
    assert _texts(revised)[1].count("Two.") == times
