import pytest

from app.parallel.checks.links import Nameable
from app.parallel.checks.sides import check_sides
from app.parallel.pairs import Pair
from app.parallel.side import Piece, Side
from app.parallel.text import KnownName

BIJLEVELD = "person/ank-bijleveld"
NAMEABLE: Nameable = {BIJLEVELD: {"Ank Bijleveld"}}


def _found(target: str, link: str = "") -> list[tuple[str, str, str]]:
    """``link``: who is known to be Mattis there."""
    there = "Bijleveld: “Ik ben trots op de coalitie. Het gevecht is niet voorbij.”"
    source = Side("nl", (Piece("b1", "paragraph", there),), {"b1": [KnownName(0, 9, BIJLEVELD)]})
    links = [KnownName(target.index(link), target.index(link) + len(link), "person/mattis")] if link else []
    translation = Side("en", (Piece("b1", "paragraph", target),), {"b1": links})
    pairs = [
        Pair((one,), (other,), "1-1", 1.0, {})
        for one, other in zip(source.segments(), translation.segments(), strict=True)
    ]
    return [
        (each.finding.code, each.finding.evidence["source"], each.finding.evidence["target"])
        for each in check_sides("a", source, translation, pairs, NAMEABLE)
        if each.finding.code == "name-mismatch"
    ]


@pytest.mark.parametrize(
    ("speaker", "link"), [("Mattis", "Mattis"), ("James Mattis", "James Mattis"), ("Jane Doering", "")]
)
def test_another_speaker_is_told_who_stands_behind_the_quotation_and_not_before_it(
    speaker: str, link: str
) -> None:
    target = f'"I am proud of the coalition. The fight is not over," says Minister {speaker}.'
    assert _found(target, link) == [("name-mismatch", "Bijleveld", speaker)]


def test_the_same_speaker_behind_the_quotation_is_no_finding() -> None:
    assert _found('"I am proud of the coalition. The fight is not over," says Minister Bijleveld.') == []


def test_a_speaker_who_is_not_named_is_no_other() -> None:
    assert _found('"I am proud of the coalition. The fight is not over," says the minister.') == []
