from app.parallel.checks.sides import check_sides
from app.parallel.pairs import Pair
from app.parallel.side import Piece, Side

NIGHT = Piece("b1", "paragraph", "De brandweer werkte de hele nacht om de brand te blussen.")
CAPTION = "De brandweer aan het werk bij het ziekenhuis."


def _credits(target: Piece, *, is_moved: bool = False) -> list[str]:
    night = Piece("b1", "paragraph", "The fire brigade worked all night to put out the fire.")
    pieces = (target, night) if is_moved else (night, target)
    here = Side("en", pieces)
    there = Side("nl", (NIGHT, Piece("m1", "caption", CAPTION, "Defensie")))
    pairs = [
        Pair(
            tuple(there.segments()[:1]),
            tuple(each for each in here.segments() if each.block == night.key),
            "1-1",
            1.0,
            {},
        ),
        Pair(tuple(there.segments()[1:]), (), "missing", 1.0, {}),
        *(
            Pair((), (segment,), "added", 1.0, {})
            for segment in here.segments()
            if segment.block == target.key
        ),
    ]
    return [each.finding.code for each in check_sides("fire", there, here, pairs)]


def test_a_caption_that_lost_its_credit_is_not_told_as_missing() -> None:
    paragraph = Piece("b2", "paragraph", "The fire brigade at work near the hospital. It burns.")
    assert _credits(paragraph) == ["credit-missing"]


def test_a_paragraph_elsewhere_or_of_another_length_is_no_caption_without_credit() -> None:
    text = "The fire brigade at work near the hospital."
    assert "caption-missing" in _credits(Piece("b2", "paragraph", text), is_moved=True)
    assert "caption-missing" in _credits(Piece("b2", "paragraph", text * 4))
