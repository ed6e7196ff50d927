from app.parallel.alignment import align
from app.parallel.composition import compose, turned
from app.parallel.pairs import Pair, PairType
from app.parallel.segments import Segment
from tests.parallel.texts import lines

ORIGINAL = lines("o0", "o1", "o2", "o3", kind="paragraph")
A = lines("a0", "a1", "a2", "a3", kind="paragraph")
B = lines("b0", "b1", "b2", "b3", kind="paragraph")


def pair(source: list[Segment], target: list[Segment], type_: PairType, score: float = 0.5) -> Pair:
    return Pair(tuple(source), tuple(target), type_, score, {"length": score})


def _texts(pairs: tuple[Pair, ...]) -> list[tuple[str, str, str]]:
    return [
        (" ".join(each.text for each in p.source), " ".join(each.text for each in p.target), p.type)
        for p in pairs
    ]


def test_translations_of_one_sentence_are_each_others() -> None:
    (found,) = compose([pair(ORIGINAL[:1], A[:1], "1-1")], [pair(ORIGINAL[:1], B[:1], "1-1", 0.9)])
    assert (found.source, found.target, found.type, found.score) == ((A[0],), (B[0],), "1-1", 0.45)
    assert found.evidence == {"length": 0.5}


def test_what_either_joined_is_joined() -> None:
    first = [pair(ORIGINAL[:2], A[:1], "n-1"), pair(ORIGINAL[2:3], A[1:2], "1-1")]
    second = [pair(ORIGINAL[:1], B[:1], "1-1"), pair(ORIGINAL[1:3], B[1:2], "n-1")]
    assert _texts(compose(first, second)) == [("a0 a1", "b0 b1", "n-m")]


def test_what_one_has_not_is_missing_or_added_and_what_neither_has_is_left_out() -> None:
    first = [
        pair(ORIGINAL[:1], A[:1], "1-1"),
        pair(ORIGINAL[1:2], [], "missing"),
        pair(ORIGINAL[2:3], [], "missing"),
    ]
    first += [pair([], A[1:2], "added")]
    second = [
        pair(ORIGINAL[:1], [], "missing"),
        pair(ORIGINAL[1:2], B[:1], "1-1"),
        pair(ORIGINAL[2:3], [], "missing"),
    ]
    assert _texts(compose(first, second)) == [
        ("a0", "", "missing"),
        ("", "b0", "added"),
        ("a1", "", "missing"),
    ]


def test_turned_twice_is_as_it_was() -> None:
    pairs = align(ORIGINAL, A[:2], "nl", "en")
    assert turned(turned(pairs)) == pairs
    assert {each.type for each in turned(pairs)} <= {"1-1", "added", "1-n", "n-1", "n-m", "moved"}
