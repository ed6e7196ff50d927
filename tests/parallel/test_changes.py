from collections.abc import Sequence

import pytest

from app.parallel.changes import Change, changes_between
from app.parallel.side import Piece, Side

FIRE = (
    "In Utrecht woedde maandag een grote brand. De oorzaak is nog niet bekend.",
    "Er vielen 12 gewonden. De burgemeester bezocht hen in het ziekenhuis.",
    "De schade bedraagt 250 miljoen euro.",
)


def _side(*paragraphs: str, headline: str = "Brand in Utrecht") -> Side:
    blocks = [Piece(f"b{number}", "paragraph", text) for number, text in enumerate(paragraphs, 1)]
    return Side("nl", (Piece("headline", "headline", headline), *blocks))


def _changes(old: Side, new: Side, outstanding: Sequence[Change] = ()) -> list[tuple[str, str, str]]:
    return [
        (each.type, each.old.text if each.old else "", each.new.text if each.new else "")
        for each in changes_between(old, new, outstanding)
    ]


def test_a_text_that_stays_has_not_changed() -> None:
    assert _changes(_side(*FIRE), _side(*FIRE)) == []


def test_only_the_sentence_that_was_reworded_has_changed_and_says_where_it_stands() -> None:
    (change,) = changes_between(_side(*FIRE), _side(FIRE[0], FIRE[1].replace("12", "13"), FIRE[2]))
    assert change.type == "changed"
    assert change.old is not None
    assert change.old.text == "Er vielen 12 gewonden."
    assert change.new is not None
    assert (change.new.block, change.new.start, change.new.end) == ("b2", 0, 22)


def test_what_is_added_and_what_is_removed_is_told_apart() -> None:
    assert _changes(_side(*FIRE), _side(FIRE[0], FIRE[1] + " Twee zijn er slecht aan toe.", FIRE[2])) == [
        ("added", "", "Twee zijn er slecht aan toe.")
    ]
    assert _changes(_side(*FIRE), _side(FIRE[0], FIRE[2])) == [
        ("removed", "Er vielen 12 gewonden.", ""),
        ("removed", "De burgemeester bezocht hen in het ziekenhuis.", ""),
    ]


def test_a_sentence_that_is_wholly_another_in_the_same_place_has_changed() -> None:
    assert _changes(_side(*FIRE), _side(*FIRE[:2], "Niemand weet hoe duur het wordt.")) == [
        ("changed", FIRE[2], "Niemand weet hoe duur het wordt.")
    ]


def test_what_stands_elsewhere_or_in_another_paragraph_has_not_changed() -> None:
    assert _changes(_side(*FIRE), _side(FIRE[2], FIRE[1], FIRE[0])) == []
    assert _changes(_side(*FIRE), _side(" ".join(FIRE))) == []


def test_what_stands_elsewhere_and_is_reworded_has_changed_once() -> None:
    reworded = "De schade bedraagt 260 miljoen euro."
    assert _changes(_side(*FIRE), _side(reworded, *FIRE[:2])) == [("changed", FIRE[2], reworded)]


def test_a_sentence_that_stands_once_more_is_added_and_once_less_is_removed() -> None:
    assert _changes(_side(*FIRE), _side(*FIRE, FIRE[2])) == [("added", "", FIRE[2])]
    assert _changes(_side(*FIRE, FIRE[2]), _side(*FIRE)) == [("removed", FIRE[2], "")]


def test_minor_edits_are_none_also_where_a_sentence_ends_elsewhere() -> None:
    assert _changes(_side(*FIRE), _side(*FIRE, headline="Brand  in Utrecht!")) == []
    assert _changes(_side("Hij komt: nu. Morgen."), _side("Hij komt. nu. Morgen.")) == []
    assert _changes(_side(*FIRE), _side(*FIRE[:2], FIRE[2].replace("bedraagt", "berdaagt"))) == []


def test_many_minor_edits_of_one_sentence_are_a_change() -> None:
    text = "De regering bespreekt morgen alle voorstellen over onderwijs."
    slips = text.replace("regering", "regreing").replace("bespreekt", "bespereekt").replace("over", "ovre")
    slips = slips.replace("voorstellen", "voorstelllen").replace("onderwijs", "ondrewijs")
    assert len(_changes(_side(text), _side(slips))) == 1


