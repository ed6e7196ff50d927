from collections.abc import Sequence

import pytest

from app.parallel.checks.sides import SideFinding, check_sides
from app.parallel.pairs import Pair
from app.parallel.side import Piece, Side
from tests.parallel.checks.segments import check_one_by_one

WHOLE = ['She said: "We went into the game.', "We could have won it.", 'A draw was right for us."']


def found(source: Sequence[str], target: Sequence[str], language: str = "de") -> list[SideFinding]:
    findings = check_one_by_one(source, target, language)
    return [each for each in findings if "quotes" in each.finding.code]


def test_a_quotation_of_several_sentences_that_lost_both_marks_is_told_once() -> None:
    (lost,) = found(WHOLE, ["Sie sagte: Wir gingen.", "Wir konnten gewinnen.", "Ein Remis war gerecht."])
    assert (lost.finding.code, lost.finding.evidence) == ("missing-quotes", {"side": "target"})
    assert [span.block for span in lost.finding.source_spans] == ["b0", "b1", "b2"]
    assert not lost.finding.target_spans


@pytest.mark.parametrize(
    ("language", "target", "place"),
    [
        ("de", ["Sie sagte: „Wir gingen ins Spiel.", "Wir konnten.", "Es war gerecht."], ("b0", 11)),
        ("de", ["Sie sagte: Wir gingen ins Spiel.", "Wir konnten.", "Es war gerecht.“"], ("b2", 15)),
        ("ja", ["彼女は「試合に入った。", "勝てたはずだ。", "引き分けは妥当だ。"], ("b0", 3)),
        ("ru", ["Она сказала: мы вышли.", "Мы могли.", "Ничья справедлива»."], ("b2", 17)),
    ],
)
def test_one_of_its_two_marks_lost_is_told_by_the_other(
    language: str, target: list[str], place: tuple[str, int]
) -> None:
    (lost,) = found(WHOLE, target, language)
    assert (lost.finding.code, lost.finding.evidence) == ("unbalanced-quotes", {"side": "target"})
    assert [(span.block, span.start) for span in lost.finding.target_spans] == [place]


def test_what_the_source_lost_is_told_too() -> None:
    source = ["She said: We went into the game.", "We could have won it.", 'A draw was right for us."']
    target = ["Sie sagte: „Wir gingen ins Spiel.", "Wir konnten gewinnen.", "Ein Remis war gerecht.“"]
    (lost,) = found(source, target)
    assert (lost.finding.code, lost.finding.evidence) == ("unbalanced-quotes", {"side": "source"})


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("de", ["Sie sagte: „Wir gingen ins Spiel.", "Wir konnten gewinnen.", "Ein Remis war gerecht.“"]),
        ("de", ["Sie sagte: „Wir gingen ins Spiel.“", "„Wir konnten.“", "„Ein Remis war gerecht.“"]),
        ("de", ["Sie sagte: „Wir gingen ins Spiel.", "„Wir konnten.", "„Ein Remis war gerecht.“"]),
        ("de", ["Sie sagte: ‚Wir gingen ins Spiel.", "Wir konnten gewinnen.", "Ein Remis war gerecht.‘"]),
        ("hu", ["– Beléptünk a meccsbe.", "Nyerhettünk volna.", "A döntetlen jó volt – mondta."]),
        ("ru", ["Она сказала:", "— Мы могли победить.", "— Ничья была справедлива."]),
        ("hi", ["उसने कहा: ''हम गए।", "हम जीत सकते थे।", "बराबरी सही थी।''"]),
    ],
)
def test_what_is_marked_in_another_way_is_no_finding(language: str, target: list[str]) -> None:
    assert found(WHOLE, target, language) == []


def test_a_quotation_whose_middle_was_left_out_says_nothing_of_marks() -> None:
    there = Side("en", [Piece(f"b{number}", "paragraph", text) for number, text in enumerate(WHOLE)])
    here = Side("de", [Piece("b0", "paragraph", "Sie sagte: Wir gingen ins Spiel.")])
    one, two, three = there.segments()
    pairs = [
        Pair((one,), tuple(here.segments()), "1-1", 1.0, {}),
        *(Pair((each,), (), "missing", 1.0, {}) for each in (two, three)),
    ]
    assert "missing-quotes" not in [each.finding.code for each in check_sides("a", there, here, pairs)]
