"""What a revision of a translation has followed, where segments have no counterpart of their own."""

from collections.abc import Sequence

from app.parallel.changes import Change
from app.parallel.outdated_segments import OutdatedSegment, not_followed
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.parallel.side import Piece, Side

FIRST = "The fire brigade came with twelve cars to the harbour of Rotterdam."
EDITED = "The fire brigade came with thirteen cars to the harbour of Rotterdam."
AGAIN = "The fire brigade came with fourteen cars to the harbour of Rotterdam."
SECOND = "Nobody was hurt, and the smoke drifted out to sea."
KNOWN, NEW = (Segment(f"b1.{number}", "b1", "paragraph", 0, 9, "Een zin.") for number in (1, 2))


def _side(text: str) -> Side:
    return Side("en", (Piece("b1", "paragraph", text),), {})


def _left(
    before: str, after: str, outdated: Sequence[OutdatedSegment] = (OutdatedSegment(Change(None, NEW), ()),)
) -> list[OutdatedSegment]:
    """After a revision, with all of it beside the known and the new sentence together."""
    target = tuple(_side(after).segments())
    return not_followed(outdated, _side(before), _side(after), [Pair((KNOWN, NEW), target, "n-1", 1.0, {})])


def test_a_new_sentence_is_not_followed_by_an_edit_of_its_neighbours_translation() -> None:
    (left,) = _left(FIRST, EDITED)
    assert left.change.new == NEW


def test_nor_by_another_edit_of_it_later() -> None:
    left = _left(FIRST, EDITED)
    assert [each.change.new for each in _left(EDITED, AGAIN, left)] == [NEW]


def test_a_new_sentence_is_followed_by_one_that_the_translation_did_not_have() -> None:
    assert _left(FIRST, f"{FIRST} {SECOND}") == []


def test_a_sentence_that_changed_is_followed_by_an_edit_of_what_translates_it_with_another() -> None:
    (translation,) = _side(FIRST).segments()
    changed = Change(KNOWN, KNOWN)
    assert _left(FIRST, EDITED, [OutdatedSegment(changed, (translation,))]) == []