def test_changes_come_in_the_order_of_the_new_text() -> None:
    new = _side(FIRE[1].replace("12", "13"), FIRE[2], "Meer volgt.", headline="Brand gedoofd")
    assert _changes(_side(*FIRE), new) == [
        ("changed", "Brand in Utrecht", "Brand gedoofd"),
        ("removed", "In Utrecht woedde maandag een grote brand.", ""),
        ("removed", "De oorzaak is nog niet bekend.", ""),
        ("changed", "Er vielen 12 gewonden.", "Er vielen 13 gewonden."),
        ("added", "", "Meer volgt."),
    ]


def test_a_long_text_of_which_nothing_is_left_is_another_text() -> None:
    old = [f"Zin {number} van de oude tekst over {number * 7} dingen." for number in range(1500)]
    new = [f"Regel {number} in een andere stijl met {number * 3} woorden." for number in range(1400)]
    types = [each.type for each in changes_between(_side(*old), _side(*new))]
    assert (types.count("removed"), types.count("added"), types.count("changed")) == (1500, 1400, 0)


def test_a_caption_changes_with_its_credit() -> None:
    def captioned(credit: str) -> Side:
        return Side("nl", (Piece("m1", "caption", "De brand bij nacht.", credit),))

    (change,) = changes_between(captioned("Defensie"), captioned("ANP"))
    assert change.new is not None
    assert (change.type, change.new.text, change.new.end) == ("changed", "De brand bij nacht.", 19)
    assert changes_between(captioned("Defensie"), captioned("Defensie")) == []


LINES = (*FIRE, "Het vuur werd om zes uur ontdekt.", "Buren zagen rook boven het dak.")
GAINED = "Minister Jansen komt morgen kijken."


@pytest.mark.parametrize(("gained", "lost"), [(1, 4), (4, 1), (2, 3), (3, 1)])
def test_what_was_added_and_removed_elsewhere_is_so_still_when_it_is_not_followed(
    gained: int, lost: int
) -> None:
    lines = list(LINES)
    lines.insert(gained, GAINED)
    lines.remove(LINES[lost])
    new = _side(*lines)
    outstanding = changes_between(_side(*LINES), new)
    told = _changes(_side(*LINES), new)
    assert ("added", "", GAINED) in told
    assert {each[0] for each in told} == {"added", "removed"}
    assert _changes(new, new, outstanding) == told


def test_a_sentence_added_and_one_removed_in_one_paragraph_stay_two_changes() -> None:
    paragraph = "In Utrecht was brand. Drie huizen vielen om. De straat is dicht. Niemand weet hoe lang nog."
    gained = paragraph.replace("Drie", f"{GAINED} Drie").replace("De straat is dicht. ", "")
    old, new = _side(paragraph), _side(gained)
    told = [("added", "", GAINED), ("removed", "De straat is dicht.", "")]
    assert _changes(old, new) == told
    assert _changes(new, new, changes_between(old, new)) == told


def test_what_was_removed_is_nothing_s_old_wording_once_others_beside_it_are_followed() -> None:
    old, new = _side(*LINES), _side(*LINES[:3], GAINED)
    first, second, added = changes_between(old, new)
    assert (first.type, second.type, added.type) == ("removed", "removed", "added")
    assert _changes(new, new, [second, added]) == [("removed", LINES[4], ""), ("added", "", GAINED)]


def test_what_was_added_is_no_new_wording_of_what_then_goes_beside_it() -> None:
    old, between, new = _side(*LINES), _side(*LINES[:4], GAINED, LINES[4]), _side(*LINES[:4], GAINED)
    assert _changes(between, new, changes_between(old, between)) == [
        ("removed", LINES[4], ""),
        ("added", "", GAINED),
    ]


def test_what_was_one_change_before_is_one_still_however_unlike() -> None:
    old, new = _side(*LINES), _side(*LINES[:2], GAINED, *LINES[3:])
    told = [("changed", LINES[2], GAINED)]
    assert _changes(old, new) == told
    assert _changes(new, new, changes_between(old, new)) == told


def test_what_was_removed_has_changed_when_it_comes_back_in_like_words_and_not_when_in_the_same() -> None:
    old, new = _side(*LINES), _side(*LINES[:3], *LINES[4:], GAINED)
    outstanding = changes_between(old, new)
    later = LINES[3].replace("zes", "zeven")
    assert _changes(new, _side(*LINES[:3], later, LINES[4], GAINED), outstanding) == [
        ("changed", LINES[3], later),
        ("added", "", GAINED),
    ]
    assert _changes(new, _side(*LINES, GAINED), outstanding) == [("added", "", GAINED)]
