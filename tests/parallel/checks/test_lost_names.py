import pytest

from app.parallel.checks.lost_names import lost_name_findings
from app.parallel.checks.sides import span_texts
from app.parallel.pairs import Pair
from app.parallel.side import Piece, Side
from app.parallel.text import KnownName

ANK = "Ank Bijleveld-Schouten"
DUTCH = "Daarover spraken minister  en 12 collega’s."
ENGLISH = f"Minister {ANK} and 12 colleagues spoke about it."


def side(language: str, text: str, *names: str, kind: str = "person") -> Side:
    known = [
        KnownName(text.index(name), text.index(name) + len(name), f"{kind}/{name.casefold()}")
        for name in names
    ]
    return Side(language, [Piece("lead", "lead", text)], {"lead": known})


def lost(source: Side, target: Side) -> list[tuple[list[str], list[str]]]:
    pair = Pair(tuple(source.segments()), tuple(target.segments()), "1-1", 1.0, {})
    return [
        (span_texts(each.source_spans, source.texts), span_texts(each.target_spans, target.texts))
        for each in lost_name_findings(source, target, [pair])
    ]


def test_a_gap_on_either_side_is_told_with_the_name_that_the_other_has() -> None:
    dutch, english = side("nl", DUTCH), side("en", ENGLISH, ANK)
    assert lost(dutch, english) == [(["minister"], [ANK])]
    assert lost(english, dutch) == [([ANK], ["minister"])]


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        (side("nl", DUTCH), side("en", ENGLISH)),
        (side("nl", DUTCH), side("en", ENGLISH, "12", kind="place")),
        (side("nl", f"{DUTCH[:-1]}, zegt {ANK}.", ANK), side("en", ENGLISH, ANK)),
        (side("nl", DUTCH.replace("  ", " ")), side("en", ENGLISH, ANK)),
        (side("nl", DUTCH.replace("minister ", "gisteren ")), side("en", ENGLISH, ANK)),
    ],
    ids=["nobody known", "a place", "named on both sides", "no gap", "no role"],
)
def test_other_gaps_and_names_are_none(dutch: Side, english: Side) -> None:
    assert lost(dutch, english) == []
