"""Paragraphs of like content, added below what they repeat in other words."""

import pytest

from app.parallel.alignment import align
from app.parallel.checks.structure import duplicate_findings
from app.parallel.segments import Segment

DUTCH = (
    "Brand in de haven", "De brandweer van Rotterdam bluste de brand in de haven op dinsdag.",
    "Kapitein Jansen verliet het schip met 14 matrozen.", "De burgemeester prees de bemanning.",
    "Het schip vaart volgende week naar Hamburg.",
)  # fmt: skip
ENGLISH = (
    "Fire in the port", "The Rotterdam fire brigade put out the fire in the port on Tuesday.",
    "Captain Jansen left the ship with 14 sailors.", "The mayor praised the crew.",
    "The ship sails to Hamburg next week.",
)  # fmt: skip


def _segments(texts: tuple[str, ...]) -> list[Segment]:
    return [Segment(f"{n}.1", str(n), "paragraph", 0, len(text), text) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (1, "On Tuesday the fire brigade of Rotterdam put out the fire in the port."),
        (2, "Captain Jansen left the ship with all of his 14 sailors."),
    ],
)
def test_a_paragraph_of_like_content_is_added(place: int, text: str) -> None:
    longer = (*ENGLISH[: place + 1], text, *ENGLISH[place + 1 :])
    pairs = align(_segments(DUTCH), _segments(longer), "nl", "en")
    (added,) = [pair for pair in pairs if not pair.source]
    assert added.target[0].text in {text, ENGLISH[place]}


def test_two_paragraphs_made_of_one_are_its_translation() -> None:
    split = (*ENGLISH[:2], "Captain Jansen left the ship.", "He had 14 sailors with him.", *ENGLISH[3:])
    source = (
        *DUTCH[:2],
        "Kapitein Jansen verliet het schip en had daarbij 14 matrozen bij zich.",
        *DUTCH[3:],
    )
    assert all(pair.source for pair in align(_segments(source), _segments(split), "nl", "en"))


SHORT, LONGER = "Nobody was hurt.", "Niemand raakte gewond."


@pytest.mark.parametrize(("there", "here", "told"), [(3, 3, 0), (3, 2, 1), (3, 4, 1), (2, 2, 0), (4, 4, 0)])
@pytest.mark.parametrize("texts", [(SHORT, LONGER), ("No.", "Nee.")])
def test_one_of_equal_short_paragraphs_that_is_lost_or_doubled_is_told(
    texts: tuple[str, str], there: int, here: int, told: int
) -> None:
    source, target = _segments((texts[0],) * there), _segments((texts[1],) * here)
    assert min(1, len(list(duplicate_findings(source, target)))) == told


def test_a_refrain_that_is_shorter_in_one_language_is_not_missing() -> None:
    source, target = (
        (*texts[:3], *(again,) * 3, *texts[3:]) for texts, again in ((DUTCH, LONGER), (ENGLISH, SHORT))
    )
    assert {pair.type for pair in align(_segments(source), _segments(target), "nl", "en")} == {"1-1"}
