from app.parallel.checks.finding import Finding
from app.parallel.checks.moved_numbers import without_moved_numbers


def _mismatch(**evidence: str) -> Finding:
    return Finding("number-mismatch", (), (), evidence)


def test_a_number_in_the_sentence_before_or_behind_is_no_mismatch() -> None:
    assert without_moved_numbers([[_mismatch(source="2.8")], [_mismatch(target="2,8 %")]]) == [[], []]
    assert without_moved_numbers([[_mismatch(target="2,8")], [_mismatch(source="2.8")]]) == [[], []]


def test_a_number_further_off_another_one_and_one_that_stands_for_another_are_mismatches() -> None:
    for findings in (
        [[_mismatch(source="2.8")], [], [_mismatch(target="2.8")]],
        [[_mismatch(source="2.8")], [_mismatch(target="28")]],
        [[_mismatch(source="2.8", target="3")], [_mismatch(target="2.8")]],
    ):
        assert without_moved_numbers(findings) == findings


def test_one_number_takes_the_place_of_one() -> None:
    lost = _mismatch(source="12")
    assert without_moved_numbers([[_mismatch(target="12")], [lost], [lost]]) == [[], [], [lost]]
